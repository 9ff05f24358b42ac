"""How the browser tests name customers and turn from one to another."""

from playwright.sync_api import Locator, Page, expect


def select(page: Page) -> Locator:
    """Return the list of customers."""
    return page.locator("[data-customer] select")


def field(page: Page) -> Locator:
    """Return the input for a new name."""
    return page.locator("[data-new-customer] input")


def name(page: Page, subject: str) -> None:
    """Give a new name, and wait until the page has turned to it."""
    if not field(page).is_visible():
        turn(page, "Another customer …")
    field(page).fill(subject)
    page.locator("[data-new-customer] button").click()
    expect(field(page)).to_be_hidden()


def turn(page: Page, label: str) -> None:
    """Choose an entry of the list."""
    select(page).select_option(label=label)


def in_mind(page: Page) -> str:
    """Return the words of the entry that is chosen."""
    words: str = select(page).evaluate("list => list.selectedOptions[0].textContent")
    return words


def listed(page: Page) -> list[str]:
    """Return the words of all entries."""
    return select(page).locator("option").all_inner_texts()
