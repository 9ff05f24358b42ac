"""A result beside the one before it, and which day answers are from."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.answering import (
    act,
    choose,
    open_form,
    show_result,
    wait_for_sheets,
    wait_until_stored,
)
from browser.awaiting import arriving, wait_until_chosen, wait_until_finished
from browser.built_site import plan_of
from browser.choosing import HEART, at_day, come_back, open_result
from browser.copies import keep_copy
from browser.customers import name as name_customer
from browser.customers import turn
from browser.notebook import steps, version
from browser.storing import put

HEALTHY = "assessments/healthy-relationship/"
OLD, NEW = "2025-09-01", "2026-03-01"
LINES = "line.before"


@pytest.fixture
def twice(page: Page, site: str, site_dir: Path) -> Page:
    """Return a page with the later of two results: everything was one step lower before."""
    heart = plan_of(site_dir, "serving-heart")
    open_form(page, site + HEART)
    put(page, [version(heart, steps(heart, 3), OLD, 1), version(heart, steps(heart, 4), NEW, 2)])
    page.goto("about:blank")
    open_form(page, f"{site}{HEART}#result")
    return page


def test_a_result_shows_where_one_stood_before(twice: Page) -> None:
    """Each row has a dashed line, the table a column, and a link leads to what has changed."""
    parts = twice.locator(".picture .profile")
    expect(twice.locator(LINES)).to_have_count(parts.count())
    assert {each.get_attribute("x1") for each in twice.locator(LINES).all()} == {"50%"}
    expect(twice.locator("figcaption")).to_contain_text(
        "The dashed line is your average on 1 September 2025."
    )
    label = re.compile(r", On 1 September 2025: 50$")
    expect(parts.first.locator("svg")).to_have_attribute("aria-label", label)
    twice.get_by_text("The same as a table").click()
    table = twice.locator("details.table table")
    expect(table.locator("thead th").last).to_have_text("On 1 September 2025")
    assert set(table.locator("td:last-child").all_inner_texts()) == {"50"}
    expect(twice.get_by_text("You answered on 1 September 2025 too.")).to_be_visible()
    with arriving(twice):
        twice.get_by_role("link", name="See what has changed").click()
    expect(twice.get_by_role("heading", name="My notebook")).to_be_visible()


def test_what_was_before_stays_when_something_is_answered_otherwise(twice: Page) -> None:
    """The result is drawn anew, and has each line once."""
    act(twice, "change")
    choose(twice, "patient", 1)
    wait_until_stored(twice, "patient", 1)
    # From here on the rows are new ones, which have no line yet.
    show_result(twice)
    expect(twice.locator(LINES)).to_have_count(twice.locator(".picture .profile").count())
    expect(twice.locator("p[data-before]")).to_have_count(1)


def test_a_first_result_stands_alone(page: Page, site: str) -> None:
    """Where there is no earlier version nothing is said of one, and no style is fetched for it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_result(page, site)
    expect(page.locator("[data-headline]")).to_be_focused()
    assert any(url.endswith("before.js") for url in asked)
    # What is read for a copy is read after what the result has asked for.
    keep_copy(page)
    expect(page.locator("[data-before]")).to_have_count(0)
    assert not any(url.endswith("before.css") for url in asked)


def test_before_is_about_the_same_customer(page: Page, site: str, site_dir: Path) -> None:
    """Answers about one customer are not the earlier ones of another."""
    plan = plan_of(site_dir, "healthy-relationship")
    open_form(page, site + HEALTHY)
    put(
        page,
        [
            version(plan, steps(plan, 2), OLD, 1, subject="The baker"),
            version(plan, steps(plan, 3), NEW, 2, subject="the Baker "),
            version(plan, steps(plan, 4), "2026-02-01", 3, subject="Ms Okafor"),
        ],
    )
    page.goto("about:blank")
    open_form(page, f"{site}{HEALTHY}#sheet=NTE002")
    expect(page.locator("p[data-before]")).to_contain_text("You answered on 1 September 2025 too.")
    page.goto("about:blank")
    open_form(page, f"{site}{HEALTHY}#sheet=NTE003")
    expect(page.locator("[data-about]")).to_have_text("About Ms Okafor")
    keep_copy(page)
    expect(page.locator("[data-before]")).to_have_count(0)


def test_how_it_went_makes_answers_no_younger(page: Page, site: str) -> None:
    """After a word on what was tried, answers are still those of their day and are guarded."""
    open_result(page, site)
    act(page, "try-this")
    expect(page.get_by_text("You chose to try this by")).to_be_visible()
    wait_until_chosen(page)
    come_back(page, site + HEART, 200)
    page.get_by_role("radio", name="Done").check()
    wait_for_sheets(
        page,
        lambda sheets: [s["commitments"][0].get("outcome") for s in sheets] == ["done"],
    )
    come_back(page, site + HEART, 201)
    expect(page.locator("[data-since]")).to_contain_text("You answered here on 2 March 2026.")
    show_result(page)
    expect(page.locator("[data-facts]")).to_contain_text("2 March 2026")


def test_answers_given_later_make_the_version_one_of_that_day(page: Page, site: str) -> None:
    """Result and notebook have one date, that of the answers as they are."""
    open_result(page, site)
    wait_until_finished(page)
    come_back(page, site + HEART, 200)
    choose(page, "patient", 5)
    wait_until_stored(page, "patient", 5)
    show_result(page)
    expect(page.locator("[data-facts]")).to_contain_text("18 September 2026")
    page.goto(f"{site}notebook/")
    expect(page.locator("[data-thread]")).to_contain_text("18 September 2026")


def test_each_customer_has_the_word_of_their_day(page: Page, site: str, site_dir: Path) -> None:
    """Turning to a customer says from when the answers are, and about whom, and back again."""
    plan = plan_of(site_dir, "healthy-relationship")
    open_form(page, site + HEALTHY)
    days = {"The baker": OLD, "Ms Okafor": "2025-12-24"}
    old = steps(plan, 2)
    put(
        page, [version(plan, old, day, n, subject=who) for n, (who, day) in enumerate(days.items())]
    )
    at_day(page, 0)
    page.goto("about:blank")
    open_form(page, site + HEALTHY)
    for name, words in [("The baker", "1 September 2025"), ("Ms Okafor", "24 December 2025")] * 2:
        turn(page, name)
        expect(page.locator("[data-since]")).to_contain_text(
            f"You answered about {name} on {words}."
        )
        expect(page.locator("[data-back]")).to_be_visible()
    name_customer(page, "Van 9")
    expect(page.locator("[data-back]")).to_be_hidden()
