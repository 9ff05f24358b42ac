"""The pages of the principles and documents: accessible, readable anywhere, one click apart."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.answering import answer_all, open_form, question, ready, show_result
from browser.guard import violations
from browser.modes import CONTRAST, SCHEMES, faults
from browser.theme import at_rest, search, takes_links

PAGES = ["principles/", "principles/listen/", "principles/equip/", "documents/"]
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# The height of every line of words in the picture that is in sight.
SIZES = """all => all.filter(text => text.checkVisibility())
  .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""


def follow(link: Locator) -> None:
    """Click on a link once the page has come to rest."""
    link.scroll_into_view_if_needed()
    at_rest(link.page)
    link.click()


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_accessible(page: Page, site: str, address: str) -> None:
    """No rule of axe is broken, wide and narrow; contrast is enough there, and in the dark."""
    page.goto(site + address)
    assert faults(page, *SCHEMES, "320 pixels") == {}
    # Narrow still: the picture is another one there.
    assert violations(page, only=CONTRAST) == []


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320, 719, 720, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, site: str, address: str, width: int) -> None:
    """Nobody has to scroll sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("width", [320, 719, 720, 1219, 1220, 1600])
def test_the_words_of_the_picture_can_be_read(page: Page, site: str, width: int) -> None:
    """One of its two layouts is in sight, and its words are no smaller than 12 pixels."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}principles/")
    expect(page.locator(".constellation svg:visible")).to_have_count(1)
    sizes = page.locator(".constellation text").evaluate_all(SIZES)
    assert len(sizes) == 14
    assert min(sizes) >= 12


def test_the_picture_leads_to_the_principles(page: Page, site: str) -> None:
    """What stands in it is a link, with a name, also for the keyboard."""
    page.goto(f"{site}principles/")
    picture = page.get_by_role("group", name="How the principles hang together")
    picture.locator("a", has_text="Good for both sides").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}principles/mutual-value/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Good for both sides")


def test_a_question_is_one_click_away(page: Page, site: str) -> None:
    """From a principle to the question that asks about it, ready to be answered."""
    page.goto(f"{site}principles/listen/")
    follow(page.get_by_role("link", name="I let customers finish before I prepared my answer."))
    ready(page)
    expect(page).to_have_url(re.compile(r"serving-heart/#[a-z-]+$"))
    landed = page.url.partition("#")[2]
    expect(question(page, landed)).to_be_in_viewport()
    expect(question(page, landed).locator("legend")).to_contain_text("I let customers finish")


def test_search_finds_a_practice_and_lands_on_it(page: Page, site: str) -> None:
    """The words of a practice lead to that practice on its principle's page."""
    page.goto(f"{site}principles/listen/")
    practice = page.locator(".to-try li").first
    words, place = practice.inner_text(), practice.get_attribute("id")
    page.goto(site)
    search(page, words[:40]).filter(has_text=words[:20]).first.click()
    expect(page).to_have_url(re.compile(rf"principles/listen/(\?h=[^#]*)?#{place}$"))
    expect(page.locator(f"#{place}")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1220, 1280, 1600])
def test_an_open_search_stays_within_the_row(page: Page, site: str, width: int) -> None:
    """A page that can be scrolled sideways while search closes loses the place it should show."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site)
    search(page, "listen")
    # It opens bit by bit.
    page.wait_for_function("document.getAnimations().length === 0")
    assert not page.evaluate(TOO_WIDE)


def test_a_result_leads_to_the_principle_and_the_documents(page: Page, site: str) -> None:
    """Whoever wants to know more of a part, or where all this comes from, finds it."""
    open_form(page, f"{site}assessments/serving-heart/")
    follow(page.get_by_role("link", name="The heart of customer service"))
    expect(page).to_have_url(f"{site}documents/#heart-of-service")
    expect(page.locator("#heart-of-service")).to_be_in_viewport()
    open_form(page, f"{site}assessments/serving-heart/")
    answer_all(page, 3)
    show_result(page)
    page.locator('[data-dimension="listening"]').get_by_role("link").click()
    expect(page).to_have_url(f"{site}principles/listen/")


@pytest.mark.parametrize("way", ["file", "instant off"])
def test_they_are_styled_and_linked_everywhere(
    page: Page, request: pytest.FixtureRequest, way: str
) -> None:
    """Opened as files, and where every link loads in full, style and links are found too."""
    if way == "file":
        start = f"{request.getfixturevalue('file_site').as_uri()}/principles/index.html"
    else:
        start = f"{request.getfixturevalue('instant_off_site')}principles/"
    page.goto(start)
    page.get_by_role("link", name="Listening").locator("visible=true").last.click()
    expect(page.locator(".to-try")).to_have_css("border-top-style", "solid")
    expect(page.get_by_role("heading", level=1)).to_have_text("Listening")


def test_instant_navigation_brings_the_style(page: Page, site: str) -> None:
    """A page that is reached without a load is styled as if it had been loaded."""
    page.goto(f"{site}how-it-works/")
    takes_links(page)
    page.get_by_role("link", name="Principles", exact=True).first.click()
    page.locator(".principles a").first.click()
    expect(page.locator(".to-try")).to_have_css("border-top-style", "solid")


def test_printed_they_are_whole(page: Page, site: str) -> None:
    """On paper the picture is the wide one, and nothing of the frame is left."""
    page.goto(f"{site}principles/")
    page.emulate_media(media="print")
    expect(page.locator(".constellation .wide")).to_be_visible()
    expect(page.locator(".constellation .narrow")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    page.goto(f"{site}principles/listen/")
    expect(page.locator(".tested").first).to_be_visible()
    expect(page.locator(".to-try")).to_be_visible()
