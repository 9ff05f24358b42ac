"""One question at a time: by tap, by key, remembered, and never further than the reader wants."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from browser.answering import (
    BLINK,
    act,
    agree,
    answer,
    answer_all,
    choose,
    open_form,
    option,
    picked,
    question,
    ready,
    wait_until_stored,
)
from browser.awaiting import wait_until_finished
from browser.choosing import at_day, come_back
from browser.customers import name, turn
from browser.modes import SCHEMES, faults
from browser.stepping import (
    FIRST,
    HEART,
    SECOND,
    begin,
    expect_only,
    place,
    press,
    shown,
    switch,
)
from browser.theme import search, takes_links

OTHERS = ["assessments/marriage/customer/", "assessments/stages/", "assessments/mirror/"]
LAST = 25
# Tells when the style has come, and what waited for it has been done.
DRESSED = """document.querySelector("link[href$='stepping.css']")
  .addEventListener("load", () => setTimeout(() => { globalThis.isDressed = true; }))"""


@pytest.fixture
def order(page: Page, site: str) -> list[str | None]:
    """Return all questions in the order in which they stand on the page."""
    open_form(page, site + HEART)
    return [each.get_attribute("data-question") for each in page.locator("fieldset").all()]


def test_next_and_back(page: Page, site: str, order: list[str | None]) -> None:
    """Each question comes alone, in order, with its part and its period; Back leads back."""
    begin(page, site + HEART)
    met = []
    for _ in range(LAST - 1):
        met += shown(page)
        press(page, "Next")
    assert met + shown(page) == order
    assert place(page) == f"{LAST} of {LAST}"
    expect(page.get_by_role("button", name="Next")).to_be_hidden()
    for _ in range(LAST - 1):
        press(page, "Back")
    assert shown(page) == order[:1]
    expect(page.get_by_role("heading", name="True to yourself")).to_be_visible()
    expect(page.get_by_text("Over the past four weeks").locator("visible=true")).to_have_count(1)
    press(page, "Back")
    assert shown(page) == []
    expect(page.get_by_text("A private look back.")).to_be_visible()
    press(page, "Begin")
    assert shown(page) == order[:1]


def test_it_ends_with_the_result(page: Page, site: str) -> None:
    """At the last question stands what leads to the result; Back in the browser returns to it."""
    begin(page, site + HEART)
    answer_all(page, 4)
    for _ in range(LAST - 1):
        press(page, "Next")
    press(page, "Show my result")
    expect(page.locator("[data-headline]")).to_be_focused()
    expect(page.locator(".turning")).to_be_hidden()
    page.go_back()
    expect(page.locator("[data-result]")).to_be_hidden()
    expect_only(page, FIRST)


def test_nothing_moves_by_itself(page: Page, site: str) -> None:
    """Who mistaps sees it and takes another answer; the next question comes when asked for."""
    begin(page, site + HEART)
    choose(page, FIRST, 2)
    choose(page, FIRST, 4)
    page.wait_for_timeout(BLINK * 5)
    expect(page.locator("[data-progress-done]")).to_have_text("1 of 22 done")
    assert (shown(page), picked(page, FIRST)) == ([FIRST], "4")


def test_two_quick_clicks_make_one_bar(page: Page, site: str) -> None:
    """Whoever clicks again while the style is on its way is asked one question at a time, once."""
    open_form(page, site + HEART)

    def after_the_second(route: Route) -> None:
        """Hold the style back until the second click has been taken."""
        page.locator(".turning").wait_for()
        page.evaluate(DRESSED)
        route.continue_()

    page.route("**/stepping.css", after_the_second)
    switch(page).dblclick()
    page.wait_for_function("globalThis.isDressed")
    expect_only(page, FIRST)
    expect(page.locator(".turning")).to_have_count(1)


def test_a_question_says_what_it_is_about(page: Page, site: str) -> None:
    """Focused, a question gives its part, its period and its place; the next one only its place."""
    begin(page, site + HEART)
    described = "fieldset => fieldset.getAttribute('aria-describedby').split(' ')" + (
        ".map(id => document.getElementById(id).textContent)"
    )
    first = page.locator("fieldset:focus")
    assert first.evaluate(described) == ["True to yourself", "Over the past four weeks", "1 of 25"]
    press(page, "Next")
    assert page.locator("fieldset:focus").evaluate(described) == ["2 of 25"]
    expect(page.locator("[data-announce]")).to_be_empty()


def test_it_is_remembered(page: Page, site: str) -> None:
    """Coming back, the reader goes on one at a time, at the first open question; until switched."""
    begin(page, site + HEART)
    answer(page, {FIRST: 4, SECOND: 2})
    wait_until_stored(page, SECOND, 2)
    open_form(page, site + HEART)
    assert place(page) == "3 of 25"
    expect(switch(page)).to_have_text("All questions on one page")
    switch(page).click()
    expect(page.locator("fieldset:visible")).to_have_count(LAST)
    expect(page.locator(".turning")).to_have_count(0)
    expect(switch(page)).to_be_focused()
    open_form(page, site + HEART)
    expect(page.locator("fieldset:visible")).to_have_count(LAST)
    assert picked(page, FIRST) == "4"


def test_a_first_visit_begins_with_the_opening(page: Page, site: str) -> None:
    """What the questions are about comes before the first of them, on every questionnaire."""
    begin(page, site + HEART)
    for address in OTHERS:
        open_form(page, site + address)
        expect(page.locator(".opening .lead")).to_be_visible()
        assert shown(page) == []
        expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_answers_of_another_day_are_not_gone_on_with_unasked(page: Page, site: str) -> None:
    """After half a year the opening says from when they are; from there the questions begin."""
    at_day(page, 0)
    begin(page, site + HEART)
    choose(page, FIRST, 4)
    act(page, "show-result")
    expect(page.locator("[data-headline]")).to_be_focused()
    wait_until_finished(page)
    come_back(page, site + HEART, 200)
    expect(page.locator("[data-since]")).to_be_visible()
    expect(page.get_by_role("button", name="Start again").first).to_be_visible()
    assert shown(page) == []
    press(page, "Begin")
    expect_only(page, FIRST)


def test_back_from_the_result_leads_to_the_top_of_a_question(page: Page, site: str) -> None:
    """The question that comes next has the focus, and nothing of it is above the window."""
    begin(page, site + HEART)
    choose(page, FIRST, 4)
    act(page, "show-result")
    expect(page.locator("[data-headline]")).to_be_focused()
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_function("history.state?.y === 900")
    page.go_back()
    expect(question(page, SECOND)).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_links_lead_to_their_question(page: Page, site: str) -> None:
    """An address, an open question of the result and a part's heading turn to their question."""
    begin(page, site + HEART)
    page.goto(f"{site}{HEART}#open-mind")
    expect(question(page, "open-mind")).to_be_focused()
    expect_only(page, "open-mind")
    press(page, "Next")
    expect(page).to_have_url(site + HEART)
    choose(page, "patient", 3)
    page.goto(f"{site}{HEART}#result")
    page.locator("[data-open] a").nth(1).click()
    expect(question(page, SECOND)).to_be_focused()
    expect_only(page, SECOND)
    open_form(page, f"{site}{HEART}#patient")
    expect_only(page, "patient")


