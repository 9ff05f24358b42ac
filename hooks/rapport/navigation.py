"""The place of the questionnaires in the site's navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from rapport.pages import Card
from rapport.words import Words

OVERVIEW = "assessments/index.md"
"""The hand-written page below whose entry the questionnaires stand."""

SECTION = 50
"""Entries in one section of the navigation; more make every page's navigation slow to write."""

Entry = dict[str, Any]
"""A title with the path of a page, or with a list of entries; a path may also stand alone."""


def with_questionnaires(
    navigation: Sequence[Any] | None, cards: Sequence[Card], words: Words
) -> list[Any] | None:
    """Give the site's navigation with the questionnaires below their overview, wherever it stands.

    Where the overview has a title of its own, they form a section with it; where it stands alone,
    they follow it. None, where the site has no navigation of its own, stays None.
    """
    if navigation is None:
        return None
    return list(extended(navigation, questionnaires(cards, words)))


def extended(entries: Iterable[Any], ours: list[Entry]) -> Iterator[Any]:
    """Give the entries of a section, at any depth with `ours` where the overview stands."""
    for entry in entries:
        if isinstance(entry, dict):
            yield {title: inside(value, ours) for title, value in entry.items()}
        else:
            yield from inside(entry, ours) if entry == OVERVIEW else [entry]


def inside(value: Any, ours: list[Entry]) -> Any:
    """Give what a title stands for: a section extended, the overview as a section, else itself."""
    if isinstance(value, list):
        return list(extended(value, ours))
    return [OVERVIEW, *ours] if value == OVERVIEW else value


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
