"""Scores worked out a second time, from the YAML and `design.md` alone.

Nothing of `rapport` is imported, and every figure is a fraction, so that no rounding of one side
can hide behind the same rounding of the other. `reckoned_advice` has what a result says besides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parents[2] / "assessments"
CUTS = (Fraction(0), Fraction(75, 2), Fraction(125, 2), Fraction(175, 2))
"""Where the four standard levels begin."""
ERROR_OF_ONE = Fraction(39, 2)
APART = Fraction(3, 2)


class Asked(NamedTuple):
    """A question as one form asks it; `worths` is empty where it is not scored."""

    id: str
    type: str
    dimension: str | None
    worths: dict[int | str, Fraction]
    labels: dict[int | str, str]
    offers_na: bool
    weight: Fraction
    practices: list[str]
    warnings: list[str]
    options: list[dict[str, Any]]
    own: dict[str, Any]


class Reckoned(NamedTuple):
    """A dimension: its score, and how its answers stand."""

    id: str
    score: Fraction | None
    answered: int
    na: int
    of: int
    squared_error: Fraction
    points: list[tuple[Asked, Fraction]]


@cache
def read(name: str) -> Any:
    """Read a file of the folder `assessments/`. Every value is text, as contributors mean it."""
    text = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts and nothing else


def entry(kind: str, name: str) -> dict[str, Any]:
    """Give one entry of a library file."""
    [found] = [each for each in read(f"library/{kind}") if each["id"] == name]
    return dict(found)


def asked(questionnaire: str, form: str = "") -> list[Asked]:
    """Give the questions of a form, in the order of the file."""
    content = read(questionnaire)
    placed = [
        (question, dimension)
        for dimension in content.get("dimensions", [])
        for question in dimension["questions"]
    ]
    placed += [(question, {}) for question in content.get("unscored", [])]
    return [
        as_asked(question, dimension, content.get("scale"))
        for question, dimension in placed
        if isinstance(question["ask"], str) or form in question["ask"]
    ]


def as_asked(question: dict[str, Any], dimension: dict[str, Any], scale: str | None) -> Asked:
    """Give one question; keys that it does not have are its scale's and its dimension's."""
    type_ = question.get("type", "scale")
    stepped = type_ in ("scale", "poles", "balance")
    steps = entry("scales", str(question.get("scale", scale))) if stepped else {}
    options = question.get("choices") or question.get("items") or []
    labels: dict[int | str, str] = dict(enumerate(steps.get("steps", []), start=1))
    labels |= {option["id"]: option["label"] for option in options}
    principle = question.get("principle") or dimension.get("principle", "")
    na = question.get("na", steps.get("na", "false"))
    return Asked(
        id=question["id"],
        type=type_,
        dimension=dimension.get("id"),
        worths=worths(question, labels, steps.get("points")) if dimension else {},
        labels=labels,
        offers_na=na != "false",
        weight=Fraction(question.get("weight", "1")),
        practices=[dotted(each, principle) for each in listed(question.get("practice"))],
        warnings=[dotted(each, principle) for each in listed(question.get("warning"))],
        options=[dict(option, principle=principle) for option in options],
        own=question,
    )


def worths(
    question: Mapping[str, Any], labels: Mapping[int | str, str], points: list[str] | None
) -> dict[int | str, Fraction]:
    """Give `(p − min) / (max − min) × 100` of each option; of a balance nearness to the middle."""
    if "choices" in question:
        points = [choice["points"] for choice in question["choices"]]
    worth = [Fraction(each) for each in points or map(str, range(1, len(labels) + 1))]
    if question.get("type") == "balance":
        middle = worth[len(worth) // 2]
        worth = [-abs(each - middle) for each in worth]
    least, most = min(worth), max(worth)
    scores = [100 * (each - least) / (most - least) for each in worth]
    if question.get("reverse") == "true":
        scores = [100 - each for each in scores]
    return dict(zip(labels, scores, strict=True))


def listed(value: str | list[str] | None) -> list[str]:
    """Give one id or several as a list."""
    return [value] if isinstance(value, str) else list(value or [])


def dotted(name: str, principle: str) -> str:
    """Give `principle.name`; a name that is dotted already stays."""
    return name if "." in name else f"{principle}.{name}"


def step(answer: Any) -> Any:
    """Give what was chosen, without the trend that may stand beside it."""
    return answer["at"] if isinstance(answer, Mapping) and "at" in answer else answer


def reckon(questions: Sequence[Asked], answers: Mapping[str, Any]) -> list[Reckoned]:
    """Give each dimension of a form in the order of the file."""
    ids = dict.fromkeys(each.dimension for each in questions if each.worths)
    return [
        reckon_one(str(id_), [each for each in questions if each.dimension == id_], answers)
        for id_ in ids
    ]


def reckon_one(id_: str, questions: Sequence[Asked], answers: Mapping[str, Any]) -> Reckoned:
    """Give the weighted mean of what was answered; more than half has to be."""
    scored = [each for each in questions if each.worths]
    na = sum(each.id in answers and answers[each.id] is None for each in scored)
    points = [
        (each, each.worths[step(answers[each.id])])
        for each in scored
        if answers.get(each.id) is not None
    ]
    weights = [each.weight for each, _ in points]
    score = None
    if len(points) >= len(scored) // 2 + 1:
        score = sum((each.weight * worth for each, worth in points), Fraction()) / sum(weights)
    squares = sum(each**2 for each in weights)
    error = ERROR_OF_ONE**2 * squares / sum(weights) ** 2 if points else Fraction()
    return Reckoned(id_, score, len(points), na, len(scored), error, points)


def in_order(dimensions: Sequence[Reckoned]) -> list[Reckoned]:
    """Give them highest first, those without a score last, ties in the order of the file."""
    return sorted(dimensions, key=lambda each: -each.score if each.score is not None else 1)


def are_apart(one: Reckoned, other: Reckoned) -> bool:
    """Tell whether two scores differ by 1.5 standard errors of their difference; squared, exact."""
    assert one.score is not None
    assert other.score is not None
    error = one.squared_error + other.squared_error
    return (one.score - other.score) ** 2 >= APART**2 * error


def levels(questionnaire: str, dimension: str) -> list[tuple[str, Fraction]]:
    """Give the levels of a dimension with their lower cuts, lowest first."""
    content = read(questionnaire)
    [own] = [each for each in content["dimensions"] if each["id"] == dimension]
    scales = [each.get("scale", content.get("scale")) for each in own["questions"]]
    named = [own.get("bands"), *(entry("scales", each).get("bands") for each in scales if each)]
    found = entry("bands", next(each for each in named if each))["levels"]
    cuts = [Fraction(each["from"]) for each in found if "from" in each] or CUTS
    return [(each["id"], cut) for each, cut in zip(found, cuts, strict=True)]


def band(levels: Sequence[tuple[str, Fraction]], score: Fraction) -> str:
    """Give the level of a score; on a cut it is the upper one."""
    return [id_ for id_, cut in levels if cut <= score][-1]


def figure(score: Fraction) -> float:
    """Give a score with one decimal, half up, as `data-score` has it."""
    return floor(score * 10 + Fraction(1, 2)) / 10
