"""What the pages about the site say of figures, names and buttons is what the code has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import sqrt

import pytest
import yaml

from rapport import forms
from rapport.shelf import STANDARD_CUTS
from rapport.words import read_words
from unit.cases import CASES

ROOT = CASES.parents[1]
BROWSER = ROOT / "hooks" / "rapport" / "browser"
PRIVACY = (ROOT / "docs" / "about" / "privacy.md").read_text(encoding="utf-8")
METHOD = (ROOT / "docs" / "about" / "method.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| (\d+) points \| (\d+) points \|$", re.MULTILINE)
NAMED = re.compile(r"\*\*([A-Z][^*]*[^*.])\*\*")
"""Bold and with a capital, but no sentence of its own: what a button or a page is called."""

FIGURES = {
    "SEM_OF_ONE": ("score.ts", "{} points divided by the square root"),
    "APART": ("score.ts", "at least {} times the standard error"),
    "MOVED": ("score.ts", "at least {} × √2 times the standard error"),
    "NEAR": ("score.ts", "less than {} points from the border"),
    "LEAST_OF_DIMENSION": ("gap/comparison.ts", "at least {} of the same questions"),
}
"""By the name of a constant: the file that has it, and what the page says with it."""

WRITTEN = {"3": "three"}


def constant(name: str, file: str) -> str:
    """Give the figure of a constant of the browser's part."""
    [figure] = re.findall(rf"^const {name} = ([\d.]+);", (BROWSER / file).read_text("utf-8"), re.M)
    return str(figure)


def flat(text: str) -> str:
    """Give a text without its line breaks."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", FIGURES)
def test_figures_of_the_method_are_those_of_the_code(name: str) -> None:
    """Whoever reads how a score comes about reads the figures that are used."""
    file, sentence = FIGURES[name]
    figure = constant(name, file)
    assert sentence.format(WRITTEN.get(figure, figure)) in flat(METHOD)


def test_the_cuts_are_those_of_the_code() -> None:
    """The page names the scores at which the words change."""
    *most, last = (f"{cut:g}" for cut in STANDARD_CUTS.values())
    assert f"begin at {', '.join(most)} and {last}" in flat(METHOD)


def test_the_table_of_the_band_is_worked_out() -> None:
    """Each row of band and counting change is what the two formulas give."""
    sem, moved = (float(constant(name, "score.ts")) for name in ("SEM_OF_ONE", "MOVED"))
    rows = [[int(figure) for figure in row] for row in ROW.findall(METHOD)]
    assert len(rows) == 5
    assert rows == [
        [m, round(sem / sqrt(m)), round(moved * sqrt(2) * sem / sqrt(m))] for m, _, _ in rows
    ]


def test_twenty_points_tell_parts_apart() -> None:
    """The figure for parts of four or five questions is what the rule gives, to the nearest ten."""
    apart = [forms.APART * sqrt(2) * forms.SEM_OF_ONE / sqrt(m) for m in (4, 5)]
    assert {round(points, -1) for points in apart} == {20}
    assert "about 20 points for parts of four or five questions" in flat(METHOD)


def test_the_least_number_for_one_person_is_the_formats() -> None:
    """The pages that name a least number of colleagues name that of "The mirror"."""
    mirror = yaml.safe_load((ROOT / "assessments" / "mirror.yml").read_text(encoding="utf-8"))
    assert mirror.get("minimum", "5") in (5, "5")
    assert "nothing is shown below five answers" in flat(METHOD)
    assert "fewer than five colleagues" in flat((ROOT / "docs/about/statement.md").read_text())


def test_names_of_what_is_stored_are_those_of_the_code() -> None:
    """Whoever looks into the browser finds what the page about privacy lists, by its name."""
    store, preferences = ((BROWSER / f"{name}.ts").read_text() for name in ("store", "preferences"))
    assert "`rapport-${site}`" in store
    assert "return `rapport-${site}:`" in preferences
    assert set(re.findall(r"`(rapport-[\w:-]*)`", PRIVACY)) == {"rapport-"}


def said(words: Mapping[str, object]) -> Iterator[str]:
    """Give all words of the interface, also those within a map."""
    for word in words.values():
        yield from said(word) if isinstance(word, Mapping) else [str(word)]


@pytest.mark.parametrize("file", ["how-it-works", "about/privacy"])
def test_buttons_are_called_what_they_are_called(file: str) -> None:
    """A button that a page names in bold can be found under that name."""
    words = read_words()
    everything = {*said(words.page), *said(words.script)}
    everything |= {word for each in words.scripts.values() for word in said(each)}
    named = NAMED.findall(flat((ROOT / "docs" / f"{file}.md").read_text(encoding="utf-8")))
    assert len(named) > 1
    assert [name for name in named if name not in everything] == []
