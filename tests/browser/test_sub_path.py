"""The site below a path of a host, such as `/hr/reflect/`, whether or not it knows its address."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    answer_all,
    choose,
    open_form,
    picked,
    question,
    ready,
    show_result,
    wait_until_stored,
)
from browser.awaiting import arriving
from browser.built_site import Served, served
from browser.test_paper import pages
from browser.theme import search, takes_links

BELOW = "hr/reflect/"
KNOWN: dict[str, dict[str, Any]] = {
    "right address": {},
    "wrong address": {"site_url": "http://127.0.0.1:8000/"},
    "no address": {"site_url": ""},
}


@pytest.fixture(scope="module", params=KNOWN)
def below(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Build and serve the site below a path."""
    with served(tmp_path_factory.mktemp("below"), below=BELOW, **KNOWN[request.param]) as site:
        yield site


@pytest.fixture
def start(page: Page, below: Served) -> Iterator[str]:
    """Return the site's address; at the end, the page has asked for nothing that is elsewhere."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield below.url
    assert asked
    ours = (below.url, "blob:", "data:")
    assert [url for url in asked if not url.startswith(ours)] == []


def test_from_the_first_page_to_a_result(page: Page, start: str) -> None:
    """Cards, plans, and the scripts of the result and of the notebook are found."""
    page.goto(start)
    page.locator(".card a", has_text="Do I have a serving heart?").first.click()
    ready(page)
    expect(page).to_have_url(f"{start}assessments/serving-heart/")
    answer_all(page, 4)
    choose(page, "let-them-finish", 2)
    wait_until_stored(page, "let-them-finish", 2)
    page.reload()
    ready(page)
    assert picked(page, "let-them-finish") == "2"
    show_result(page)
    expect(page.locator("[data-headline]")).to_contain_text("Your answers")
    with arriving(page):
        page.get_by_role("link", name="My notebook").locator("visible=true").first.click()
    expect(page).to_have_url(f"{start}notebook/")
    page.locator("[data-contents-version][data-ready]").wait_for(state="attached")
    expect(page.locator(".rapport")).to_contain_text("Do I have a serving heart?")


def test_search_lands_on_a_question(page: Page, start: str) -> None:
    """Hits lead below the path too."""
    page.goto(f"{start}principles/listen/")
    search(page, "hopeless open mind").filter(has_text="When a case looked hopeless").first.click()
    ready(page)
    expect(page).to_have_url(
        re.compile(rf"{start}assessments/serving-heart/(\?h=[^#]*)?#open-mind$")
    )
    expect(question(page, "open-mind")).to_be_in_viewport()


def test_the_comparison_is_found_from_the_guess(page: Page, start: str) -> None:
    """A page two levels further down leads back, and names its full address to send."""
    open_form(page, f"{start}assessments/marriage/")
    with arriving(page):
        page.get_by_role("link", name="Lay your guess beside their answers").first.click()
    expect(page.locator("[data-address]")).to_have_text(f"{start}assessments/marriage/customer/")


@pytest.mark.noisy("a missing page is a failed request")
@pytest.mark.parametrize("below", ["right address"], indirect=True)
def test_a_missing_page_leads_home(page: Page, start: str) -> None:
    """Where the site knows its address, its page about missing ones is styled and leads home."""
    page.goto(f"{start}assessments/gone/for-good/")
    expect(page.locator("h1")).to_have_css("font-weight", "600")
    page.get_by_role("link", name="Go to the first page").click()
    expect(page).to_have_url(start)


@pytest.mark.parametrize("below", ["right address"], indirect=True)
def test_a_link_is_followed_without_a_full_load(page: Page, start: str) -> None:
    """Where the site knows its address, instant navigation works below a path as well."""
    page.goto(start)
    takes_links(page)
    page.evaluate("globalThis.stays = true")
    page.locator(".card a", has_text="Do I have a serving heart?").first.click()
    ready(page)
    assert page.evaluate("globalThis.stays") is True


@pytest.mark.parametrize("below", ["right address"], indirect=True)
def test_nothing_is_served_outside(page: Page, below: Served) -> None:
    """The host of these tests has the site below the path and nowhere else."""
    host = below.url.removesuffix(BELOW)
    assert page.request.get(host).status == page.request.get(f"{host}assets/rapport.js").status
    assert page.request.get(host).status == 404


def test_paper_has_the_address_at_which_a_page_was_opened(page: Page, start: str) -> None:
    """Whatever a site knows of its address, a printed page leads back to where it was found."""
    address = f"{start}assessments/serving-heart/"
    open_form(page, f"{address}#result")
    assert " ".join(pages(page, "A4")).endswith(address)


def test_an_address_that_nobody_else_can_open_is_not_on_paper(
    new_context: Callable[..., BrowserContext], below: Served
) -> None:
    """Without JavaScript a sheet names the address a site was given, or none."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{below.url}assessments/serving-heart/")
    assert page.locator(".colophon .address").text_content() in ("", page.url)
