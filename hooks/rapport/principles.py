"""The pages of the principles, and the overview that shows how they hang together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from rapport.addresses import Link, address
from rapport.basis import Holdings
from rapport.constellation import GROUND, ROOT, narrow, wide
from rapport.pages import Page, render
from rapport.shelf import Principle
from rapport.views import block

OVERVIEW = "principles/index"
SOURCE = "library/principles.yml"


class Passage(NamedTuple):
    """A text below a heading."""

    heading: str
    text: Markup


class Tests(NamedTuple):
    """The questions of one questionnaire that test a principle: a link for each."""

    title: str
    href: str
    questions: list[Link]


class Entry(NamedTuple):
    """A principle in the overview's list."""

    title: str
    href: str
    statement: str
    related: list[Link]


@dataclass(frozen=True)
class PrincipleView:
    """What `principle.html` shows; Markdown is rendered already."""

    principle: Principle
    why: Markup
    daily: list[Passage]
    limit: Markup
    levels: list[Passage]
    tests: list[Tests]
    related: list[Link]
    documents: list[Link]


def path(id_: str) -> str:
    """Give the path of a principle's page in the sources, without `.md`."""
    return f"principles/{id_}"


def links_to(principles: Iterable[Principle], here: str, directory_urls: bool) -> list[Link]:
    """Give the links from a page to the pages of some principles."""
    return [Link(each.title, address(here, path(each.id), directory_urls)) for each in principles]


def principle_page(principle: Principle, holdings: Holdings) -> Page:
    """Give the page of a principle: what it says, and which questions ask about it."""
    here, say = path(principle.id), holdings.words.page
    view = PrincipleView(
        principle=principle,
        why=block(principle.why),
        daily=list(daily(principle, say["ways"])),
        limit=block(principle.limit),
        levels=[
            Passage(say["levels"][level], block(text)) for level, text in principle.guidance.items()
        ],
        tests=[each for each in tests(here, principle.id, holdings) if each.questions],
        related=holdings.principles(here, principle.related),
        documents=holdings.documents(here, principle.sources),
    )
    return Page(
        path=here,
        title=principle.title,
        description=principle.statement,
        search=render("principle-search.html", holdings.words, view=view),
        source=SOURCE,
        template="principle.html",
        values={"view": view, "styles": holdings.styles(here)},
        words=holdings.words,
        frame="main.html",
        hide=("toc",),
        places=tuple(places(view)),
    )


def daily(principle: Principle, ways: dict[str, str]) -> Iterator[Passage]:
    """Give what a principle looks like in each of the `ways` to meet customers."""
    for way, heading in ways.items():
        if text := getattr(principle.daily, way, None):
            yield Passage(heading, block(text))


def tests(here: str, principle: str, holdings: Holdings) -> Iterator[Tests]:
    """Give the questions that test a principle, by questionnaire."""
    for basis in holdings.bases:
        questions = [
            holdings.link(here, place.ask, place.path, f"#{place.id}")
            for place in basis.questions.get(principle, ())
        ]
        yield Tests(*holdings.link(here, basis.title, basis.path), questions)


def places(view: PrincipleView) -> Iterator[str]:
    """Give the anchors of a principle's page: its practices, and the headings it has."""
    yield from (f"practice-{each.id}" for each in view.principle.practices)
    parts = {
        "daily": view.daily,
        "limit": view.limit,
        "warnings": view.principle.warnings,
        "practices": view.principle.practices,
        "levels": view.levels,
        "questions": view.tests,
        "related": view.related,
    }
    yield from (id_ for id_, part in parts.items() if part)


def overview(holdings: Holdings) -> Page:
    """Give the overview: the picture, words beside it, and every principle with its statement."""
    principles, say = holdings.shared.principles, holdings.words.page
    each_one = tuple(principles.values())
    links = {id_: holdings.principles(OVERVIEW, [id_])[0].href for id_ in principles}
    # The root is close to all: to say so at each of them would say nothing.
    close = {
        id_: [other for other in each.related if ROOT not in (id_, other)]
        for id_, each in principles.items()
    }
    entries = [
        Entry(each.title, links[id_], each.statement, holdings.principles(OVERVIEW, close[id_]))
        for id_, each in principles.items()
    ]
    return Page(
        path=OVERVIEW,
        title=say["principles_title"],
        description=say["principles_description"],
        search=render("principles-search.html", holdings.words, entries=entries),
        source=SOURCE,
        template="principles.html",
        values={
            "pictures": {"wide": wide(each_one), "narrow": narrow(each_one)},
            "links": links,
            "entries": entries,
            "root": principles.get(ROOT),
            "ground": principles.get(GROUND),
            "documents": holdings.link(OVERVIEW, "", "documents").href,
            "styles": holdings.styles(OVERVIEW),
        },
        words=holdings.words,
        frame="main.html",
        hide=("toc",),
    )
