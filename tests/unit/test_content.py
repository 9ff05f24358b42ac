"""The published questionnaires as a whole: guidance for everybody, and no two levels alike."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from rapport.answers import bands_of
from rapport.library import assessment_files, read_assessment, read_shared
from rapport.model import Assessment, Dimension
from unit.published import ROOT

LIBRARY = read_shared(ROOT / "assessments")[0]
ALIKE = 0.5
"""The share of their words beyond which two texts say nearly the same."""


def published() -> dict[str, Assessment]:
    """Give every published questionnaire by its id."""
    found = {}
    for path in assessment_files(ROOT / "assessments"):
        assessment, problems = read_assessment(path.name, path.read_bytes(), LIBRARY)
        assert assessment is not None, problems
        found[assessment.id] = assessment
    return found


PUBLISHED = published()
DIMENSIONS = {
    f"{id_}-{dimension.id}": (assessment, dimension)
    for id_, assessment in PUBLISHED.items()
    for dimension in assessment.dimensions
}
PRINCIPLES = {id_: each.guidance for id_, each in LIBRARY.principles.items()}


def alike(one: str, other: str) -> float:
    """Give the share of their words that two texts have in common."""
    first, second = (set(re.findall(r"[^\W\d_]+", text.lower())) for text in (one, other))
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("name", DIMENSIONS)
def test_every_level_of_a_dimension_has_guidance_in_its_own_voice(name: str) -> None:
    """Whatever somebody answers, the questionnaire itself has something to say."""
    assessment, dimension = DIMENSIONS[name]
    levels = [band.id for band in bands_of(assessment, dimension, LIBRARY)]
    assert levels
    assert list(dimension.guidance) == levels


@pytest.mark.parametrize("name", DIMENSIONS)
def test_no_two_levels_of_a_dimension_say_the_same(name: str) -> None:
    """Another level means other advice, and not the same in other words."""
    dimension: Dimension = DIMENSIONS[name][1]
    pairs = combinations(dimension.guidance.items(), 2)
    assert [(a, b) for (a, one), (b, other) in pairs if alike(one, other) > ALIKE] == []


@pytest.mark.parametrize("name", PRINCIPLES)
def test_no_two_levels_of_a_principle_say_the_same(name: str) -> None:
    """The fallback guidance differs by level too, and is whole."""
    pairs = combinations(PRINCIPLES[name].items(), 2)
    assert len(PRINCIPLES[name]) == 4
    assert [(a, b) for (a, one), (b, other) in pairs if alike(one, other) > ALIKE] == []


@pytest.mark.parametrize("name", PUBLISHED)
def test_no_advice_stands_twice_in_a_questionnaire(name: str) -> None:
    """Nobody reads the same advice below two parts."""
    advice = [
        (f"{dimension.id}.{level}", text)
        for dimension in PUBLISHED[name].dimensions
        for level, text in dimension.guidance.items()
    ]
    pairs = combinations(advice, 2)
    assert [(a, b) for (a, one), (b, other) in pairs if alike(one, other) > ALIKE] == []


def test_alike_is_what_it_says() -> None:
    """The same words in another order are the same, and half of them are half."""
    assert alike("One, two.", "Two one") == 1
    assert alike("one two three", "one two three four five six") == 0.5
