"""Sharing a computer: answers for this visit only."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    agree,
    answer,
    choose,
    open_form,
    option,
    picked,
    progress,
    ready,
    share_computer,
    stored,
    wait_until_stored,
)
from browser.awaiting import wait_for_visit

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"
VISIT = "your answers are kept for this visit only."
BROWSER = "Your answers stay in this browser."


def test_a_shared_computer_keeps_nothing(
    context: BrowserContext, new_context: Callable[[], BrowserContext], site: str
) -> None:
    """On a shared computer answers outlive a reload, but not the tab, and are not on the disk."""
    page = context.new_page()
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    share_computer(page)
    choose(page, "clear-head", 2)
    wait_for_visit(page, "clear-head", 2)
    assert stored(page) == []
    page.reload()
    ready(page)
    assert (picked(page, "patient"), picked(page, "clear-head")) == ("4", "2")
    expect(page.get_by_text(VISIT)).to_be_visible()
    for other in (context.new_page(), new_context().new_page()):
        open_form(other, site + HEART)
        assert (progress(other)[1], stored(other)) == ("0/22", [])


def test_sharing_can_be_switched_off_again(page: Page, site: str) -> None:
    """What was given meanwhile moves into the browser."""
    open_form(page, site + HEART)
    share_computer(page)
    choose(page, "patient", 4)
    act(page, "unshare-computer")
    expect(page.get_by_text(BROWSER)).to_be_visible()
    wait_until_stored(page, "patient", 4)


def test_a_shared_computer_can_be_cleared(page: Page, site: str) -> None:
    """Clearing empties the visit too."""
    open_form(page, site + HEART)
    share_computer(page)
    answer(page, {"patient": 4})
    act(page, "clear")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 22 done")
    page.reload()
    ready(page)
    assert picked(page, "patient") is None


def test_each_page_tells_the_truth_about_its_own_answers(page: Page, site: str) -> None:
    """What another page keeps in the browser stays there, and its page says so."""
    open_form(page, site + TEAM)
    choose(page, "equals", 2)
    wait_until_stored(page, "equals", 2)
    open_form(page, site + HEART)
    share_computer(page)
    open_form(page, site + TEAM)
    expect(page.get_by_text(BROWSER)).to_be_visible()
    assert picked(page, "equals") == "2"


def test_switching_sharing_off_brings_every_page_back(page: Page, site: str) -> None:
    """All answers of the visit go into the browser, whichever page it is said on."""
    open_form(page, site + HEART)
    share_computer(page)
    choose(page, "patient", 4)
    wait_for_visit(page, "patient", 4)
    open_form(page, site + TEAM)
    choose(page, "equals", 2)
    wait_for_visit(page, "equals", 2)
    assert stored(page) == []
    act(page, "unshare-computer")
    wait_until_stored(page, "patient", 4)
    wait_until_stored(page, "equals", 2)
    expect(option(page, "equals", 2)).to_be_checked()
