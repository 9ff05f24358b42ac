"""The folder of assessments: every case, the folder itself, and whatever may stand in a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.library import assessment_files, check_folder, read_assessment, read_shared
from rapport.problems import Problem
from rapport.sentences import SENTENCES
from rapport.shelf import Shared
from unit.cases import CASES, INVALID, INVALID_LIBRARY, VALID, expected, name, shared

LIBRARY = shared()
REAL = CASES.parents[1] / "assessments"


def problems_of(text: str, shared: Shared = LIBRARY) -> list[str]:
    """Give the messages about an assessment, without the file's name."""
    found = read_assessment("assessments/case.yml", text.encode(), shared)[1]
    return [str(each).removeprefix("assessments/case.yml:") for each in found]


def folder_with(where: Path, files: dict[str, str]) -> Path:
    """Make a folder `assessments/` with the cases' library and the given files."""
    folder = where / "assessments"
    shutil.copytree(CASES / "library", folder / "library")
    for file, text in files.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


SMALLEST = (CASES / "valid" / "smallest.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", VALID, ids=name)
def test_valid_cases_have_no_problem(path: Path) -> None:
    """What the format allows is read without a word."""
    assessment, problems = read_assessment(f"assessments/{path.name}", path.read_bytes(), LIBRARY)
    assert problems == []
    assert assessment is not None


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_invalid_cases_say_what_is_wrong(path: Path) -> None:
    """Each fault gives exactly the message that the case stores."""
    assessment, problems = read_assessment(f"assessments/{path.name}", path.read_bytes(), LIBRARY)
    assert [str(each) for each in problems] == [expected(path)]
    assert assessment is None


@pytest.mark.parametrize("path", INVALID_LIBRARY, ids=name)
def test_invalid_library_files_say_what_is_wrong(path: Path, tmp_path: Path) -> None:
    """Each fault in the library gives its message; files that name what is gone stay silent."""
    kind = path.name.split(".")[0]
    folder = folder_with(tmp_path, {f"library/{kind}.yml": path.read_text(encoding="utf-8")})
    found, problems = read_shared(folder)
    own = [str(each) for each in problems if each.file.endswith(f"/{kind}.yml")]
    assert own == [expected(path)]
    assert kind in found.broken


def test_everything_is_reported_at_once() -> None:
    """One reading finds faults of every kind, in the file's order."""
    text = (
        "title: A case\naudience: teams\nminutes: soon\nscale: how-oftn\nsources: [hart]\n"
        "dimensions:\n  - id: first\n    title: First\n    principle: lissen\n    questions:\n"
        "      - {id: One, ask: We listened., hlep: x}\n"
        "      - {id: two, ask: We asked., practice: lisen.ask-again}\n"
        "unscored:\n"
        "  - {id: two, type: chioce, ask: Which?}\n"
        "retired: [first]\n"
    )
    places = [message.split(": ")[0] for message in problems_of(text)]
    assert places == [
        "1:1", "2:11", "3:10", "4:8", "5:11", "7:9", "9:16", "11:14", "11:38", "12:45", "14:10",
        "14:21",
    ]  # fmt: skip


def test_a_broken_library_is_not_blamed_on_the_assessments(tmp_path: Path) -> None:
    """When a library file cannot be read, nobody hears of every name in it as well."""
    broken = "id: [\n"
    files = {f"library/{kind}.yml": broken for kind in ("principles", "scales", "bands", "sources")}
    found, problems = read_shared(folder_with(tmp_path, files))
    assert len(problems) == 4
    for path in VALID:
        text = path.read_bytes()
        assert read_assessment(f"assessments/{path.name}", text, found)[1] == [], path.name


def test_well_formed_entries_of_a_broken_library_are_kept(tmp_path: Path) -> None:
    """One bad scale does not take the others away."""
    text = (CASES / "library" / "scales.yml").read_text(encoding="utf-8") + "- id: bad\n"
    found, problems = read_shared(folder_with(tmp_path, {"library/scales.yml": text}))
    assert len(problems) == 1
    assert "how-often" in found.scales


FILE_NAMES = {
    "Upper.yml": "cannot be the address of a questionnaire.",
    "two words.yml": "cannot be the address of a questionnaire.",
    "under_score.yml": "cannot be the address of a questionnaire.",
    f"{'long-' * 8}x.yml": "cannot be the address of a questionnaire.",
    "smallest.fr.yml": "are kept for translations, which are not offered yet.",
    "smallest.pt-BR.yml": "are kept for translations, which are not offered yet.",
    "index.yml": '"index" is reserved and cannot be an id here.',
}


@pytest.mark.parametrize("file", FILE_NAMES)
def test_file_names_that_cannot_be_addresses(file: str, tmp_path: Path) -> None:
    """A file's name is its address, so it has the form of an id."""
    folder = folder_with(tmp_path, {file: SMALLEST})
    found = check_folder(folder, LIBRARY)
    assert [each.file for each in found] == [f"assessments/{file}"]
    assert found[0].what.endswith(FILE_NAMES[file])
    assert read_assessment(f"assessments/{file}", SMALLEST.encode(), LIBRARY)[1] == found


