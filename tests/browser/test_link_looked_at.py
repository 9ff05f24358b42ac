"""Answers that came by a link and are only looked at: shown, changed, and nowhere kept."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from browser.answering import (
    act,
    agree,
    answer,
    choose,
    open_form,
    option,
    picked,
    scores,
    stored,
    wait_until_stored,
)
from browser.copies import keep_copy
from browser.customers import name
from browser.links import OPEN, follow, link_of
from browser.storing import put

ABOUT = "assessments/stages/"
Contexts = Callable[..., BrowserContext]


def test_a_link_that_is_only_looked_at_leaves_nothing(new_context: Contexts, site: str) -> None:
    """What is looked at is shown, can even be changed, and is gone with the page, unless kept."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + OPEN)
    open_form(second, site + OPEN)
    choose(second, "equals", 1)
    wait_until_stored(second, "equals", 1)
    own = stored(second)
    second.goto("about:blank")
    follow(second, link, keep=False)
    expect(second.get_by_text("they are not kept in this browser.")).to_be_visible()
    assert scores(second) == scores(first)
    assert stored(second) == own
    act(second, "change")
    choose(second, "safe", 2)
    assert (picked(second, "safe"), picked(second, "equals")) == ("2", "4")
    second.get_by_role("button", name="To my own answers").click()
    expect(option(second, "equals", 1)).to_be_checked()
    assert picked(second, "safe") is None
    # Whatever the change had written would have been there before these were read.
    assert stored(second) == own
    second.goto("about:blank")
    follow(second, link, keep=False)
    act(second, "keep-shared")
    expect(second.get_by_text("The answers are kept in this browser now.")).to_be_visible()
    assert len(stored(second)) == 2


def test_a_later_state_of_answers_that_are_here_is_only_looked_at(
    new_context: Contexts, site: str
) -> None:
    """It says so, under the mark of the newest here, and has no button to delete that one."""
    first, second = new_context().new_page(), new_context().new_page()
    link = link_of(first, site + OPEN)
    [later] = stored(first)
    open_form(second, site + OPEN)
    earlier = later | {"answers": {"equals": 1}, "changed": later["started"]}
    earlier |= {"seen": {"equals": later["seen"]["equals"]}, "started": "2026-01-01T08:00:00Z"}
    put(second, [earlier | {"changed": "2026-01-01T08:00:00Z"}])
    kept = stored(second)
    second.goto("about:blank")
    follow(second, link, keep=False)
    expect(second.get_by_text("they are not kept in this browser.")).to_be_visible()
    for action in ("start-again", "clear", "leave-nothing"):
        button = second.locator(f"[data-result] [data-action={action}]")
        expect(button).to_be_hidden()
        button.dispatch_event("click")
    # By the same script, and after what those three might do.
    keep_copy(second)
    expect(second.locator("dialog")).to_be_hidden()
    assert stored(second) == kept
    second.get_by_role("button", name="To my own answers").click()
    expect(second.locator("[data-result] [data-action=clear]")).to_be_visible()


def test_a_customer_named_meanwhile_keeps_no_answers_of_a_link(
    new_context: Contexts, site: str
) -> None:
    """A name is for the reader's own answers; what is only looked at stays out of this browser."""
    first, second = new_context().new_page(), new_context().new_page()
    open_form(first, site + ABOUT)
    name(first, "The baker")
    answer(first, {"where-now": "first-work"})
    wait_until_stored(first, "where-now", "first-work")
    # By the address, and not by the button, which would finish them.
    first.evaluate("location.hash = 'result'")
    act(first, "share-link")
    agree(first)
    first.wait_for_function("document.querySelector('[data-link]').value.includes('#answers=1')")
    follow(second, first.locator("[data-link]").input_value(), keep=False)
    act(second, "change")
    choose(second, "where-now", "first-contact")
    name(second, "Van 9")
    expect(second.locator(".progress")).to_be_focused()
    assert stored(second) == []
