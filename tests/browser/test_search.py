"""Search finds questions, principles and practices, and lands on them."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.awaiting import arriving
from browser.theme import search

# What is looked for, a page and a place on it, and whether the place is marked.
FOUND = [
    ("hopeless open mind", "assessments/serving-heart/", "open-mind"),
    ("count to two after the other person stops", "principles/listen/", "practice-let-them-finish"),
    ("where it ends listen to agree", "principles/listen/", "limit"),
    ("judge what you do by whether it builds", "principles/relationship-first/", ""),
    ("stages customer two points of view", "assessments/stages/", ""),
]
HEADER = "document.querySelector('.md-header').getBoundingClientRect().bottom"


def go(page: Page, path: str, place: str) -> None:
    """Follow the first hit that leads to a place."""
    # Further hits on one page are folded below its first.
    link = page.locator(f'.md-search-result__link[href*="/{path}"]')
    link = link.and_(page.locator(f'[href$="#{place}"]' if place else ':not([href*="#"])')).first
    link.wait_for(state="attached")
    if not link.is_visible():
        page.locator("details", has=link).locator("summary").click()
    link.click()


@pytest.mark.parametrize(("words", "path", "place"), FOUND)
def test_a_hit_leads_to_its_place(page: Page, site: str, words: str, path: str, place: str) -> None:
    """The words of a question, a practice or a principle lead to it, below the header."""
    page.goto(site)
    search(page, words)
    with arriving(page):
        go(page, path, place)
    fragment = f"#{place}$" if place else r"(\?h=[^#]*)?$"
    expect(page).to_have_url(re.compile(f"{path}.*{fragment}"))
    target = f"#{place}" if place else ".md-content h1"
    expect(page.locator(target)).to_be_in_viewport()
    top = f"document.querySelector('{target}').getBoundingClientRect().top"
    page.wait_for_function(f"{top} >= {HEADER} - 1")


@pytest.mark.parametrize(
    ("path", "place", "style"),
    [
        ("assessments/serving-heart/", "open-mind", "box-shadow"),
        ("principles/listen/", "practice-let-them-finish", "background-color"),
    ],
)
def test_the_place_is_marked(page: Page, site: str, path: str, place: str, style: str) -> None:
    """Where a link leads to one of many lines, that line can be told from the others."""
    page.goto(f"{site}{path}#{place}")
    marked = page.locator(f"#{place}")
    look = f"element => getComputedStyle(element)['{style}']"
    others = page.locator(f"{marked.evaluate('e => e.localName')}:not(#{place})")
    assert marked.evaluate(look) != others.first.evaluate(look)


def test_a_letter_typed_on_a_found_page_goes_on_with_the_words(page: Page, site: str) -> None:
    """Elsewhere letters are no shortcuts; in the search the theme's keys are as they were."""
    page.goto(site)
    link = search(page, "liste").first
    page.keyboard.press("ArrowDown")
    expect(link).to_be_focused()
    page.keyboard.type("n")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("listen")


def test_a_title_is_said_once(page: Page, site: str) -> None:
    """A principle that is found shows its title, and below it what it says."""
    page.goto(site)
    first = search(page, "listening").first
    expect(first).to_contain_text("An answer that is prepared too early")
    assert first.inner_text().count("Listening") == 1


def test_cards_are_found_by_their_own_pages_only(site_dir: Path) -> None:
    """The home page repeats every title; search leads to the questionnaire and not to the card."""
    index = json.loads((site_dir / "search" / "search_index.json").read_text(encoding="utf-8"))
    titled = {each["location"] for each in index["docs"] if "three roots needs" in str(each)}
    assert titled == {"assessments/three-roots/"}
