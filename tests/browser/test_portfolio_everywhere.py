"""The page over all customers in two tabs, with any data, on any screen, on paper, from files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import answer, choose, open_form, wait_until_stored
from browser.built_site import plan_of
from browser.modes import SCHEMES, faults
from browser.overview import (
    HOSTILE,
    LONG,
    MIXED,
    PLACES,
    at,
    delete_button,
    fill,
    many,
    marks,
    open_portfolio,
)
from browser.storing import put, sheet
from browser.test_phone import SMALL, THUMB, assert_fits

STAGES = "assessments/stages/"
# Pairs of dots in one row of the picture that touch each other.
TOUCHING = """() => [...document.querySelectorAll(".rows svg")].flatMap(row => {
  const boxes = [...row.querySelectorAll("circle")].map(each => each.getBoundingClientRect());
  return boxes.flatMap((a, n) => boxes.slice(n + 1).filter(b =>
    Math.hypot(a.x - b.x, a.y - b.y) < a.width - 1).map(() => row.getAttribute("aria-label")));
})"""


def test_another_tab_is_heard(context: BrowserContext, site: str) -> None:
    """Who is answered about in one tab appears on the page in the other."""
    first, second = context.new_page(), context.new_page()
    open_portfolio(first, site + STAGES)
    open_form(second, site + STAGES)
    second.locator("[data-new-customer] input").fill("The baker")
    second.keyboard.press("Enter")
    expect(second.locator(".progress")).to_be_focused()
    choose(second, "where-now", "first-work")
    expect(first.locator('[data-stage="first-work"] a')).to_have_text("The baker")


def test_answers_of_others_and_elsewhere_are_not_in_it(
    page: Page, site: str, site_dir: Path
) -> None:
    """Only the reader's own answers to this questionnaire count."""
    plan = plan_of(site_dir, "stages")
    page.goto(site)
    other = sheet(plan, "Ann", at("committed"), number=1) | {"origin": "received"}
    elsewhere = sheet(plan, "Ben", at("committed"), number=2) | {"assessment": "marriage"}
    put(page, [other, elsewhere])
    open_portfolio(page, site + STAGES)
    expect(page.locator("[data-none]")).to_be_visible()


def test_damaged_and_hostile_records_do_no_harm(page: Page, site: str, site_dir: Path) -> None:
    """What is no sheet is mentioned and set aside, and a name is only ever text."""
    plan = plan_of(site_dir, "stages")
    page.goto(site)
    put(
        page,
        [
            {"id": "BROKEN", "assessment": "stages", "answers": 7},
            sheet(plan, HOSTILE, at("committed"), number=1),
            sheet(plan, "Ann", {"where-now": "no-such", "at-risk": 9}, number=2),
            sheet(plan, "constructor", at("first-work"), number=3),
        ],
    )
    open_portfolio(page, site + STAGES)
    expect(page.locator("[data-aside]")).to_be_visible()
    assert marks(page, "committed") == [HOSTILE]
    assert marks(page, "first-work") == ["constructor"]
    expect(page.locator("[data-unknown] li")).to_have_text("Ann")
    assert page.evaluate("globalThis.broken") is None


def test_very_many_customers(page: Page, site: str, site_dir: Path) -> None:
    """Of a thousand sheets about sixty customers, each customer is shown once."""
    plan = plan_of(site_dir, "stages")
    page.goto(site)
    records = [
        sheet(plan, f"Customer {n % 60}", at(PLACES[n % 5]), f"2026-01-{n % 28 + 1:02d}")
        | {"id": f"SE{n:04d}"}
        for n in range(1000)
    ]
    put(page, records)
    open_portfolio(page, site + STAGES)
    expect(page.locator(".customers tbody tr")).to_have_count(60)


@pytest.mark.parametrize("name", ["stages", "healthy-relationship"])
@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_phone(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path, name: str, width: int
) -> None:
    """Long names wrap, dots do not touch, and every target can be hit."""
    size = {"width": width, "height": 700}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    open_portfolio(page, f"{site}assessments/{name}/")
    assert_fits(page)
    fill(page, site, site_dir, name, many(site_dir, name))
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []
    assert page.evaluate(TOUCHING) == []
    delete_button(page, LONG).click()
    expect(page.locator("dialog")).to_be_visible()
    assert_fits(page)


@pytest.mark.parametrize("name", ["stages", "healthy-relationship"])
def test_it_is_accessible(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path, name: str
) -> None:
    """Nothing is wrong with the empty page, the full one, and the one that asks."""
    page = new_context().new_page()
    open_portfolio(page, f"{site}assessments/{name}/")
    assert faults(page, *SCHEMES) == {}
    fill(page, site, site_dir, name, many(site_dir, name)[:6])
    assert faults(page, *SCHEMES) == {}
    delete_button(page, "A").click()
    expect(page.locator("dialog")).to_be_visible()
    assert faults(page, *SCHEMES) == {}


@pytest.mark.parametrize("name", ["stages", "healthy-relationship"])
def test_it_prints(page: Page, site: str, site_dir: Path, name: str) -> None:
    """On paper the picture, the notes and the table are left, and nothing to press."""
    fill(page, site, site_dir, name, many(site_dir, name)[3:10])
    page.emulate_media(media="print")
    for place in ("[data-headline]", "figure", ".customers", ".note"):
        expect(page.locator(place)).to_be_visible()
    hidden = page.locator("button, .order, .md-search, .truth, .actions").locator("visible=true")
    expect(hidden).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 3


def test_the_print_button_prints(page: Page, site: str, site_dir: Path) -> None:
    """The button opens the browser's own dialog."""
    page.add_init_script("globalThis.print = () => { globalThis.printed = true; };")
    fill(page, site, site_dir, "stages", MIXED)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("globalThis.printed") is True


def test_without_script_the_page_says_what_it_would_show(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """Nothing on it looks as if it worked."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}{STAGES}portfolio/")
    expect(page.get_by_text("This page stays empty without JavaScript")).to_contain_text(
        "who stands at which stage"
    )
    expect(page.locator("button:visible, figure:visible, table:visible")).to_have_count(0)


def test_it_works_from_files(page: Page, file_site: Path) -> None:
    """Without a server the links between questions and customers work as well."""
    folder = file_site / "assessments"
    open_form(page, (folder / "stages.html").as_uri())
    page.locator("[data-new-customer] input").fill("The baker")
    page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_be_focused()
    answer(page, {"where-now": "first-work"})
    wait_until_stored(page, "where-now", "first-work")
    page.get_by_role("link", name="All your customers at a glance").locator("visible=true").click()
    page.locator('[data-stage="first-work"] a').click()
    expect(page.locator("[data-about]")).to_have_text("About The baker")


def test_it_is_found_by_links_alone(site_dir: Path) -> None:
    """Neither the search nor the navigation leads to a page of nothing but one's own answers."""
    index = (site_dir / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "portfolio" not in index
    home = (site_dir / "index.html").read_text(encoding="utf-8")
    assert "portfolio" not in home
    assert not (site_dir / "assessments" / "serving-heart" / "portfolio").exists()
