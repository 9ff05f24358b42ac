"""What only some results show: stages, counts, parts with one question, means of groups.

`browser/kinds.ts` fills it in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from rapport import views
from rapport.advice import Advice
from rapport.model import Assessment
from rapport.questions import ChoiceQuestion, ScaleQuestion
from rapport.views import Pieces


class StageView(NamedTuple):
    """One stage of a relationship, with what may help from there on."""

    id: str
    label: str
    plain: str | None
    heading: str
    next: Markup


class RiskView(NamedTuple):
    """Advice for an answer that means a risk. `id` is `question.choice`."""

    id: str
    answer: str
    next: Markup


@dataclass(frozen=True)
class Kinds:
    """What `result.html` shows of one kind of result and not of another.

    `single` says that each part has one question and no mean; `tallies`, which answers are counted.
    """

    stages: list[StageView]
    risks: list[RiskView]
    single: bool
    groups: bool
    tallies: list[str]


def kinds(pieces: Pieces, told: Advice | None) -> Kinds:
    """Give what a form's result shows besides; `told` is what it may advise, if anything."""
    return Kinds(
        stages=list(stages(pieces)),
        risks=list(risks(pieces)),
        single=is_single(pieces.assessment, told),
        groups=any(dimension.group for dimension in pieces.assessment.dimensions),
        tallies=list(tallies(pieces)),
    )


def stages(pieces: Pieces) -> Iterator[StageView]:
    """Give the stages of a questionnaire that tells one, from the earliest."""
    told = pieces.assessment.stage
    for asked in pieces.asked if told else ():
        if told and asked.question.id == told.ours and isinstance(asked.question, ChoiceQuestion):
            for choice in asked.question.choices:
                heading = pieces.words.page["stage_from"].format(stage=choice.label)
                text = views.block(choice.next)
                yield StageView(choice.id, choice.label, choice.plain, heading, text)


def risks(pieces: Pieces) -> Iterator[RiskView]:
    """Give what to do about a risk: it has a place before everything else."""
    told = pieces.assessment.stage
    for asked in pieces.asked if told else ():
        if isinstance(asked.question, ChoiceQuestion):
            for choice in asked.question.choices:
                id_ = f"{asked.question.id}.{choice.id}"
                if told and id_ in told.risk:
                    yield RiskView(id_, choice.label, views.block(choice.next))


def is_single(assessment: Assessment, told: Advice | None) -> bool:
    """Tell whether a result shows how answers are spread, with one answer a part: no means."""
    counts = {dimension.count for dimension in told.dimensions} if told else set()
    return assessment.result == "distribution" and counts == {1}


def tallies(pieces: Pieces) -> Iterator[str]:
    """Give which answers a result counts: "scored" where it is told so, "unscored" steps."""
    if pieces.assessment.result == "distribution":
        yield "scored"
    if any(a.dimension is None and isinstance(a.question, ScaleQuestion) for a in pieces.asked):
        yield "unscored"
