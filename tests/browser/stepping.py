"""How the browser tests answer one question at a time."""

from playwright.sync_api import Locator, Page, expect

from browser.answering import open_form

HEART = "assessments/serving-heart/"
FIRST, SECOND = "worth-copying", "told-what-i-could"


def shown(page: Page) -> list[str | None]:
    """Return the questions in sight."""
    sight = "all => all.map(fieldset => fieldset.dataset.question)"
    found: list[str | None] = page.locator("fieldset:visible").evaluate_all(sight)
    return found


def expect_only(page: Page, name: str) -> None:
    """Wait until one question is in sight, and it is this one."""
    sight = page.locator("fieldset:visible")
    expect(sight).to_have_count(1)
    expect(sight).to_have_attribute("data-question", name)


def begin(page: Page, address: str) -> None:
    """Open a questionnaire and choose to be asked one question at a time."""
    open_form(page, address)
    switch(page).click()
    page.locator("[data-step=question]").wait_for()


def switch(page: Page) -> Locator:
    """Return the switch at the top of the questions."""
    return page.locator("[data-action=step]")


def press(page: Page, words: str) -> None:
    """Press a button of the bar below the question."""
    page.locator(".turning").get_by_role("button", name=words, exact=True).click()


def place(page: Page) -> str:
    """Return the words for how far the reader is."""
    return page.locator("[data-place]").inner_text()
