"""All pages, plans and problems of a folder of assessments, remembered between builds.

A file whose text and library have not changed is not read again: `Memo` outlives a build in
`mkdocs serve`, until the package itself changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rapport import navigation, pages
from rapport.basis import Holdings
from rapport.documents import documents_page
from rapport.library import (
    LIBRARY,
    Shared,
    assessment_files,
    check_folder,
    read_shared,
)
from rapport.lint import unused_practices
from rapport.outcome import Outcome, kept, read
from rapport.pages import Card, Page
from rapport.principles import OVERVIEW, overview, principle_page
from rapport.problems import Problem, ordered, problem
from rapport.settings import Settings, read_settings
from rapport.words import Words, read_words

__all__ = ["Memo", "Outcome", "Settings", "Site", "build", "read_settings"]

QUESTIONNAIRES = "assessments/index.md"
"""The hand-written page below whose entry in the navigation the questionnaires stand."""

MARKER = "<!-- questionnaires -->"
"""Where a hand-written page shows the cards of all questionnaires."""


Memo = MutableMapping[str, tuple[str, Outcome]]
"""By file name, the outcome of a file and the fingerprint of all that it came from.

By the library's name, the pages of the library.
"""


@dataclass(frozen=True)
class Site:
    """Everything a folder came to."""

    pages: tuple[Page, ...]
    cards: tuple[Card, ...]
    shared: Shared
    files: dict[str, bytes]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    words: Words
    directory_urls: bool

    @property
    def report(self) -> str:
        """All problems, one a line, below a heading that counts them."""
        heading = self.words.count("problems_heading", len(self.problems))
        return "\n".join([heading, *map(str, self.problems)])

    @cached_property
    def problems_page(self) -> str:
        """The HTML that stands in for every page while there are problems."""
        return pages.problems_page(self.problems, self.words)

    def with_cards(self, html: str, here: str) -> str:
        """Give a hand-written page with the cards of all questionnaires at its marker.

        `here` is the page's path in the sources, without `.md`.
        """
        if MARKER not in html:
            return html
        cards = pages.cards(self.cards, here, self.directory_urls, self.words)
        styles = pages.styles(here, self.directory_urls, self.words)
        return styles + html.replace(MARKER, cards)

    def navigation(self, written: list[Any] | None) -> list[Any] | None:
        """Give the site's navigation with the generated pages below those that lead to them."""
        below = {
            QUESTIONNAIRES: navigation.questionnaires(self.cards, self.words),
            f"{OVERVIEW}.md": navigation.principles(self.shared.principles.values(), self.words),
        }
        return navigation.extended(written, below)


def build(folder: Path, settings: Settings, memo: Memo, problems: Iterable[Problem] = ()) -> Site:
    """Read, check and render the folder `assessments/`. Never raises for what stands in it.

    `problems` are those found before, in the settings.
    """
    words = read_words()
    shared, found = read_shared(folder)
    found = [*problems, *found, *check_folder(folder, shared)]
    library = fingerprint(*sorted((folder / "library").glob("*.yml")))
    outcomes: dict[str, Outcome] = {}
    for path in assessment_files(folder):
        key = fingerprint(path) + library + repr(settings)
        former_key, former = memo.get(path.name, ("", Outcome()))
        if former_key != key:
            outcome = read(path, shared, words, settings)
            memo[path.name] = (key, outcome if outcome.card else kept(outcome, former, path))
        outcomes[path.stem] = memo[path.name][1]
        found += outcomes[path.stem].problems
    if not folder.is_dir():
        found = [*problems, problem("no-folder", folder.name)]
    notes = [note for outcome in outcomes.values() for note in outcome.notes]
    if outcomes and not found:
        named = frozenset().union(*(outcome.suggested for outcome in outcomes.values()))
        notes += unused_practices(folder / LIBRARY / "principles.yml", shared, named)
    listed = sorted((o for o in outcomes.values() if o.card), key=by_title)
    bases = tuple(o.basis for o in listed if o.basis)
    holdings = Holdings(shared, bases, words, settings.directory_urls)
    return Site(
        pages=(
            *(page for outcome in outcomes.values() for page in outcome.pages),
            *library_pages(holdings, memo),
        ),
        cards=tuple(outcome.card for outcome in listed if outcome.card),
        shared=shared,
        files={path: data for o in outcomes.values() for path, data in o.files.items()},
        problems=tuple(ordered(found)),
        notes=tuple(ordered(notes)),
        words=words,
        directory_urls=settings.directory_urls,
    )


def library_pages(holdings: Holdings, memo: Memo) -> tuple[Page, ...]:
    """Give the pages of the principles and documents; those it had while the library is broken."""
    principles = holdings.shared.principles.values()
    _, former = memo.get(LIBRARY, ("", Outcome()))
    if not principles or (holdings.shared.broken and former.pages):
        return former.pages
    each_one = (principle_page(each, holdings) for each in principles)
    made = (overview(holdings), *each_one, documents_page(holdings))
    memo[LIBRARY] = ("", Outcome(made))
    return made


def fingerprint(*paths: Path) -> str:
    """Give a fingerprint of the files' names and bytes; one that cannot be read counts as empty."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0")
        with suppress(OSError):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def by_title(outcome: Outcome) -> str:
    """Give the title that an outcome is sorted by, without regard to case."""
    return outcome.card.title.casefold() if outcome.card else ""
