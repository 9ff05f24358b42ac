"""The benchmark measures what it says: valid questionnaires, varied, and the same text twice."""

import re
from pathlib import Path
from typing import Any

import pytest

from bench.projects import ROOT, make
from bench.questionnaires import Library, Writer, as_markdown, as_yaml
from rapport.library import read_assessment, read_shared

ASSESSMENTS = ROOT / "assessments"
MANY = 40


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the ids of the real library."""
    return Library(ASSESSMENTS / "library")


def asked(questionnaire: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all questions of a questionnaire."""
    scored = [q for part in questionnaire["dimensions"] for q in part["questions"]]
    return scored + list(questionnaire["unscored"])


def test_made_up_questionnaires_are_valid(library: Library) -> None:
    """What the benchmark builds has no problem, so that no build stops early."""
    shared, problems = read_shared(ASSESSMENTS)
    for number in range(MANY):
        text = as_yaml(Writer(number, library).questionnaire())
        problems += read_assessment(f"assessments/made-up-{number}.yml", text.encode(), shared)[1]
    assert problems == []


def test_each_has_twenty_questions(library: Library) -> None:
    """A made-up questionnaire is as long as the budgets say."""
    assert {len(asked(Writer(n, library).questionnaire())) for n in range(MANY)} == {20}


def test_questions_hardly_repeat(library: Library) -> None:
    """Remembering what was rendered before gains a build less than one question in twenty."""
    words = [q["ask"] for n in range(MANY) for q in asked(Writer(n, library).questionnaire())]
    assert len(set(words)) > 0.95 * len(words)


def test_the_same_number_gives_the_same_questionnaire(library: Library) -> None:
    """Two runs of the benchmark measure the same text."""
    assert Writer(7, library).questionnaire() == Writer(7, library).questionnaire()


def test_plain_page_has_every_text(library: Library) -> None:
    """The plain page leaves out nothing that a reader of ours can meet."""
    questionnaire = Writer(3, library).questionnaire()
    page = as_markdown(questionnaire, library)
    hidden = {"id", "type", "scale", "practice", "warning", "principle", "dimension"}
    hidden |= {"audience", "fits", "private", "minutes", "result"}

    def texts(value: Any, key: str = "") -> list[str]:
        if isinstance(value, dict):
            return [text for k, v in value.items() if k not in hidden for text in texts(v, k)]
        if isinstance(value, list):
            return [text for each in value for text in texts(each)]
        return [str(value)]

    assert [text for text in texts(questionnaire) if text not in page] == []


def test_both_projects_list_the_same_pages(tmp_path: Path) -> None:
    """Neither project has a page that the other lacks."""
    ours, plain = make(tmp_path, 7)
    written = {path.stem for path in ours.page(0).parent.glob("made-up-*.yml")}
    assert written == {path.stem for path in plain.page(0).parent.glob("made-up-*.md")}
    settings = (plain.folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"assessments/(made-up-\d+)\.md", settings)) == written
