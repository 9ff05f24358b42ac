"""axe finds nothing, and nothing is scrolled sideways: on every page, in every state and mode.

What can be met is listed in `states.py`. Each state is prepared once and looked at in all modes.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.answering import answer_all, open_form, question, show_result
from browser.awaiting import expect_answered, wait_until_dressed, wait_until_still
from browser.guard import violations
from browser.modes import CONTRAST, faults
from browser.states import EMPTY, FULL, STORAGE, State, fill, open_state

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
REFUSE = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"


def cases(states: dict[str, State]) -> Iterable[Any]:
    """Give the states as parameters; what is broken on purpose may be noisy."""
    for name, state in states.items():
        noisy = state.broken or state.address == "nowhere/"
        marks = [pytest.mark.noisy("something is refused on purpose")] if noisy else []
        yield pytest.param(state, id=name, marks=marks)


def refuse(page: Page, broken: str) -> None:
    """Let the browser refuse its storage, or requests of this form."""
    if broken == STORAGE:
        page.add_init_script(REFUSE)
    elif broken:
        page.route(broken, lambda route: route.abort())


@pytest.fixture(scope="module")
def full(browser: Browser, site: str, site_dir: Path) -> Any:
    """Return the storage of a browser in which a good deal has happened."""
    context = browser.new_context()
    fill(context.new_page(), site, site_dir)
    kept = context.storage_state(indexed_db=True)
    context.close()
    return kept


@pytest.mark.parametrize("state", cases(EMPTY))
def test_for_the_first_time(
    new_context: Callable[..., BrowserContext], site: str, state: State
) -> None:
    """Whoever comes for the first time can use the page, in every mode."""
    page = new_context(reduced_motion="reduce").new_page()
    refuse(page, state.broken)
    open_state(page, site, state)
    assert faults(page) == {}


@pytest.mark.parametrize("state", cases(FULL))
def test_after_a_while(
    new_context: Callable[..., BrowserContext], site: str, full: Any, state: State
) -> None:
    """So can whoever has answered a good deal."""
    page = new_context(reduced_motion="reduce", storage_state=full).new_page()
    refuse(page, state.broken)
    open_state(page, site, state)
    assert faults(page) == {}


def listed(folder: Path) -> list[str]:
    """Return the address of every page of a built site within it."""
    sitemap = (folder / "sitemap.xml").read_text(encoding="utf-8")
    pages = re.findall("<loc>(.*?)</loc>", sitemap)
    return [*(urlsplit(page).path.removeprefix("/") for page in pages), "404.html"]


def test_every_page_on_a_phone(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path
) -> None:
    """No page of the site has anything wrong on a phone."""
    page = new_context(**PHONE, reduced_motion="reduce").new_page()
    found = {}
    for address in listed(site_dir):
        open_state(page, site, State(address))
        found[address] = violations(page, without=CONTRAST)
    assert found.keys() >= {state.address for state in EMPTY.values()} - {"nowhere/"}
    assert {address: each for address, each in found.items() if each} == {}


def test_an_open_search(page: Page, site: str) -> None:
    """The theme's search is accessible while it shows what it has found."""
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("listen")
    page.locator(".md-search-result__link").first.wait_for()
    wait_until_still(page)
    assert violations(page, ".md-search") == []


def test_every_type_of_question(page: Page, samples: str) -> None:
    """Poles, trends, choices and what they bring to a result are accessible."""
    open_form(page, f"{samples}assessments/every-type/")
    answer_all(page, 2)
    expect(question(page, "closer")).to_be_visible()
    expect_answered(page)
    assert faults(page) == {}
    show_result(page)
    wait_until_dressed(page)
    assert faults(page) == {}
