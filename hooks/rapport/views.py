"""What a form's page shows of its questions: the plan, joined with texts that only a page holds.

Everything here is plain values. Markdown is rendered already; all else is escaped by the templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from markupsafe import Markup

from rapport import prose
from rapport.library import Shared
from rapport.model import Assessment, Dimension, Question
from rapport.planned import FormPlan, Plan, QuestionPlan
from rapport.questions import ChoiceQuestion, PolesQuestion
from rapport.scores import printed
from rapport.words import Words


class Asked(NamedTuple):
    """One question of a form: as planned, as written, and the dimension it is scored in."""

    planned: QuestionPlan
    question: Question
    dimension: Dimension | None


@dataclass(frozen=True)
class Pieces:
    """What every view of one form is made from."""

    assessment: Assessment
    form: str
    plan: Plan
    shared: Shared
    words: Words

    @cached_property
    def planned(self) -> FormPlan:
        """This form's part of the plan."""
        return next(form for form in self.plan["forms"] if form["id"] == self.form)

    @cached_property
    def asked(self) -> list[Asked]:
        """The form's questions, in the file's order."""
        written = self.assessment.questions_in(self.form)
        planned = self.planned["questions"]
        return [Asked(p, q, d) for p, (d, q) in zip(planned, written, strict=True)]

    @property
    def role(self) -> str:
        """`guess`, `answer`, or "" where the form has no role."""
        return self.planned.get("role", "")

    def own(self, text: str | dict[str, str] | None) -> str:
        """Give a text, or a map of forms, in this form's words; "" where there is none."""
        return self.assessment.words(text, self.form) or ""

    def detail(self, name: str) -> str:
        """Give what the form says of `name` (summary, end …), else what the assessment says."""
        details = self.assessment.forms.get(self.form)
        general = getattr(self.assessment, name, None)
        return getattr(details, name, None) or self.own(general)


class OptionView(NamedTuple):
    """One thing that can be chosen. `points` are the worksheet's; None where there are none."""

    value: int | str
    label: str
    points: int | None
    plain: str | None = None
    describe: Markup | None = None


@dataclass(frozen=True)
class QuestionView:
    """One question as `question.html` wants it."""

    id: str
    type: str
    ask: str
    help: Markup
    low: str | None
    high: str | None
    na: str | None
    trend: bool
    scored: bool
    weight: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True)
class PartView:
    """One section of a page. `id` is the dimension's, or "" where it is no single one."""

    id: str
    title: str
    lead: str
    pause: Markup
    questions: list[QuestionView]


def block(text: str | None) -> Markup:
    """Give a Markdown text as HTML of paragraphs and lists; "" where there is none."""
    return Markup(prose.block(text) if text else "")


def inline(text: str | None) -> Markup:
    """Give a Markdown text as HTML inside a paragraph; "" where there is none."""
    return Markup(prose.inline(text) if text else "")


def parts(pieces: Pieces) -> list[PartView]:
    """Give the page's sections: each dimension (or all mixed), unscored, questions to ponder."""
    say, period = pieces.words.page, pieces.detail("period")
    rest = [asked for asked in pieces.asked if asked.dimension is None]
    # Whoever answers about others reads nothing of points and scores.
    voice = "answer_" if pieces.role == "answer" else ""
    heading, thinking, lead = (
        say[voice + key] for key in ("unscored_heading", "think_heading", "think_lead")
    )
    found = [
        part(pieces, id_, title, period, scored) for id_, title, scored in scored_parts(pieces)
    ]
    unscored = [asked for asked in rest if asked.question.type != "text"]
    # Where nothing is scored, the others are no "few more".
    found.append(part(pieces, "", heading if found else "", "" if found else period, unscored))
    texts = [asked for asked in rest if asked.question.type == "text"]
    found.append(part(pieces, "", thinking, lead, texts, block(pieces.assessment.pause)))
    return [each for each in found if each.questions]


def scored_parts(pieces: Pieces) -> Iterator[tuple[str, str, list[Asked]]]:
    """Give id, title and questions of each dimension; all under one without title where mixed."""
    if pieces.assessment.order == "mixed":
        yield "", "", list(mixed(pieces.asked))
        return
    for dimension in pieces.assessment.dimensions:
        yield (
            dimension.id,
            dimension.title,
            [asked for asked in pieces.asked if asked.dimension is dimension],
        )


def mixed(questions: Iterable[Asked]) -> Iterator[Asked]:
    """Give the scored questions with one of each dimension in turn."""
    queues: dict[str, list[Asked]] = {}
    for asked in questions:
        if asked.dimension:
            queues.setdefault(asked.dimension.id, []).append(asked)
    while any(queues.values()):
        yield from [queue.pop(0) for queue in queues.values() if queue]


def part(
    pieces: Pieces,
    id_: str,
    title: str,
    lead: str,
    questions: Iterable[Asked],
    pause: Markup = Markup(),  # noqa: B008 - a text, and texts never change
) -> PartView:
    """Give one section with its questions."""
    views = [question_view(pieces, asked.planned, asked.question) for asked in questions]
    return PartView(id_, title, lead, pause, views)


def question_view(pieces: Pieces, planned: QuestionPlan, question: Question) -> QuestionView:
    """Give one question as `question.html` wants it."""
    poles = question if isinstance(question, PolesQuestion) else None
    # Whoever answers about others adds nothing up.
    scored = is_scored(planned) and pieces.role != "answer"
    return QuestionView(
        id=question.id,
        type=question.type,
        ask=planned["ask"],
        help=block(pieces.own(question.help)),
        low=poles.low if poles else None,
        high=poles.high if poles else None,
        na=planned.get("na"),
        trend=planned.get("trend", False),
        scored=scored,
        weight=weight_words(planned, pieces.words) if scored else "",
        options=tuple(option_views(planned, question, scored)),
    )


def option_views(planned: QuestionPlan, question: Question, scored: bool) -> Iterator[OptionView]:
    """Give what can be chosen, with its points if `scored`, and what a choice says besides."""
    choices = question.choices if isinstance(question, ChoiceQuestion) else ()
    for option, choice in zip_longest(planned["options"], choices):
        points = printed(option["score"]) if scored else None
        more = (choice.plain, inline(choice.describe)) if choice else ()
        yield OptionView(option["value"], option["label"], points, *more)


def is_scored(planned: QuestionPlan) -> bool:
    """Tell whether a planned question has a score."""
    return any("score" in option for option in planned["options"])


def weight_words(planned: QuestionPlan, words: Words) -> str:
    """Give "counts 2 times" for a question whose weight is not one."""
    if "weight" not in planned:
        return ""
    return str(words.page["points_weight"]).format(n=f"{planned['weight']:g}")
