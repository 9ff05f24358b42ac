"""The lint: what it says, what it leaves alone, and that our own questionnaires are free of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from rapport.library import assessment_files, examine, read_shared
from rapport.lint_scoring import Worth, unreached
from rapport.remarks import FAULTS, NOTES
from rapport.settings import Settings
from rapport.site import Memo, Site, build
from unit.cases import CASES, NOTED, QUIET, VALID, expected, name, shared

LIBRARY = shared()
ROOT = CASES.parents[1]
REAL = ROOT / "assessments"
REAL_LIBRARY = read_shared(REAL)[0]
CUTS = (0.0, 37.5, 62.5, 87.5)
FIVE: Worth = ((0.0, 25.0, 50.0, 75.0, 100.0), 1)
FOUR: Worth = ((0.0, 100 / 3, 200 / 3, 100.0), 1)
YES_NO: Worth = ((0.0, 100.0), 1)
HEAVY: Worth = ((0.0, 100.0), 9)


def notes_of(path: Path, library: object = LIBRARY) -> list[str]:
    """Give what the lint notes about a file that has no problem."""
    reading = examine(f"assessments/{path.name}", path.read_bytes(), library)  # type: ignore[arg-type]
    assert reading.problems == []
    assert reading.assessment is not None
    return [str(note) for note in reading.notes]


@pytest.mark.parametrize("path", NOTED, ids=name)
def test_doubtful_cases_are_noted(path: Path) -> None:
    """Each doubt gives exactly the note that the case stores, and the file is still valid."""
    assert notes_of(path) == [expected(path)]


@pytest.mark.parametrize("path", QUIET, ids=name)
def test_what_is_meant_so_is_left_alone(path: Path) -> None:
    """What comes near to a rule, or names it in `lint-ignore`, gives no note."""
    assert notes_of(path) == []


@pytest.mark.parametrize("path", [*REAL.glob("*.yml")], ids=name)
def test_our_own_questionnaires_have_no_note(path: Path) -> None:
    """Whoever reads a note knows that it is about their own work; the template has none either."""
    assert notes_of(path, REAL_LIBRARY) == []


def test_our_own_practices_are_all_suggested() -> None:
    """No practice waits in the library for a question that leads to it."""
    site = build(REAL, Settings(), {})
    assert site.problems == ()
    assert [str(note) for note in site.notes if note.file.endswith("principles.yml")] == []


def test_every_rule_is_explained() -> None:
    """A contributor finds each rule on the page about the format, with what it leads to."""
    text = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")
    tables = re.findall(r"^These .* (the build|a note):\n\n((?:\|.*\n)+)", text, re.MULTILINE)
    rules = {ends: re.findall(r"^\| `([a-z-]+)` \|", rows, re.M) for ends, rows in tables}
    assert {ends: set(named) for ends, named in rules.items()} == {
        "the build": set(FAULTS),
        "a note": set(NOTES),
    }


@pytest.mark.parametrize(
    ("worths", "missed"),
    [
        ((FIVE,), ()),
        ((FOUR,), (1,)),
        ((FOUR, FOUR), ()),
        ((YES_NO,), (1, 2)),
        ((YES_NO, YES_NO), (2,)),
        # 2 of 3 answered: 0, 50, 100; all 3: 33 and 67 as well.
        ((YES_NO, YES_NO, YES_NO), ()),
        # The light one hardly moves the other.
        ((HEAVY, YES_NO), (1, 2)),
        ((YES_NO,) * 9, ()),
    ],
)
def test_a_level_is_out_of_reach_when_no_answers_give_it(
    worths: tuple[Worth, ...], missed: tuple[int, ...]
) -> None:
    """All combinations of enough answers are tried; a level that none of them gives is told."""
    assert unreached(worths, CUTS) == missed


def test_a_level_that_only_partial_answers_reach_is_reached() -> None:
    """Somebody who leaves a question out may well see the level."""
    # Of five yes or no: 0, 20, 40 …; with four answered also 75.
    assert unreached((YES_NO,) * 5, (0, 74, 76)) == ()
    assert unreached((YES_NO,) * 2, (0, 49, 51)) == ()
    assert unreached((YES_NO,) * 2, (0, 51, 99)) == (1,)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with the cases' library, and one questionnaire that names three practices."""
    made = tmp_path / "assessments"
    shutil.copytree(CASES / "library", made / "library")
    shutil.copy(CASES / "valid" / "references-near-and-far.yml", made)
    return made


def unused(site: Site) -> list[str]:
    """Give the notes about practices, without the names of the files."""
    return [str(note).partition("/library/")[2] for note in site.notes if "practice" in note.what]


def test_practices_that_nobody_suggests_are_noted_at_their_lines(folder: Path) -> None:
    """The note stands in the library, once, whatever number of questionnaires there is."""
    shutil.copy(folder / "references-near-and-far.yml", folder / "another.yml")
    assert unused(build(folder, Settings(), {})) == [
        'principles.yml:33:12: No questionnaire suggests the practice "kind-limit".'
        ' Name it as "practice" of a question that it helps with, or delete it.'
    ]


def test_practices_of_checklists_are_suggested_too(folder: Path) -> None:
    """What an item leads to is suggested as well."""
    text = (CASES / "quiet" / "text-questions-without-principle.yml").read_text(encoding="utf-8")
    named = text.replace("label: A}", "label: A, practice: put-them-first.kind-limit}")
    (folder / "more.yml").write_text(named, encoding="utf-8")
    site = build(folder, Settings(), {})
    assert (site.problems, unused(site)) == ((), [])


def test_notes_are_remembered_with_their_file(folder: Path) -> None:
    """In `serve` a note stays until its file is mended."""
    memo: Memo = {}
    shutil.copy(CASES / "notes" / "double-negative.yml", folder)
    told = [str(note) for note in build(folder, Settings(), memo).notes]
    assert "assessments/double-negative.yml:14:24: There is a double no" in "\n".join(told)
    assert [str(note) for note in build(folder, Settings(), memo).notes] == told


def test_while_there_are_problems_no_practice_is_called_unused(folder: Path) -> None:
    """What a broken file suggests cannot be known."""
    (folder / "broken.yml").write_text("title: T\n", encoding="utf-8")
    assert unused(build(folder, Settings(), {})) == []


def test_a_broken_library_is_not_linted(tmp_path: Path) -> None:
    """What cannot be read cannot be judged."""
    library = read_shared(tmp_path)[0]
    found = {path.stem: examine(path.name, path.read_bytes(), library).notes for path in VALID}
    assert set(map(tuple, found.values())) == {()}


def test_the_published_questionnaires_are_there() -> None:
    """The tests above look at something."""
    assert len(assessment_files(REAL)) >= 2
