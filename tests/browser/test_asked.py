"""Who asks in a conversation: the form is empty, and what was said goes into the comparison."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.answering import (
    act,
    answer,
    answer_all,
    choose,
    open_form,
    picked,
    progress,
    question,
    ready,
    share_computer,
    show_result,
    stored,
    wait_until_stored,
)
from browser.awaiting import arriving, wait_until_finished
from browser.handed_over import WRITTEN, finish

TEAM = "assessments/marriage/"
CUSTOMER = f"{TEAM}customer/"
ASKED = f"{CUSTOMER}?asked#asked"
COLLEAGUES = "assessments/mirror/colleagues/"
NOTHING_KEPT = "IDBFactory.prototype.open = () => { throw new DOMException('No'); };"
VISIT = "JSON.parse(sessionStorage.getItem('rapport-rapport'))?.sheets ?? []"


def added(page: Page) -> list[dict[str, Any]]:
    """Return the stored answers that count as somebody else's."""
    return [sheet for sheet in stored(page) if sheet["origin"] == "received"]


def test_who_asks_begins_with_an_empty_form(page: Page, site: str) -> None:
    """From the comparison the form is empty, and what was answered there before is kept."""
    open_form(page, site + CUSTOMER)
    choose(page, "equals", 4)
    wait_until_stored(page, "equals", 4)
    open_form(page, site + TEAM)
    open_form(page, site + ASKED)
    assert progress(page)[1] == "0/19"
    expect(page.locator("[data-back]")).to_be_hidden()
    assert [sheet["answers"] for sheet in stored(page) if sheet["answers"]] == [{"equals": 4}]
    for _ in range(2):
        open_form(page, site + TEAM)
        open_form(page, site + ASKED)
    assert len(stored(page)) == 2


def test_a_reload_amidst_a_conversation_loses_nothing(page: Page, site: str) -> None:
    """Half-way through, a reload brings the answers back, and they can still be added."""
    open_form(page, site + ASKED)
    choose(page, "equals", 4)
    wait_until_stored(page, "equals", 4)
    page.reload()
    ready(page)
    assert picked(page, "equals") == "4"
    show_result(page)
    wait_until_finished(page)
    page.reload()
    ready(page)
    act(page, "add-asked")
    expect(page.locator("[data-announce]")).to_contain_text("in the comparison")
    assert [sheet["answers"] for sheet in added(page)] == [{"equals": 4}]


def test_what_somebody_said_is_added_to_the_comparison(page: Page, site: str) -> None:
    """Two conversations become two sets of answers, and earlier ones of one's own stay."""
    open_form(page, site + CUSTOMER)
    choose(page, "equals", 1)
    wait_until_stored(page, "equals", 1)
    open_form(page, site + TEAM)
    open_form(page, site + ASKED)
    for step in (4, 5):
        answer(page, {"equals": step, "in-their-words": WRITTEN})
        show_result(page)
        act(page, "add-asked")
        expect(page.locator("[data-announce]")).to_have_text(
            "Their answers are in the comparison. The page is empty for the next conversation."
        )
        expect(page.locator("[data-announce]")).to_have_css("clip-path", "none")
        expect(page.locator(".progress")).to_be_focused()
        assert progress(page)[1] == "0/19"
        expect(question(page, "in-their-words").locator("textarea")).to_have_value("")
    said = sorted(added(page), key=lambda sheet: sheet["answers"]["equals"])
    assert [sheet["answers"] for sheet in said] == [
        {"equals": step, "in-their-words": WRITTEN} for step in (4, 5)
    ]
    own = [sheet["answers"] for sheet in stored(page) if sheet["origin"] == "own"]
    assert [answers for answers in own if answers] == [{"equals": 1}]


def test_the_comparison_counts_what_was_added(page: Page, site: str) -> None:
    """The way back leads to the comparison, which has taken the answers in."""
    open_form(page, site + TEAM)
    answer_all(page, 2)
    wait_until_stored(page, "tell-others", "if-asked")
    open_form(page, site + ASKED)
    answer_all(page, 5)
    show_result(page)
    act(page, "add-asked")
    expect(page.locator("[data-announce]")).to_contain_text("in the comparison")
    with arriving(page):
        page.get_by_role("link", name="Back to the comparison").click()
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")


def test_nothing_is_added_before_anything_is_answered(page: Page, site: str) -> None:
    """The button waits for the first answer, and a text counts as one."""
    open_form(page, site + ASKED)
    show_result(page)
    button = page.get_by_role("button", name="Add to the comparison")
    expect(button).to_be_hidden()
    act(page, "change")
    question(page, "in-their-words").locator("textarea").fill(WRITTEN)
    show_result(page)
    expect(button).to_be_visible()


@pytest.mark.parametrize("address", [CUSTOMER, COLLEAGUES])
def test_a_customer_meets_no_comparison(page: Page, site: str, address: str) -> None:
    """Whoever answers for themselves is not offered what is for those who ask."""
    open_form(page, site + address)
    expect(page.locator(".asked:visible")).to_have_count(0)
    answer_all(page, 4)
    show_result(page)
    expect(page.locator("[data-code]")).to_be_visible()
    expect(page.locator(".asked:visible")).to_have_count(0)


def test_what_cannot_be_kept_is_not_called_added(page: Page, site: str) -> None:
    """Where the browser keeps nothing the page says so, and the answers stay on it."""
    page.add_init_script(NOTHING_KEPT)
    open_form(page, site + ASKED)
    finish(page)
    act(page, "add-asked")
    expect(page.locator("[data-announce]")).to_contain_text("these answers cannot be added")
    expect(page.locator("[data-announce]")).to_have_css("clip-path", "none")
    act(page, "change")
    assert picked(page, "equals") == "5"


def test_on_a_shared_computer_it_is_added_for_this_visit(page: Page, site: str) -> None:
    """Somebody else's answers go no further than one's own would."""
    open_form(page, site + ASKED)
    share_computer(page)
    choose(page, "equals", 4)
    show_result(page)
    act(page, "add-asked")
    expect(page.locator("[data-announce]")).to_contain_text("in the comparison")
    kept = page.evaluate(VISIT)
    assert [each["answers"] for each in kept if each["origin"] == "received"] == [{"equals": 4}]
    assert stored(page) == []


def test_asking_works_from_files(page: Page, file_site: Path) -> None:
    """Without a server the same holds, a reload in the midst of it included."""
    page.goto(f"{(file_site / 'assessments/marriage/customer.html').as_uri()}?asked#asked")
    ready(page)
    choose(page, "equals", 4)
    wait_until_stored(page, "equals", 4)
    page.reload()
    ready(page)
    show_result(page)
    act(page, "add-asked")
    expect(page.locator("[data-announce]")).to_contain_text("in the comparison")
    assert [sheet["answers"] for sheet in added(page)] == [{"equals": 4}]


def test_a_customers_copy_holds_the_conversation_in_hand(page: Page, site: str) -> None:
    """Whoever asks several people hands on no answers of the person before."""
    open_form(page, site + ASKED)
    answer(page, {"equals": 1})
    show_result(page)
    act(page, "add-asked")
    expect(page.locator("[data-announce]")).to_contain_text("in the comparison")
    answer(page, {"equals": 5})
    show_result(page)
    with page.expect_download() as download:
        act(page, "keep")
    copy = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [sheet["answers"] for sheet in copy["sheets"]] == [{"equals": 5}]
