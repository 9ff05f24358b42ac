"""axe finds nothing, contrast included: on every page, and on every kind in both schemes."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import act, answer, answer_all, open_form, question, show_result
from browser.guard import violations

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"
STAGES = "assessments/stages/"
# One of each kind.
PAGES = ["", "how-it-works/", "contribute/", "formats/", "principles/", "principles/repair/"]
PAGES += ["documents/", "assessments/", "assessments/mirror/", HEART, STAGES, f"{STAGES}portfolio/"]
PAGES += [TEAM, f"{TEAM}customer/", f"{TEAM}gap/"]
PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    """Return a page in a colour scheme, without motion, which axe would meet half-way."""
    return new_context(color_scheme=request.param, reduced_motion="reduce").new_page()


def visit(page: Page, address: str) -> None:
    """Go to a page, and wait until what its script has to draw is drawn."""
    page.goto(address)
    expect(page.locator("[data-assessment]:not([data-ready])")).to_have_count(0)


def listed(folder: Path) -> list[str]:
    """Return the address of every page of a built site within it."""
    sitemap = (folder / "sitemap.xml").read_text(encoding="utf-8")
    pages = re.findall("<loc>(.*?)</loc>", sitemap)
    return [*(urlsplit(page).path.removeprefix("/") for page in pages), "404.html"]


def test_every_page_on_a_phone(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path
) -> None:
    """No page of the site has anything wrong in a narrow window."""
    page = new_context(**PHONE, reduced_motion="reduce").new_page()
    found = {}
    for address in listed(site_dir):
        visit(page, site + address)
        found[address] = violations(page)
    assert found.keys() >= {*PAGES}
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("address", PAGES)
def test_pages(page: Page, site: str, address: str) -> None:
    """Every kind of page, and blank questionnaires, are accessible."""
    visit(page, site + address)
    assert violations(page) == []


@pytest.mark.noisy("a missing page is a failed request")
def test_the_page_for_missing_pages(page: Page, site: str) -> None:
    """So is the page that says that a page is not there."""
    page.goto(f"{site}nowhere/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here.")
    assert violations(page) == []


def test_a_questionnaire_in_progress(page: Page, site: str) -> None:
    """A page with answers, the pause open and a button to take back is accessible."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4, "clear-head": None, "own-self": "A"})
    answer(page, {"in-the-way": {"tools": "seen"}})
    page.locator("details.pause summary").click()
    assert violations(page) == []


@pytest.mark.parametrize("step", [None, 1, 4])
def test_results(page: Page, site: str, step: int | None) -> None:
    """Results of nothing, of the lowest and of high answers are accessible, tables open."""
    open_form(page, site + HEART)
    if step:
        answer_all(page, step)
    show_result(page)
    if step:
        page.locator("details.table summary").click()
        act(page, "try-this")
    assert violations(page) == []


@pytest.mark.parametrize("form", ["", "customer/"])
def test_a_guess_and_thanks(page: Page, site: str, form: str) -> None:
    """The team's guess and the customer's thanks are accessible."""
    open_form(page, site + TEAM + form)
    answer_all(page, 3)
    show_result(page)
    assert violations(page) == []


def test_a_dialog(page: Page, site: str) -> None:
    """The dialog that asks once is accessible while it is open."""
    open_form(page, site + HEART)
    answer_all(page, 3)
    act(page, "clear")
    assert violations(page) == []


def test_an_open_search(page: Page, site: str) -> None:
    """The theme's search is accessible while it shows what it has found."""
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("listen")
    page.locator(".md-search-result__link").first.wait_for()
    assert violations(page, ".md-search") == []


def test_every_type_of_question(page: Page, samples: str) -> None:
    """Poles, trends, choices and what they bring to a result are accessible."""
    open_form(page, f"{samples}assessments/every-type/")
    answer_all(page, 2)
    expect(question(page, "closer")).to_be_visible()
    assert violations(page) == []
    show_result(page)
    assert violations(page) == []
