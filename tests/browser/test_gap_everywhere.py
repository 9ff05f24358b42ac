"""The page of a comparison in every place: narrow, dark, printed, as a file, without a script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.awaiting import arriving
from browser.comparing import (
    CUSTOMER,
    GAP,
    MIRROR,
    SELF,
    TEAM,
    Sheet,
    answered,
    copy_of,
    gap_of,
    guess,
    open_gap,
    paste,
    person,
)
from browser.modes import SCHEMES, faults
from browser.test_phone import SMALL, THUMB, assert_fits

FRAME = ".md-header label, .md-tabs, .md-search, button, textarea, .collecting, .truth"
PLACES = """all => all.map(each => {
  const { left, right } = each.getBoundingClientRect();
  return [left, right];
})"""


@pytest.fixture
def customer(new_context: Callable[[], BrowserContext], site: str) -> Sheet:
    """Return a customer's sheet: "Mainly disagree" throughout."""
    page = new_context().new_page()
    return answered(page, site + CUSTOMER, 2, in_their_words="Kind, and slow.")[0]


def compared(page: Page, site: str, sheet: Sheet, people: int = 3) -> None:
    """Lay a guess beside the answers of so many people, one of whom differs."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    others = (person(sheet, safe=5) for _ in range(people - 1))
    paste(page, copy_of(person(sheet, equals=5, tell_others="unsure"), *others))


def test_axe(new_context: Callable[..., BrowserContext], site: str, customer: Sheet) -> None:
    """Empty, with a guess, and compared with its table open, the page is accessible."""
    page = new_context().new_page()
    open_gap(page, site + MIRROR)
    page.locator("details.third summary").click()
    assert faults(page, *SCHEMES) == {}
    guess(page, site + SELF, 4)
    open_gap(page, site + MIRROR)
    assert faults(page, *SCHEMES) == {}
    compared(page, site, customer)
    page.locator("details.table summary").click()
    assert faults(page, *SCHEMES) == {}
    page.locator("[data-action=remove-all]").click()
    assert faults(page, *SCHEMES) == {}


@pytest.mark.parametrize("width", [360, 320])
def test_narrow(
    new_context: Callable[..., BrowserContext], site: str, customer: Sheet, width: int
) -> None:
    """Nothing is cut or needs to be scrolled sideways, and everything can be hit by a thumb."""
    size = {"width": width, "height": 640}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    open_gap(page, site + MIRROR)
    page.locator("details.third summary").click()
    assert_fits(page)
    compared(page, site, customer, people=14)
    page.locator("details.table summary").click()
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []
    marks = page.locator(".pairs svg :is(circle, text)").evaluate_all(PLACES)
    assert [each for each in marks if each[0] < 0 or each[1] > width] == []


def test_many_people_are_bars(page: Page, site: str, customer: Sheet) -> None:
    """Fifteen people are drawn as bars with their counts, and say the same in the table."""
    compared(page, site, customer, people=15)
    row = page.locator("[data-compare=safe]")
    expect(row.locator(".person")).to_have_count(0)
    expect(row.locator(".count")).to_have_text(["1", "14"])
    counts = page.locator('tr[data-row="safe"] [data-n]').all_text_contents()
    assert counts == ["0", "1", "0", "0", "14"]
    cells = page.locator('tr[data-row="safe"] [data-cell]').all_text_contents()
    assert cells == ["Mainly agree", "Fully agree", "−25", "15 of 15 answered"]


def test_choices_are_counted(page: Page, site: str, customer: Sheet) -> None:
    """Where there is no scale each choice has its count, with the guess marked."""
    compared(page, site, customer)
    rows = page.locator('table[data-row="tell-others"] tbody tr')
    assert [row.locator("td").all_text_contents() for row in rows.all()] == [
        ["0", ""],
        ["2", ""],
        ["1", ""],
        ["0", "you"],
    ]


def test_a_dimension(page: Page, site: str, customer: Sheet) -> None:
    """A part has means over its questions, and says where they are more than a step apart."""
    compared(page, site, customer)
    trust = page.locator("[data-compared-dimension=trust]")
    expect(trust).to_have_attribute("data-gap", "50")
    expect(trust.locator("[data-mean]")).to_have_text(
        "Over 3 questions, from 0 to 100: you 75, they 25."
    )
    expect(trust.locator("h3 .chip")).to_be_visible()
    respect = page.locator("[data-compared-dimension=respect]")
    expect(respect).to_have_attribute("data-gap", "25")
    expect(respect.locator("h3 .chip")).to_be_hidden()


def test_printed(page: Page, site: str, customer: Sheet) -> None:
    """On paper there are headline, picture and words, and nothing to press or to paste into."""
    compared(page, site, customer)
    page.emulate_media(media="print")
    for place in (".md-logo", "[data-headline]", "[data-compare=safe] svg", "[data-texts] li"):
        expect(page.locator(place).locator("visible=true").first).to_be_visible()
    expect(page.locator(FRAME).locator("visible=true")).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 6


def test_the_print_button(page: Page, site: str, customer: Sheet) -> None:
    """The button opens the browser's own dialog."""
    page.add_init_script("globalThis.print = () => { globalThis.printed = true; };")
    compared(page, site, customer)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("globalThis.printed") is True


def test_by_keyboard(page: Page, site: str, customer: Sheet) -> None:
    """A text is pasted, added and seen without a mouse."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    page.locator("textarea").focus()
    page.keyboard.insert_text(copy_of(customer))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    page.get_by_role("link", name="See the comparison").press("Enter")
    expect(page.locator("[data-headline]")).to_be_in_viewport()
    page.locator("[data-furthest] a").last.press("Enter")
    expect(page.locator("[data-compare]:focus .ask")).to_be_in_viewport()


def test_without_a_script(new_context: Callable[..., BrowserContext], site: str) -> None:
    """The page says how to compare on paper, and has a table for it; nothing waits for a script."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + GAP)
    expect(page.get_by_text("Without JavaScript you compare on paper.")).to_be_visible()
    expect(page.locator(".worksheet tbody tr:visible")).to_have_count(19)
    expect(page.locator("button:visible, textarea:visible, .pairs:visible")).to_have_count(0)
    expect(page.get_by_text("What you take in stays in this browser.")).to_be_hidden()


def test_as_a_file(page: Page, file_site: Path, site: str, customer: Sheet) -> None:
    """Opened from a folder, everything works; an address of no use to others is not offered."""
    root = file_site.as_uri() + "/"
    guess(page, f"{root}assessments/marriage.html", 4)
    with arriving(page):
        page.get_by_role("link", name="Lay your guess beside their answers").first.click()
    expect(page.locator("[data-address]")).to_be_hidden()
    expect(page.get_by_role("link", name="Save their page as a file")).to_be_hidden()
    place = page.locator("[data-by-file] code").inner_text()
    assert (file_site / place).is_file()
    paste(page, copy_of(customer))
    assert gap_of(page, "safe") == "50"


def test_where_nothing_is_kept(page: Page, site: str, customer: Sheet) -> None:
    """A browser that refuses to store still compares, and the page says that nothing stays."""
    page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    open_gap(page, site + GAP)
    paste(page, copy_of(customer))
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    expect(page.get_by_text("This browser keeps nothing here.")).to_be_visible()