OTHER_SUFFIX = 'This file does not end in ".yml", so that it would not be read.'
STRANGERS = {
    "case.yaml": OTHER_SUFFIX,
    "case.yml.txt": OTHER_SUFFIX,
    "case.YML": OTHER_SUFFIX,
    "library/scale.yml": "This file has no place here and would not be read.",
    "library/scales.yaml": OTHER_SUFFIX,
    "notes.txt": "This file is no questionnaire and would not be read.",
    "readme.md": "This file has no place here and would not be read.",
    "drafts/case.yml": "This folder has no place here and would not be read.",
}


@pytest.mark.parametrize("file", STRANGERS)
def test_what_would_not_be_read_is_reported(file: str, tmp_path: Path) -> None:
    """Nobody waits in vain for a file that is silently left out."""
    found = check_folder(folder_with(tmp_path, {file: SMALLEST}), LIBRARY)
    assert [each.what for each in found] == [STRANGERS[file]]


def test_what_systems_leave_behind_is_ignored(tmp_path: Path) -> None:
    """Editors' and systems' own files are nobody's fault."""
    files = {
        ".DS_Store": "",
        "case.yml~": "",
        ".case.yml.swp": "",
        "README.md": "",
        "schema.json": "",
    }
    folder = folder_with(tmp_path, {**files, "library/scales.schema.json": ""})
    assert check_folder(folder, LIBRARY) == []
    assert assessment_files(folder) == []


def test_a_missing_library_file_is_reported(tmp_path: Path) -> None:
    """A library that is not whole is a problem of its own, once."""
    folder = folder_with(tmp_path, {})
    (folder / "library" / "scales.yml").unlink()
    shared, found = read_shared(folder)
    assert [str(each) for each in found] == [
        "assessments/library/scales.yml:1:1: "
        "This file is missing, and every questionnaire needs it. Add it."
    ]
    assert check_folder(folder, shared) == []


def test_a_file_that_cannot_be_opened_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without the right to read it is named, and the others are read."""

    def refuse(path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = read_shared(folder_with(tmp_path, {}))[1]
    assert {each.what for each in found} == {"This file cannot be opened."}


def test_templates_are_checked_but_not_published(tmp_path: Path) -> None:
    """A file with "_" in front is held to the format and never listed."""
    folder = folder_with(tmp_path, {"_draft.yml": "title: A case\n", "case.yml": SMALLEST})
    assert {each.file for each in check_folder(folder, LIBRARY)} == {"assessments/_draft.yml"}
    assert assessment_files(folder) == [folder / "case.yml"]


def test_the_real_folder_has_no_problem() -> None:
    """What this project publishes, and the example to copy, hold to the format."""
    real, problems = read_shared(REAL)
    problems += check_folder(REAL, real)
    for path in assessment_files(REAL):
        problems += read_assessment(f"assessments/{path.name}", path.read_bytes(), real)[1]
    assert [str(each) for each in problems] == []


def fit_to_show(problems: list[Problem]) -> bool:
    """Tell whether problems are in our own words, whole, and from no fallback."""
    fallback = SENTENCES["unsuitable"][0].split("{")[0]
    return all(
        each.line >= 1
        and each.column >= 1
        and each.remedy
        and "{" + "suggestion" not in each.remedy
        and not each.what.startswith(fallback)
        for each in problems
    )


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_end_in_problems(data: bytes) -> None:
    """Whatever stands in a file, the end is a list of problems, never an exception."""
    assessment, problems = read_assessment("assessments/case.yml", data, LIBRARY)
    assert assessment is None
    assert problems
    assert fit_to_show(problems)


WHOLE = [path.read_text(encoding="utf-8") for path in VALID]
PIECES = st.one_of(
    st.sampled_from(list(" \n\t:{}[]'\"#*&!|>%~é🙂")),
    st.sampled_from(["", "- ", "null", "true", "id: one\n", "---\n", "[]", "{}", "x" * 50, "-1"]),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(WHOLE), st.floats(0, 1), st.integers(0, 30), PIECES)
def test_a_valid_file_with_a_slip_ends_in_an_assessment_or_problems(
    text: str, share: float, gone: int, piece: str
) -> None:
    """A slip of the keyboard anywhere is either harmless or reported, never an exception."""
    at = int(share * len(text))
    changed = text[:at] + piece + text[at + gone :]
    assessment, problems = read_assessment("assessments/case.yml", changed.encode(), LIBRARY)
    assert (assessment is None) == bool(problems)
    assert fit_to_show(problems)


KEYS = st.sampled_from(
    [
        "id",
        "title",
        "summary",
        "audience",
        "minutes",
        "scale",
        "dimensions",
        "questions",
        "principle",
        "ask",
        "type",
        "choices",
        "items",
        "points",
        "forms",
        "role",
        "stage",
        "ours",
        "unscored",
        "retired",
        "guidance",
        "bands",
        "flag",
        "dimension",
        "na",
        "weight",
    ]
)
WORDS = st.sampled_from(["", "one", "team", "scale", "choice", "listen", "how-often", "3", "true"])
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(KEYS, VALUES, st.sampled_from(WHOLE))
def test_any_value_under_any_key_is_judged(key: str, value: object, text: str) -> None:
    """However wrongly a key is filled, every check copes with it."""
    changed = "\n".join(line for line in text.splitlines() if not line.startswith(f"{key}:"))
    found = read_assessment(
        "assessments/case.yml", f"{changed}\n{key}: {json.dumps(value)}\n".encode(), LIBRARY
    )
    assert (found[0] is None) == bool(found[1])
    assert fit_to_show(found[1])
