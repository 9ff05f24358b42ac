"""Printed, a questionnaire is a worksheet and a result is a letter."""

from playwright.sync_api import Page, expect

from browser.answering import answer, answer_all, open_form, question, show_result

HEART = "assessments/serving-heart/"
FRAME = ".md-header, .md-tabs, .md-search, .md-footer, .colophon, button, .md-sidebar"


def test_a_printed_result(page: Page, site: str) -> None:
    """Headline, picture, guidance, practices and own words are there; the frame is not."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    answer(page, {"clear-head": 1, "own-self": "Ms B."})
    show_result(page)
    page.emulate_media(media="print")
    for place in ("[data-headline]", ".picture svg", "[data-level=high]", "[data-practice]", "dd"):
        expect(page.locator(place).locator("visible=true").first).to_be_visible()
    expect(page.get_by_text("Ms B.", exact=True)).to_be_visible()
    expect(page.locator(FRAME).locator("visible=true")).to_have_count(0)
    expect(page.locator("fieldset").first).to_be_hidden()
    expect(page.locator("[data-level]:visible")).to_have_count(4)
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 4


def test_a_printed_questionnaire(page: Page, site: str) -> None:
    """All questions can be marked on paper, and nothing that needs a screen is left."""
    open_form(page, site + HEART)
    page.emulate_media(media="print")
    expect(page.locator("fieldset:visible")).to_have_count(25)
    expect(question(page, "patient").get_by_text("Most of the time")).to_be_visible()
    expect(page.locator(FRAME).locator("visible=true")).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= 3


def test_the_print_button_prints(page: Page, site: str) -> None:
    """The button opens the browser's own dialog."""
    page.add_init_script("globalThis.print = () => { globalThis.printed = true; };")
    open_form(page, site + HEART)
    answer(page, {"patient": 4})
    show_result(page)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("globalThis.printed") is True
