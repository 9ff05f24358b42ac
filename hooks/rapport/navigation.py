"""The place of the questionnaires in the site's navigation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from rapport.pages import Card
from rapport.words import Words

OVERVIEW = "assessments/index.md"
"""The hand-written page below whose entry the questionnaires stand."""

SECTION = 50
"""Entries in one section of the navigation; more make every page's navigation slow to write."""

Entry = dict[str, Any]
"""A title with the path of a page, or with a list of entries."""


def with_questionnaires(
    navigation: Sequence[Any] | None, cards: Sequence[Card], words: Words
) -> list[Any] | None:
    """Give the site's navigation with the questionnaires below the entry of their overview.

    None, where the site has no navigation of its own, stays None.
    """
    if navigation is None:
        return None
    return [extended(entry, cards, words) for entry in navigation]


def extended(entry: Any, cards: Sequence[Card], words: Words) -> Any:
    """Give an entry of the navigation; where it leads to the overview, with the questionnaires."""
    if not isinstance(entry, dict) or OVERVIEW not in entry.values():
        return entry
    return {title: [OVERVIEW, *questionnaires(cards, words)] for title in entry}


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
