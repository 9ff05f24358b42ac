"""A guess and the answers of others meet on a page of their own."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import act, answer
from browser.awaiting import arriving
from browser.comparing import (
    CUSTOMER,
    GAP,
    TEAM,
    Sheet,
    copy_of,
    finish,
    gap_of,
    guess,
    open_gap,
    paste,
    person,
    told,
)


def test_a_guess_comes_first(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """Whoever has not guessed is led to it, and sees only how many have answered."""
    open_gap(page, site + GAP)
    paste(page, customer[1])
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    expect(page.locator("[data-differences]")).to_be_hidden()
    with arriving(page):
        page.get_by_role("link", name="Make your guess").click()
    finish(page, 4)
    open_gap(page, site + GAP)
    expect(page.locator("[data-differences]")).to_be_visible()
    assert gap_of(page, "believed") == "50"


def test_before_there_are_answers_it_is_a_guess(page: Page, site: str) -> None:
    """One's own answers are shown as a guess, without band, middle or difference."""
    guess(page, site + TEAM, 4)
    with arriving(page):
        page.get_by_role("link", name="Lay your guess beside their answers").first.click()
    expect(page.locator("[data-headline]")).to_have_text("So far there is only your guess.")
    assert told(page, "equals") == "Your answer: Mainly agree."
    expect(page.locator("[data-compare=equals] .mine")).to_have_count(1)
    expect(page.locator("[data-compare] :is(.person, .middle, .bar)")).to_have_count(0)
    assert gap_of(page, "equals") == ""


def test_a_comparison_has_its_dates(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """It says of when the guess and the latest answers are, on paper too."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    facts = page.locator("[data-facts]")
    expect(facts).to_have_text(re.compile(r"^Your guess of \d+ \w+ 20\d\d$"))
    days = ("2019-03-02T12:00:00Z", "2019-11-05T12:00:00Z", "2019-03-30T12:00:00Z")
    paste(page, copy_of(*(person(customer[0]) | {"changed": day} for day in days)))
    page.emulate_media(media="print")
    expect(facts.locator("visible=true")).to_have_text(
        re.compile(r"^Your guess of \d+ \w+ 20\d\d · Answers up to 5 November 2019$")
    )


def test_answers_of_a_conversation(page: Page, site: str) -> None:
    """A link leads to their page, and what is filled in there is part of the comparison."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    with arriving(page):
        page.get_by_role("link", name="I asked them myself").click()
    answer(page, {"safe": 1})
    act(page, "show-result")
    act(page, "add-asked")
    expect(page.locator("fieldset :checked")).to_have_count(0)
    open_gap(page, site + GAP)
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    assert gap_of(page, "safe") == "75"


def test_the_ways_to_ask(page: Page, site: str, context: BrowserContext) -> None:
    """The address of their page can be copied, and the page saved as one file."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_gap(page, site + GAP)
    act(page, "copy-address")
    expect(page.get_by_text("The address is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == site + CUSTOMER
    with page.expect_download() as download:
        page.get_by_role("link", name="Save their page as a file").click()
    assert download.value.suggested_filename == "marriage-customer.html"


def test_another_tab(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """What one tab takes in the other shows."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    other = page.context.new_page()
    open_gap(other, site + GAP)
    paste(other, customer[1])
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
