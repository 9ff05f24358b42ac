"""The types of a plan, as `plan` makes it and `browser/plan.ts` reads it; the two change together.

Keys that do not apply are left out.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class FlagPlan(TypedDict):
    """The dimension that a choice sets a sentence beside."""

    dimension: str


class OptionPlan(TypedDict):
    """One thing that can be chosen: a step, a choice, or an item of a checklist."""

    value: int | str
    label: str
    plain: NotRequired[str]
    score: NotRequired[float]
    flag: NotRequired[FlagPlan]
    dimension: NotRequired[str]
    warning: NotRequired[str]
    practice: NotRequired[str]


class QuestionPlan(TypedDict):
    """One question as one form asks it."""

    id: str
    type: str
    ask: str
    options: list[OptionPlan]
    na: NotRequired[str]
    trend: NotRequired[Literal[True]]
    obstacles: NotRequired[Literal[True]]
    dimension: NotRequired[str]
    weight: NotRequired[float]
    practices: NotRequired[list[str]]
    warnings: NotRequired[list[str]]
    shape: str


# `from` is no name that a class can have.
BandPlan = TypedDict("BandPlan", {"id": str, "words": str, "from": float})


class StepPlan(TypedDict):
    """A step of a scale, and its score where nothing is reversed."""

    label: str
    at: float


class DimensionPlan(TypedDict):
    """One dimension with its levels, lowest first."""

    id: str
    title: str
    name: str
    bands: list[BandPlan]
    steps: list[StepPlan]
    group: NotRequired[str]


class FormPlan(TypedDict):
    """One form; its questions in the order of the file."""

    id: str
    title: str
    edition: str
    na: str
    questions: list[QuestionPlan]
    role: NotRequired[str]
    code: NotRequired[str]


class StagePlan(TypedDict):
    """Which questions tell the stage, and which choices, as `question.choice`, a risk."""

    ours: str
    theirs: str
    risk: list[str]


class Plan(TypedDict):
    """The whole plan."""

    format: int
    id: str
    code: str
    result: str
    private: bool
    subject: str
    minimum: int
    stage: NotRequired[StagePlan]
    dimensions: list[DimensionPlan]
    forms: list[FormPlan]
    words: dict[str, Any]
    language: str
