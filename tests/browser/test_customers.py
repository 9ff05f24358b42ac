"""Which customer somebody has in mind: one set of answers for each."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    act,
    agree,
    answer_all,
    choose,
    open_form,
    option,
    picked,
    progress,
    ready,
    show_result,
    stored,
    wait_until_stored,
)
from browser.built_site import plan_of
from browser.customers import field, in_mind, listed, name, select, turn
from browser.storing import put, sheet

STAGES = "assessments/stages/"
HEALTH = "assessments/healthy-relationship/"
NEEDED = "Give the customer a nickname first, so that these answers can be told from others."


def kept(page: Page) -> dict[str | None, dict[str, object]]:
    """Return what is stored, by the customer's name."""
    return {each.get("subject"): each["answers"] for each in stored(page)}


def test_each_customer_has_answers_of_its_own(page: Page, site: str) -> None:
    """Switching shows the answers about that customer, and changes only theirs."""
    open_form(page, site + STAGES)
    expect(select(page)).to_be_hidden()
    name(page, "The baker")
    choose(page, "where-now", "first-work")
    wait_until_stored(page, "where-now", "first-work")
    name(page, "Ms Okafor")
    assert (picked(page, "where-now"), progress(page)[1]) == (None, "0/8")
    choose(page, "where-now", "committed")
    wait_until_stored(page, "where-now", "committed")
    assert listed(page) == ["Ms Okafor", "The baker", "Another customer …"]
    turn(page, "The baker")
    expect(option(page, "where-now", "first-work")).to_be_checked()
    choose(page, "at-risk", "leaving")
    wait_until_stored(page, "at-risk", "leaving")
    turn(page, "Ms Okafor")
    expect(option(page, "where-now", "committed")).to_be_checked()
    assert picked(page, "at-risk") is None
    assert kept(page) == {
        "The baker": {"where-now": "first-work", "at-risk": "leaving"},
        "Ms Okafor": {"where-now": "committed"},
    }


def test_an_answer_given_while_the_page_turns(page: Page, site: str) -> None:
    """It is about the customer turned to; nothing of the one before is written over."""
    open_form(page, site + STAGES)
    for subject in ("The baker", "Ms Okafor"):
        name(page, subject)
        choose(page, "where-now", "first-work")
        expect(option(page, "where-now", "first-work")).to_be_checked()
    chosen = option(page, "where-now", "committed")
    chosen.evaluate(
        """input => {
          const list = document.querySelector("[data-customer] select");
          list.value = "The baker";
          list.dispatchEvent(new Event("change"));
          input.click();
        }"""
    )
    wait_until_stored(page, "where-now", "committed")
    expect(chosen).to_be_checked()
    assert in_mind(page) == "The baker"
    assert kept(page) == {
        "The baker": {"where-now": "committed"},
        "Ms Okafor": {"where-now": "first-work"},
    }


def test_a_name_in_other_capitals_is_the_same_customer(page: Page, site: str) -> None:
    """Capitals and spaces make no second customer, and the first spelling stays."""
    open_form(page, site + STAGES)
    name(page, "The Baker")
    choose(page, "where-now", "first-work")
    wait_until_stored(page, "where-now", "first-work")
    name(page, "Ms Okafor")
    name(page, "  the baker ")
    assert (in_mind(page), picked(page, "where-now")) == ("The Baker", "first-work")
    assert listed(page).count("The Baker") == 1
    assert "the baker" not in listed(page)


def test_an_answer_given_while_a_name_is_taken_gets_it(page: Page, site: str) -> None:
    """Whoever is quick does not answer about nobody."""
    open_form(page, site + STAGES)
    field(page).fill("The baker")
    chosen = option(page, "where-now", "first-work")
    chosen.evaluate(
        "input => { document.querySelector('[data-new-customer] button').click(); input.click(); }"
    )
    wait_until_stored(page, "where-now", "first-work")
    expect(page.locator(".progress")).to_be_focused()
    expect(chosen).to_be_checked()
    assert kept(page) == {"The baker": {"where-now": "first-work"}}


