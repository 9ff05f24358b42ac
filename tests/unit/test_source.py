"""YAML text to values with places."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import yaml

from rapport import source
from rapport.source import Source, read
from rapport.syntax import explain
from unit.cases import CASES

FILE = "assessments/case.yml"


def content(text: str) -> Source:
    """Give the source of a text that has no problem."""
    found, problems = read(FILE, text.encode())
    assert found is not None
    assert problems == []
    return found


def refusal(data: bytes) -> str:
    """Give the one message about bytes that cannot be read, without the file's name."""
    found, problems = read(FILE, data)
    assert found is None
    assert len(problems) == 1
    return str(problems[0]).removeprefix(f"{FILE}:")


@pytest.mark.parametrize(
    "written",
    ["Yes", "no", "on", "1:30", "007", "1.0", "2026-01-31", "0x1F", "1e3", "True", ".inf"],
)
def test_text_is_read_as_people_mean_it(written: str) -> None:
    """What YAML takes for a truth, a time or a number stays the text it is."""
    assert content(f"key: {written}\n").value == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null", "NULL"])
def test_nothing_is_an_empty_text(written: str) -> None:
    """What YAML means by nothing is an empty text, which the model refuses by name."""
    assert content(f"key: {written}\n").value == {"key": ""}


def test_null_in_quotes_is_a_word() -> None:
    """A word in quotes is that word, whatever it is."""
    assert content("key: 'null'\n").value == {"key": "null"}


def test_places_of_values_and_keys() -> None:
    """Every value and every key is found again at its line and column."""
    found = content("a:\n  - b: c\n    d: [e, f]\n")
    assert found.place(("a", 0, "d", 1)) == (3, 12)
    assert found.place(("a", 0, "d"), key=True) == (3, 5)
    assert found.place(("a", 0)) == (2, 5)


@pytest.mark.parametrize("path", [("a", 0, "x"), ("a", 0, "b", "x"), ("a", 0, 7)])
def test_a_path_to_nowhere_gives_the_last_place_on_it(path: tuple[str | int, ...]) -> None:
    """What is missing is reported where it should have been."""
    assert content("a:\n  - b: c\n").place(path)[0] == 2


def test_columns_count_characters() -> None:
    """A column counts characters as an editor does, not bytes."""
    assert content("{聞く: 🙂, b: c}\n").place(("b",), key=True) == (1, 9)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(ending: str) -> None:
    """Files from Windows and old Macs have the same lines."""
    assert content(ending.join(["a: b", "c: d", ""])).place(("c",)) == (2, 4)


def test_a_byte_order_mark_is_fine() -> None:
    """The mark that some editors put in front is no part of the text."""
    found, problems = read(FILE, b"\xef\xbb\xbfkey: value\n")
    assert not problems
    assert found is not None
    assert (found.value, found.place(("key",), key=True)) == ({"key": "value"}, (1, 1))


REFUSED = {
    "utf-16": ("key: value\n".encode("utf-16"), "1:1: This file is stored as UTF-16."),
    "utf-16-unmarked": ("key: value\n".encode("utf-16-le"), "1:1: This file is stored as UTF-16."),
    "utf-16-big": ("key: value\n".encode("utf-16-be"), "1:1: This file is stored as UTF-16."),
    "latin-1": (
        "a: b\nkey: café\n".encode("latin-1"),
        "2:9: From here on the file is not UTF-8;"
        " it was probably saved as Latin-1 or Windows-1252.",
    ),
    "too-big": (b"key: " + b"x" * 1_000_000, "1:1: This file is larger than 1 MB."),
    "nothing": (b"", "1:1: This file is empty."),
    "only-space": (b" \n\n", "1:1: This file is empty."),
    "only-null": (b"~\n", "1:1: This file is empty."),
    "nul": (b"a: b\nkey: v\x00\n", "2:7: Here stands an invisible control character (U+0000)."),
    "bell": (b"key: \x07\n", "1:6: Here stands an invisible control character (U+0007)."),
    "line-separator": (
        "key: a\u2028b\n".encode(),
        "1:7: Here stands an invisible control character (U+2028).",
    ),
    "undefined-alias": (
        b"key: **bold** text\n",
        '1:6: A text that begins with "*" is a reference that is not used here.',
    ),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_one_clear_problem(data: bytes, message: str) -> None:
    """Bytes that are not YAML text end in one message that says what they are."""
    assert refusal(data).startswith(message + " ")


@pytest.mark.parametrize("text", ["[" * 500_000, "- " * 400_000, "{a: " * 200_000])
def test_deep_nesting_is_a_problem_and_no_crash(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However deep a file nests, reading it ends where that is seen, and in words."""
    events: list[object] = []

    class Counting:
        def __init__(self, text: str) -> None:
            self.parser = parser(text)

        def get_event(self) -> object:
            events.append(self.parser.get_event())
            return events[-1]

    parser = source.CParser
    monkeypatch.setattr(source, "CParser", Counting)
    assert "Things are nested here more than 20 levels deep." in refusal(text.encode())
    # At most two a level: a mapping's start and its key.
    assert len(events) < 2 * 20 + 5


def test_all_duplicate_keys_are_reported() -> None:
    """A key that stands twice leaves the file readable, and each is reported."""
    found, problems = read(FILE, b"a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert found is not None
    assert [(each.line, each.column) for each in problems] == [(2, 1), (3, 11)]


WITHOUT_LIBYAML = """
import sys
from pathlib import Path
sys.modules["yaml._yaml"] = None
from rapport.settings import Settings
from rapport.site import build
for problem in build(Path(sys.argv[1]), Settings(), {}).problems:
    print(problem)
"""


def test_without_libyaml_nothing_is_read() -> None:
    """PyYAML's slow parser reads some files differently, so each is refused and no build breaks."""
    root = CASES.parents[1]
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBYAML, str(root / "assessments")],
        env={**os.environ, "PYTHONPATH": str(root / "hooks")},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    files = {line.partition(":")[0] for line in told}
    assert files == {
        path.relative_to(root).as_posix() for path in (root / "assessments").rglob("*.yml")
    }
    assert all(":1:1: YAML cannot be read here: " in line for line in told)


def test_an_error_without_a_place_is_still_a_problem() -> None:
    """Whatever libyaml may say, the reader gets a sentence."""
    found = explain(FILE, "key: value\n", yaml.YAMLError("something new"))
    assert str(found).startswith(f"{FILE}:1:1: This line cannot be read as YAML.")
