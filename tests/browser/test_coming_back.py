"""Coming back to a page with answers, and what spares a reader needless taps."""

from playwright.sync_api import Page, expect

from browser.answering import (
    act,
    answer,
    applying,
    open_form,
    picked,
    progress,
    question,
    ready,
    share_computer,
    show_result,
    wait_until_stored,
)
from browser.awaiting import wait_until_chosen

HEART = "assessments/serving-heart/"


def test_whoever_comes_back_finds_the_result_and_what_was_chosen(page: Page, site: str) -> None:
    """At the top stand the way to the result and the practice; at a first visit neither does."""
    open_form(page, site + HEART)
    expect(page.locator("[data-back]")).to_be_hidden()
    answer(page, {"patient": 2})
    show_result(page)
    act(page, "try-this")
    expect(page.get_by_text("You chose to try this by")).to_be_visible()
    wait_until_chosen(page)
    page.goto(site)
    open_form(page, site + HEART)
    expect(page.locator("[data-recalled]")).to_contain_text("You chose to try, by")
    # What was answered today may still be changed without a word.
    expect(page.locator("[data-since]")).to_be_hidden()
    page.locator("[data-back]").get_by_role("button", name="Show my result").click()
    expect(page.locator("[data-headline]")).to_be_focused()


def test_no_to_all_others_completes_a_checklist(page: Page, site: str) -> None:
    """What was ticked stays, everything else becomes "No", and the checklist counts."""
    open_form(page, site + HEART)
    answer(page, {"in-the-way": {"tools": "seen", "rules": "na"}})
    question(page, "in-the-way").get_by_role("button", name="No to all the others").click()
    expect(page.locator("[data-progress-done]")).to_have_text("1 of 22 done")
    chosen = [picked(page, f"in-the-way.{item}") for item in ("tools", "rules", "abuse")]
    assert (chosen, progress(page)[1]) == (["seen", "na", "not-seen"], "1/22")


def test_what_is_urgent_comes_first(page: Page, site: str) -> None:
    """Insults that were seen bring their practice before those of the lowest answers."""
    open_form(page, site + HEART)
    answer(page, {"patient": 1, "let-them-finish": 1, "in-the-way": {"abuse": "seen"}})
    show_result(page)
    assert applying(page, "practice")[0] == "put-them-first.end-abuse"


def test_a_message_goes_with_the_next_action(page: Page, site: str) -> None:
    """What was said about one action does not outlive it."""
    open_form(page, site + HEART)
    answer(page, {"patient": 1})
    wait_until_stored(page, "patient", 1)
    act(page, "clear")
    page.locator("dialog [value=yes]").click()
    expect(page.locator("[data-announce]")).to_have_text("Your answers on this page are deleted.")
    share_computer(page)
    expect(page.locator("[data-announce]")).to_have_text("")
    page.reload()
    ready(page)
