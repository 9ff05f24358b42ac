"""All customers of a questionnaire at a glance."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.answering import agree, ready, stored
from browser.built_site import plan_of
from browser.overview import (
    MIXED,
    Row,
    at,
    delete_button,
    fill,
    healthy,
    marks,
    names,
    open_portfolio,
    table,
)
from browser.theme import takes_links

STAGES = "assessments/stages/"


def test_customers_stand_at_the_earlier_of_two_views(page: Page, site: str, site_dir: Path) -> None:
    """Each stage has its customers and their number; a second view and a risk stand beside."""
    fill(page, site, site_dir, "stages", MIXED)
    assert marks(page, "getting-to-know") == ["The baker at risk\nyou say “Engaged”"]
    assert marks(page, "first-contact") == ["Van 9"]
    assert marks(page, "first-work") == ["Ms Okafor", "van 10"]
    assert marks(page, "committed") == []
    counts = page.locator("[data-count]").all_inner_texts()
    assert counts == ["1 customer", "1 customer · 1 at risk", "2 customers", "Nobody", "Nobody"]
    expect(page.locator("[data-unknown] li")).to_have_text("Quiet")
    expect(page.locator("[data-headline]")).to_have_text("5 customers. One is at risk.")
    assert table(page)[0] == [
        "Ms Okafor", "Dating", "Dating", "No, nothing of the kind", "5 January 2026",
    ]  # fmt: skip
    quiet, baker = table(page)[1], table(page)[2]
    assert quiet[1:4] == ["Not said", "Not said", "Not said"]
    assert baker[1:4] == ["Engaged", "Friends", "Yes, they have said so, or have begun to leave"]


def test_who_is_at_risk_is_marked_by_shape_and_word(page: Page, site: str, site_dir: Path) -> None:
    """The mark differs from the others in its form, also where colours are forced."""
    page.emulate_media(forced_colors="active")
    fill(page, site, site_dir, "stages", MIXED)
    form = "each => [getComputedStyle(each, '::before').borderRadius, each.textContent]"
    radius, words = page.locator("[data-at-risk]").evaluate(form)
    assert (radius, "at risk" in words) == ("0px", True)
    assert page.locator('[data-stage="first-work"] li').first.evaluate(form)[0] == "50%"


NOTES: dict[str, tuple[list[str], str]] = {
    "all in one": (["committed"] * 3, "All of them stand at “Married”."),
    "none early": (["first-work", "committed", "committed"], "Nobody stands at an early stage."),
    "none late": (["first-contact", "first-work", "first-work"], "Nobody stands at a late stage."),
}


@pytest.mark.parametrize("what", NOTES)
def test_what_there_is_to_say_of_the_mix(page: Page, site: str, site_dir: Path, what: str) -> None:
    """Empty stages are put as a question, and no mix is called ideal."""
    places, words = NOTES[what]
    rows = [(f"C{n}", at(place), "2026-03-01") for n, place in enumerate(places)]
    fill(page, site, site_dir, "stages", rows)
    notes = page.locator("[data-notes] li")
    expect(notes).to_have_count(1)
    expect(notes).to_contain_text(words)
    expect(page.locator(".note")).to_contain_text("There is no ideal mix.")


def test_those_at_risk_come_first(page: Page, site: str, site_dir: Path) -> None:
    """Of several at risk the page says to take one, before anything else."""
    rows = [(f"C{n}", at("committed", "", "some-signs"), "2026-03-01") for n in range(3)]
    fill(page, site, site_dir, "stages", rows)
    expect(page.locator("[data-notes] li").first).to_contain_text("with one of them this week")
    expect(page.locator("[data-notes] li")).to_have_count(2)


def test_one_customer_makes_no_mix(page: Page, site: str, site_dir: Path) -> None:
    """With one customer nothing is said of empty stages."""
    fill(page, site, site_dir, "stages", [("Ann", at("committed"), "2026-03-01")])
    expect(page.locator("[data-notes] li")).to_have_count(0)
    expect(page.locator("[data-headline]")).to_have_text("One customer.")
    expect(page.locator("[data-dates]")).to_have_text("The answers are from 1 March 2026.")


def test_without_answers_the_page_says_what_it_will_show(page: Page, site: str) -> None:
    """The empty page leads to the questions about a first customer."""
    open_portfolio(page, site + STAGES)
    expect(page.locator("[data-none]")).to_contain_text("who stands at which stage")
    expect(page.locator("[data-some]")).to_be_hidden()
    page.locator("[data-none] a").click()
    ready(page)
    expect(page.locator("[data-new-customer] input")).to_be_focused()


def test_parts_are_counted_and_never_averaged(page: Page, site: str, site_dir: Path) -> None:
    """A row of dots for each, how many stand in each band, and what is told apart as lowest."""
    parts = [each["id"] for each in plan_of(site_dir, "healthy-relationship")["dimensions"]]
    first, *others = (part.replace("-", "_") for part in parts)
    low = {first: 1} | dict.fromkeys(others, 5)
    rows: list[Row] = [
        ("The baker", healthy(site_dir, **low), "2026-02-01"),
        (None, healthy(site_dir, **dict.fromkeys([first, *others], 3)), "2026-01-05"),
        ("Ms Okafor", {"delivered": 5}, "2026-03-01"),
    ]
    fill(page, site, site_dir, "healthy-relationship", rows)
    titles = page.locator(".key li").all_inner_texts()
    assert names(page) == ["Ms Okafor", "The baker", "Nobody in particular"]
    words = page.locator(".band-words").all_inner_texts()
    assert words[:2] == ["Not enough answers", f"Lowest: {titles[0].split(maxsplit=1)[1]}."]
    assert page.locator(".rows svg").nth(1).locator("circle").count() == len(parts)
    assert page.locator(".rows svg").nth(0).locator("circle").count() == 0
    counts = page.locator(".bands table").first.locator("td").all_inner_texts()
    assert (sum(map(int, counts)), counts[0], counts[-1]) == (3, "1", "1")
    assert table(page)[0][1:-1] == ["Not enough answers"] * len(parts)
    assert table(page)[1][1].split(" · ")[0] == "0"
    expect(page.locator("[data-notes] li")).to_have_text(
        "About one of them too few questions are answered to say anything."
    )


def test_the_reader_chooses_the_order(page: Page, site: str, site_dir: Path) -> None:
    """By name as people count, or by the last change; never by what was answered."""
    fill(page, site, site_dir, "stages", MIXED)
    assert names(page) == ["Ms Okafor", "Quiet", "The baker", "Van 9", "van 10"]
    page.locator('.order input[value="date"]').check()
    assert names(page) == ["Ms Okafor", "The baker", "Van 9", "Quiet", "van 10"]
    page.locator('.order input[value="date"]').press("ArrowLeft")
    assert names(page)[-1] == "van 10"


def test_a_name_leads_to_the_answers_and_back(page: Page, site: str, site_dir: Path) -> None:
    """Without a reload, the link opens the result about that customer."""
    fill(page, site, site_dir, "stages", MIXED)
    takes_links(page)
    page.locator(".places").get_by_role("link", name="van 10").click()
    expect(page.locator("[data-about]")).to_have_text("About van 10")
    expect(page).to_have_url(f"{site}{STAGES}#result")
    page.get_by_role("link", name="All your customers at a glance").locator("visible=true").click()
    expect(page.locator("[data-headline]")).to_have_text("5 customers. One is at risk.")
    page.get_by_role("link", name="Another customer").click()
    expect(page.locator("[data-new-customer] input")).to_be_focused()


def test_deleting_asks_once_and_takes_one_customer(page: Page, site: str, site_dir: Path) -> None:
    """The question names the customer; all versions of the answers go, and nobody else's."""
    rows = [*MIXED, ("the baker", at("committed"), "2026-01-01")]
    fill(page, site, site_dir, "stages", rows)
    delete_button(page, "The baker").click()
    expect(page.locator("dialog p")).to_contain_text("2 versions of your answers about “The baker”")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert len(stored(page)) == 6
    delete_button(page, "The baker").click()
    agree(page)
    expect(page.locator("[data-announce]")).to_have_text(
        "The answers about this customer are deleted."
    )
    expect(page.locator("[data-headline]")).to_be_focused()
    assert names(page) == ["Ms Okafor", "Quiet", "Van 9", "van 10"]
    assert len(stored(page)) == 4
    for name in names(page):
        delete_button(page, name).click()
        agree(page)
        expect(delete_button(page, name)).to_have_count(0)
    expect(page.locator("[data-none] a")).to_be_focused()
    assert stored(page) == []


def test_nobodys_answers_can_be_deleted(page: Page, site: str, site_dir: Path) -> None:
    """What names no customer is a row like any other."""
    rows: list[Row] = [(None, {"delivered": 5}, "2026-03-01"), ("Ann", {}, "2026-03-02")]
    fill(page, site, site_dir, "healthy-relationship", rows)
    delete_button(page, "Nobody in particular").click()
    agree(page)
    expect(page.locator(".customers tbody tr")).to_have_count(1)
    assert [each["subject"] for each in stored(page)] == ["Ann"]
