"""What is answered stays: reload, other pages, closed tabs, several tabs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    BLINK,
    act,
    answer,
    choose,
    open_form,
    option,
    picked,
    progress,
    ready,
    show_result,
    stored,
    wait_for_sheets,
    wait_until_stored,
)
from browser.awaiting import arriving

HEART = "assessments/serving-heart/"
IN_TURNS = """async name => {
  let count = 0;
  for (let round = 0; round < 12; round += 1) {
    for (const step of [1, 2, 3, 4, 5]) {
      document.querySelector(`input[name="${name}"][value="${step}"]`).click();
      count += 1;
      await new Promise(done => setTimeout(done, Math.random() * 12));
    }
  }
  return count;
}"""
"""Chooses every step of a question many times, at moments that nobody can foresee."""
NAVIGATIONS = [
    pytest.param("site", id="instant navigation"),
    pytest.param("instant_off_site", id="full loads"),
]


def test_the_browser_is_asked_to_keep_what_it_stores(page: Page, site: str) -> None:
    """It is asked when there is a result worth keeping, and with a copy, and not before."""
    page.add_init_script("""globalThis.asked = 0;
        StorageManager.prototype.persist = async () => { globalThis.asked += 1; return true; };""")
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    assert page.evaluate("globalThis.asked") == 0
    show_result(page)
    page.wait_for_function("globalThis.asked === 1")
    with page.expect_download():
        act(page, "keep")
    page.wait_for_function("globalThis.asked === 2")


def test_a_reload_keeps_the_answer_just_given(page: Page, site: str) -> None:
    """A page that is reloaded right after a click shows the answer."""
    open_form(page, site + HEART)
    for step in (1, 2, 3, 4, 5):
        choose(page, "patient", step)
        page.wait_for_timeout(BLINK)
        page.reload()
        ready(page)
        assert picked(page, "patient") == str(step)


@pytest.mark.parametrize("variant", NAVIGATIONS)
def test_another_page_and_back(page: Page, variant: str, request: pytest.FixtureRequest) -> None:
    """A click on another page and Back, or a link back, return to the answers."""
    site = request.getfixturevalue(variant)
    open_form(page, site + HEART)
    page.evaluate("globalThis.sameDocument = true")
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    with arriving(page):
        page.locator(".md-tabs").get_by_role("link", name="About").click()
    expect(page).to_have_title("How it works - Rapport")
    assert page.evaluate("globalThis.sameDocument === true") is (variant == "site")
    with arriving(page):
        page.go_back()
    ready(page)
    expect(option(page, "patient", 4)).to_be_checked()
    choose(page, "clear-head", 2)
    wait_until_stored(page, "clear-head", 2)
    with arriving(page):
        page.locator(".md-tabs").get_by_role("link", name="Questionnaires").click()
    with arriving(page):
        page.locator(".md-content").get_by_role("link", name="Do I have a serving heart?").click()
    ready(page)
    expect(option(page, "clear-head", 2)).to_be_checked()
    expect(option(page, "patient", 4)).to_be_checked()
    choose(page, "clear-head", 3)
    expect(page.locator("[data-progress-done]")).to_have_text("2 of 22 done")


def test_two_questionnaires_keep_apart(page: Page, site: str) -> None:
    """What is answered here is not answered there, also without a load in between."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    with arriving(page):
        page.locator(".md-tabs").get_by_role("link", name="Questionnaires").click()
    with arriving(page):
        page.locator(".md-content").get_by_role("link", name="the marriage").click()
    page.locator("form[data-assessment=marriage][data-ready]").wait_for(state="attached")
    assert progress(page)[1] == "0/19"
    choose(page, "equals", 1)
    page.locator("form[data-assessment]").evaluate("form => form.requestSubmit()")
    wait_until_stored(page, "equals", 1)
    kept = {sheet["assessment"]: sheet["answers"] for sheet in stored(page)}
    assert kept == {"serving-heart": {"patient": 4}, "marriage": {"equals": 1}}


