"""Finding one's way: links, search, the way to the text file."""

import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from browser.answering import open_form, question, ready
from browser.awaiting import arriving

HEART = "assessments/serving-heart/"
# Where the links in sight on this page lead, without the places on a page.
LINKS = """() => [...new Set([
  ...document.querySelectorAll("a[href]:not([download], [target=_blank])")]
  .filter(a => a.checkVisibility() && a.origin === location.origin)
  .map(a => a.href.split("#")[0]))]"""


def sitemap(site: str) -> set[str]:
    """Return the addresses that the sitemap lists."""
    with urlopen(f"{site}sitemap.xml") as answer:  # noqa: S310 (our own test server)
        return set(re.findall(r"<loc>(.*?)</loc>", answer.read().decode()))


def test_every_page_is_reached_by_clicking(page: Page, site: str) -> None:
    """From the home page links lead to all pages; none asks another host or complains."""
    page.goto(site)
    page.locator("[data-site][data-ready]").wait_for(state="attached")
    reached, open_links = {site}, [(site, target) for target in page.evaluate(LINKS)]
    while open_links:
        source, target = open_links.pop()
        if target in reached:
            continue
        # Some links come into sight only once the page has started.
        with arriving(page):
            page.goto(source)
        click_through(page, target)
        reached.add(target)
        open_links += [(target, another) for another in page.evaluate(LINKS)]
    assert reached >= sitemap(site)


def click_through(page: Page, target: str) -> None:
    """Click on the link in sight that leads to an address, and wait until its page is there."""
    # Some pages lead only to a place on it.
    same = "a.href.split('#')[0] === to"
    find = f"to => [...document.links].find(a => a.checkVisibility() && {same})"
    link = page.evaluate_handle(find, target).as_element()
    assert link
    with arriving(page):
        link.click()
    expect(page).to_have_url(re.compile(rf"{re.escape(target)}(#.*)?$"))


def test_full_loads_reach_the_same(page: Page, instant_off_site: str) -> None:
    """Without instant navigation every page of the sitemap loads and starts."""
    for address in sorted(sitemap(instant_off_site)):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if page.locator("form[data-assessment]").count():
            ready(page)


def test_search_finds_a_question_and_lands_on_it(page: Page, site: str) -> None:
    """The words of a question lead to that question, ready to be answered."""
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("hopeless open mind", delay=10)
    page.locator(".md-search-result__link", has_text="When a case looked hopeless").first.click()
    ready(page)
    expect(page).to_have_url(re.compile(r"serving-heart/(\?h=[^#]*)?#open-mind$"))
    expect(question(page, "open-mind")).to_be_in_viewport()
    question(page, "open-mind").get_by_text("Always").click()
    expect(page.locator("[data-progress-done]")).to_have_text("1 of 22 done")


def test_search_knows_nothing_of_the_customers_page(page: Page, site: str) -> None:
    """What customers answer is not found from inside."""
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    # All of it at once: what is found at first is found by all of the words.
    page.keyboard.insert_text("I feel welcome when I get in touch with them")
    page.keyboard.press("End")
    page.locator(".md-search-result__link").first.wait_for()
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
    assert [link for link in links if "/customer/" in link] == []


def test_a_link_to_a_question_opens_there(page: Page, site: str) -> None:
    """An address with a question's id shows that question below the header."""
    open_form(page, f"{site}{HEART}#kind-limit")
    expect(question(page, "kind-limit").locator("legend")).to_be_in_viewport()
    covered = "element => element.getBoundingClientRect().top"
    assert question(page, "kind-limit").evaluate(covered) > 40


def test_the_edit_link_leads_to_the_text_file(page: Page, samples: str) -> None:
    """Whoever knows a better question finds the file that holds it."""
    page.goto(f"{samples}assessments/every-type/")
    link = page.locator('a[href*="/edit/main/"]')
    expect(link).to_be_visible()
    assert link.evaluate("a => a.href") == (
        "https://example.org/edit/main/assessments/every-type.yml"
    )


@pytest.mark.parametrize("address", ["", "assessments/", HEART, "how-it-works/"])
def test_a_page_says_what_it_is(page: Page, site: str, address: str) -> None:
    """Each page has one main heading, a language, and a description for search engines."""
    page.goto(site + address)
    expect(page.locator("h1:visible")).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    words = page.locator('meta[name="description"]').get_attribute("content") or ""
    assert len(words) > 30


@pytest.mark.noisy("a missing page is a failed request")
def test_a_missing_page_leads_home(page: Page, site: str) -> None:
    """An address that is not there says so and leads to the first page."""
    page.goto(f"{site}assessments/gone/for-good/")
    page.get_by_role("link", name="Go to the first page").click()
    expect(page).to_have_url(site)
