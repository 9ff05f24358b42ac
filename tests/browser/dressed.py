"""Waits until a page has the styles that its scripts have asked for."""

from playwright.sync_api import Page

DRESSED = "[...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)"


def dressed(page: Page) -> None:
    """Wait until every style is there that the page links.

    A script links its own style with what it shows, and does not wait for it. What is measured, or
    read of what is in sight, is that of a page without the style until then.
    """
    page.wait_for_function(DRESSED)
