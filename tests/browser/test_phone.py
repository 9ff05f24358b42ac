"""Narrow windows: nothing to scroll sideways, and targets that a thumb can hit."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import act, answer_all, open_form, show_result

PAGES = ["", "assessments/", "how-it-works/", "contribute/", "nowhere/"]
FORMS = ["assessments/serving-heart/", "assessments/marriage/", "assessments/marriage/customer/"]
THUMB = 44
# Out of sight until opened; a wide table that scrolls by itself; a drawing's own coordinates.
ELSEWHERE = ".md-sidebar, .md-search, .md-overlay, .md-typeset__scrollwrap, svg"
STICKING_OUT = """elsewhere => [...document.querySelectorAll("body *")].filter(each => {
  const box = each.getBoundingClientRect();
  if (!box.width || !box.height || each.closest(elsewhere)) return false;
  return box.right > innerWidth + 1 || box.left < -1;
}).map(each => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""
SMALL = """minimum => [...document.querySelectorAll(
  ".rapport :is(label, button, summary, a.button, .links a)"
)].filter(each => each.checkVisibility()).map(each => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => box.height && box.height < minimum - 0.5)
  .map(([each, box]) => `${each.textContent.trim().slice(0, 40)}: ${box.height}`)"""


@pytest.fixture(params=[390, 360, 320])
def phone(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    """Return a page of a phone, of this many pixels in width."""
    size = {"width": request.param, "height": 640}
    return new_context(viewport=size, has_touch=True, is_mobile=True).new_page()


def assert_fits(page: Page) -> None:
    """Fail when something is wider than the window."""
    width: list[Any] = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert page.evaluate(STICKING_OUT, ELSEWHERE) == []
    assert width[0] <= width[1]


@pytest.mark.noisy("a missing page is a failed request")
@pytest.mark.parametrize("address", PAGES)
def test_pages_fit(phone: Page, site: str, address: str) -> None:
    """No page needs to be scrolled sideways."""
    phone.goto(site + address)
    expect(phone.locator("[data-site]:not([data-ready])")).to_have_count(0)
    assert_fits(phone)


@pytest.mark.parametrize("address", FORMS)
def test_questionnaires_and_results_fit(phone: Page, site: str, address: str) -> None:
    """Neither the questions nor the result, nor its table, need to be scrolled sideways."""
    open_form(phone, site + address)
    assert_fits(phone)
    assert phone.evaluate(SMALL, THUMB) == []
    answer_all(phone, 4)
    show_result(phone)
    for table in phone.locator("details.table summary").all():
        table.click()
    assert_fits(phone)
    assert phone.evaluate(SMALL, THUMB) == []


def test_every_type_of_question_fits(phone: Page, samples: str) -> None:
    """The types that our questionnaires do not have fit as well."""
    open_form(phone, f"{samples}assessments/every-type/")
    answer_all(phone, 2)
    expect(phone.locator(".take-back").first).to_be_visible()
    assert_fits(phone)
    assert phone.evaluate(SMALL, THUMB) == []
    show_result(phone)
    assert_fits(phone)


def test_a_dialog_fits(phone: Page, site: str) -> None:
    """The question before something is lost fits, with buttons to hit."""
    open_form(phone, site + FORMS[0])
    answer_all(phone, 4)
    act(phone, "clear")
    expect(phone.locator("dialog")).to_be_visible()
    assert_fits(phone)
    assert phone.evaluate(SMALL, THUMB) == []


def test_a_table_shows_that_there_is_more(phone: Page, site: str) -> None:
    """What scrolls sideways on a hand-written page has a shadow at its edge, which all see."""
    phone.goto(f"{site}formats/")
    wrap = phone.locator(".md-typeset__scrollwrap").first
    background = "each => getComputedStyle(each).backgroundImage"
    assert wrap.evaluate(background).count("linear-gradient") == 4
    upon = wrap.locator("div, table, thead, tbody, td").evaluate_all(
        "all => [...new Set(all.map(each => getComputedStyle(each).backgroundColor))]"
    )
    assert upon == ["rgba(0, 0, 0, 0)"]


def test_the_table_of_a_result_needs_no_scrolling(phone: Page, site: str) -> None:
    """All figures of a part stand in sight below its name."""
    open_form(phone, site + FORMS[0])
    answer_all(phone, 4)
    show_result(phone)
    phone.locator("details.table summary").click()
    wrap = phone.locator("details.table .md-typeset__scrollwrap")
    assert wrap.evaluate("wrap => wrap.scrollWidth <= wrap.clientWidth")


@pytest.mark.parametrize("address", FORMS)
def test_one_question_at_a_time_fits(phone: Page, site: str, address: str) -> None:
    """The opening, every question and the bar below fit, with targets that a thumb can hit."""
    open_form(phone, site + address)
    phone.locator("[data-action=step]").click()
    phone.locator("[data-step=question]").wait_for()
    forward = phone.locator("[data-turn=next]")
    while forward.is_visible():
        assert_fits(phone)
        assert phone.evaluate(SMALL, THUMB) == []
        forward.click()
    assert_fits(phone)
    assert phone.evaluate(SMALL, THUMB) == []