def test_answers_that_are_begun_without_a_name_get_it(page: Page, site: str) -> None:
    """Whoever answers first and names the customer then keeps the answers."""
    open_form(page, site + STAGES)
    choose(page, "where-now", "first-work")
    wait_until_stored(page, "where-now", "first-work")
    name(page, "The baker")
    assert picked(page, "where-now") == "first-work"
    assert kept(page) == {"The baker": {"where-now": "first-work"}}


def test_where_a_name_is_needed_the_result_waits_for_it(page: Page, site: str) -> None:
    """Without a name the way to the result leads to the input, and says why."""
    open_form(page, site + STAGES)
    choose(page, "where-now", "first-work")
    act(page, "show-result")
    expect(page.locator("[data-announce]")).to_have_text(NEEDED)
    expect(page.locator("[data-announce]")).to_have_css("clip-path", "none")
    expect(page.locator("[data-result]")).to_be_hidden()
    expect(field(page)).to_be_focused()
    name(page, "The baker")
    show_result(page)
    expect(page.locator("[data-about]")).to_have_text("About The baker")


def test_where_a_name_is_optional_nobody_in_particular_will_do(page: Page, site: str) -> None:
    """Answers about nobody have a result, and stay what they are when a customer comes."""
    open_form(page, site + HEALTH)
    answer_all(page, 3)
    show_result(page)
    expect(page.locator("[data-about]")).to_have_text("")
    act(page, "change")
    name(page, "The baker")
    assert progress(page)[1].startswith("0/")
    choose(page, "delivered", 5)
    wait_until_stored(page, "delivered", 5)
    assert sorted(kept(page), key=str) == [None, "The baker"]
    assert listed(page) == ["Nobody in particular", "The baker", "Another customer …"]
    turn(page, "Nobody in particular")
    expect(option(page, "delivered", 3)).to_be_checked()


def test_nobodys_answers_are_not_given_to_another_customer(page: Page, site: str) -> None:
    """Who asks for another customer does not name what is in hand."""
    open_form(page, site + HEALTH)
    name(page, "The baker")
    choose(page, "delivered", 5)
    wait_until_stored(page, "delivered", 5)
    turn(page, "Nobody in particular")
    expect(option(page, "delivered", 5)).not_to_be_checked()
    choose(page, "delivered", 2)
    wait_until_stored(page, "delivered", 2)
    name(page, "Ms Okafor")
    assert picked(page, "delivered") is None
    assert kept(page) == {"The baker": {"delivered": 5}, None: {"delivered": 2}}


def test_answers_begun_without_a_name_become_the_next_version(
    page: Page, site: str, site_dir: Path
) -> None:
    """Where the name given is known already, what was begun is that customer's newest answers."""
    plan = plan_of(site_dir, "stages")
    page.goto(site)
    put(
        page,
        [
            sheet(plan, "The baker", {"where-now": "first-work"}, "2026-03-01", 1),
            sheet(plan, None, {"where-now": "committed"}, "2026-03-02", 2),
        ],
    )
    open_form(page, site + STAGES)
    assert (in_mind(page), picked(page, "where-now")) == ("No name yet", "committed")
    name(page, "the baker")
    assert (in_mind(page), picked(page, "where-now")) == ("The baker", "committed")
    assert listed(page) == ["The baker", "Another customer …"]
    assert [each["subject"] for each in stored(page)] == ["The baker", "The baker"]


def test_while_another_name_is_asked_for_nobodys_answers_are_in_reach(
    page: Page, site: str
) -> None:
    """What would be answered then would be answered about the former customer."""
    open_form(page, site + STAGES)
    name(page, "The baker")
    choose(page, "where-now", "first-work")
    wait_until_stored(page, "where-now", "first-work")
    turn(page, "Another customer …")
    expect(page.locator("fieldset:visible")).to_have_count(0)
    turn(page, "The baker")
    expect(option(page, "where-now", "first-work")).to_be_visible()


