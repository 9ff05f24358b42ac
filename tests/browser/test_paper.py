"""Printed, a questionnaire is a worksheet and a result is a letter: read as PDF, page by page."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from pypdf import PdfReader

from browser.answering import (
    act,
    answer,
    answer_all,
    open_form,
    picked,
    question,
    show_result,
    stored,
    wait_until_stored,
)
from browser.awaiting import hearing
from browser.built_site import plan_of
from browser.choosing import with_commitments
from browser.comparing import GAP, TEAM, Sheet, guess, open_gap, paste
from browser.overview import MIXED, fill
from browser.storing import put

HEART = "assessments/serving-heart/"
OWN_PAGE = "assessments/marriage/customer/"
STAGES = "assessments/stages/"
FRAME = ".md-tabs, .md-search, .md-footer, .md-sidebar, button, progress, .md-header label"
FORMATS = ["A4", "Letter"]
# What is asked to be chosen; below what is asked to be written stands an empty box, without words.
CHOSEN = "fieldset:not([data-type=text]) legend"
# Moves within a page, and waits until what would be printed upon it would have been.
MOVED = """place => new Promise(done => {
  const printed = () => requestAnimationFrame(() => setTimeout(() => setTimeout(done)));
  addEventListener("hashchange", printed, { once: true });
  if (place) location.hash = place; else dispatchEvent(new Event("hashchange"));
})"""
# By questionnaire: the most pages of the questions, and of all with what they may mean.
BLANK = {"serving-heart": (5, 10), "marriage": (4, 11), "stages": (4, 9)}


def pages(page: Page, paper: str = "A4") -> list[str]:
    """Print a page, and return the text of each sheet of paper, line by line from its top."""
    sheets = PdfReader(BytesIO(page.pdf(format=paper))).pages
    texts = [sheet.extract_text(extraction_mode="layout") for sheet in sheets]
    # A font may join letters: "ff" is one sign on paper.
    return [" ".join(normalize("NFKC", text).split()) for text in texts]


def open_blank(page: Page, address: str) -> None:
    """Go to the page of a questionnaire that is to be filled in by hand."""
    page.goto(f"{address}?blank")
    page.locator("[data-blank]").wait_for()


def ends_alone(sheets: list[str], headings: list[str]) -> list[str]:
    """Return the headings at which a sheet ends, with nothing below them."""
    return [name for name in headings for text in sheets if text.endswith(name)]


@pytest.mark.parametrize("paper", FORMATS)
def test_a_printed_result(page: Page, site: str, paper: str) -> None:
    """On three sheets stand headline, date, picture, table, guidance, practices and own words."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    answer(page, {"clear-head": 1, "own-self": "Ms B."})
    show_result(page)
    expect(page.locator("[data-level]:visible")).to_have_count(4)
    headings = page.locator("[data-result] :is(h3, h4):visible").all_inner_texts()
    sheets = pages(page, paper)
    text = " ".join(sheets)
    assert len(sheets) <= 4
    assert re.search(r"Do I have a serving heart\? · \d+ \w+ \d{4} · 22 of 22 answered", sheets[0])
    said = ["Your answers", "Average, 0 to 100", "Part by part", "Small enough", "Ms B."]
    assert [words for words in said if words not in text] == []
    pressed = ["Keep a copy", "Try this", "Change my answers", "The same as a table", "Search"]
    assert [words for words in pressed if words in text] == []
    assert ends_alone(sheets, headings) == []
    assert text.endswith(f"{site}{HEART}")


def test_a_printed_result_has_its_picture(page: Page, site: str) -> None:
    """The mark is at the top, the picture below the headline, and the frame is away."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    show_result(page)
    page.emulate_media(media="print")
    for place in (".md-header .mark", ".picture svg", "[data-level=high]", ".address", "dd"):
        expect(page.locator(place).locator("visible=true").first).to_be_visible()
    expect(page.locator(FRAME).locator("visible=true")).to_have_count(0)
    expect(page.locator("fieldset").first).to_be_hidden()


def test_what_was_chosen_is_printed(page: Page, site: str) -> None:
    """A practice that somebody has chosen to try says so on paper."""
    open_form(page, site + HEART)
    answer_all(page, 2)
    show_result(page)
    act(page, "try-this")
    chosen = page.get_by_text("You chose to try this by").locator("visible=true").first
    expect(chosen).to_be_visible()
    assert chosen.inner_text() in " ".join(pages(page))


def test_paper_is_white_also_from_a_dark_page(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """Whoever reads in the dark prints black on white."""
    page = new_context(color_scheme="dark").new_page()
    open_form(page, site + HEART)
    page.emulate_media(media="print", color_scheme="dark")
    colours = "body => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]"
    assert page.locator("body").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.locator("legend").first.evaluate(colours)[0] == "rgb(0, 0, 0)"


@pytest.mark.parametrize("paper", FORMATS)
def test_a_printed_questionnaire(page: Page, site: str, paper: str) -> None:
    """All questions can be marked on paper, and no question is torn from its answers."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    asked = page.locator("legend").all_inner_texts()
    headings = page.locator(".part h2").all_inner_texts()
    sheets = pages(page, paper)
    assert len(sheets) <= 5
    assert [words for words in asked if words not in " ".join(sheets)] == []
    headings += ["Over the past four weeks", *page.locator(CHOSEN).all_inner_texts()]
    assert ends_alone(sheets, headings) == []
    # Each sheet begins with a heading or with a question, and not with half an answer.
    begins = tuple(headings)
    assert [text for text in sheets[1:] if not text.startswith((*begins, *"123456789"))] == []


