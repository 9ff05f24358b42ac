"""The notebook with much in it, on any screen, on paper, from files, and without what it needs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import answer, open_form, show_result
from browser.awaiting import wait_until_finished
from browser.built_site import plan_of
from browser.modes import SCHEMES, faults
from browser.notebook import (
    HEART,
    HOSTILE,
    button,
    drawn,
    fill,
    open_notebook,
    steps,
    thread,
    unfold,
    version,
)
from browser.overview import LONG
from browser.test_blocked import BROKEN_VISITS, REFUSALS
from browser.test_phone import SMALL, THUMB, assert_fits

# Opens what is folded; true once all of it is drawn, and nothing more is folded in there.
UNFOLDED = """() => {
  const all = [...document.querySelectorAll("details")];
  const isDrawn = all.every(each => each.open && each.childElementCount > 1 &&
    (!each.matches(".thread") || each.querySelector(".versions")));
  for (const each of all) each.open = true;
  return isDrawn;
}"""
TRYING = [{"id": "c1", "text": "Say back what I heard. " * 12, "by": "2026-03-08"}]


def full(folder: Path) -> list[dict[str, Any]]:
    """Return a notebook of everything that can stand in one, with names that are hard to place."""
    heart, stages = plan_of(folder, HEART), plan_of(folder, "stages")
    marriage = plan_of(folder, "marriage")
    begun = version(heart, {"patient": 2}, "2026-11-20", 9)
    del begun["finished"]
    return [
        version(heart, steps(heart, 3), "2026-03-01", 1),
        version(heart, steps(heart, 3, listening=5) | {"clear-head": None}, "2026-05-01", 2),
        version(heart, steps(heart, 1), "2026-11-01", 3, commitments=TRYING),
        version(stages, {"where-now": "first-work"}, "2026-01-02", 4, subject=LONG),
        version(stages, {"where-now": "committed"}, "2026-01-03", 5, subject=HOSTILE),
        version(heart, {"patient": 2}, "2026-01-01", 6, assessment="long-gone"),
        version(marriage, steps(marriage, 3, "customer"), "2026-03-01", 7, "customer")
        | {"origin": "received"},
        begun,
    ]


def open_all(page: Page) -> None:
    """Open everything that can be opened, also what appears by that."""
    page.wait_for_function(UNFOLDED)


def ask_for_name(page: Page) -> None:
    """Begin to rename the customer with the long name."""
    button(page, f"Rename {LONG}").click()
    expect(page.get_by_label("New name")).to_be_visible()


def test_it_is_accessible(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path
) -> None:
    """Nothing is wrong with the empty notebook, the full one, and the one that asks."""
    page = new_context().new_page()
    open_notebook(page, site)
    assert faults(page, *SCHEMES) == {}
    fill(page, site, full(site_dir))
    assert faults(page, *SCHEMES) == {}
    open_all(page)
    assert faults(page, *SCHEMES) == {}
    ask_for_name(page)
    assert faults(page, *SCHEMES) == {}
    page.locator('[data-action="delete-all"]').click()
    expect(page.locator("dialog")).to_be_visible()
    assert faults(page, *SCHEMES) == {}


@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_phone(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path, width: int
) -> None:
    """Long names wrap, tables scroll by themselves, and every target can be hit."""
    size = {"width": width, "height": 700}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    open_notebook(page, site)
    assert_fits(page)
    fill(page, site, full(site_dir))
    open_all(page)
    ask_for_name(page)
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []


def test_it_is_used_with_the_keyboard_alone(page: Page, site: str, site_dir: Path) -> None:
    """A thread opens with Enter, its links come next, and nothing is lost in the dialog."""
    fill(page, site, full(site_dir))
    line = thread(page, LONG).locator("summary").first
    line.focus()
    page.keyboard.press("Enter")
    expect(thread(page, LONG).locator(".versions")).to_be_visible()
    page.keyboard.press("Tab")
    expect(button(page, f"Rename {LONG}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("New name")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button(page, f"Rename {LONG}")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("a:focus")).to_have_text("Open")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("dialog button:focus")).to_have_text("No, leave them")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_very_many_versions_stay_quick(page: Page, site: str, site_dir: Path) -> None:
    """Of two hundred versions, half of them about one customer, only what is open is drawn."""
    healthy = plan_of(site_dir, "healthy-relationship")
    records = [
        version(
            healthy,
            steps(healthy, n % 5 + 1),
            f"2026-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
            n,
            subject=f"Customer {n % 60}" if n % 2 else "The baker",
        )
        for n in range(200)
    ]
    fill(page, site, records)
    expect(page.locator(".thread")).to_have_count(31)
    expect(page.locator(".thread[open] .versions")).to_have_count(1)
    expect(page.locator(".versions")).to_have_count(1)
    found = unfold(page, "The baker")
    expect(found.locator(".versions > li")).to_have_count(8)
    found.get_by_text("92 earlier versions").click()
    expect(found.locator(".versions > li")).to_have_count(100)
    assert found.locator(".course").first.locator("circle").count() == 100


def test_plans_are_loaded_only_for_what_is_open(page: Page, site: str, site_dir: Path) -> None:
    """A site of a thousand questionnaires asks for those that somebody looks at."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page, site, full(site_dir))
    unfold(page, "4 versions")
    plans = [url for url in asked if "/plans/" in url]
    assert {url.split("/plans/")[1].partition(".js")[0] for url in plans} == {HEART}


def test_it_prints(page: Page, site: str, site_dir: Path) -> None:
    """On paper stands what is open, and nothing to press."""
    fill(page, site, full(site_dir))
    unfold(page, "4 versions")
    page.emulate_media(media="print")
    for place in (".changes", ".history", ".versions", "h1"):
        expect(page.locator(place).first).to_be_visible()
    hidden = page.locator("button, .truth, .keeping, .links").locator("visible=true")
    expect(hidden).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 4


def test_without_a_script_it_says_what_it_is(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """Nothing on it looks as if it worked."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}notebook/")
    expect(page.get_by_text("It needs JavaScript")).to_be_visible()
    expect(page.locator("button:visible, figure:visible, table:visible")).to_have_count(0)
    expect(page.get_by_text("Nothing is written here yet")).to_be_hidden()


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_keeps_nothing(page: Page, site: str, refusal: str) -> None:
    """The notebook is empty, and says why where the browser tells; nothing of it breaks."""
    page.add_init_script(REFUSALS[refusal] + BROKEN_VISITS)
    open_notebook(page, site)
    expect(page.get_by_role("heading", name="Nothing is written here yet")).to_be_visible()
    # That nothing more fits is heard of when something is to be stored.
    expect(page.locator('[data-kept="nothing"]')).to_be_visible(visible=refusal != "full")


def test_it_works_from_files(page: Page, file_site: Path) -> None:
    """Without a server, what was answered is listed, and opens."""
    open_form(page, (file_site / "assessments" / f"{HEART}.html").as_uri())
    answer(page, {"patient": 4})
    show_result(page)
    wait_until_finished(page)
    page.goto((file_site / "notebook.html").as_uri())
    drawn(page)
    unfold(page, "1 version").get_by_role("link", name="Open the version").click()
    expect(page.locator("[data-result]")).to_be_visible()
    expect(page).to_have_url((file_site / "assessments" / f"{HEART}.html").as_uri() + "#result")


def test_the_search_does_not_find_it(site_dir: Path) -> None:
    """It holds nothing but one's own answers."""
    index = (site_dir / "search" / "search_index.json").read_text(encoding="utf-8")
    assert '"notebook/' not in index
