"""Waits for what a page comes to show, keep or hear of, where no single element tells it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from browser.answering import BLINK, wait_for_sheets

LEAVE = "document.querySelector('[data-md-component=container]').dataset.left = ''"
# A page that starts with what is stored is there once it has started; what follows the container
# comes only when all of that is there.
ARRIVED = (
    "[data-md-component=container]:not([data-left]):not(:has([data-site]:not([data-ready]))) + *"
)
# It hears what the page hears, and after it.
LISTEN = """() => {
  delete globalThis.hasHeard;
  const channel = new BroadcastChannel("rapport-rapport");
  channel.onmessage = () => { globalThis.hasHeard = true; };
}"""
OF_THE_VISIT = """([name, value]) =>
  JSON.parse(sessionStorage.getItem("rapport-rapport") ?? "null")?.sheets
    .some(({ answers }) => answers[name] === value)"""
# Styles that a script asks for come later than what they dress.
DRESSED = "[...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)"
STILL = "document.getAnimations().every(each => each.playState !== 'running')"


@contextmanager
def arriving(page: Page) -> Iterator[None]:
    """Wait until what is done within has led to another page, and that page has started.

    The address alone does not tell: by instant navigation it changes first, and until the page
    has come, the one before stands there, as ready as ever.
    """
    page.evaluate(LEAVE)
    yield
    page.locator(ARRIVED).wait_for(state="attached")


@contextmanager
def hearing(page: Page) -> Iterator[None]:
    """Wait until this page has heard of what is changed elsewhere within."""
    page.evaluate(LISTEN)
    yield
    page.wait_for_function("globalThis.hasHeard")


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


def wait_for_visit(page: Page, name: str, value: str | int) -> None:
    """Wait until a shared computer keeps this answer for the visit."""
    page.wait_for_function(OF_THE_VISIT, arg=[name, value])
