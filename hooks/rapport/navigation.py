"""The place of the generated pages in the site's navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from rapport.documents import DOCUMENTS
from rapport.pages import Card
from rapport.principles import path
from rapport.shelf import Principle
from rapport.words import Words

SECTION = 50
"""Entries in one section of the navigation; more make every page's navigation slow to write."""

Entry = dict[str, Any]
"""A title with the path of a page, or with a list of entries; a path may also stand alone."""


def extended(
    navigation: Sequence[Any] | None, below: Mapping[str, Sequence[Entry]]
) -> list[Any] | None:
    """Give the site's navigation with entries of ours `below` pages that it names, at any depth.

    Where such a page has a title of its own, they form a section with it; where it stands alone,
    they follow it. None, where the site has no navigation of its own, stays None.
    """
    return None if navigation is None else list(each_extended(navigation, below))


def each_extended(entries: Iterable[Any], below: Mapping[str, Sequence[Entry]]) -> Iterator[Any]:
    """Give the entries of a section, those below a page with it."""
    for entry in entries:
        if isinstance(entry, dict):
            yield {title: inside(value, below) for title, value in entry.items()}
        else:
            yield from [entry, *below.get(entry, ())]


def inside(value: Any, below: Mapping[str, Sequence[Entry]]) -> Any:
    """Give what a title stands for: a section extended, a page as a section, else itself."""
    if isinstance(value, list):
        return list(each_extended(value, below))
    return [value, *below[value]] if value in below else value


def questionnaires(cards: Iterable[Card], words: Words) -> list[Entry]:
    """Give the entries of the questionnaires: by audience, in sections of at most fifty by title.

    Titles are escaped, since themes write what stands in a navigation into their pages as it is.
    """
    by_audience: dict[str, list[Entry]] = {audience: [] for audience in words.page["audience"]}
    for card in cards:
        by_audience[card.audience].append({escape(card.title): f"{card.path}.md"})
    return [
        {words.page["audience"][audience]: sections(items)}
        for audience, items in by_audience.items()
        if items
    ]


def principles(each_one: Iterable[Principle], words: Words) -> list[Entry]:
    """Give the entries of the principles, and of the documents that they rest on."""
    entries = [{escape(each.title): f"{path(each.id)}.md"} for each in each_one]
    return [*entries, {words.page["documents"]: f"{DOCUMENTS}.md"}]


def sections(items: list[Entry]) -> list[Entry]:
    """Give the items, in sections named by their first and last where one would be too long."""
    if len(items) <= SECTION:
        return items
    groups = [items[start : start + SECTION] for start in range(0, len(items), SECTION)]
    return [{span(group): group} for group in groups]


def span(section: list[Entry]) -> str:
    """Give the name of a section, from its first title to its last."""
    first, last = next(iter(section[0])), next(iter(section[-1]))
    return first if len(section) == 1 else f"{first} – {last}"
