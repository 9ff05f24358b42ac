"""Customers in mind: by a link, with the keyboard, on a phone, and for everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    answer,
    answer_all,
    choose,
    open_form,
    option,
    picked,
    progress,
    ready,
    show_result,
    stored,
    wait_until_stored,
)
from browser.awaiting import expect_answered, wait_until_chosen, wait_until_dressed
from browser.customers import field, in_mind, name, select, turn
from browser.modes import SCHEMES, faults
from browser.test_phone import SMALL, THUMB, assert_fits

STAGES = "assessments/stages/"
HEALTH = "assessments/healthy-relationship/"


def test_a_link_opens_the_answers_about_a_customer(page: Page, site: str) -> None:
    """`#sheet=…` leads to that customer's result, and is taken off the address."""
    open_form(page, site + STAGES)
    for subject, stage in [("The baker", "first-work"), ("Ms Okafor", "committed")]:
        name(page, subject)
        choose(page, "where-now", stage)
        wait_until_stored(page, "where-now", stage)
    baker = next(each["id"] for each in stored(page) if each["subject"] == "The baker")
    page.goto(f"{site}how-it-works/")
    open_form(page, f"{site}{STAGES}#sheet={baker}")
    expect(page.locator("[data-about]")).to_have_text("About The baker")
    expect(page).to_have_url(f"{site}{STAGES}#result")
    act(page, "change")
    expect(option(page, "where-now", "first-work")).to_be_checked()
    expect(page).to_have_url(f"{site}{STAGES}")


def test_a_link_asks_for_another_customer(page: Page, site: str) -> None:
    """`#another` leads to an empty page and the input, and is taken off the address."""
    open_form(page, site + STAGES)
    name(page, "The baker")
    choose(page, "where-now", "first-work")
    wait_until_stored(page, "where-now", "first-work")
    page.goto(f"{site}how-it-works/")
    open_form(page, f"{site}{STAGES}#another")
    expect(field(page)).to_be_focused()
    expect(page).to_have_url(site + STAGES)
    name(page, "Ms Okafor")
    assert (picked(page, "where-now"), in_mind(page)) == (None, "Ms Okafor")


def test_a_tab_comes_back_to_the_customer_in_mind(page: Page, site: str) -> None:
    """A reload keeps whoever was chosen, and the tab's memory holds no name."""
    open_form(page, site + STAGES)
    stages = {"The baker": "first-work", "Ms Okafor": "committed"}
    for subject, stage in stages.items():
        name(page, subject)
        choose(page, "where-now", stage)
        wait_until_stored(page, "where-now", stage)
    for subject in ("The baker", "Ms Okafor", "The baker"):
        turn(page, subject)
        expect(option(page, "where-now", stages[subject])).to_be_checked()
        # The welcome comes last, with what the tab remembers.
        expect(page.locator("[data-back]")).to_be_visible()
        page.reload()
        ready(page)
        assert in_mind(page) == subject
    assert "baker" not in page.evaluate("JSON.stringify(sessionStorage)")


@pytest.mark.parametrize("mark", ["ZZZZZZ", "1", "ABCDEFG", "<b>"])
def test_a_link_to_nobody_changes_nothing(page: Page, site: str, mark: str) -> None:
    """A link whose answers are not in this browser opens the questions."""
    open_form(page, f"{site}{STAGES}#about={mark}")
    expect(page.locator("[data-result]")).to_be_hidden()
    assert (progress(page)[1], stored(page)) == ("0/8", [])


def test_what_was_chosen_for_one_is_not_recalled_for_another(page: Page, site: str) -> None:
    """The welcome speaks of the customer answered about last, and goes with that customer."""
    open_form(page, site + STAGES)
    name(page, "The baker")
    answer(page, {"where-now": "first-work", "signs-of-strain": {"no-thanks": "seen"}})
    show_result(page)
    act(page, "try-this")
    expect(page.locator("[data-sentence]:visible").first).to_contain_text(
        "You chose to try this by"
    )
    wait_until_chosen(page)
    page.goto(site + STAGES)
    page.reload()
    ready(page)
    expect(page.locator("[data-recalled]")).to_contain_text("You chose to try")
    name(page, "Ms Okafor")
    expect(page.locator("[data-back]")).to_be_hidden()
    expect(page.locator("[data-recalled]")).to_be_hidden()


def test_with_the_keyboard(page: Page, site: str) -> None:
    """Enter takes the name, an empty one is asked for again, and Tab leads to the questions."""
    open_form(page, site + STAGES)
    field(page).focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("The baker")
    page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_be_focused()
    switches = page.locator(".switch").locator("button:visible, a:visible")
    for stop in (*switches.all(), option(page, "where-now", "first-contact")):
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    page.keyboard.press("Space")
    wait_until_stored(page, "where-now", "first-contact")
    select(page).focus()
    page.keyboard.press("End")
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize("address", [STAGES, HEALTH])
def test_it_fits_a_phone(
    new_context: Callable[..., BrowserContext], site: str, address: str
) -> None:
    """A name of 200 letters without a space does not widen the page, and targets can be hit."""
    size = {"width": 320, "height": 640}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    open_form(page, site + address)
    assert_fits(page)
    name(page, "W" * 200)
    answer_all(page, 2)
    expect_answered(page)
    assert_fits(page)
    turn(page, "Another customer …")
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []
    turn(page, "W" * 200)
    show_result(page)
    wait_until_dressed(page)
    assert_fits(page)


def test_it_is_accessible(new_context: Callable[..., BrowserContext], site: str) -> None:
    """Nothing is wrong with a list, an input and a message in sight."""
    page = new_context().new_page()
    open_form(page, site + STAGES)
    act(page, "show-result")
    assert faults(page, *SCHEMES) == {}
    name(page, "The baker")
    choose(page, "where-now", "first-work")
    wait_until_stored(page, "where-now", "first-work")
    turn(page, "Another customer …")
    assert faults(page, *SCHEMES) == {}
