"""The page of a comparison: what both sides are asked, and the way to each of them."""

from __future__ import annotations

import pytest

from rapport.gap import gap_pages
from rapport.pages import Page
from rapport.settings import Settings
from unit.markup import Element, parse
from unit.rendered import WORDS, pieces

TWO_SIDES = """
title: A case
summary: Two sides.
audience: {audience}
minutes: 1
scale: how-often
result: gap
minimum: {minimum}
forms:
  us: {{title: Our <guess>, role: guess}}
  them: {{title: How was it?, role: answer, end: Thank you.}}
dimensions:
  - id: first
    title: First
    principle: listen
    bands: frequency
    questions:
      - {{id: one, ask: {{us: They <see> one., them: I <see> one.}}}}
      - {{id: stated, ask: A statement., scale: agreement}}
      - {{id: our-own, ask: {{us: Only we are asked.}}}}
      - {{id: poles, type: poles, ask: Poles?, low: Cold, high: Warm, scale: give-and-take}}
unscored:
  - id: told
    type: choice
    ask: Told?
    choices: [{{id: a, label: Yes <b>}}, {{id: b, label: No}}]
  - id: way
    type: checklist
    ask: In the way?
    items: [{{id: x, label: Time}}, {{id: y, label: Tools}}]
  - {{id: own, type: text, ask: Your words?}}
"""


def case(audience: str = "team", minimum: int = 1) -> str:
    """Give a questionnaire with two sides."""
    return TWO_SIDES.format(audience=audience, minimum=minimum)


def page(text: str, directory_urls: bool = True) -> Page:
    """Give the one page of a comparison."""
    [found] = gap_pages(pieces(text), Settings("a-site", directory_urls), "VERSION0")
    return found


def tree(text: str) -> Element:
    """Give the page, parsed."""
    return parse(page(text).html)


def texts(elements: list[Element]) -> list[str]:
    """Give the text of each element, with single spaces."""
    return [" ".join(each.text.split()) for each in elements]


def test_without_two_sides_there_is_no_page() -> None:
    """Where nobody guesses, or nobody answers, there is nothing to lay side by side."""
    alone = case().replace(", role: guess", "").replace("result: gap", "result: profile")
    assert list(gap_pages(pieces(alone), Settings(), "VERSION0")) == []


def test_the_page_has_what_its_script_needs() -> None:
    """The element of the contract names both forms, the plan's version and the script."""
    element = tree(case()).one(data_assessment=True)
    names = ("assessment", "form", "others", "site", "plan-version", "scripts")
    found = [element[f"data-{name}"] for name in names]
    assert found == ["case", "us", "them", "a-site", "VERSION0", "gap"]


def test_only_what_both_sides_choose_is_compared() -> None:
    """A question of one side, a checklist and a text have no row."""
    rows = tree(case()).all(data_compare=True)
    assert [row["data-compare"] for row in rows] == ["one", "stated", "poles", "told"]
    assert set(page(case()).anchors) == {"gap.headline", "one", "stated", "poles", "told"}


def test_questions_are_in_the_words_of_those_who_answer() -> None:
    """What somebody was asked stands there as they read it, and stays text."""
    row = tree(case()).one(data_compare="one")
    assert "I <see> one." in row.text
    assert "They <see> one." not in tree(case()).text


@pytest.mark.parametrize(
    ("question", "voice"), [("one", "often"), ("stated", "agree"), ("poles", "toward")]
)
def test_a_difference_is_put_as_the_scale_has_it(question: str, voice: str) -> None:
    """More often, more agreement, or nearer to one end."""
    assert tree(case()).one(data_compare=question)["data-voice"] == voice


def test_the_ends_of_a_row_are_those_of_its_scale() -> None:
    """The first and the last step, and between poles their descriptions."""
    ends = {
        name: texts(tree(case()).one(data_compare=name).all("p", class_="ends")[0].all("span"))
        for name in ("one", "poles")
    }
    assert ends == {"one": ["Never", "Always"], "poles": ["Cold", "Warm"]}


def test_choices_without_points_are_a_table_of_counts() -> None:
    """There is no scale to draw them on."""
    row = tree(case()).one(data_compare="told")
    assert row.all(data_track=True) == []
    options = row.all("tr", data_option=True)
    assert texts([option.one("th") for option in options]) == ["Yes <b>", "No"]


def test_questions_on_the_same_steps_share_a_table() -> None:
    """One table a scale, with a column for each of its steps."""
    tables = tree(case()).one("details", class_="table").all("table")
    heads = [texts(table.one("thead").all("th"))[2:-3] for table in tables]
    rows = [[row["data-row"] for row in table.all("tr", data_row=True)] for table in tables]
    assert ["Never", "Some of the time", "About half", "Most of the time", "Always"] in heads
    assert sorted(rows) == [["one"], ["poles"], ["stated"]]


def test_the_ways_to_both_sides() -> None:
    """One's own guess, their page by address, file and conversation."""
    links = [link["href"] for link in tree(case()).all("a")]
    assert links[0] == "../"
    assert {"../them/?asked#asked", "../../../assets/forms/case-them.html"} <= set(links)
    assert tree(case()).one("code", data_address=True)["data-address"] == "../them/"


def test_the_ways_without_directories() -> None:
    """Opened as files, every link names a file."""
    links = [link["href"] for link in parse(page(case(), directory_urls=False).html).all("a")]
    there = {"../case.html", "them.html?asked#asked", "../../assets/forms/case-them.html"}
    assert there <= set(links)


@pytest.mark.parametrize(("minimum", "count"), [(1, 0), (5, 1)])
def test_a_third_person_is_offered_where_there_is_a_minimum(minimum: int, count: int) -> None:
    """Where answers of others are shown one by one, nobody needs to merge them."""
    root = tree(case(minimum=minimum))
    assert len(root.all("button", data_action="save-counts")) == count
    assert len(root.all("input", data_with_texts=True)) == count
    assert (WORDS.page["gap_wait"] in root.text) == bool(count)


def test_a_guess_has_to_stay() -> None:
    """Whoever has seen the answers is told what a guess changed afterwards is worth."""
    carries = tree(case()).one("p", data_carries=True)
    assert WORDS.page["gap_guess_stays"] in carries.text


@pytest.mark.parametrize(
    ("audience", "said", "unsaid"),
    [("team", "gap_together", "gap_yours"), ("individual", "gap_yours", "gap_together")],
)
def test_whose_business_it_is(audience: str, said: str, unsaid: str) -> None:
    """A team learns together; what a person asked for is that person's."""
    text = tree(case(audience, minimum=5)).text
    assert WORDS.page[said] in text
    assert WORDS.page[unsaid] not in text
