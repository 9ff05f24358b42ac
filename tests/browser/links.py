"""How the browser tests make a link to a result, and open it elsewhere."""

from playwright.sync_api import Page, expect

from browser.answering import (
    act,
    agree,
    answer,
    answer_all,
    open_form,
    ready,
    show_result,
)
from browser.awaiting import wait_until_finished

PRIVATE = "assessments/serving-heart/"
OPEN = "assessments/marriage/"
WROTE = "Ms B. from the bakery"


def link_of(page: Page, address: str, *, with_texts: bool = False) -> str:
    """Answer a questionnaire, ask for the link to its result, and return it.

    By then all of it is stored as well.
    """
    open_form(page, address)
    answer_all(page, 4)
    if PRIVATE in address:
        answer(page, {"own-self": WROTE})
    show_result(page)
    wait_until_finished(page)
    act(page, "share-link")
    if PRIVATE in address:
        agree(page)
    field = page.locator("[data-link]")
    expect(field).to_be_visible()
    page.wait_for_function("document.querySelector('[data-link]').value.includes('#answers=1')")
    if with_texts:
        short = field.input_value()
        page.get_by_label("With what I wrote").check()
        expect(field).not_to_have_value(short)
    return field.input_value()


def follow(page: Page, link: str, *, keep: bool) -> None:
    """Open a link, and say what to do with the answers that it brings."""
    page.goto(link)
    page.get_by_role("button", name="Keep them as mine" if keep else "Only look").click()
    expect(page.locator("[data-result]")).to_be_visible()
    ready(page)
