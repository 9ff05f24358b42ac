"""The place of the generated pages in the site's navigation."""

from __future__ import annotations

from typing import Any

import pytest

from rapport.navigation import extended, principles, questionnaires
from rapport.pages import Card
from rapport.shelf import Principle
from unit.rendered import WORDS

OVERVIEW = "assessments/index.md"


def offered(count: int, audience: str = "team") -> list[Card]:
    """Give cards in the order of their titles."""
    return [
        Card(f"assessments/q-{n:03}", f"Title {n:03}", "S", audience, "both", ())
        for n in range(count)
    ]


def test_questionnaires_stand_by_audience() -> None:
    """Those for one person alone come first, and an audience without any is not named."""
    cards = offered(1, "customer") + offered(2, "individual")
    names = [name for entry in questionnaires(cards, WORDS) for name in entry]
    assert names == ["For you alone", "For customers"]


@pytest.mark.parametrize(
    ("count", "sizes"), [(1, [1]), (50, [50]), (51, [50, 1]), (100, [50, 50]), (120, [50, 50, 20])]
)
def test_sections_have_at_most_fifty_entries(count: int, sizes: list[int]) -> None:
    """A long list is divided, and a short one is not."""
    [entry] = questionnaires(offered(count), WORDS)
    [entries] = entry.values()
    if count <= 50:
        assert len(entries) == count
    else:
        assert [len(section) for each in entries for section in each.values()] == sizes


def test_sections_are_named_by_their_first_and_last_title() -> None:
    """Whoever looks for a title sees where it is."""
    [entry] = questionnaires(offered(51), WORDS)
    names = [name for each in entry["For a team"] for name in each]
    assert names == ["Title 000 – Title 049", "Title 050"]


def test_titles_are_escaped() -> None:
    """Themes write what stands in a navigation into their pages as it is."""
    [entry] = questionnaires(
        [Card("assessments/x", '<b>"A" & B</b>', "S", "team", "both", ())], WORDS
    )
    assert entry["For a team"] == [{"&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;": "assessments/x.md"}]


def test_principles_stand_in_their_order_with_the_documents_last() -> None:
    """The library's order is the order of the navigation, and titles are escaped here too."""
    each_one = [
        Principle(id="b", title="B & C", statement="S"),
        Principle(id="a", title="A", statement="S"),
    ]
    assert principles(each_one, WORDS) == [
        {"B &amp; C": "principles/b.md"},
        {"A": "principles/a.md"},
        {WORDS.page["documents"]: "documents.md"},
    ]


BELOW = {"For a team": [{"Title 000": "assessments/q-000.md"}]}
OTHER = "principles/index.md"
OURS: dict[str, list[Any]] = {OVERVIEW: [BELOW], OTHER: [{"Listen": "principles/listen.md"}]}
NAVIGATIONS = {
    "with a title": ([{"All": OVERVIEW}], [{"All": [OVERVIEW, BELOW]}]),
    "alone": ([OVERVIEW], [OVERVIEW, BELOW]),
    "alone in a section": (
        [{"All": [OVERVIEW, "about.md"]}],
        [{"All": [OVERVIEW, BELOW, "about.md"]}],
    ),
    "deep down": (
        [{"More": ["a.md", {"Deep": [{"All": OVERVIEW}]}]}],
        [{"More": ["a.md", {"Deep": [{"All": [OVERVIEW, BELOW]}]}]}],
    ),
    "both": ([{"All": OVERVIEW}, OTHER], [{"All": [OVERVIEW, BELOW]}, OTHER, *OURS[OTHER]]),
    "nowhere": ([{"More": ["about.md"]}], [{"More": ["about.md"]}]),
}


@pytest.mark.parametrize(("written", "expected"), NAVIGATIONS.values(), ids=NAVIGATIONS)
def test_pages_stand_below_those_that_lead_to_them(written: list[Any], expected: list[Any]) -> None:
    """However the site names its overviews; everything else stays where the site put it."""
    around: list[Any] = ["index.md", {"Last": "last.md"}]
    assert extended([around[0], *written, around[1]], OURS) == [around[0], *expected, around[1]]


def test_a_site_without_navigation_stays_without() -> None:
    """MkDocs then lists all pages by itself."""
    assert extended(None, OURS) is None
