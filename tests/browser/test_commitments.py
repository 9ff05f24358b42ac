"""What a reader decides to try: taken up with one click, made their own, and kept at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.answering import BLINK, act, open_form, show_result
from browser.awaiting import expect_soon, wait_until_chosen, wait_until_dressed
from browser.built_site import plan_of
from browser.choosing import (
    HEART,
    at_day,
    commitments,
    day,
    open_result,
    practice,
    reload,
    try_this,
    wait_for_commitments,
    with_commitments,
)
from browser.copies import keep_copy
from browser.guard import violations
from browser.storing import put

CUE, TEXT, BY = "If or when", "then I try this", "by"
LONG = "Donaudampfschifffahrtsgesellschaft" * 12
PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}


def wait_for_change(page: Page, item: Locator, **kept: str) -> None:
    """Change something else, and wait until it is stored, with these parts as they were.

    What is written later is there: so would be whatever had been written before.
    """
    item.get_by_label(CUE).fill("they wait")
    expected = {**kept, "cue": "they wait"}

    def changed() -> list[dict[str, Any]]:
        return [{part: each.get(part) for part in expected} for each in commitments(page)]

    expect_soon(page, changed, [expected])


def test_one_click_is_enough(page: Page, site: str) -> None:
    """A practice is taken up with its words and a date a week ahead; the rest is offered below."""
    open_result(page, site)
    words = practice(page).locator("[data-words]").inner_text()
    name = practice(page).get_attribute("data-practice")
    item = try_this(page)
    expect(item.locator("[data-sentence]")).to_have_text("You chose to try this by 9 March 2026.")
    expect(item.get_by_label(CUE)).to_be_visible()
    expect(item.get_by_role("button", name="Not this one after all")).to_be_focused()
    wait_for_commitments(page, {"text": words, "practice": name, "by": day(7)})


def test_it_is_made_ones_own(page: Page, site: str) -> None:
    """Each field is kept as it is filled in, read back as a sentence, and there after a reload."""
    open_result(page, site)
    item = try_this(page)
    name = item.get_attribute("data-practice")
    item.get_by_label(CUE).fill("the queue is long")
    item.get_by_label(TEXT).fill("I look up first")
    item.get_by_label(BY, exact=True).fill(day(3))
    sentence = "If the queue is long, then: I look up first. By 5 March 2026."
    expect(item.locator("[data-sentence]")).to_have_text(sentence)
    chosen = {"text": "I look up first", "practice": name, "by": day(3), "cue": "the queue is long"}
    wait_for_commitments(page, chosen)
    reload(page)
    expect(item.locator("[data-sentence]")).to_have_text(sentence)
    expect(item.get_by_label(CUE)).to_be_hidden()
    item.get_by_text("Say when, and in your own words").click()
    expect(item.get_by_label(CUE)).to_have_value("the queue is long")


@pytest.mark.parametrize("value", [day(-1), "", "0026-03-09"])
def test_a_day_that_is_over_is_not_kept(page: Page, site: str, value: str) -> None:
    """The date that was there comes back, with a word about it."""
    open_result(page, site)
    item = try_this(page)
    field = item.get_by_label(BY, exact=True)
    field.fill(value)
    field.blur()
    expect(field).to_have_value(day(7))
    expect(item.get_by_text("Choose today or a later day.")).to_be_visible()
    wait_for_change(page, item, by=day(7))


def test_words_do_not_vanish(page: Page, site: str) -> None:
    """Where they are deleted, the words that stood there come back, and the page says why."""
    open_result(page, site)
    item = try_this(page)
    field = item.get_by_label(TEXT)
    words = field.input_value()
    field.fill("  ")
    field.blur()
    expect(field).to_have_value(words)
    expect(item.get_by_text("Some words are needed here.")).to_be_visible()
    wait_for_change(page, item, text=words)


def test_something_of_ones_own(page: Page, site: str) -> None:
    """It is kept from the first word on; begun and left empty it leaves nothing behind."""
    open_result(page, site)
    act(page, "try-own")
    item = page.locator("[data-own-words]")
    expect(item.get_by_label(CUE)).to_be_focused()
    item.get_by_label(CUE).fill("When it rains")
    [sheet] = json.loads(keep_copy(page))["sheets"]
    assert sheet["commitments"] == []
    item.get_by_label(TEXT).fill("I offer a seat")
    wait_for_commitments(page, {"text": "I offer a seat", "by": day(7), "cue": "When it rains"})
    act(page, "try-own")
    expect(item).to_have_count(2)
    item.nth(1).get_by_role("button", name="Not this one after all").click()
    expect(item).to_have_count(1)
    expect(page.locator("[data-action=try-own]")).to_be_focused()
    reload(page)
    sentence = "When it rains: I offer a seat. By 9 March 2026."
    expect(item.locator("[data-sentence]")).to_have_text(sentence)


def test_words_typed_and_deleted_at_once_were_never_kept(page: Page, site: str) -> None:
    """While something is first written down, an empty field means nothing is chosen."""
    open_result(page, site)
    act(page, "try-own")
    field = page.locator("[data-own-words]").get_by_label(TEXT)
    field.press_sequentially("ab")
    wait_for_commitments(page, {"text": "ab", "by": day(7)})
    field.press("Backspace")
    field.press("Backspace")
    wait_for_commitments(page)
    field.press_sequentially("I ask")
    wait_for_commitments(page, {"text": "I ask", "by": day(7)})
    expect(field).to_be_focused()


def test_whoever_takes_it_up_again_finds_their_words(page: Page, site: str) -> None:
    """Taken off by mistake, nothing that was written is lost while the page is open."""
    open_result(page, site)
    item = try_this(page)
    item.get_by_label(CUE).fill("they wait")
    act(page, "try-own")
    own = page.locator("[data-own-words]")
    own.get_by_label(TEXT).fill("I ask")
    expect_soon(page, lambda: [each["text"] for each in commitments(page)][1:], ["I ask"])
    for each in (item, own):
        each.get_by_role("button", name="Not this one after all").click()
    wait_for_commitments(page)
    for each in (item, own):
        each.get_by_role("button", name="Try this").click()
    expect(item.locator("[data-sentence]")).to_contain_text("If they wait, then:")
    expect(own.locator("[data-sentence]")).to_have_text("I ask. By 9 March 2026.")
    expect_soon(page, lambda: [each.get("cue") for each in commitments(page)], ["they wait", None])


def test_nothing_is_lost_with_the_tab(context: BrowserContext, site: str) -> None:
    """A tab that is closed with the last letter has kept it."""
    page = context.new_page()
    open_result(page, site)
    act(page, "try-own")
    page.locator("[data-own-words]").get_by_label(TEXT).press_sequentially(
        "I ask twice", delay=BLINK / 2
    )
    page.wait_for_timeout(BLINK)
    page.close()
    page = context.new_page()
    page.goto(site)
    wait_for_commitments(page, {"text": "I ask twice", "by": day(7)})


@pytest.mark.parametrize("is_told", [False, True])
def test_a_reminder(page: Page, site: str, tmp_path: Path, is_told: bool) -> None:
    """The calendar file tells what is to be tried only where that is ticked, never in its title."""
    open_result(page, site)
    item = try_this(page)
    item.get_by_label(CUE).fill("die Schlange länger wird; oder so")
    if is_told:
        item.get_by_label("Write into it what I want to try").check()
    with page.expect_download() as saving:
        item.get_by_role("button", name="Save a reminder").click()
    assert saving.value.suggested_filename == f"reminder-{day(7)}.ics"
    saving.value.save_as(tmp_path / "reminder.ics")
    text = (tmp_path / "reminder.ics").read_bytes().decode()
    joined = text.replace("\r\n ", "")
    assert "\r\nSUMMARY:Reminder\r\n" in joined
    assert "\r\nDTSTART;VALUE=DATE:20260309\r\n" in joined
    assert ("DESCRIPTION:If die Schlange länger wird\\; oder so\\, then: " in joined) == is_told
    assert ("serving heart" in joined) == is_told
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_practice_that_is_gone_is_still_there(page: Page, site: str, site_dir: Path) -> None:
    """What was chosen from a practice that the page has no more stands among the own words."""
    at_day(page, 0)
    open_form(page, site + HEART)
    record = with_commitments(plan_of(site_dir, "serving-heart"), "Wave at everybody")
    record["commitments"][0]["practice"] = "greet.wave"
    put(page, [record])
    reload(page)
    show_result(page)
    expect(page.locator("[data-own-words]")).to_contain_text("Wave at everybody. By 9 March 2026.")


def test_two_tabs(context: BrowserContext, site: str) -> None:
    """What one tab changes, another shows, also while something else is typed there."""
    first, second = context.new_page(), context.new_page()
    open_result(first, site)
    try_this(first)
    wait_until_chosen(first)
    at_day(second, 0)
    open_form(second, site + HEART)
    show_result(second)
    second.get_by_text("Say when, and in your own words").click()
    second.get_by_label(TEXT).fill("I count to three")
    first.locator("[data-practice]").get_by_label(CUE).fill("they shout")
    expect(first.locator("[data-sentence]")).to_contain_text("then: I count to three.")
    expect(second.locator("[data-sentence]")).to_contain_text("If they shout, then:")
    expect(second.get_by_label(TEXT)).to_have_value("I count to three")


def test_by_keyboard(page: Page, site: str) -> None:
    """Enter takes a practice up, Tab goes through its row, and what is typed is kept."""
    open_result(page, site)
    practice(page).get_by_role("button", name="Try this").focus()
    page.keyboard.press("Enter")
    expect(practice(page).get_by_label(CUE)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("they wait")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("I wave")
    expect(practice(page).locator("[data-sentence]")).to_contain_text("they wait, then: I wave.")
    button = practice(page).get_by_role("button", name="Save a reminder")
    for _ in range(8):
        page.keyboard.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    with page.expect_download():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_many_and_long(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path, scheme: str
) -> None:
    """Twenty of them, with words that nobody can break, fit a phone and are accessible."""
    page = new_context(**PHONE, color_scheme=scheme, reduced_motion="reduce").new_page()
    at_day(page, 0)
    open_form(page, site + HEART)
    put(page, [with_commitments(plan_of(site_dir, "serving-heart"), *[LONG] * 20)])
    reload(page)
    show_result(page)
    expect(page.locator("[data-own-words]")).to_have_count(20)
    page.locator("[data-own-words] summary").first.click()
    wait_until_dressed(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_on_paper(page: Page, site: str) -> None:
    """Printed, a commitment is a sentence with its date and an empty box, without its fields."""
    open_result(page, site)
    item = try_this(page)
    item.get_by_label(CUE).fill("they wait")
    wait_until_dressed(page)
    page.emulate_media(media="print")
    expect(item.locator("[data-sentence]")).to_be_visible()
    expect(item.locator("[data-sentence]")).to_contain_text("By 9 March 2026.")
    box = item.locator("[data-sentence]").evaluate(
        "each => getComputedStyle(each, '::before').borderTopWidth"
    )
    assert box == "1px"
    expect(item.get_by_label(CUE)).to_be_hidden()
    expect(item.get_by_role("button")).to_have_count(0)


def test_without_script(new_context: Callable[..., BrowserContext], site: str) -> None:
    """Practices are a list, with a line to fill in by hand and nothing to press."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + HEART)
    practices = page.locator(".practices")
    assert practices.locator("li:visible").count() > 3
    expect(practices.get_by_text("If ____")).to_be_visible()
    expect(practices.get_by_role("button")).to_have_count(0)
