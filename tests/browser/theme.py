"""Waits for what the theme does in its own time: it learns of pages, notes places, and searches."""

from playwright.sync_api import Locator, Page

# The list of all pages that the theme has asked for, once it has come.
LISTED = """() => performance.getEntriesByType("resource")
  .find(({ name }) => name.endsWith("/sitemap.xml"))?.name"""
# Asked for later and taken in the same way, it is read no sooner than the theme's own.
READ = """async address => {
  await (await (await fetch(address)).blob()).text();
  await new Promise(done => setTimeout(done));
}"""
# From files, where every page is a full load, nothing is noted.
NOTED = """() => location.protocol === "file:" ||
  history.state !== null && history.state.x === scrollX && history.state.y === scrollY"""


def takes_links(page: Page) -> None:
    """Wait until the theme follows links by itself; before that, each of them is a full load."""
    page.evaluate(READ, page.wait_for_function(LISTED).json_value())


def at_rest(page: Page) -> None:
    """Wait until the theme has noted how far a page that was loaded is scrolled.

    It does so a moment later. Noted after a click, which nobody makes by hand so soon, the place
    would be restored instead of going to the one in the address.
    """
    page.wait_for_function(NOTED)


def search(page: Page, words: str) -> Locator:
    """Search for some words, and return the links to what is found for all of them."""
    at_rest(page)
    box = page.get_by_role("textbox", name="Search")
    box.click()
    # In one go: with each letter the list is another, and a click would meet whatever comes there.
    box.fill(words)
    box.press("End")
    found = page.locator(".md-search-result__link")
    found.first.wait_for()
    return found