@pytest.mark.parametrize("paper", FORMATS)
@pytest.mark.parametrize("name", BLANK)
def test_a_blank_page(page: Page, site: str, name: str, paper: str) -> None:
    """To fill in by hand there are all questions, then how to add up and what it may mean."""
    open_blank(page, f"{site}assessments/{name}/")
    asked = page.locator("legend").all_inner_texts()
    sheets = pages(page, paper)
    result = next(n for n, text in enumerate(sheets) if re.match("What your (answers|guess)", text))
    most, most_of_all = BLANK[name]
    assert result <= most
    assert len(sheets) <= most_of_all
    questions = " ".join(sheets[:result])
    assert [words for words in asked if words not in questions] == []
    assert "Keep a copy" not in " ".join(sheets)
    headings = page.locator("[data-result] :is(h3, h4, h5):visible").all_inner_texts()
    assert ends_alone(sheets, [*page.locator(CHOSEN).all_inner_texts(), *headings]) == []


def test_a_blank_page_has_what_a_worksheet_needs(page: Page, site: str) -> None:
    """Points beside the answers, a table to add them up, the levels, and all there is to try."""
    open_blank(page, site + HEART)
    text = " ".join(pages(page))
    for words in ("(75)", "How to add up", "Points divided by answers", "62.5 TO 87.5 POINTS"):
        assert words in text
    expect(page.locator("[data-level]:visible")).to_have_count(16)
    expect(page.locator("[data-practice]").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(FRAME).locator("visible=true")).to_have_count(0)


def test_no_dot_is_cut(page: Page, site: str) -> None:
    """Equal answers at the end of a scale, side by side, are within the edges of the paper."""
    # A4 without its margins; what is beyond it would not be printed.
    page.set_viewport_size({"width": 672, "height": 1000})
    open_form(page, site + HEART)
    answer_all(page, 5)
    show_result(page)
    page.emulate_media(media="print")
    edges = page.locator(".picture .row .dot").evaluate_all(
        "all => all.map(dot => dot.getBoundingClientRect()).flatMap(r => [r.left, r.right])"
    )
    assert len(edges) > 30
    assert min(edges) >= 0
    assert max(edges) <= page.locator(".md-content__inner").evaluate(
        "inner => inner.getBoundingClientRect().right"
    )


@pytest.mark.parametrize(("address", "labels"), [(HEART, "Date:"), (STAGES, "Customer: Date:")])
def test_a_blank_page_is_told_apart_from_others(
    page: Page, site: str, address: str, labels: str
) -> None:
    """A line for the date stands before the first question, and one for a customer if asked for."""
    open_blank(page, site + address)
    first = pages(page)[0]
    assert labels in first.split("1. ")[0]
    assert ("Customer:" in first) == labels.startswith("Customer:")


def test_a_page_for_others_says_what_to_do_with_it(page: Page, site: str) -> None:
    """Whoever answers for somebody else has no points, and reads how to hand it over."""
    open_blank(page, site + OWN_PAGE)
    sheets = pages(page)
    assert len(sheets) <= 4
    assert "To hand over your answers, print this page with your marks." in sheets[-1]
    assert "(75)" not in " ".join(sheets)


