"""The page on which a guess and the answers of others meet, at `assessments/<id>/gap/`.

What stands on it is always the same: every question that both sides are asked. The browser fills in
what each side said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapport.addresses import VIEWS, Link, address, alone_path, asset, form_path, gap_path
from rapport.answers import scale_of
from rapport.pages import Page
from rapport.planned import OptionPlan
from rapport.questions import PolesQuestion
from rapport.scripts import has_gap
from rapport.settings import Settings
from rapport.views import Asked, Pieces, is_scored

VOICES = {"frequency": "often", "agreement": "agree"}
"""By a scale's band set, how a difference is put: "you see this more often than they do"."""


@dataclass(frozen=True)
class PairView:
    """One question of both sides, in the words of those who answer."""

    id: str
    ask: str
    voice: str
    ends: tuple[str, str]
    options: Sequence[OptionPlan]
    on_scale: bool

    @property
    def labels(self) -> list[str]:
        """What can be chosen; questions that offer the same share a table."""
        return [option["label"] for option in self.options]


@dataclass(frozen=True)
class PairsView:
    """The questions of one dimension, or, without an id, those in none."""

    id: str
    title: str
    pairs: list[PairView]


@dataclass(frozen=True)
class GapView:
    """Everything that `gap.html` shows."""

    assessment: str
    guess: str
    others: str
    site: str
    version: str
    individual: bool
    minimum: int
    to_guess: Link
    to_others: Link
    file: str
    file_place: str
    styles: str
    parts: list[PairsView]
    has_texts: bool
    plan_missing: str

    @property
    def tables(self) -> list[list[PairView]]:
        """The questions on a scale, those with the same steps together."""
        pairs = [pair for part in self.parts for pair in part.pairs if pair.on_scale]
        ordered = sorted(pairs, key=lambda pair: pair.labels)
        return [list(alike) for _, alike in groupby(ordered, key=lambda pair: pair.labels)]


def gap_pages(forms: Sequence[Pieces], settings: Settings, version: str) -> Iterator[Page]:
    """Give the page of an assessment where it has a guess and answers to it.

    `version` is the plan's.
    """
    if not has_gap(forms[0].assessment):
        return
    view = gap_view(forms, settings, version)
    say = forms[0].words.page
    yield Page(
        path=gap_path(view.assessment),
        title=f"{say['gap_title']}: {view.to_guess.title}",
        description=f"{view.to_guess.title} · {say['gap_lead']}",
        search="",
        source=f"{view.assessment}.yml",
        template="gap.html",
        values={"view": view},
        words=forms[0].words,
        places=("gap.headline", *(pair.id for part in view.parts for pair in part.pairs)),
    )


def gap_view(forms: Sequence[Pieces], settings: Settings, version: str) -> GapView:
    """Give everything that the page shows; of several forms for answers the first counts."""
    guess, others = (
        next(form for form in forms if form.role == role) for role in ("guess", "answer")
    )
    assessment, directory_urls = guess.assessment, settings.directory_urls
    here, file = gap_path(assessment.id), alone_path(assessment.id, others.form)

    def link(form: Pieces) -> Link:
        path = form_path(assessment.id, form.form, forms[0].form)
        return Link(form.planned["title"], address(here, path, directory_urls))

    return GapView(
        assessment=assessment.id,
        guess=guess.form,
        others=others.form,
        site=settings.storage,
        version=version,
        individual=assessment.audience == "individual",
        minimum=assessment.minimum,
        to_guess=link(guess),
        to_others=link(others),
        file=asset(here, file, directory_urls),
        file_place=file,
        styles=asset(here, VIEWS, directory_urls),
        parts=list(parts(guess, others)),
        has_texts=any(asked.question.type == "text" for asked in others.asked),
        plan_missing=guess.words.script["plan_missing"],
    )


def parts(guess: Pieces, others: Pieces) -> Iterator[PairsView]:
    """Give the questions that both sides are asked, by dimension; the unscored ones last."""
    both = list(compared(guess, others))
    titles = [(dimension, dimension.title) for dimension in guess.assessment.dimensions]
    for dimension, title in [*titles, (None, guess.words.page["unscored_heading"])]:
        pairs = [pair(others, asked) for asked in both if asked.dimension is dimension]
        if pairs:
            yield PairsView(dimension.id if dimension else "", title, pairs)


def compared(guess: Pieces, others: Pieces) -> Iterator[Asked]:
    """Give the questions that are the same on both sides and answered by choosing one option."""
    shapes = {planned["id"]: planned["shape"] for planned, _, _ in guess.asked}
    for asked in others.asked:
        planned = asked.planned
        is_chosen = planned["type"] not in ("text", "checklist")
        if is_chosen and shapes.get(planned["id"]) == planned["shape"]:
            yield asked


def pair(others: Pieces, asked: Asked) -> PairView:
    """Give one question as the page shows it."""
    planned, question, _ = asked
    scale = scale_of(others.assessment, question, others.shared)
    # Between poles, and on a balance, a step up is neither more often nor more agreement.
    levels = scale.bands if scale and planned["type"] == "scale" else None
    options = planned["options"]
    ends = (options[0]["label"], options[-1]["label"])
    if isinstance(question, PolesQuestion):
        ends = (question.low, question.high)
    return PairView(
        id=planned["id"],
        ask=planned["ask"],
        voice=VOICES.get(levels or "", "toward"),
        ends=ends,
        options=options,
        on_scale=planned["type"] != "choice" or is_scored(planned),
    )
