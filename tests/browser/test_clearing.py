"""Clearing, starting again, and sharing a computer."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    agree,
    answer,
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
    wait_until_stored,
)

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"
# Sheets are told apart by whole seconds; nobody answers and starts again within one.
A_SECOND = 1000


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
    act(page, "clear")
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
    page.wait_for_timeout(A_SECOND)
    act(page, "start-again")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 22 done")
    choose(page, "patient", 1)
    wait_until_stored(page, "patient", 1)
    assert sorted(sheet["answers"].get("patient") for sheet in stored(page)) == [1, 4]
    show_result(page)
    expect(page.get_by_text("1 earlier version is kept.")).to_be_visible()
    page.reload()
    ready(page)
    assert picked(page, "patient") == "1"
    act(page, "clear")
    expect(page.locator("dialog p")).to_contain_text("with 1 earlier version?")
    agree(page)
    assert stored(page) == []


def test_starting_again_can_be_declined(page: Page, site: str) -> None:
    """Escape at "Start again" changes nothing."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    act(page, "start-again")
    page.keyboard.press("Escape")
    expect(page.locator("[data-result]")).to_be_visible()
    assert [sheet["answers"] for sheet in stored(page)] == [{"patient": 4}]


def test_a_shared_computer_keeps_nothing(
    context: BrowserContext, new_context: Callable[[], BrowserContext], site: str
) -> None:
    """On a shared computer answers outlive a reload, but not the tab, and are not on the disk."""
    page = context.new_page()
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    act(page, "share-computer")
    expect(page.get_by_text("They are gone when you close this tab.")).to_be_visible()
    choose(page, "clear-head", 2)
    assert stored(page) == []
    page.reload()
    ready(page)
    assert (picked(page, "patient"), picked(page, "clear-head")) == ("4", "2")
    expect(page.get_by_text("They are gone when you close this tab.")).to_be_visible()
    for other in (context.new_page(), new_context().new_page()):
        open_form(other, site + HEART)
        assert (progress(other)[1], stored(other)) == ("0/22", [])


def test_sharing_can_be_switched_off_again(page: Page, site: str) -> None:
    """What was given meanwhile moves into the browser."""
    open_form(page, site + HEART)
    act(page, "share-computer")
    choose(page, "patient", 4)
    act(page, "unshare-computer")
    expect(page.get_by_text("Your answers stay in this browser.")).to_be_visible()
    wait_until_stored(page, "patient", 4)


def test_a_shared_computer_can_be_cleared(page: Page, site: str) -> None:
    """Clearing empties the visit too."""
    open_form(page, site + HEART)
    act(page, "share-computer")
    expect(page.get_by_text("They are gone when you close this tab.")).to_be_visible()
    answer(page, {"patient": 4})
    act(page, "clear")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 22 done")
    page.reload()
    ready(page)
    assert picked(page, "patient") is None