def test_answers_stay_where_they_are(page: Page, context: BrowserContext, site: str) -> None:
    """The blank page is a window of its own; what is answered is neither printed nor touched."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4, "own-self": "Ms B."})
    wait_until_stored(page, "own-self", "Ms B.")
    kept = stored(page)
    with context.expect_page() as opening:
        page.get_by_role("link", name="Print to fill in by hand").click()
    blank = opening.value
    blank.locator("[data-blank]").wait_for()
    # What happens elsewhere meanwhile is not drawn into it.
    with hearing(blank):
        answer(page, {"clear-head": 2})
        wait_until_stored(page, "clear-head", 2)
    assert "Ms B." not in " ".join(pages(blank))
    expect(blank.locator("fieldset input:checked")).to_have_count(0)
    option = blank.locator('input[name="patient"][value="1"]')
    option.check()
    blank.get_by_role("link", name="To the questions").click()
    blank.locator("form[data-ready]").wait_for(state="attached")
    assert picked(blank, "patient") == "4"
    assert [sheet["answers"]["patient"] for sheet in stored(page)] == [4]
    assert len(kept) == len(stored(page))
    assert picked(page, "patient") == "4"


def test_a_blank_page_keeps_to_itself_what_the_reader_chose(
    page: Page, site: str, site_dir: Path
) -> None:
    """What somebody wants to try is not on it, also where it is recalled before the style is."""
    page.goto(site)
    ours = with_commitments(plan_of(site_dir, "serving-heart"), "Wave")
    [own] = ours["commitments"]
    taken = "three-words"
    ours["commitments"] += [own | {"id": "TAKEN0", "text": "Breathe", "practice": taken}]
    put(page, [ours])

    def after_what_was_chosen(route: Route) -> None:
        """Hold the style back until what the reader chose is there."""
        page.locator("[data-commitment]").nth(1).wait_for(state="attached")
        route.continue_()

    page.route("**/blank.css", after_what_was_chosen)
    open_blank(page, site + HEART)
    found = "[data-recalled], [data-commitment], [data-own] > *"
    expect(page.locator(found)).to_have_count(0)


def test_a_blank_page_prints_at_once(page: Page, site: str) -> None:
    """The browser's own dialog opens by itself, and once more by the button."""
    page.add_init_script("globalThis.printed = 0; globalThis.print = () => { printed += 1; };")
    open_blank(page, site + HEART)
    page.wait_for_function("printed === 1")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("printed") == 2


def test_a_blank_page_begins_once(page: Page, site: str) -> None:
    """An address within it does not print it again; nor is it drawn anew, unless by the theme."""
    page.add_init_script("globalThis.printed = 0; globalThis.print = () => { printed += 1; };")
    open_blank(page, site + HEART)
    page.wait_for_function("printed === 1")
    page.locator('input[name="patient"][value="1"]').check()
    page.evaluate(MOVED, "")
    assert (page.evaluate("printed"), picked(page, "patient")) == (1, "1")
    page.evaluate(MOVED, "patient")
    expect(page.locator(".by-hand")).to_have_count(1)
    assert page.evaluate("printed") == 1


def test_a_blank_page_from_a_folder(page: Page, file_site: Path) -> None:
    """Opened as a file it is the same."""
    open_blank(page, (file_site / "assessments" / "serving-heart.html").as_uri())
    expect(page.locator("[data-level]:visible")).to_have_count(16)


@pytest.mark.parametrize("paper", FORMATS)
def test_a_printed_comparison(
    page: Page, site: str, customer: tuple[Sheet, str], paper: str
) -> None:
    """Two views stand on a few sheets, with every question and column, and nothing to take in."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    paste(page, customer[1])
    expect(page.locator("[data-differences]")).to_be_visible()
    asked = page.locator("[data-compare] h4:visible").all_inner_texts()
    columns = page.locator(".table thead").first.locator("th").all_text_contents()
    sheets = pages(page, paper)
    assert len(sheets) <= 6
    # A column's name stands on two lines or three; its words are whole.
    words = set(" ".join(sheets).split())
    assert [each for name in columns for each in name.split() if each not in words] == []
    assert "Paste what you received" not in " ".join(sheets)
    assert ends_alone(sheets, asked) == []


def test_a_printed_portfolio(page: Page, site: str, site_dir: Path) -> None:
    """All customers stand on paper, with the table, and without what is sorted or deleted by."""
    fill(page, site, site_dir, "stages", MIXED)
    text = " ".join(pages(page))
    assert [name for name, *_ in MIXED if name and name not in text] == []
    assert "Delete" not in text


def test_the_print_button_prints(page: Page, site: str) -> None:
    """The button opens the browser's own dialog."""
    page.add_init_script("globalThis.print = () => { globalThis.printed = true; };")
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    show_result(page)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("globalThis.printed") is True


def test_a_form_as_one_file_prints_as_well(page: Page, site: str) -> None:
    """Without a site around it, a form has its questions on paper and nothing to press."""
    page.goto(f"{site}assets/forms/marriage-customer.html")
    page.locator("form[data-ready]").wait_for(state="attached")
    expect(page.locator("[data-action=step]")).to_have_count(0)
    sheets = pages(page)
    assert len(sheets) <= 4
    assert question(page, "equals").locator("legend").inner_text() in sheets[0]
    assert "I have finished" not in " ".join(sheets)
