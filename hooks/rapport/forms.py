"""One form's page as a whole: what `form.html`, `result.html` and `search.html` show of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, isclose, sqrt
from typing import NamedTuple

from markupsafe import Markup

from rapport import views
from rapport.addresses import (
    Link,
    address,
    alone_path,
    asset,
    form_path,
    gap_path,
    portfolio_path,
)
from rapport.advice import Advice, advice
from rapport.kinds import Kinds, is_single, kinds
from rapport.planned import Plan
from rapport.scripts import has_code, has_gap, has_portfolio, result_scripts, scripts
from rapport.settings import Settings
from rapport.views import PartView, Pieces

SEM_OF_ONE = 19.5
"""The assumed standard error of one answer."""

APART = 1.5
"""Two parts differ from this many standard errors of their difference on."""


class Sibling(NamedTuple):
    """A form that others answer: its page, and the same as one file."""

    title: str
    href: str
    file: str


@dataclass(frozen=True)
class FormView:
    """What `form.html`, `result.html` and `search.html` show of a form."""

    id: str
    assessment: str
    site: str
    version: str
    scripts: str
    result_scripts: str
    role: str
    title: str
    summary: str
    intro: Markup
    end: Markup
    facts: list[str]
    siblings: list[Sibling]
    countable: int
    weighted: bool
    turned: bool
    parts: list[PartView]
    result_heading: str
    result_is: str
    picture: str
    axis: list[str]
    plan_missing: str
    advice: Advice | None
    kinds: Kinds
    subject: bool
    code: bool
    views: list[Link]
    comparison: str
    support: Markup
    contact: str


def form_view(pieces: Pieces, settings: Settings, version: str) -> FormView:
    """Give everything that `form.html` and `result.html` show."""
    role, say = pieces.role, pieces.words.page
    directory_urls = settings.directory_urls
    # Whoever answers about others is told no result.
    told = None if role == "answer" else advice(pieces)
    period = pieces.detail("period")
    # The period stands inside a sentence here: "This is your own view over the past four weeks".
    inside = f" {period[0].lower()}{period[1:]}" if period else ""
    voice = "guess" if role == "guess" else "result"
    questions = pieces.planned["questions"]
    return FormView(
        id=pieces.form,
        assessment=pieces.assessment.id,
        site=settings.storage,
        version=version,
        scripts=" ".join(scripts(pieces.assessment, pieces.form)),
        result_scripts=" ".join(result_scripts(pieces.assessment, pieces.form)),
        role=role,
        title=pieces.planned["title"],
        summary=pieces.detail("summary"),
        intro=views.block(pieces.detail("intro")),
        end=views.block(pieces.detail("end")),
        facts=facts(pieces),
        siblings=[] if role == "answer" else siblings(pieces, directory_urls),
        countable=countable(pieces),
        weighted=any("weight" in question for question in questions),
        turned=any(asked.question.reverse for asked in pieces.asked),
        parts=views.parts(pieces),
        result_heading=say["thanks_heading" if role == "answer" else f"{voice}_heading"],
        result_is=say[f"{voice}_is"].format(period=inside, chance=chance(pieces, told)),
        picture=say["guess_title" if role == "guess" else "picture_title"],
        axis=axis(pieces.plan),
        plan_missing=pieces.words.script["plan_missing"],
        advice=told,
        kinds=kinds(pieces, told),
        subject=pieces.assessment.subject != "none" and role != "answer",
        code=has_code(pieces.assessment, pieces.form),
        views=[] if role == "answer" else list(view_links(pieces, directory_urls)),
        comparison=comparison(pieces, directory_urls) if role == "answer" else "",
        # People outside have other people to talk to.
        support=views.inline("" if role == "answer" else settings.support),
        contact="" if role == "answer" else settings.contact_about(pieces.planned["title"]),
    )


def view_links(pieces: Pieces, directory_urls: bool) -> Iterator[Link]:
    """Give the links to what a form's answers can be seen beside: others' answers, other ones."""
    id_, say = pieces.assessment.id, pieces.words.page
    here = form_path(id_, pieces.form, pieces.assessment.form_ids[0])
    if has_gap(pieces.assessment):
        yield Link(say["to_gap"], address(here, gap_path(id_), directory_urls))
    if has_portfolio(pieces.assessment):
        yield Link(say["to_portfolio"], address(here, portfolio_path(id_), directory_urls))


def chance(pieces: Pieces, told: Advice | None) -> str:
    """Give the sentence about differences that may be chance, to stand behind another.

    Two parts of n answers each are told apart from 1.5 · √2 · 19.5 / √n points on (`toldApart` of
    `score.ts`). The shortest part of the form decides, and the figure is rounded to the nearest 5,
    since 19.5 is an assumption. Where there are not two means to compare, "".
    """
    counts = [dimension.count for dimension in told.dimensions] if told else []
    if len(counts) < 2 or is_single(pieces.assessment, told):
        return ""
    points = APART * sqrt(2) * SEM_OF_ONE / sqrt(min(counts))
    rounded = 5 * floor(points / 5 + 0.5)
    return f" {pieces.words.page['chance'].format(points=rounded)}"


def axis(plan: Plan) -> list[str]:
    """Give the step labels of the picture where all dimensions share them, evenly spaced; or none.

    Labels are laid out evenly, so that between uneven steps they would stand in wrong places.
    """
    steps = plan["dimensions"][0]["steps"] if plan["dimensions"] else []
    shared = all(dimension["steps"] == steps for dimension in plan["dimensions"])
    even = all(isclose(step["at"] * (len(steps) - 1), 100 * n) for n, step in enumerate(steps))
    return [step["label"] for step in steps] if shared and even else []


def countable(pieces: Pieces) -> int:
    """Give how many questions count towards progress: all but texts."""
    return sum(question["type"] != "text" for question in pieces.planned["questions"])


def facts(pieces: Pieces) -> list[str]:
    """Give the line under the title: for whom, how long, how many questions."""
    words = pieces.words
    thinking = len(pieces.planned["questions"]) - countable(pieces)
    counted = words.count("questions", countable(pieces))
    more = f", {words.count('to_think_about', thinking)}" if thinking else ""
    whom = words.page["audience"][pieces.assessment.audience]
    return [
        words.page["audience_customer_form"] if pieces.role == "answer" else whom,
        words.count("minutes", pieces.assessment.minutes),
        counted + more,
    ]


def comparison(pieces: Pieces, directory_urls: bool) -> str:
    """Give the way from a form to where guess and answers meet, if they do, for whoever asks."""
    if not has_gap(pieces.assessment):
        return ""
    id_ = pieces.assessment.id
    here = form_path(id_, pieces.form, pieces.assessment.form_ids[0])
    return address(here, gap_path(id_), directory_urls)


def siblings(pieces: Pieces, directory_urls: bool) -> list[Sibling]:
    """Give the other forms of the assessment that others answer, as links from this one."""
    assessment = pieces.assessment
    first = assessment.form_ids[0]
    here = form_path(assessment.id, pieces.form, first)
    return [
        Sibling(
            form["title"],
            address(here, form_path(assessment.id, form["id"], first), directory_urls),
            asset(here, alone_path(assessment.id, form["id"]), directory_urls),
        )
        for form in pieces.plan["forms"]
        if form.get("role") == "answer"
    ]