def test_the_page_comes_back_to_the_customer_answered_about_last(page: Page, site: str) -> None:
    """A reload keeps the customer in mind, and the answers."""
    open_form(page, site + STAGES)
    for subject, stage in [("The baker", "first-work"), ("Ms Okafor", "committed")]:
        name(page, subject)
        choose(page, "where-now", stage)
        wait_until_stored(page, "where-now", stage)
        # Of two sheets begun in one second either may be the last.
        page.wait_for_timeout(1100)
    page.reload()
    ready(page)
    assert (in_mind(page), picked(page, "where-now")) == ("Ms Okafor", "committed")


def test_two_tabs_hear_of_each_other(context: BrowserContext, site: str) -> None:
    """A customer named in one tab can be chosen in the other, where a name being typed stays."""
    first, second = context.new_page(), context.new_page()
    open_form(first, site + STAGES)
    name(first, "The baker")
    choose(first, "where-now", "first-work")
    wait_until_stored(first, "where-now", "first-work")
    open_form(second, site + STAGES)
    turn(second, "Another customer …")
    field(second).fill("Ms Ok")
    name(first, "The library")
    choose(first, "where-now", "committed")
    wait_until_stored(first, "where-now", "committed")
    expect(select(second).locator("option")).to_have_count(3)
    expect(field(second)).to_be_visible()
    expect(field(second)).to_have_value("Ms Ok")
    turn(second, "The library")
    expect(option(second, "where-now", "committed")).to_be_checked()
    choose(second, "at-risk", "leaving")
    expect(option(first, "at-risk", "leaving")).to_be_checked()


def test_clearing_deletes_only_this_customers_answers(page: Page, site: str) -> None:
    """Whoever is in mind goes, with all versions; the others stay."""
    open_form(page, site + STAGES)
    for subject in ("The baker", "Ms Okafor"):
        name(page, subject)
        choose(page, "where-now", "first-work")
        page.wait_for_function("() => document.querySelector('[data-progress]').value === 1")
    wait_until_stored(page, "where-now", "first-work")
    act(page, "clear")
    agree(page)
    expect(page.locator("[data-announce]")).to_have_text("Your answers on this page are deleted.")
    assert kept(page) == {"The baker": {"where-now": "first-work"}}
    assert progress(page)[1] == "0/8"


def test_starting_again_keeps_the_customer(page: Page, site: str) -> None:
    """The empty page is about the same customer, and the earlier version is kept."""
    open_form(page, site + STAGES)
    name(page, "The baker")
    choose(page, "where-now", "first-work")
    show_result(page)
    act(page, "start-again")
    agree(page)
    expect(page.locator("[data-progress-done]")).to_have_text("0 of 8 done")
    assert in_mind(page) == "The baker"
    choose(page, "where-now", "committed")
    wait_until_stored(page, "where-now", "committed")
    assert [each["subject"] for each in stored(page)] == ["The baker", "The baker"]


def test_a_copy_holds_all_customers(new_context: Callable[[], BrowserContext], site: str) -> None:
    """Brought back in another browser, every customer can be chosen, without a reload."""
    first, second = new_context().new_page(), new_context().new_page()
    open_form(first, site + STAGES)
    for subject, stage in [("The baker", "first-work"), ("Ms Okafor", "committed")]:
        name(first, subject)
        choose(first, "where-now", stage)
        wait_until_stored(first, "where-now", stage)
    show_result(first)
    with first.expect_download() as download:
        act(first, "keep")
    text = download.value.path().read_bytes()
    assert {each["subject"] for each in json.loads(text)["sheets"]} == {"The baker", "Ms Okafor"}
    open_form(second, site + STAGES)
    with second.expect_file_chooser() as chooser:
        act(second, "import")
    chooser.value.set_files({"name": "c.json", "mimeType": "application/json", "buffer": text})
    agree(second)
    expect(select(second)).to_be_visible()
    assert listed(second) == ["Ms Okafor", "The baker", "Another customer …"]
    turn(second, "The baker")
    expect(option(second, "where-now", "first-work")).to_be_checked()
