"""Moves within a page: a link to a place on it, and Back from there, leave the page as it is."""

import pytest
from playwright.sync_api import Page, Route, expect

from browser.answering import answer_all, open_form, question, show_result
from browser.awaiting import arriving
from browser.theme import takes_links

HEART = "assessments/serving-heart/"
GUIDE = "contribute/"
# Gone as soon as the theme puts a page in place once more.
MARK = "document.querySelector('.md-content').dataset.here = ''"
TO_A_PLACE = "a[href$='#the-library']:not(.headerlink)"


def mark(page: Page) -> list[str]:
    """Mark what is on the page, and return what is asked for from now on, as it is."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.evaluate(MARK)
    page.evaluate("globalThis.same = true")
    return asked


def assert_same(page: Page, asked: list[str]) -> None:
    """It is still the same page, and nobody has asked for it anew, to put it in place later."""
    assert page.locator(".md-content[data-here]").count() == 1
    assert page.evaluate("globalThis.same") is True
    assert page.url.partition("#")[0] not in asked


def by_the_menu(page: Page, site: str, name: str) -> None:
    """Come to a page from the first one, by instant navigation."""
    page.goto(site)
    takes_links(page)
    with arriving(page):
        page.locator(".md-tabs").get_by_role("link", name=name).click()
    expect(page.locator(".md-tabs__item--active")).to_have_text(name)


def settle(page: Page, top: int) -> None:
    """Scroll, and wait until the theme has noted the place."""
    page.evaluate("top => scrollTo(0, top)", top)
    page.wait_for_function("top => (history.state?.y ?? 0) === top", arg=top)


def test_back_from_a_result(page: Page, site: str) -> None:
    """The questions are where they were left, answered, and nothing was fetched in between."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    # What is drawn later could move what is in sight.
    expect(page.locator("[data-progress-done]")).to_have_text("22 of 22 done")
    settle(page, 900)
    asked = mark(page)
    page.evaluate("document.querySelector('form [data-action=show-result]').click()")
    expect(page.locator("[data-headline]")).to_be_focused()
    page.go_back()
    expect(question(page, "patient")).to_be_visible()
    page.wait_for_function("scrollY === 900")
    assert_same(page, asked)
    page.go_forward()
    expect(page.locator("[data-headline]")).to_be_visible()
    assert_same(page, asked)


def test_back_to_the_end_of_the_questions(page: Page, site: str) -> None:
    """A result that is shorter than the questions does not take the place away."""
    open_form(page, site + HEART)
    end: int = page.evaluate("document.documentElement.scrollHeight - innerHeight")
    settle(page, end)
    page.evaluate("document.querySelector('form [data-action=show-result]').click()")
    expect(page.locator("[data-headline]")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollHeight") < end
    page.go_back()
    page.wait_for_function("end => scrollY === end", arg=end)


def test_a_link_of_the_result(page: Page, site: str) -> None:
    """It leads to its question, and Back to the result, on the same page."""
    open_form(page, site + HEART)
    asked = mark(page)
    show_result(page)
    link = page.locator("[data-open] a").nth(2)
    place = link.evaluate("link => link.hash.slice(1)")
    link.click()
    expect(question(page, place).locator("input, textarea").first).to_be_focused()
    expect(question(page, place)).to_be_in_viewport()
    page.go_back()
    expect(page.locator("[data-headline]")).to_be_visible()
    assert_same(page, asked)


@pytest.mark.parametrize("top", [0, 500])
@pytest.mark.parametrize("arrive", ["by the menu", "by its address"])
def test_a_link_within_a_text(page: Page, site: str, arrive: str, top: int) -> None:
    """Back leads to where the link was, however the page was reached."""
    if arrive == "by the menu":
        by_the_menu(page, site, "Contribute")
    else:
        page.goto(site + GUIDE)
    settle(page, top)
    asked = mark(page)
    page.evaluate("link => document.querySelector(link).click()", TO_A_PLACE)
    page.wait_for_function("top => location.hash && scrollY > top", arg=top)
    page.go_back()
    page.wait_for_function("top => !location.hash && scrollY === top", arg=top)
    assert_same(page, asked)


def test_a_link_followed_before_the_theme_knows_the_pages(page: Page, site: str) -> None:
    """What the theme learns later changes nothing: the reader is at that place already."""
    held: list[Route] = []
    page.route("**/sitemap.xml", lambda route: held.append(route), times=1)
    with page.expect_request("**/sitemap.xml"):
        page.goto(site + GUIDE)
    asked = mark(page)
    page.evaluate("link => document.querySelector(link).click()", TO_A_PLACE)
    page.wait_for_function("location.hash && scrollY > 0")
    held[0].continue_()
    takes_links(page)
    assert_same(page, asked)


def test_other_pages_are_still_the_themes(page: Page, site: str) -> None:
    """After moves within a page, Back leads to the page before, which works."""
    by_the_menu(page, site, "Questionnaires")
    card = page.get_by_role("link", name="Do I have a serving heart?")
    with arriving(page):
        card.click()
    page.evaluate("globalThis.same = true")
    show_result(page)
    page.go_back()
    expect(page.locator("[data-result]")).to_be_hidden()
    with arriving(page):
        page.go_back()
    expect(card).to_be_visible()
    with arriving(page):
        card.click()
    assert page.evaluate("globalThis.same") is True
    expect(page).to_have_url(site + HEART)


def test_the_link_to_the_page_itself_keeps_what_is_in_memory(page: Page, site: str) -> None:
    """Who clicks on the menu's entry for the page at hand does not load everything anew."""
    by_the_menu(page, site, "My notebook")
    # Heard last: what is left to the browser is a full load.
    page.evaluate("addEventListener('click', event => globalThis.same = event.defaultPrevented)")
    page.locator(".md-tabs").get_by_role("link", name="My notebook").click()
    assert page.evaluate("globalThis.same") is True
