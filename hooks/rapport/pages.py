"""HTML of the generated pages, from the templates in `templates/` with autoescape on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rapport.addresses import CUSTOMERS, NOTEBOOK, VIEWS, Link, address, asset, form_path
from rapport.credits import credits_of
from rapport.forms import countable, form_view
from rapport.problems import Problem
from rapport.settings import Settings
from rapport.views import OptionView, PartView, Pieces, QuestionView
from rapport.words import Words

TEMPLATES = Path(__file__).parent / "templates"
NAME = "\0"
"""Stands for a question's id in buttons that are remembered; no text of a file can hold it."""


@dataclass(frozen=True)
class Heading:
    """An anchor of a page: its id, its words and the headings below it."""

    id: str
    words: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Page:
    """One generated page of any kind. `path` is its place in the site's sources, without `.md`.

    `search` is the HTML that the search index reads, and without any the page is not found;
    `source`, the file that it comes from, in the folder of assessments; "" without one. `template`
    is ours and gets `values` by their names; `frame` is the theme's, and `hide` what the theme
    leaves out around it.
    `places` are anchors besides the headings.
    """

    path: str
    title: str
    description: str
    search: str
    source: str
    template: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    words: Words | None = None
    frame: str = "questionnaire.html"
    hide: tuple[str, ...] = ("navigation", "toc")
    headings: tuple[Heading, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """The page, rendered each time: a thousand kept would take more memory than the rest."""
        return render(self.template, self.words, **self.values) if self.words else ""

    @property
    def contents(self) -> list[Heading]:
        """The headings of its parts, or of its questions where it has no parts.

        A theme writes them into two menus: with every question, they are a fifth of the page.
        """
        return [heading for heading in self.headings if heading.children] or list(self.headings)

    @property
    def anchors(self) -> list[str]:
        """The ids that links may lead to."""
        below = (each.id for heading in self.headings for each in heading.children)
        return [*self.places, *(heading.id for heading in self.headings), *below]


@dataclass(frozen=True)
class Card:
    """What an overview shows of an assessment."""

    path: str
    title: str
    summary: str
    audience: str
    fits: str
    facts: tuple[str, ...]

    @property
    def id(self) -> str:
        """The assessment's id."""
        return self.path.rpartition("/")[2]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Give the templates' environment: autoescape on, undefined names refused."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["rows"] = rows
    return made


@lru_cache(maxsize=1024)
def buttons(options: tuple[OptionView, ...]) -> str:
    """Give the radio buttons of some options, named `NAME`. Most questions share their options."""
    return environment().get_template("options.html").render(options=options, name=NAME)


def rows(question: QuestionView) -> Markup:
    """Give the radio buttons of a question."""
    # Safe: the template has escaped everything, and an id is letters, digits and hyphens.
    return Markup(buttons(question.options).replace(NAME, question.id))  # noqa: S704


def over_all(content: str, here: str, settings: Settings, version: str, words: Words) -> str:
    """Give a hand-written page with what it needs to show the reader's answers on its cards.

    `version` is the one of the table of contents.
    """
    values = {
        "styles": asset(here, VIEWS, settings.directory_urls),
        "site": settings.storage,
        "version": version,
        "notebook": address(here, NOTEBOOK, settings.directory_urls),
    }
    # Safe: MkDocs made it from the site's own Markdown, and `cards` from our template.
    return render("overview.html", words, content=Markup(content), **values)  # noqa: S704


def contact(address: str, words: Words) -> str:
    """Give the link by which a better question is suggested; nothing without an address."""
    return render("contact.html", words, contact=address)


def render(template: str, words: Words, **values: Any) -> str:
    """Render a template with the interface's words as `say`."""
    # A namespace, because `say.clear` of a dict would be its method.
    say = SimpleNamespace(**words.page)
    return environment().get_template(template).render(say=say, **values)


def form_page(pieces: Pieces, settings: Settings, version: str) -> Page:
    """Give the page of one form: what is answered, and everything its result may say.

    `version` is the plan's.
    """
    view, directory_urls = form_view(pieces, settings, version), settings.directory_urls
    outside = view.role == "answer"
    path = form_path(pieces.assessment.id, pieces.form, pieces.assessment.form_ids[0])
    # Most questionnaires do with the one stylesheet.
    styles = asset(path, CUSTOMERS, directory_urls) if view.subject else ""
    return Page(
        path=path,
        title=view.title,
        description=view.summary,
        search="" if outside else render("search.html", pieces.words, form=view),
        source=f"{pieces.assessment.id}.yml",
        template="form.html",
        values={
            "form": view,
            "credits": credits_of(pieces, directory_urls),
            "styles": styles,
        },
        words=pieces.words,
        frame="answer.html" if outside else "questionnaire.html",
        headings=tuple(headings(view.parts)),
        places=("result",),
    )


def headings(parts: Sequence[PartView]) -> Iterator[Heading]:
    """Give the anchors of a form's page: its dimensions, and the questions below them."""
    for part in parts:
        questions = tuple(Heading(question.id, question.ask) for question in part.questions)
        if part.id:
            yield Heading(part.id, part.title, questions)
        else:
            yield from questions


def card(pieces: Pieces) -> Card:
    """Give the card of an assessment, as its first form presents itself."""
    return Card(
        path=f"assessments/{pieces.assessment.id}",
        title=pieces.planned["title"],
        summary=pieces.detail("summary"),
        audience=pieces.assessment.audience,
        fits=pieces.assessment.fits,
        facts=tuple(card_facts(pieces)),
    )


def card_facts(pieces: Pieces) -> Iterator[str]:
    """Give the last line of a card; which contact it fits is said where it does not fit any."""
    words, assessment = pieces.words, pieces.assessment
    yield words.page["audience"][assessment.audience]
    yield words.count("minutes", assessment.minutes)
    yield words.count("questions", countable(pieces))
    if assessment.fits in words.page["fits"]:
        yield words.page["fits"][assessment.fits]


def cards(offered: Sequence[Card], here: str, directory_urls: bool, words: Words) -> str:
    """Give the overview of questionnaires, those for one person first, as seen from `here`."""
    audiences = list(words.page["audience"])
    ordered = sorted(offered, key=lambda each: audiences.index(each.audience))
    links = [(address(here, each.path, directory_urls), each) for each in ordered]
    return render("cards.html", words, cards=links)


def list_of_links(links: Sequence[Link], words: Words) -> str:
    """Give links side by side, where one list of them would be long and say little."""
    return render("links.html", words, links=links)


def problems_page(problems: Sequence[Problem], words: Words) -> str:
    """Give the page that `mkdocs serve` shows while files have problems."""
    heading = words.count("problems_heading", len(problems))
    return render("problems.html", words, problems=problems, heading=heading)
