"""The pages around the questionnaires: cards with links, and the list of problems."""

from __future__ import annotations

import pytest

from rapport.addresses import address
from rapport.pages import Card, cards, problems_page
from rapport.problems import problem
from unit.markup import parse
from unit.rendered import WORDS


@pytest.mark.parametrize(
    ("here", "there", "with_folders", "without"),
    [
        ("index", "assessments/a", "assessments/a/", "assessments/a.html"),
        ("assessments/index", "assessments/a", "a/", "a.html"),
        ("assessments/a", "assessments/a/b", "b/", "a/b.html"),
        ("assessments/a/b", "assessments/a", "../", "../a.html"),
        ("assessments/a/b", "assessments/a/c", "../c/", "c.html"),
        ("about", "assessments/a", "../assessments/a/", "assessments/a.html"),
        ("assessments/a", "index", "../../", "../index.html"),
        ("assessments/a", "assessments/a", "./", "a.html"),
        ("assessments/index-a", "assessments/a", "../a/", "a.html"),
    ],
)
def test_addresses_are_relative(here: str, there: str, with_folders: str, without: str) -> None:
    """A site works at any place, with a server and without."""
    assert address(here, there, True) == with_folders
    assert address(here, there, False) == without


def test_cards_stand_by_audience() -> None:
    """What one person answers alone comes first; a card says for whom, how long, how many."""
    offered = [
        Card(f"assessments/{each}", each.title(), "S", each, "lasting", ("x", "y"))
        for each in ("customer", "team", "individual")
    ]
    root = parse(cards(offered, "index", True, WORDS))
    assert [each.text for each in root.all("a")] == ["Individual", "Team", "Customer"]
    assert root.all("a")[0]["href"] == "assessments/individual/"
    assert root.all("small")[0].text.split() == ["x", "y"]
    assert (root.all("li")[0]["data-card"], root.all("li")[0]["data-fits"]) == (
        "individual",
        "lasting",
    )


def test_the_problems_page_lists_where_what_and_what_to_do() -> None:
    """Whoever edits finds the line and the remedy, and no markup of theirs is markup here."""
    found = [problem("unknown-file", "assessments/<b>.yml", (3, 5), word="<b>", among=["a.yml"])]
    root = parse(problems_page(found, WORDS))
    assert root.one("code").text == "assessments/<b>.yml:3:5"
    assert root.one("h1").text == "There is one problem to mend"
    assert "a.yml" in root.one("li").text
    assert root.all("b") == []
