"""What an assessment rests on: its documents, and which of its questions test which principle.

The pages of the library are made from this, so that they need no assessment as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapport.addresses import VIEWS, Link, asset, form_path, upwards
from rapport.library import Shared
from rapport.model import principle_of
from rapport.views import Pieces
from rapport.words import Words


class Place(NamedTuple):
    """Where a question is asked: the path of a page, and the question's id and words there."""

    path: str
    id: str
    ask: str


@dataclass(frozen=True)
class Basis:
    """What one assessment rests on. `questions` are those that test a principle, by its id."""

    title: str
    path: str
    sources: tuple[str, ...]
    questions: Mapping[str, Sequence[Place]]


@dataclass(frozen=True)
class Holdings:
    """What every page of the library is made from."""

    shared: Shared
    bases: Sequence[Basis]
    words: Words
    directory_urls: bool

    def link(self, here: str, title: str, path: str, anchor: str = "") -> Link:
        """Give a link from a page to another, or to a place on it."""
        end = "/" if self.directory_urls else ".html"
        return Link(title, f"{upwards(here, self.directory_urls)}{path}{end}{anchor}")

    def principles(self, here: str, ids: Iterable[str]) -> list[Link]:
        """Give links to those of some principles that the library has."""
        known = (self.shared.principles[each] for each in ids if each in self.shared.principles)
        return [self.link(here, each.title, f"principles/{each.id}") for each in known]

    def documents(self, here: str, ids: Iterable[str]) -> list[Link]:
        """Give links to those of some documents that the library has."""
        known = (self.shared.sources[each] for each in ids if each in self.shared.sources)
        return [self.link(here, each.title, "documents", f"#{each.id}") for each in known]

    def styles(self, here: str) -> str:
        """Give the address of the style of a page."""
        return asset(here, VIEWS, self.directory_urls)


def basis(forms: Sequence[Pieces]) -> Basis:
    """Give what an assessment rests on; each question as the first form asks it.

    A form for those who answer about others is no page to be sent to from inside.
    """
    assessment, main = forms[0].assessment, forms[0].form
    found: dict[str, dict[str, Place]] = {}
    for form in forms:
        path = form_path(assessment.id, form.form, main)
        for planned, question, dimension in form.asked if form.role != "answer" else ():
            if principle := principle_of(question, dimension):
                place = Place(path, question.id, planned["ask"])
                found.setdefault(principle, {}).setdefault(question.id, place)
    return Basis(
        title=forms[0].planned["title"],
        path=form_path(assessment.id, main, main),
        sources=assessment.sources,
        questions={principle: tuple(places.values()) for principle, places in found.items()},
    )
