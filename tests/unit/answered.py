"""The eight questionnaires, answered: one pattern of answers a file in `tests/cases/answered`.

A case says how it answers, and under `expect` what the page must show then:

    questionnaire: serving-heart
    form: colleagues                # left out: the first form, or the only one
    what: One sentence about the pattern.
    by: clicks                      # left out: in one go, by the same inputs and events
    subject: Harbour                # the customer's nickname, where one is needed
    all: second-highest             # a rule for all that is scored: lowest, middle, highest, na
    blank: [patient]                # what the rule leaves out
    answers: {kind-limit: 1}        # single answers, as a sheet keeps them; they win over the rule

The expectations come from `reckoning`, never from the page; the page has to agree with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from unit import reckoned_advice as advice
from unit import reckoning
from unit.cases import CASES
from unit.reckoning import Asked

ANSWERED = sorted((CASES / "answered").glob("*.yml"))
RANKS = {"highest": -1, "second-highest": -2, "lowest": 0}


@dataclass(frozen=True)
class Pattern:
    """A questionnaire and the answers to one of its forms."""

    questionnaire: str
    form: str
    answers: dict[str, Any]

    @property
    def role(self) -> str | None:
        """Say whether the form is a `guess` or an `answer`."""
        forms = reckoning.read(self.questionnaire).get("forms", {})
        role: str | None = forms.get(self.form, {}).get("role")
        return role

    @property
    def questions(self) -> list[Asked]:
        """Give the questions of the form, read without the help of `rapport`."""
        return reckoning.asked(self.questionnaire, self.form)


@dataclass(frozen=True)
class Case:
    """One file."""

    name: str
    what: str
    pattern: Pattern
    expect: dict[str, Any]
    by: str = "script"
    subject: str = ""
    address: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out where the form stands."""
        first = first_form(self.pattern.questionnaire)
        part = "" if self.pattern.form == first else f"{self.pattern.form}/"
        object.__setattr__(self, "address", f"assessments/{self.pattern.questionnaire}/{part}")


def first_form(questionnaire: str) -> str:
    """Give the id of the form that stands at the questionnaire's own address."""
    return next(iter(reckoning.read(questionnaire).get("forms", {})), "")


def pattern(
    questionnaire: str,
    form: str | None = None,
    rule: str | None = None,
    blank: Iterable[str] = (),
    answers: dict[str, Any] | None = None,
) -> Pattern:
    """Give a pattern: single answers on top of a rule for everything that is scored."""
    name = first_form(questionnaire) if form is None else form
    found: dict[str, Any] = {}
    for question in reckoning.asked(questionnaire, name) if rule else ():
        chosen = ruled(question, str(rule))
        if question.id not in blank and chosen != "blank":
            found[question.id] = chosen
    return Pattern(questionnaire, name, found | (answers or {}))


def ruled(question: Asked, rule: str) -> int | str | None:
    """Give the answer that a rule chooses, or `blank`: by score, the first of equal ones."""
    if not question.worths or (rule == "na" and not question.offers_na):
        return "blank"
    if rule == "na":
        return None
    rank = len(set(question.worths.values())) // 2 if rule == "middle" else RANKS[rule]
    worth: Fraction = sorted(set(question.worths.values()))[rank]
    return next(option for option, each in question.worths.items() if each == worth)


def read_case(path: Path) -> Case:
    """Read a file."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    how = {key: content[key] for key in ("form", "blank", "answers") if key in content}
    return Case(
        name=path.stem,
        what=content["what"],
        pattern=pattern(content["questionnaire"], rule=content.get("all"), **how),
        expect=content["expect"],
        by=content.get("by", "script"),
        subject=content.get("subject", ""),
    )


def expected(pattern: Pattern) -> dict[str, Any]:
    """Work out what a case expects."""
    questions, answers, name = pattern.questions, pattern.answers, pattern.questionnaire
    found: dict[str, Any] = {"coverage": advice.coverage(questions, answers)}
    if pattern.role == "answer":
        return found
    dimensions = reckoning.reckon(questions, answers)
    points = [point for each in dimensions for point in each.points]
    found["dimensions"] = [dimension(name, each) for each in reckoning.in_order(dimensions)]
    found["headline"] = headline(pattern, dimensions)
    found |= advice.standing_out(points)
    found["level"] = advice.level(points, answers)
    found["practices"] = advice.practices(name, questions, answers, points)
    found["warnings"] = advice.warnings(name, questions, answers, dimensions)
    found["flags"] = advice.flags(questions, answers)
    found["next"] = advice.nexts(name, questions, answers)
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def dimension(questionnaire: str, found: reckoning.Reckoned) -> dict[str, Any]:
    """Give what a case stores of a dimension; a single question needs no count."""
    counts = {"answered": found.answered, "na": found.na, "of": found.of} if found.of > 1 else {}
    if found.score is None:
        return {"id": found.id, "score": None, "band": None, **counts}
    band = reckoning.band(reckoning.levels(questionnaire, found.id), found.score)
    return {"id": found.id, "score": reckoning.figure(found.score), "band": band, **counts}


def headline(pattern: Pattern, dimensions: list[reckoning.Reckoned]) -> dict[str, Any]:
    """Give what the first sentence names."""
    kind = reckoning.read(pattern.questionnaire)["result"]
    points = [point for each in dimensions for point in each.points]
    if kind == "stage":
        return advice.stage(pattern.questionnaire, pattern.questions, pattern.answers)
    if kind == "distribution":
        return {"middle": advice.middle(points, pattern.answers)}
    if advice.coverage(pattern.questions, pattern.answers)["answered"] == 0:
        return {"empty": True}
    level = advice.level(points, pattern.answers)
    return advice.headline(kind, dimensions, level)
