"""The site without a server: unpacked from its ZIP file, and opened with a double click."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser import comparing
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
from browser.comparing import GAP, Sheet, gap_of, guess, paste
from browser.guard import violations
from browser.theme import search

HEART = "assessments/serving-heart.html"
# What a page loads by itself; links may lead anywhere.
LOADED = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)=["']?([^"'\s>]+)""")
LINKED = re.compile(r"""\b(?:src|href|action|data-\w+)=["']?/""")
WITHOUT_A_HOST = {"blob:", "data:", "file:", "about:"}


@pytest.fixture
def start(page: Page, file_site: Path) -> Iterator[str]:
    """Return the address of the folder; at the end, the page has asked nobody for anything."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield f"{file_site.as_uri()}/"
    assert asked
    assert [url for url in asked if f"{url.split(':')[0]}:" not in WITHOUT_A_HOST] == []


def test_the_file_holds_pages_that_load_only_what_is_beside_them(offline_zip: Path) -> None:
    """No page loads from another host, and none leads to a place that only a server has."""
    with ZipFile(offline_zip) as packed:
        names = packed.namelist()
        pages = {name: packed.read(name).decode() for name in names if name.endswith(".html")}
    assert f"{offline_zip.stem}/index.html" in pages
    assert [name for name in names if name.endswith((".map", "sitemap.xml"))] == []
    assert [page for page, text in pages.items() if LINKED.search(text)] == []
    loaded = {url for text in pages.values() for url in LOADED.findall(text)}
    assert loaded
    assert [url for url in loaded if ":" in url.removeprefix("data:") or url[0] == "/"] == []


def test_search_finds_a_question_and_lands_on_it(page: Page, start: str) -> None:
    """The words of a question lead to that question, ready to be answered."""
    page.goto(f"{start}index.html")
    search(page, "hopeless open mind").filter(has_text="When a case looked hopeless").first.click()
    ready(page)
    assert page.url.split("?")[0].split("#")[0] == start + HEART
    expect(question(page, "open-mind")).to_be_in_viewport()
    choose(page, "open-mind", 5)
    expect(page.locator("progress[data-progress]")).to_have_js_property("value", 1)


def test_search_finds_a_practice_and_lands_on_it(page: Page, start: str) -> None:
    """A practice is found from a page below, and on its principle's page."""
    page.goto(f"{start}principles/listen.html")
    words = page.locator(".to-try li").first.inner_text()
    page.goto(f"{start}principles/repair.html")
    search(page, words[:40]).filter(has_text=words[:20]).first.click()
    expect(page).to_have_url(re.compile(r"principles/listen\.html(\?h=[^#]*)?#"))
    expect(page.locator(".to-try li").first).to_be_in_viewport()


def test_answers_stay_and_come_to_a_result(page: Page, start: str) -> None:
    """From the first page to a result, which is there after a reload and in the notebook."""
    page.goto(f"{start}index.html")
    page.locator(".card a", has_text="Do I have a serving heart?").first.click()
    ready(page)
    answer_all(page, 4)
    choose(page, "let-them-finish", 2)
    wait_until_stored(page, "let-them-finish", 2)
    page.reload()
    ready(page)
    assert picked(page, "let-them-finish") == "2"
    show_result(page)
    expect(page.locator("[data-headline]")).to_contain_text("Your answers")
    page.get_by_role("link", name="My notebook").locator("visible=true").first.click()
    expect(page).to_have_url(f"{start}notebook.html")
    page.locator("[data-site][data-ready]").wait_for(state="attached")
    expect(page.locator(".rapport")).to_contain_text("Do I have a serving heart?")


def test_a_guess_meets_a_code(page: Page, start: str, customer: tuple[Sheet, str]) -> None:
    """A code that somebody sent is taken in; of the address that a file lacks, the page says so."""
    guess(page, f"{start}assessments/marriage.html", 4)
    page.goto(start + GAP.removesuffix("/") + ".html")
    comparing.ready(page)
    expect(page.get_by_text("there is no address to send")).to_be_visible()
    paste(page, customer[1])
    assert gap_of(page, "safe") == "50"


def test_principles_lead_to_questions(page: Page, start: str) -> None:
    """The picture and the pages of the principles work as files."""
    page.goto(f"{start}principles/index.html")
    picture = page.get_by_role("group", name="How the principles hang together")
    picture.locator("a", has_text="Good for both sides").locator("visible=true").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Good for both sides")


def test_the_dark_page_stays_dark(page: Page, start: str) -> None:
    """The switch works, and the next page remembers it."""
    page.goto(f"{start}index.html")
    page.get_by_title("Switch to the dark page").locator("visible=true").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    open_form(page, start + HEART)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.noisy("axe reads style sheets by a way that is closed to files")
def test_search_leaves_the_page_accessible(
    new_context: Callable[..., BrowserContext], file_site: Path
) -> None:
    """What search needs on a file adds nothing that a screen reader would meet."""
    page = new_context(reduced_motion="reduce").new_page()
    page.goto((file_site / "index.html").as_uri())
    search(page, "listen")
    page.keyboard.press("Escape")
    expect(page.locator("iframe")).to_be_hidden()
    assert violations(page) == []
