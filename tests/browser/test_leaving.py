"""Finish and leave nothing: on one's own computer and on a shared one, also by Back."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    agree,
    answer,
    choose,
    open_form,
    picked,
    progress,
    question,
    ready,
    share_computer,
    show_result,
    stored,
    wait_until_stored,
)
from browser.customers import name

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"
STAGES = "assessments/stages/"
WROTE = "Ms B., on a Tuesday"
VISIT = "your answers are kept for this visit only."
REFUSE_TO_DELETE = """() => {
  IDBObjectStore.prototype.delete = () => { throw new DOMException("No"); };
}"""
TRACES = """() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])"""


def leave(page: Page, home: str) -> None:
    """Press the button, say yes, and wait until the page has been left."""
    act(page, "leave-nothing")
    page.locator("dialog [value=yes]").click()
    page.wait_for_url(home)


def wait_for_visit(page: Page, words: str) -> None:
    """Wait until what is kept for this visit holds these words."""
    page.wait_for_function("words => JSON.stringify(sessionStorage).includes(words)", arg=words)


def assert_empty(page: Page) -> None:
    """Fail where the questionnaire on the page shows any answer."""
    ready(page)
    assert progress(page)[1].startswith("0/")
    expect(page.locator("fieldset input:checked")).to_have_count(0)
    assert WROTE not in page.content()
    for field in page.locator("textarea, input[type=text]").all():
        assert field.input_value() == ""


@pytest.mark.parametrize("is_shared", [False, True], ids=["own computer", "shared computer"])
def test_nothing_is_left_and_back_shows_nothing(page: Page, site: str, is_shared: bool) -> None:
    """The answers are gone from the browser, and Back leads from the home page to none."""
    open_form(page, site + HEART)
    if is_shared:
        share_computer(page)
    answer(page, {"patient": 4, "own-self": WROTE})
    show_result(page)
    act(page, "share-link")
    agree(page)
    leave(page, site)
    assert stored(page) == []
    assert "patient" not in page.evaluate(TRACES)
    for _ in range(2):
        page.go_back()
        if "assessments" in page.url:
            assert_empty(page)
    page.goto(site + HEART)
    assert_empty(page)


def test_on_a_shared_computer_all_of_the_visit_goes(page: Page, site: str) -> None:
    """What was answered on other pages of the visit goes too; what was here before stays."""
    open_form(page, site + TEAM)
    choose(page, "equals", 2)
    wait_until_stored(page, "equals", 2)
    open_form(page, site + HEART)
    share_computer(page)
    choose(page, "patient", 4)
    wait_for_visit(page, "patient")
    open_form(page, site + STAGES)
    answer(page, {"where-now": "committed"})
    wait_for_visit(page, "where-now")
    act(page, "leave-nothing")
    expect(page.locator("dialog p")).to_contain_text("It is 2 sets of answers.")
    page.locator("dialog [value=yes]").click()
    page.wait_for_url(site)
    assert [sheet["answers"] for sheet in stored(page)] == [{"equals": 2}]
    for where in (HEART, STAGES):
        open_form(page, site + where)
        assert_empty(page)
        expect(page.get_by_text(VISIT)).to_be_visible()


def test_the_page_is_empty_before_it_is_left(page: Page, site: str) -> None:
    """Where the home page is slow to come, or this one is kept for Back, nothing stays in it."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4, "own-self": WROTE})
    show_result(page)
    page.evaluate("""() => addEventListener("pagehide", () =>
      sessionStorage.setItem("left", document.querySelector(".rapport").innerHTML))""")
    leave(page, site)
    assert page.evaluate("sessionStorage.getItem('left')") == ""


def test_a_customer_in_mind_is_forgotten(page: Page, site: str) -> None:
    """This tab does not remember who the answers were about."""
    open_form(page, site + STAGES)
    name(page, "The baker")
    choose(page, "where-now", "committed")
    wait_until_stored(page, "where-now", "committed")
    assert "rapport-rapport:" in page.evaluate(TRACES)
    show_result(page)
    leave(page, site)
    assert "rapport" not in page.evaluate(TRACES)


def test_no_leaves_everything(page: Page, site: str) -> None:
    """Escape changes nothing and stays on the page."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    wait_until_stored(page, "patient", 4)
    act(page, "leave-nothing")
    expect(page.locator("dialog p")).to_have_text(
        "Delete your answers on this page for good, and leave it?"
    )
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("[data-result]")).to_be_visible()
    assert len(stored(page)) == 1


def test_other_questionnaires_stay_on_ones_own_computer(page: Page, site: str) -> None:
    """Only this page's answers go, with its earlier versions."""
    open_form(page, site + TEAM)
    choose(page, "equals", 2)
    wait_until_stored(page, "equals", 2)
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    act(page, "start-again")
    agree(page)
    choose(page, "patient", 1)
    wait_until_stored(page, "patient", 1)
    show_result(page)
    leave(page, site)
    assert [sheet["assessment"] for sheet in stored(page)] == ["marriage"]


def test_another_tab_shows_nothing_either(context: BrowserContext, site: str) -> None:
    """A second tab with the same questionnaire is empty a moment later."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        open_form(tab, site + HEART)
    choose(tabs[0], "patient", 4)
    expect(tabs[1].locator("[data-progress-done]")).to_have_text("1 of 22 done")
    show_result(tabs[0])
    leave(tabs[0], site)
    expect(tabs[1].locator("[data-progress-done]")).to_have_text("0 of 22 done")
    assert picked(tabs[1], "patient") is None


def test_from_files_it_leads_to_the_first_page(page: Page, file_site: Path) -> None:
    """Opened as files, the page that is shown then is the site's first one."""
    open_form(page, (file_site / "assessments" / "serving-heart.html").as_uri())
    answer(page, {"own-self": WROTE})
    show_result(page)
    leave(page, (file_site / "index.html").as_uri())
    page.go_back()
    assert_empty(page)


def test_where_the_browser_refuses_the_page_stays_and_says_so(page: Page, site: str) -> None:
    """Nobody is sent away from answers that are still there."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    show_result(page)
    page.evaluate(REFUSE_TO_DELETE)
    act(page, "leave-nothing")
    agree(page)
    expect(page.get_by_text("The browser refused to delete all of your answers.")).to_be_visible()
    expect(page.locator("[data-result]")).to_be_visible()
    expect(question(page, "patient")).to_be_attached()
