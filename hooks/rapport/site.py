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

from rapport import contents, edition, navigation, pages
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
from rapport.notebook import notebook_page
from rapport.outcome import Outcome, kept, read
from rapport.pages import Card, Page
from rapport.principles import OVERVIEW, links_to, overview, principle_page
from rapport.problems import Problem, ordered, problem
from rapport.settings import Settings, read_settings
from rapport.words import Words, read_words

__all__ = ["Memo", "Outcome", "Settings", "Site", "build", "read_settings"]

QUESTIONNAIRES = "assessments/index.md"
"""The hand-written page below whose entry in the navigation the questionnaires stand."""

CARDS = "<!-- questionnaires -->"
"""Where a hand-written page shows the cards of all questionnaires."""

PRINCIPLES = "<!-- principles -->"
"""Where a hand-written page leads to all principles."""

CONTACT = "<!-- contact -->"
"""Where a hand-written page leads to whoever takes suggestions, if the site names somebody."""


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
    settings: Settings
    contents_version: str

    @property
    def report(self) -> str:
        """All problems, one a line, below a heading that counts them."""
        heading = self.words.count("problems_heading", len(self.problems))
        return "\n".join([heading, *map(str, self.problems)])

    @cached_property
    def problems_page(self) -> str:
        """The HTML that stands in for every page while there are problems."""
        return pages.problems_page(self.problems, self.words)

    def filled(self, html: str, here: str) -> str:
        """Give a hand-written page with what it asks for: the cards, links to the principles.

        `here` is the page's path in the sources, without `.md`.
        """
        html = html.replace(CONTACT, pages.contact(self.settings.contact, self.words))
        if PRINCIPLES in html:
            found = links_to(self.shared.principles.values(), here, self.settings.directory_urls)
            html = html.replace(PRINCIPLES, pages.list_of_links(found, self.words))
        if CARDS not in html:
            return html
        cards = pages.cards(self.cards, here, self.settings.directory_urls, self.words)
        content = html.replace(CARDS, cards)
        return pages.over_all(content, here, self.settings, self.contents_version, self.words)

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
    listing = contents.script([o.entry for o in listed if o.entry], words)
    version = edition.fingerprint(listing)
    bases = tuple(o.basis for o in listed if o.basis)
    holdings = Holdings(shared, bases, words, settings.directory_urls)
    return Site(
        pages=(
            *(page for outcome in outcomes.values() for page in outcome.pages),
            *library_pages(holdings, memo),
            notebook_page(settings, version, words),
        ),
        cards=tuple(outcome.card for outcome in listed if outcome.card),
        shared=shared,
        files={path: data for o in outcomes.values() for path, data in o.files.items()}
        | {contents.CONTENTS: listing.encode()},
        problems=tuple(ordered(found)),
        notes=tuple(ordered(notes)),
        words=words,
        settings=settings,
        contents_version=version,
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
