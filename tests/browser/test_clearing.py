"""Clearing, and starting again."""

from playwright.sync_api import Page, expect

from browser.answering import (
    act,
    agree,
    answer_all,
    choose,
    open_form,
    option,
    picked,
    progress,
    question,
    ready,
    show_result,
    stored,
    wait_for_sheets,
    wait_until_stored,
)
from browser.awaiting import expect_soon, wait_until_finished

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"


def test_clearing_asks_once_and_leaves_nothing(page: Page, site: str) -> None:
    """After "Yes" nothing of this questionnaire is shown or stored, and that is said."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    question(page, "own-self").locator("textarea").fill("Private")
    wait_until_stored(page, "own-self", "Private")
    act(page, "clear")
    expect(page.locator("dialog p")).to_have_text("Delete your answers on this page for good?")
    agree(page)
    expect(page.get_by_role("status").last).to_have_text("Your answers on this page are deleted.")
    assert (progress(page)[1], stored(page)) == ("0/22", [])
    expect(page.locator("fieldset input:checked")).to_have_count(0)
    expect(question(page, "own-self").locator("textarea")).to_have_value("")
    page.reload()
    ready(page)
    assert progress(page)[1] == "0/22"


def test_saying_no_keeps_everything(page: Page, site: str) -> None:
    """Escape and "No" close the dialog and keep the answers."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    act(page, "clear")
    # The question comes by a script of its own, a moment after the click.
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    act(page, "clear")
    page.get_by_role("button", name="No, leave them").click()
    expect(page.locator("dialog")).to_be_hidden()
    assert (picked(page, "patient"), len(stored(page))) == ("4", 1)


def test_clearing_leaves_other_questionnaires_and_forms_alone(page: Page, site: str) -> None:
    """Only this page's answers go."""
    open_form(page, site + TEAM)
    choose(page, "equals", 2)
    wait_until_stored(page, "equals", 2)
    open_form(page, f"{site}{TEAM}customer/")
    choose(page, "equals", 5)
    wait_until_stored(page, "equals", 5)
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    open_form(page, site + TEAM)
    act(page, "clear")
    agree(page)
    expect(option(page, "equals", 2)).not_to_be_checked()
    kept = [(sheet["assessment"], sheet.get("form")) for sheet in stored(page)]
    assert sorted(kept, key=str) == [("marriage", "customer"), ("serving-heart", None)]


def test_starting_again_keeps_the_old_answers(page: Page, site: str) -> None:
    """A new start shows an empty page, keeps the earlier version, and says how many there are."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    act(page, "start-again")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 22 done")
    choose(page, "patient", 1)
    wait_until_stored(page, "patient", 1)
    assert sorted(sheet["answers"].get("patient") for sheet in stored(page)) == [1, 4]
    show_result(page)
    expect(page.get_by_text("1 earlier version is kept; a copy holds it too.")).to_be_visible()
    wait_for_sheets(page, lambda sheets: all(sheet.get("finished") for sheet in sheets))
    page.reload()
    ready(page)
    assert picked(page, "patient") == "1"
    act(page, "clear")
    expect(page.locator("dialog p")).to_contain_text("with 1 earlier version?")
    agree(page)
    expect_soon(page, lambda: stored(page), [])


def test_starting_again_can_be_declined(page: Page, site: str) -> None:
    """Escape at "Start again" changes nothing."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    wait_until_finished(page)
    act(page, "start-again")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("[data-result]")).to_be_visible()
    assert [sheet["answers"] for sheet in stored(page)] == [{"patient": 4}]


def test_starting_again_with_nothing_answered_keeps_nothing(page: Page, site: str) -> None:
    """An empty page does not become an earlier version."""
    open_form(page, site + HEART)
    show_result(page)
    act(page, "start-again")
    expect(page.locator("[data-result]")).to_be_hidden()
    assert stored(page) == []
