"""All pages, plans and problems of a folder of assessments, remembered between builds.

A file whose text and library have not changed is not read again: `Memo` outlives a build in
`mkdocs serve`, until the package itself changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rapport import edition, pages
from rapport.forms import form_path
from rapport.library import Shared, assessment_files, check_folder, read_assessment, read_shared
from rapport.navigation import with_questionnaires
from rapport.pages import Card, Page
from rapport.plan import plan, script
from rapport.problems import Problem, ordered, problem
from rapport.settings import Settings, read_settings
from rapport.views import Pieces
from rapport.words import Words, read_words

__all__ = ["Memo", "Outcome", "Settings", "Site", "build", "read_settings", "with_questionnaires"]

MARKER = "<!-- questionnaires -->"
"""Where a hand-written page shows the cards of all questionnaires."""


@dataclass(frozen=True)
class Outcome:
    """What one file came to: pages and a plan, or problems."""

    pages: tuple[Page, ...] = ()
    card: Card | None = None
    script: bytes = b""
    problems: tuple[Problem, ...] = ()


Memo = MutableMapping[str, tuple[str, Outcome]]
"""By file name, the outcome of a file and the fingerprint of all that it came from."""


@dataclass(frozen=True)
class Site:
    """Everything a folder came to."""

    pages: tuple[Page, ...]
    cards: tuple[Card, ...]
    scripts: dict[str, bytes]
    problems: tuple[Problem, ...]
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
        return html.replace(MARKER, pages.cards(self.cards, here, self.directory_urls, self.words))


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
    return Site(
        pages=tuple(page for outcome in outcomes.values() for page in outcome.pages),
        cards=tuple(o.card for o in sorted(outcomes.values(), key=by_title) if o.card),
        scripts={f"assets/plans/{id_}.js": o.script for id_, o in outcomes.items() if o.script},
        problems=tuple(ordered(found)),
        words=words,
        directory_urls=settings.directory_urls,
    )


def read(path: Path, shared: Shared, words: Words, settings: Settings) -> Outcome:
    """Give what one assessment's file comes to."""
    name = f"{path.parent.name}/{path.name}"
    try:
        data = path.read_bytes()
    except OSError:
        return Outcome(problems=(problem("unreadable", name),))
    assessment, problems = read_assessment(name, data, shared)
    # What a broken library lacks is reported once, there; nothing can be rendered without it.
    if assessment is None or shared.broken:
        return Outcome(problems=tuple(problems))
    planned = plan(assessment, shared, words)
    text = script(planned)
    version = edition.fingerprint(text)
    forms = [Pieces(assessment, form, planned, shared, words) for form in assessment.form_ids]
    return Outcome(
        pages=tuple(
            pages.form_page(form, settings.storage, version, settings.directory_urls)
            for form in forms
        ),
        card=pages.card(forms[0]),
        # As bytes, since one curly quotation mark doubles the memory that a text takes.
        script=text.encode(),
    )


def kept(outcome: Outcome, former: Outcome, path: Path) -> Outcome:
    """Give a broken file the pages that it had, so that in `serve` their addresses still answer."""
    address = form_path(path.stem, "", "")
    nothing = Page(address, path.stem, "", search="", source=path.name)
    return replace(outcome, pages=former.pages or (nothing,))


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
