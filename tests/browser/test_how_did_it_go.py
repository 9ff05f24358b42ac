"""The next visit asks how it went: when, about what, and what becomes of each answer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.answering import act, agree, answer, open_form, show_result, wait_for_sheets
from browser.awaiting import arriving, wait_until_dressed
from browser.built_site import plan_of
from browser.choosing import (
    HEART,
    at_day,
    come_back,
    commitments,
    day,
    open_result,
    practice,
    reload,
    try_this,
    wait_for_commitments,
    with_commitments,
)
from browser.customers import name, turn
from browser.guard import violations
from browser.storing import put

STAGES = "assessments/stages/"


def asked(page: Page) -> Locator:
    """Return the questions how it went."""
    return page.get_by_role("group", name="How did it go?")


def expect_nothing_recalled(page: Page) -> None:
    """Wait until the page has looked for what to ask or recall, and has found nothing."""
    # Its place comes with the script, and is hidden only once that has looked.
    expect(page.locator("[data-recalled][hidden]")).to_be_attached()


def wait_for_all(page: Page, part: str, *expected: str | None) -> None:
    """Wait until what is stored of all that somebody wants to try has these outcomes, or cues."""
    wait_for_sheets(
        page,
        lambda sheets: (
            [each.get(part) for sheet in sheets for each in sheet["commitments"]] == list(expected)
        ),
    )


def seed(page: Page, site: str, site_dir: Path, *texts: str) -> None:
    """Put a sheet of the first day in the browser, in which these are to be tried."""
    at_day(page, 0)
    open_form(page, site + HEART)
    put(page, [with_commitments(plan_of(site_dir, "serving-heart"), *texts)])


def test_a_later_day_asks(page: Page, site: str) -> None:
    """The day on which it was chosen recalls it; from the next one on, the page asks."""
    open_result(page, site)
    try_this(page).get_by_label("If or when").fill("they wait")
    wait_for_all(page, "cue", "they wait")
    reload(page)
    expect(page.locator("[data-recalled]")).to_contain_text(
        "You chose to try, by 9 March 2026: If they wait, then:"
    )
    expect(asked(page)).to_have_count(0)
    come_back(page, site + HEART, 1)
    expect(asked(page)).to_be_visible()
    expect(asked(page)).to_contain_text("If they wait, then:")


@pytest.mark.parametrize(
    ("label", "outcome", "again"),
    [
        ("Done", "done", 0),
        ("Partly", "partly", 1),
        ("Not yet", "not-yet", 1),
        ("Dropped", "dropped", 0),
    ],
)
def test_each_answer(
    page: Page, site: str, site_dir: Path, label: str, outcome: str, again: int
) -> None:
    """It is kept at once; what is still to do gets a new date, and is asked about from then on."""
    seed(page, site, site_dir, "Wave")
    come_back(page, site + HEART, 10)
    asked(page).get_by_label(label, exact=True).check()
    by = day(17) if again else day(7)
    wait_for_commitments(page, {"text": "Wave", "by": by, "outcome": outcome})
    expect(asked(page).get_by_label("Try it by")).to_be_visible(visible=bool(again))
    asked(page).get_by_label("A note, if you like").fill("They waved back.")
    kept = {"text": "Wave", "by": by, "outcome": outcome, "note": "They waved back."}
    wait_for_commitments(page, kept)
    come_back(page, site + HEART, 11)
    if again:
        expect(page.locator("[data-recalled]")).to_be_visible()
    else:
        expect_nothing_recalled(page)
    expect(asked(page)).to_have_count(0)
    come_back(page, site + HEART, 17)
    if again:
        expect(asked(page)).to_be_visible()
        expect(asked(page).get_by_label("A note")).to_have_value("They waved back.")
    else:
        expect_nothing_recalled(page)
    expect(asked(page)).to_have_count(again)
    assert commitments(page) == [kept]


def test_another_answer_while_the_page_is_open(page: Page, site: str, site_dir: Path) -> None:
    """Whoever slips chooses again, and the date is the first one again."""
    seed(page, site, site_dir, "Wave")
    come_back(page, site + HEART, 8)
    asked(page).get_by_label("Not yet").check()
    wait_for_commitments(page, {"text": "Wave", "by": day(15), "outcome": "not-yet"})
    asked(page).get_by_label("Done").check()
    wait_for_commitments(page, {"text": "Wave", "by": day(7), "outcome": "done"})
    expect(asked(page)).to_contain_text("You will not be asked about it again.")


def test_another_date(page: Page, site: str, site_dir: Path) -> None:
    """Whoever has not yet tried is offered a new date, which decides when the page asks again."""
    seed(page, site, site_dir, "Wave")
    come_back(page, site + HEART, 8)
    asked(page).get_by_label("Not yet").check()
    asked(page).get_by_label("Try it by").fill(day(30))
    wait_for_commitments(page, {"text": "Wave", "by": day(30), "outcome": "not-yet"})
    expect(asked(page)).to_contain_text("You will be asked again from 1 April 2026 on.")
    come_back(page, site + HEART, 29)
    expect(page.locator("[data-recalled]")).to_contain_text("1 April 2026")
    expect(asked(page)).to_have_count(0)
    page.goto(f"{site}notebook/")
    expect(page.locator(".trying")).to_contain_text("By 1 April 2026. How it went: Not yet.")
    come_back(page, site + HEART, 30)
    expect(asked(page)).to_be_visible()


def test_answering_questions_takes_no_question_away(page: Page, site: str, site_dir: Path) -> None:
    """It stays where it is, with what was typed, while the questionnaire is changed below."""
    seed(page, site, site_dir, "Wave")
    come_back(page, site + HEART, 2)
    asked(page).get_by_label("Partly").check()
    note = asked(page).get_by_label("A note")
    note.fill("Nearly")
    note.focus()
    kept = {"text": "Wave", "by": day(7), "outcome": "partly", "note": "Nearly"}
    wait_for_commitments(page, kept)
    # A line of ours goes with the next drawing, which is that after the answer.
    recalled = page.locator("[data-recalled]")
    recalled.evaluate("each => each.append(document.createElement('p'))")
    answer(page, {"patient": 3})
    expect(recalled.locator("> p")).to_have_count(0)
    expect(page.locator("[data-progress-done]")).to_have_text("2 of 22 done")
    expect(note).to_be_focused()
    expect(note).to_have_value("Nearly")
    show_result(page)
    expect(page.locator("[data-told]")).to_have_text("How it went: Partly. Nearly")


def test_an_earlier_version_is_asked_about_too(page: Page, site: str) -> None:
    """Whoever has started again is still asked about what they chose before."""
    open_result(page, site)
    try_this(page)
    act(page, "start-again")
    agree(page)
    expect(page.locator(".progress")).to_be_focused()
    come_back(page, site + HEART, 3)
    expect(page.locator("[data-back]")).to_be_hidden()
    asked(page).get_by_label("Done").check()
    wait_for_all(page, "outcome", "done")
    show_result(page)
    expect(practice(page)).to_have_count(0)


def test_each_customer_has_their_own(page: Page, site: str, site_dir: Path) -> None:
    """The page asks about the customer in mind, and about the other when it turns to them."""
    at_day(page, 0)
    open_form(page, site + STAGES)
    plan = plan_of(site_dir, "stages")
    put(
        page,
        [
            with_commitments(plan, "Bring bread", subject="The baker", number=1),
            with_commitments(plan, "Bring tea", subject="Ms Okafor", number=2),
        ],
    )
    come_back(page, site + STAGES, 3)
    turn(page, "The baker")
    expect(asked(page)).to_contain_text("Bring bread. By 9 March 2026.About The baker")
    asked(page).get_by_label("Done").check()
    turn(page, "Ms Okafor")
    expect(asked(page)).to_contain_text("Bring tea.")
    asked(page).get_by_label("Dropped").check()
    name(page, "Mr Ito")
    expect(page.locator("[data-recalled]")).to_be_hidden()
    outcomes = {each["text"]: each["outcome"] for each in commitments(page)}
    assert outcomes == {"Bring bread": "done", "Bring tea": "dropped"}


def test_many(page: Page, site: str, site_dir: Path) -> None:
    """Of twenty, three are asked about at first sight; the others are one click away."""
    seed(page, site, site_dir, *(f"Wave to {number}" for number in range(20)))
    come_back(page, site + HEART, 8)
    expect(asked(page)).to_have_count(3)
    page.get_by_text("And 17 more").click()
    expect(asked(page)).to_have_count(20)
    asked(page).nth(19).get_by_label("Done").check()
    wait_for_all(page, "outcome", *[None] * 19, "done")


def test_a_question_goes_with_its_answers(page: Page, site: str, site_dir: Path) -> None:
    """Once the answers are cleared, nothing asks about what stood in them."""
    seed(page, site, site_dir, "Wave")
    come_back(page, site + HEART, 8)
    expect(asked(page)).to_be_visible()
    act(page, "clear")
    agree(page)
    expect(page.locator("[data-recalled]")).to_be_hidden()


@pytest.mark.noisy("a script that cannot be had is a failed request")
def test_without_its_script_the_page_works(page: Page, site: str, site_dir: Path) -> None:
    """Where the script cannot be had, nobody is asked, and questions are answered as ever."""
    seed(page, site, site_dir, "Wave")
    page.route("**/commitments.js", lambda route: route.abort())
    come_back(page, site + HEART, 8)
    answer(page, {"patient": 3})
    show_result(page)
    expect(page.locator("[data-headline]")).to_be_visible()
    assert commitments(page) == [{"text": "Wave", "by": day(7)}]


def test_after_instant_navigation(page: Page, site: str, site_dir: Path) -> None:
    """Coming to the page by a link asks once, with its style, and so does coming again."""
    seed(page, site, site_dir, "Wave")
    at_day(page, 8)
    page.goto(f"{site}assessments/")
    for _ in range(2):
        with arriving(page):
            page.locator('.md-content a[href$="serving-heart/"]').first.click()
        expect(asked(page)).to_have_count(1)
        expect(asked(page)).to_have_css("border-top-width", "1px")
        with arriving(page):
            page.go_back()
        expect(asked(page)).to_have_count(0)


def test_by_keyboard(page: Page, site: str, site_dir: Path) -> None:
    """Tab reaches the four answers, arrows choose, and Tab leads on to the date and the note."""
    seed(page, site, site_dir, "Wave")
    come_back(page, site + HEART, 8)
    expect(asked(page)).to_be_visible()
    page.locator("[data-back] button").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(asked(page).get_by_label("Not yet")).to_be_checked()
    note = asked(page).get_by_label("A note")
    for _ in range(8):
        if note.evaluate("each => each === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("Soon")
    wait_for_commitments(
        page, {"text": "Wave", "by": day(15), "outcome": "not-yet", "note": "Soon"}
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_on_a_phone(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path, scheme: str
) -> None:
    """The questions fit a narrow window, before and after an answer, and axe finds nothing."""
    page = new_context(
        viewport={"width": 320, "height": 640}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    seed(page, site, site_dir, "Wave", "Rindfleischetikettierung" * 12, "Nod", "Smile")
    come_back(page, site + HEART, 8)
    asked(page).first.get_by_label("Not yet").check()
    expect(asked(page).first.get_by_label("Try it by")).to_be_visible()
    wait_until_dressed(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
