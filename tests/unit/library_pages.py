"""A library of a few principles and documents, and its pages, for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapport.basis import Holdings, basis
from rapport.documents import documents_page
from rapport.library import Shared
from rapport.pages import Page
from rapport.principles import overview, principle_page
from rapport.shelf import Principle, Source
from unit.rendered import WORDS, pieces

FULL: dict[str, Any] = {
    "id": "listen",
    "title": "Listen",
    "statement": "Take in what they say.",
    "why": "Because *answers* come late.",
    "daily": {"counter": "Put the pen down.", "phone": "Bear the pause.", "chat": "Read it twice."},
    "limit": "To listen is not to agree.",
    "warnings": [{"id": "rehearsing", "sign": "The answer is ready first."}],
    "practices": [
        {"id": "say-back", "do": "Say back what you understood."},
        {"id": "ask-again", "do": "Ask once more."},
    ],
    "guidance": {"low": "Begin.", "middle": "Go on.", "high": "Ask.", "top": "Check."},
    "related": ["repair", "gone"],
    "sources": ["heart", "gone"],
}
BARE: dict[str, Any] = {"id": "repair", "title": "Repair", "statement": "Mend it."}
DOCUMENTS: tuple[dict[str, Any], ...] = (
    {"id": "heart", "title": "The heart", "author": "Somebody", "teaches": "A.", "differs": "B."},
    {"id": "roots", "title": "Three roots"},
)
QUESTIONNAIRE = """
title: A case
summary: S
audience: team
minutes: 1
scale: how-often
sources: [heart]
dimensions:
  - id: first
    title: First
    principle: listen
    questions:
      - {id: one, ask: One}
      - {id: two, ask: Two, principle: repair}
      - {id: three, ask: Three}
unscored: [{id: four, type: text, ask: Four}]
"""


def holdings(
    principles: Sequence[dict[str, Any]] = (FULL, BARE),
    documents: Sequence[dict[str, Any]] = DOCUMENTS,
    questionnaires: Sequence[str] = (QUESTIONNAIRE,),
    directory_urls: bool = True,
) -> Holdings:
    """Give what the pages of a library are made from."""
    shared = Shared(
        principles={each["id"]: Principle.model_validate(each) for each in principles},
        sources={each["id"]: Source.model_validate(each) for each in documents},
    )
    bases = [basis(pieces(text)) for text in questionnaires]
    return Holdings(shared, bases, WORDS, directory_urls)


def pages(made: Holdings) -> list[Page]:
    """Give all pages of a library: the overview, the principles, the documents."""
    each_one = [principle_page(each, made) for each in made.shared.principles.values()]
    return [overview(made), *each_one, documents_page(made)]
