"""The page of the documents: what each teaches, where we part from it, and what rests on it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from rapport.addresses import Link
from rapport.basis import Holdings
from rapport.pages import Page, render
from rapport.shelf import Source
from rapport.views import block

DOCUMENTS = "documents"
SOURCE = "library/sources.yml"


class DocumentView(NamedTuple):
    """One document. Its Markdown is rendered already."""

    id: str
    title: str
    author: str | None
    teaches: Markup
    differs: Markup
    questionnaires: list[Link]
    principles: list[Link]


def documents_page(holdings: Holdings) -> Page:
    """Give the page of all documents, each with an anchor of its id."""
    say = holdings.words.page
    views = [document(each, holdings) for each in holdings.shared.sources.values()]
    return Page(
        path=DOCUMENTS,
        title=say["documents"],
        description=say["documents_description"],
        search=render("documents-search.html", holdings.words, documents=views),
        source=SOURCE,
        template="documents.html",
        values={"documents": views, "styles": holdings.styles(DOCUMENTS)},
        words=holdings.words,
        frame="main.html",
        hide=("toc",),
        places=tuple(holdings.shared.sources),
    )


def document(source: Source, holdings: Holdings) -> DocumentView:
    """Give what the page shows of one document."""
    resting = (each for each in holdings.bases if source.id in each.sources)
    principles = holdings.shared.principles.values()
    return DocumentView(
        id=source.id,
        title=source.title,
        author=source.author,
        teaches=block(source.teaches),
        differs=block(source.differs),
        questionnaires=[holdings.link(DOCUMENTS, each.title, each.path) for each in resting],
        principles=holdings.principles(
            DOCUMENTS, [each.id for each in principles if source.id in each.sources]
        ),
    )
