"""Answers on their way to somebody else: the code on the page, and the page as a file."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.answering import (
    act,
    answer,
    answer_all,
    choose,
    open_form,
    question,
    show_result,
    stored,
    wait_until_stored,
)
from browser.built_site import plan_of
from browser.handed_over import CHOSEN, WRITTEN, answers_of, finish, shown_code
from browser.modes import SCHEMES, faults
from browser.test_phone import SMALL, THUMB, assert_fits
from unit import code_reader

TEAM = "assessments/marriage/"
CUSTOMER = f"{TEAM}customer/"
ASKED = f"{CUSTOMER}?asked#asked"
COLLEAGUES = "assessments/mirror/colleagues/"
PRIVATE = [f"assessments/{name}/" for name in ("serving-heart", "mirror", "building-blocks")]
REFUSALS = {
    "no https": "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });",
    "denied": "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('No'));",
}
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def links_to(page: Page, place: Locator) -> list[str]:
    """Return where the links of a place lead."""
    return [urljoin(page.url, str(each.get_attribute("href"))) for each in place.all()]


def press(page: Page, action: str) -> None:
    """Go on with Tab until the button of an action has the focus, and press Enter."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.action") == action:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab does not reach {action}")


def test_a_customers_form_ends_with_the_code(page: Page, site: str, site_dir: Path) -> None:
    """The code stands there at once, with the mark and the answers that are stored, and no text."""
    open_form(page, site + CUSTOMER)
    code = code_reader.read(finish(page), plan_of(site_dir, "marriage"))
    wait_until_stored(page, "in-their-words", WRITTEN)
    [sheet] = stored(page)
    assert (code.form, code.mark, code.answers) == ("customer", sheet["id"], CHOSEN)
    assert sheet["answers"] == {**CHOSEN, "in-their-words": WRITTEN}


@pytest.mark.parametrize("answers", [{}, {"in-their-words": WRITTEN}], ids=["nothing", "a text"])
def test_there_is_no_code_of_nothing(page: Page, site: str, answers: dict[str, str]) -> None:
    """Before anything is chosen there is no code, since nobody could take it in."""
    open_form(page, site + CUSTOMER)
    answer(page, answers)
    show_result(page)
    expect(page.locator("[data-handover]")).to_be_hidden()
    expect(page.get_by_role("button", name="Keep a copy")).to_be_visible()
    act(page, "change")
    choose(page, "equals", 2)
    show_result(page)
    expect(page.locator("[data-handover]")).to_be_visible()


def test_the_code_follows_the_answers(page: Page, site: str, site_dir: Path) -> None:
    """After an answer has changed, also in another tab, the code says the new one."""
    plan = plan_of(site_dir, "marriage")
    open_form(page, site + CUSTOMER)
    first = finish(page)
    act(page, "change")
    choose(page, "equals", 1)
    show_result(page)
    assert answers_of(shown_code(page), plan) == {**CHOSEN, "equals": 1}
    wait_until_stored(page, "equals", 1)
    other = page.context.new_page()
    open_form(other, site + CUSTOMER)
    choose(other, "equals", 5)
    expect(page.locator("[data-code]")).to_have_text(first)


def test_the_code_never_holds_what_was_written(page: Page, site: str) -> None:
    """Whatever is written, the code stays the same."""
    open_form(page, site + CUSTOMER)
    code = finish(page)
    act(page, "change")
    question(page, "in-their-words").locator("textarea").fill("Something else altogether")
    show_result(page)
    assert shown_code(page) == code


def test_the_code_is_copied(page: Page, site: str) -> None:
    """The button puts the code on the clipboard, and the page says so where everybody sees it."""
    page.context.grant_permissions(CLIPBOARD)
    open_form(page, site + CUSTOMER)
    code = finish(page)
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).to_have_text("The code is copied.")
    expect(page.locator("[data-announce]")).to_have_css("clip-path", "none")
    assert page.evaluate("navigator.clipboard.readText()") == code


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("address", [CUSTOMER, TEAM])
def test_without_a_clipboard_the_code_is_selected(
    page: Page, site: str, refusal: str, address: str
) -> None:
    """Where the browser copies nothing, the whole code is marked and in sight, and that is said."""
    page.set_viewport_size({"width": 400, "height": 400})
    page.add_init_script(REFUSALS[refusal])
    open_form(page, site + address)
    answer(page, CHOSEN)
    show_result(page)
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).to_have_text("The code is selected. Copy it from here.")
    assert page.evaluate("getSelection().toString().trim()") == shown_code(page)
    expect(page.locator("[data-code]")).to_be_in_viewport(ratio=1)


