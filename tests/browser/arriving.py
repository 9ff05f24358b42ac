"""Waits until another page has come to stand where one was, by a full load or within the theme."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

LEAVE = "document.querySelector('[data-md-component=container]').dataset.left = ''"
# A page that starts with what is stored is there once it has started.
ARRIVED = "[data-md-component=container]:not([data-left]):not(:has([data-site]:not([data-ready])))"


@contextmanager
def arriving(page: Page) -> Iterator[None]:
    """Wait until what is done within has led to another page, and that page has started.

    The address alone does not tell: by instant navigation it changes first, and until the page
    has come, the one before stands there, as ready as ever.
    """
    page.evaluate(LEAVE)
    yield
    page.locator(ARRIVED).wait_for(state="attached")
