"""Waits for what a page comes to show or to keep, where no single element tells it."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.answering import BLINK, wait_for_sheets

# Styles that a script asks for come later than what they dress.
DRESSED = "[...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)"
STILL = "document.getAnimations().every(each => each.playState !== 'running')"


def expect_soon(page: Page, read: Callable[[], object], expected: object) -> None:
    """Wait until what is read is as expected; fail after twenty seconds with what there is."""
    deadline = time.monotonic() + 20
    while (found := read()) != expected and time.monotonic() < deadline:
        page.wait_for_timeout(BLINK / 4)
    assert found == expected


def expect_answered(page: Page) -> None:
    """Wait until the page shows what was answered, each of which can be taken back."""
    expect(page.locator(".take-back:visible").first).to_be_visible()


def wait_until_finished(page: Page) -> None:
    """Wait until it is stored that a result was asked for; whatever was answered before is, too."""
    wait_for_sheets(page, lambda sheets: any(sheet.get("finished") for sheet in sheets))


def wait_until_chosen(page: Page) -> None:
    """Wait until something that somebody wants to try is stored."""
    wait_for_sheets(page, lambda sheets: any(sheet["commitments"] for sheet in sheets))


def wait_until_dressed(page: Page) -> None:
    """Wait until every style that the page has asked for is there."""
    page.wait_for_function(DRESSED)


def wait_until_still(page: Page) -> None:
    """Wait until nothing moves or fades any more."""
    page.wait_for_function(STILL)