def test_a_team_may_copy_the_code_of_its_own_form(page: Page, site: str, site_dir: Path) -> None:
    """Beside Keep and Print there is the code, shown when asked for, and right from then on."""
    plan = plan_of(site_dir, "marriage")
    page.context.grant_permissions(CLIPBOARD)
    open_form(page, site + TEAM)
    answer(page, CHOSEN)
    show_result(page)
    actions = page.locator("[data-result] .actions").get_by_role("button")
    assert actions.all_inner_texts()[-3:] == ["Keep a copy", "Print", "Copy the code"]
    expect(page.locator("[data-handover]")).to_be_hidden()
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).to_have_text("The code is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == shown_code(page)
    # Sheets are written one after the other: with the last of the answers all are there.
    wait_until_stored(page, [*CHOSEN][-1], [*CHOSEN.values()][-1])
    other = page.context.new_page()
    open_form(other, site + TEAM)
    choose(other, "equals", 1)
    expect(page.locator('[data-dimension="respect"][data-score="12.5"]')).to_be_attached()
    assert answers_of(shown_code(page), plan) == {**CHOSEN, "equals": 1}


def test_a_checklist_alone_gives_no_code(page: Page, site: str) -> None:
    """Where a result says something that no code could hold, the page says that instead."""
    open_form(page, f"{site}assessments/three-roots/")
    row = page.locator('[data-type="checklist"] input').first.get_attribute("name") or ""
    page.locator(f'input[name="{row}"][value="seen"]').check()
    for rest in page.locator("[data-action=rest]").all():
        rest.click()
    show_result(page)
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).to_have_text(
        "There is nothing yet that a code could hold."
    )
    expect(page.locator("[data-handover]")).to_be_hidden()


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_questionnaire_gives_no_code(page: Page, site: str, address: str) -> None:
    """One's own answers to a private questionnaire have no code and no button for one."""
    open_form(page, site + address)
    answer_all(page, 2)
    show_result(page)
    assert page.locator("[data-code], [data-action=copy-code]").count() == 0


def test_colleagues_have_a_code_though_the_questionnaire_is_private(
    page: Page, site: str, site_dir: Path
) -> None:
    """Whoever was asked hands over answers, whatever the questionnaire keeps for oneself."""
    open_form(page, site + COLLEAGUES)
    answer_all(page, 2)
    show_result(page)
    code = code_reader.read(shown_code(page), plan_of(site_dir, "mirror"))
    assert (code.form, set(code.answers.values())) == ("colleagues", {2})


def test_a_printed_thanks_page_has_the_code(page: Page, site: str) -> None:
    """On paper stand the answers and the code; nothing to press and nothing for those who ask."""
    open_form(page, site + ASKED)
    code = finish(page)
    page.emulate_media(media="print")
    assert shown_code(page) == code
    expect(page.locator("[data-pairs=answers] dd").last).to_have_text(WRITTEN)
    expect(page.locator("button:visible, .asked:visible, fieldset:visible")).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_all_of_it_by_keyboard(page: Page, site: str) -> None:
    """From the headline Tab leads to the code's button and to the comparison's."""
    page.context.grant_permissions(CLIPBOARD)
    open_form(page, site + ASKED)
    code = finish(page)
    page.locator("[data-headline]").focus()
    press(page, "copy-code")
    expect(page.locator("[data-announce]")).to_have_text("The code is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.locator("[data-headline]").focus()
    press(page, "add-asked")
    expect(page.locator(".progress")).to_be_focused()
    assert [sheet["origin"] for sheet in stored(page) if sheet["answers"]] == ["received"]


@pytest.mark.parametrize("address", [ASKED, COLLEAGUES])
def test_it_is_accessible(
    new_context: Callable[..., BrowserContext], site: str, address: str
) -> None:
    """The checker axe finds nothing on the thanks page with a code, also for those who ask."""
    page = new_context().new_page()
    open_form(page, site + address)
    assert faults(page, *SCHEMES) == {}
    answer_all(page, 3)
    show_result(page)
    act(page, "copy-code")
    expect(page.locator("[data-announce]")).not_to_be_empty()
    assert faults(page, *SCHEMES) == {}


@pytest.mark.parametrize("address", [ASKED, COLLEAGUES, TEAM])
def test_it_fits_on_a_narrow_phone(
    new_context: Callable[..., BrowserContext], site: str, address: str
) -> None:
    """At 320 pixels the code wraps, and every button is wide enough for a thumb."""
    size = {"width": 320, "height": 640}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    open_form(page, site + address)
    answer_all(page, 3)
    show_result(page)
    act(page, "copy-code")
    expect(page.locator("[data-code]")).to_be_visible()
    expect(page.locator("[data-announce]")).not_to_be_empty()
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []


@pytest.mark.parametrize("state", ["answers", "result"])
def test_the_guess_offers_the_file(page: Page, site: str, site_dir: Path, state: str) -> None:
    """Beside the link to the page stands the file, before the guess and after it."""
    open_form(page, site + TEAM)
    if state == "result":
        answer_all(page, 3)
        show_result(page)
    with page.expect_download() as download:
        page.locator(".siblings a[download]:visible").click()
    saved = download.value.path().read_bytes()
    assert download.value.suggested_filename == "marriage-customer.html"
    assert saved == (site_dir / "assets" / "forms" / "marriage-customer.html").read_bytes()


@pytest.mark.parametrize("place", ["marriage.html", "marriage/gap.html"])
def test_the_links_fit_a_site_of_files(page: Page, file_site: Path, place: str) -> None:
    """Where pages are files, the links to the form, to its file and back lead to what is there."""
    page.goto((file_site / "assessments" / place).as_uri())
    page.locator("[data-assessment]").first.wait_for(state="attached")
    found = links_to(page, page.locator("[download], [target=_self]"))
    paths = {Path(unquote(urlsplit(each).path)) for each in found}
    assert {path.name for path in paths} == {"customer.html", "marriage-customer.html"}
    assert [path for path in paths if not path.is_file()] == []
    page.goto((file_site / "assessments/marriage/customer.html").as_uri())
    [back] = links_to(page, page.locator("a.asked, .asked a"))
    assert Path(unquote(urlsplit(back).path)) == file_site / TEAM / "gap.html"
