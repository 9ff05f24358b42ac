"""Messages: their form, their suggestions, and that each is met."""

from __future__ import annotations

import re

import pytest

from rapport.problems import Problem, brief, did_you_mean, ordered, problem, suggestion
from rapport.sentences import SENTENCES
from unit.cases import INVALID, INVALID_LIBRARY, NOTED, expected

ELSEWHERE = {
    # test_source.py
    "no-libyaml",
    "utf-16",
    "not-utf-8",
    "too-big",
    # test_library.py
    "missing-file",
    "unreadable",
    "file-name",
    "translation",
    "other-suffix",
    "unknown-file",
    "stray-file",
    "unknown-folder",
    # What no file known to us leads to; test_library.py looks for one.
    "unsuitable",
    # test_site.py
    "no-folder",
    "same-code",
    "same-form-code",
    # test_lint.py
    "unused-practice",
    # test_settings.py
    "unknown-setting",
    "site-name",
    "contact",
}
"""Sentences that no case in `tests/cases/invalid` can show."""


def test_a_problem_reads_as_place_fault_and_remedy() -> None:
    """A problem is printed as editors and terminals expect it."""
    found = problem("unknown-form", "assessments/x.yml", (37, 5), word="teem", among=["team"])
    assert str(found) == (
        'assessments/x.yml:37:5: There is no form "teem" in this file. Did you mean "team"?'
    )


def test_problems_are_sorted_by_number_and_stand_once() -> None:
    """Line 9 comes before line 10, and nothing is said twice."""
    first, second = Problem("a", 9, 1, "w", "r"), Problem("a", 10, 1, "w", "r")
    assert ordered([second, first, second]) == [first, second]


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("lissen", 'Did you mean "listen"?'),
        ("LISTEN", 'Did you mean "listen"?'),
        ("repair", 'Did you mean "repair"?'),
        ("weather", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_the_nearest_name_is_suggested(word: str, answer: str) -> None:
    """A slip is recognised whatever its case; a stranger is not guessed at."""
    assert did_you_mean(word, ["listen", "repair"]) == answer


def test_without_a_near_name_all_are_listed() -> None:
    """Few names are listed whole, many in part."""
    assert suggestion("x", ["a1", "b1"]) == "Write one of: a1, b1."
    assert suggestion("x", [f"name{n}" for n in range(14)]).endswith("name11 and 2 more.")


def test_somebody_elses_text_is_kept_short() -> None:
    """A message repeats no more of a text than fits a line, and on one line."""
    assert brief("a\n b") == "a b"
    assert len(brief("word " * 100)) <= 60


@pytest.mark.parametrize("code", SENTENCES)
def test_a_message_is_two_plain_sentences(code: str) -> None:
    """What is wrong and what to do are whole sentences that name no part of Python."""
    what, remedy = SENTENCES[code]
    assert what.endswith(".")
    assert remedy.endswith((".", "{suggestion}", "{description}"))
    words = re.findall(r"[A-Za-z_]+", re.sub(r"{.*?}", "", f"{what} {remedy}"))
    assert not {"str", "dict", "int", "bool", "None", "tuple", "float", "NoneType"} & set(words)


def test_every_message_is_met_by_a_case() -> None:
    """No message stands here that no file can lead to."""
    messages = [expected(path) for path in (*INVALID, *INVALID_LIBRARY, *NOTED)]
    patterns = {code: pattern(what) for code, (what, _) in SENTENCES.items()}
    unmet = {code for code, each in patterns.items() if not any(map(each.search, messages))}
    assert unmet == ELSEWHERE


def pattern(what: str) -> re.Pattern[str]:
    """Give a pattern of a message's first sentence, with anything where its details go."""
    parts = re.split(r"{\w+(?::\w+)?}", what)
    plain = [re.escape(part.replace("{{", "{")) for part in parts]
    return re.compile(r":\d+:\d+: " + ".+?".join(plain))
