"""Waits until a page has heard of what another tab has changed."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

# It hears what the page hears, and after it.
LISTEN = """() => {
  delete globalThis.hasHeard;
  const channel = new BroadcastChannel("rapport-rapport");
  channel.onmessage = () => { globalThis.hasHeard = true; };
}"""


@contextmanager
def hearing(page: Page) -> Iterator[None]:
    """Wait until this page has heard of what is changed elsewhere within."""
    page.evaluate(LISTEN)
    yield
    page.wait_for_function("globalThis.hasHeard")