def test_files_without_a_server(page: Page, file_site: Path) -> None:
    """Opened as files, the pages keep answers over a reload, a link and Back."""
    open_form(page, (file_site / "assessments" / "serving-heart.html").as_uri())
    choose(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    page.reload()
    ready(page)
    expect(option(page, "patient", 4)).to_be_checked()
    with arriving(page):
        page.locator(".md-tabs").get_by_role("link", name="About").click()
    expect(page).to_have_title("How it works - Rapport")
    page.go_back()
    ready(page)
    expect(option(page, "patient", 4)).to_be_checked()
    act(page, "show-result")
    expect(page.locator("[data-headline]")).to_be_focused()
    page.reload()
    ready(page)
    expect(page.locator("[data-result]")).to_be_visible()


def test_a_closed_tab(context: BrowserContext, site: str) -> None:
    """A tab closed right after an answer, and a new one has it."""
    first = context.new_page()
    open_form(first, site + HEART)
    choose(first, "patient", 4)
    first.wait_for_timeout(BLINK)
    first.close()
    second = context.new_page()
    open_form(second, site + HEART)
    assert picked(second, "patient") == "4"


def test_two_tabs_lose_nothing_and_see_each_other(context: BrowserContext, site: str) -> None:
    """Two tabs that answer in turn show and keep the answers of both."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        open_form(tab, site + HEART)
    choose(tabs[0], "patient", 4)
    expect(option(tabs[1], "patient", 4)).to_be_checked()
    choose(tabs[1], "clear-head", 2)
    expect(option(tabs[0], "clear-head", 2)).to_be_checked()
    choose(tabs[1], "open-mind", 1)
    # Of two at the same moment, the one that is written later counts.
    expect(option(tabs[0], "open-mind", 1)).to_be_checked()
    choose(tabs[0], "open-mind", 5)
    for tab in tabs:
        expect(option(tab, "open-mind", 5)).to_be_checked()
        assert progress(tab)[1] == "3/22"
    assert [sheet["answers"] for sheet in stored(tabs[0])] == [
        {"patient": 4, "clear-head": 2, "open-mind": 5}
    ]


def test_two_tabs_at_the_same_moment(context: BrowserContext, site: str) -> None:
    """Answers given in two tabs within one moment are all there, in one version."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        open_form(tab, site + HEART)
    answer(tabs[0], {"worth-copying": 1})
    for name, step in {"patient": 4, "clear-head": 2, "open-mind": 3}.items():
        expect(option(tabs[1], "worth-copying", 1)).to_be_checked()
        answer(tabs[0], {name: step})
        answer(tabs[1], {"asked-why": step, "said-it-back": 5})
    given = {"worth-copying": 1, "patient": 4, "clear-head": 2, "open-mind": 3}
    for tab in tabs:
        expect(tab.locator("[data-progress-done]")).to_have_text("6 of 22 done")
    given |= {"asked-why": 3, "said-it-back": 5}
    # All of them count from the first round on; the last of them may still be on its way.
    wait_for_sheets(tabs[0], lambda sheets: [each["answers"] for each in sheets] == [given])


def test_two_tabs_answering_many_times(context: BrowserContext, site: str) -> None:
    """Two tabs that answer different questions at the same time, again and again, lose nothing."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        open_form(tab, site + HEART)
    answer(tabs[0], {"worth-copying": 1})
    expect(option(tabs[1], "worth-copying", 1)).to_be_checked()
    for tab, name in zip(tabs, ("patient", "clear-head"), strict=True):
        # Both are under way before either is waited for.
        tab.evaluate(f"globalThis.answering = ({IN_TURNS})({json.dumps(name)})")
    for tab in tabs:
        assert tab.evaluate("answering") == 60
    # A tab writes one answer after the other: with one more of each, all are there.
    for tab, name in zip(tabs, ("open-mind", "asked-why"), strict=True):
        answer(tab, {name: 3})
        wait_until_stored(tab, name, 3)
    for tab in tabs:
        expect(option(tab, "patient", 5)).to_be_checked()
        expect(option(tab, "clear-head", 5)).to_be_checked()
    kept = {"worth-copying": 1, "patient": 5, "clear-head": 5, "open-mind": 3, "asked-why": 3}
    assert [sheet["answers"] for sheet in stored(tabs[0])] == [kept]


def test_another_context_sees_nothing(new_context: Callable[[], BrowserContext], site: str) -> None:
    """Answers belong to one browser profile."""
    first, second = new_context().new_page(), new_context().new_page()
    open_form(first, site + HEART)
    choose(first, "patient", 4)
    wait_until_stored(first, "patient", 4)
    open_form(second, site + HEART)
    assert (picked(second, "patient"), stored(second)) == (None, [])