def test_search_lands_on_a_question(page: Page, site: str) -> None:
    """What search finds on another page is the one question that is shown."""
    begin(page, site + HEART)
    page.goto(site)
    search(page, "hopeless open mind").filter(has_text="When a case looked hopeless").first.click()
    ready(page)
    expect(question(page, "open-mind")).to_be_visible()
    expect_only(page, "open-mind")


def test_changing_and_starting_again(page: Page, site: str) -> None:
    """From the result, both lead to the first question, and the bar is back."""
    begin(page, site + HEART)
    answer_all(page, 4)
    page.goto(f"{site}{HEART}#result")
    act(page, "change")
    expect_only(page, FIRST)
    page.goto(f"{site}{HEART}#result")
    act(page, "start-again")
    agree(page)
    expect(question(page, FIRST)).to_be_visible()
    assert picked(page, FIRST) is None


def test_each_customer_goes_on_elsewhere(page: Page, site: str) -> None:
    """The customer stays in sight, and another one leads to their own first open question."""
    begin(page, f"{site}assessments/stages/")
    name(page, "The baker")
    answer(page, {"where-now": "first-work"})
    wait_until_stored(page, "where-now", "first-work")
    press(page, "Next")
    press(page, "Next")
    assert place(page).startswith("3 of")
    name(page, "Van 9")
    expect(page.locator("[data-place]")).to_have_text(re.compile("^1 of"))
    expect(page.locator("[data-customer] select")).to_be_visible()
    turn(page, "The baker")
    expect(page.locator("[data-place]")).to_have_text(re.compile("^2 of"))


def test_leaving_and_coming_back_at_once(page: Page, site: str) -> None:
    """Instant navigation takes everything along, and begins it once on the way back."""
    begin(page, site + HEART)
    takes_links(page)
    page.locator(".md-logo").first.click()
    expect(page.locator(".turning")).to_have_count(0)
    page.keyboard.press("3")
    page.go_back()
    ready(page)
    expect(page.locator(".turning")).to_have_count(1)
    expect(page.locator("fieldset:visible")).to_have_count(0)


def test_it_works_from_a_folder(page: Page, file_site: Path) -> None:
    """Opened as a file the switch works, and what it chose is remembered."""
    address = (file_site / "assessments" / "serving-heart.html").as_uri()
    begin(page, address)
    option(page, FIRST, 4).check()
    press(page, "Next")
    expect_only(page, SECOND)
    wait_until_stored(page, FIRST, 4)
    open_form(page, address)
    assert place(page) == "2 of 25"


def test_without_its_script_all_questions_are_there(page: Page, site: str) -> None:
    """Where the script cannot be had, a remembered choice keeps nobody from answering."""
    begin(page, site + HEART)
    page.route("**/stepping.*", lambda route: route.fulfill(body="", content_type="text/plain"))
    open_form(page, site + HEART)
    expect(page.locator("fieldset:visible")).to_have_count(LAST)


def test_axe_finds_nothing(new_context: Callable[..., BrowserContext], site: str) -> None:
    """Neither at the opening nor at a question is anything out of reach."""
    page = new_context().new_page()
    begin(page, site + HEART)
    assert faults(page, *SCHEMES) == {}
    press(page, "Back")
    assert faults(page, *SCHEMES) == {}


def test_motion_only_where_it_is_wanted(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """Where less motion is asked for, a question is simply there."""
    style = "fieldset => getComputedStyle(fieldset).animationName"
    for motion, expected in (("no-preference", "turning"), ("reduce", "none")):
        page = new_context(reduced_motion=motion).new_page()
        begin(page, site + HEART)
        assert page.locator("fieldset:visible").evaluate(style) == expected


def test_paper_has_all_questions(page: Page, site: str) -> None:
    """Printed, all questions stand there as ever."""
    begin(page, site + HEART)
    page.emulate_media(media="print")
    expect(page.locator("fieldset:visible")).to_have_count(LAST)
    expect(page.locator(".turning")).to_be_hidden()
