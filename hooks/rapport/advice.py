"""What a form's result may say: guidance at every level, practices, warnings, flags.

All of it is in the page; the browser's script shows what applies to somebody's answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from rapport.answers import bands_of
from rapport.model import Dimension, Principle, Question
from rapport.questions import BalanceQuestion, ChecklistQuestion, ChoiceQuestion
from rapport.views import Pieces, block, inline, is_scored


class LevelView(NamedTuple):
    """One level of a dimension, with the points it takes and what to say there."""

    id: str
    words: str
    range: str
    guidance: Markup


class FlagView(NamedTuple):
    """A sentence beside a dimension. `id` is `question.choice` or `question.item`."""

    id: str
    answer: str
    because: Markup


@dataclass(frozen=True)
class DimensionView:
    """One dimension: its levels and flags, and what adding up by hand needs."""

    id: str
    title: str
    count: int
    needed: int
    levels: list[LevelView]
    flags: list[FlagView]


class NextView(NamedTuple):
    """Advice that an answer carries. `id` is `question.choice`, `question.below` or `.above`.

    `given` restates a choice, so that the advice can reply to it; what a balance advises says for
    itself to which side the answer was.
    """

    id: str
    ask: str
    answer: str
    given: str
    text: Markup


class Line(NamedTuple):
    """A practice, a warning sign or an obstacle."""

    id: str
    text: str


@dataclass(frozen=True)
class Advice:
    """Everything a result may advise."""

    dimensions: list[DimensionView]
    nexts: list[NextView]
    practices: list[Line]
    warnings: list[Line]
    obstacles: list[Line]


def advice(pieces: Pieces) -> Advice:
    """Give everything that a form's result may advise."""
    return Advice(
        dimensions=list(dimensions(pieces)),
        nexts=list(nexts(pieces)),
        practices=list(practices(pieces)),
        warnings=list(warnings(pieces)),
        obstacles=list(obstacles(pieces)),
    )


def dimensions(pieces: Pieces) -> Iterator[DimensionView]:
    """Give each dimension that has a score in this form."""
    beside: dict[str, list[FlagView]] = {}
    for dimension, flag in flags(pieces):
        beside.setdefault(dimension, []).append(flag)
    for each in pieces.assessment.dimensions:
        count = sum(a.dimension is each and is_scored(a.planned) for a in pieces.asked)
        if count:
            yield DimensionView(
                id=each.id,
                title=each.title,
                count=count,
                needed=count // 2 + 1,
                levels=levels(pieces, each),
                flags=beside.get(each.id, []),
            )


def levels(pieces: Pieces, dimension: Dimension) -> list[LevelView]:
    """Give a dimension's levels, lowest first, in the assessment's voice or the principle's."""
    bands = bands_of(pieces.assessment, dimension, pieces.shared)
    guidance = dimension.guidance or pieces.shared.principles[dimension.principle].guidance
    tops = [*(band.cut for band in bands[1:]), 100]
    span = str(pieces.words.page["from_to"])
    return [
        LevelView(
            id=band.id,
            words=band.words,
            range=span.format(low=f"{band.cut:g}", high=f"{top:g}"),
            guidance=block(guidance.get(band.id)),
        )
        for band, top in zip(bands, tops, strict=True)
    ]


def flags(pieces: Pieces) -> Iterator[tuple[str, FlagView]]:
    """Give the sentences that answers set beside a dimension, each with the dimension's id."""
    seen = pieces.words.page["item_states"]["seen"]
    for asked in pieces.asked:
        question = asked.question
        if isinstance(question, ChoiceQuestion):
            for choice in question.choices:
                if choice.flag:
                    because = inline(choice.flag.because)
                    flag = FlagView(f"{question.id}.{choice.id}", choice.label, because)
                    yield choice.flag.dimension, flag
        elif isinstance(question, ChecklistQuestion):
            for item in question.items:
                if item.dimension:
                    flag = FlagView(f"{question.id}.{item.id}", seen, escape(item.label))
                    yield item.dimension, flag


def nexts(pieces: Pieces) -> Iterator[NextView]:
    """Give the advice that answers carry: choices, and either side of a balance."""
    sides = pieces.words.page["sides"]
    answered = str(pieces.words.page["you_answered"])
    stage = pieces.assessment.stage
    for asked in pieces.asked:
        # What follows from a stage or a risk has a place of its own, from `forms`.
        if stage and asked.question.id == stage.ours:
            continue
        is_choice = isinstance(asked.question, ChoiceQuestion)
        for name, label, text in carried(asked.question, sides):
            id_ = f"{asked.question.id}.{name}"
            if text and not (stage and id_ in stage.risk):
                given = answered.format(answer=label) if is_choice else ""
                yield NextView(id_, asked.planned["ask"], label, given, block(text))


def carried(question: Question, sides: dict[str, str]) -> Iterator[tuple[str, str, str | None]]:
    """Give id, label and advice of each answer that may carry some."""
    if isinstance(question, ChoiceQuestion):
        for choice in question.choices:
            yield choice.id, choice.label, choice.next
    elif isinstance(question, BalanceQuestion):
        yield "below", sides["below"], question.below
        yield "above", sides["above"], question.above


def obstacles(pieces: Pieces) -> Iterator[Line]:
    """Give the checklist items that only the team or its leaders can change."""
    for asked in pieces.asked:
        question = asked.question
        if isinstance(question, ChecklistQuestion) and question.obstacles:
            for item in question.items:
                yield Line(f"{question.id}.{item.id}", item.label)


def practices(pieces: Pieces) -> Iterator[Line]:
    """Give every practice that this form's questions and checklist items name, once."""
    named = []
    for asked in pieces.asked:
        named += asked.planned.get("practices", [])
        named += [each["practice"] for each in asked.planned["options"] if "practice" in each]
    for name, principle, short in resolved(pieces, named):
        yield Line(name, next(each.do for each in principle.practices if each.id == short))


def warnings(pieces: Pieces) -> Iterator[Line]:
    """Give every warning sign that this form's questions and checklist items name, once."""
    named = []
    for asked in pieces.asked:
        named += asked.planned.get("warnings", [])
        named += [item["warning"] for item in asked.planned["options"] if "warning" in item]
    for name, principle, short in resolved(pieces, named):
        yield Line(name, next(each.sign for each in principle.warnings if each.id == short))


def resolved(pieces: Pieces, names: Iterable[str]) -> Iterator[tuple[str, Principle, str]]:
    """Give each dotted name once, with its principle and the part after the dot."""
    for name in dict.fromkeys(names):
        principle, _, short = name.partition(".")
        yield name, pieces.shared.principles[principle], short
