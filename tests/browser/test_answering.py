"""Answering with the mouse: every type of question, progress, taking back, text."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from browser.answering import (
    Answer,
    answer,
    choose,
    inputs,
    open_form,
    option,
    picked,
    progress,
    question,
    ready,
    wait_for_sheets,
    wait_until_stored,
)
from browser.awaiting import expect_soon

HEART = "assessments/serving-heart/"
BY_TYPE: list[tuple[str, Answer]] = [
    ("heard", 2),
    ("heard", None),
    ("doubted", 5),
    ("owned", "told"),
    ("owned", None),
    ("closer", {"at": 4, "trend": "worse"}),
    ("pace", 3),
    ("bond", "weaker"),
    ("walk", {"no-reply": "seen", "no-name": "na"}),
]


@pytest.mark.parametrize(("name", "value"), BY_TYPE, ids=str)
def test_an_answer_is_shown_and_stored_as_a_sheet_has_it(
    page: Page, samples: str, name: str, value: Answer
) -> None:
    """A click on an answer's words chooses it, stores it, and a reload shows it again."""
    open_form(page, f"{samples}assessments/every-type/")
    rows = inputs({name: value})
    for row, chosen in rows:
        choose(page, row, chosen)
    assert [(row, picked(page, row)) for row, _ in rows] == rows
    wait_until_stored(page, name, value)
    page.reload()
    ready(page)
    assert [(row, picked(page, row)) for row, _ in rows] == rows


def test_real_questions_of_each_type_take_a_mouse(page: Page, site: str) -> None:
    """The types that our own questionnaires use are answered by clicks and counted."""
    open_form(page, site + HEART)
    choose(page, "let-them-finish", 4)
    choose(page, "how-much-i-gave", 3)
    for item in question(page, "in-the-way").locator(".item").all():
        item.get_by_text("No", exact=True).click()
    expect_soon(page, lambda: progress(page)[0], "3 of 22 done")


def test_a_text_is_kept_as_typed(page: Page, site: str) -> None:
    """What is typed into a question to think about is there again after a reload."""
    words = "One line,\nanother: “quoted”, 100 % & <b>not bold</b>."
    open_form(page, site + HEART)
    question(page, "own-self").locator("textarea").fill(words)
    wait_until_stored(page, "own-self", words)
    page.reload()
    ready(page)
    expect(question(page, "own-self").locator("textarea")).to_have_value(words)
    assert progress(page) == ("0 of 22 done", "0/22")


def test_progress_counts_what_is_done_and_what_did_not_come_up(page: Page, site: str) -> None:
    """Words and bar count answers and "did not come up" together, and name the latter."""
    open_form(page, site + HEART)
    assert progress(page) == ("0 of 22 done", "0/22")
    answer(page, {"worth-copying": 1, "took-it-in": 5, "let-them-finish": None})
    expect_soon(page, lambda: progress(page), ("3 of 22 done 1 did not come up", "3/22"))


def test_a_checklist_counts_when_every_item_has_a_state(page: Page, samples: str) -> None:
    """Half a checklist is not done; with its last item it is."""
    open_form(page, f"{samples}assessments/every-type/")
    answer(page, {"walk": {"no-reply": "seen"}})
    expect(question(page, "walk").locator(".take-back")).to_be_visible()
    assert progress(page) == ("0 of 8 done", "0/8")
    answer(page, {"walk": {"no-name": "not-seen"}})
    expect_soon(page, lambda: progress(page), ("1 of 8 done", "1/8"))


def test_an_answer_can_be_taken_back(page: Page, site: str) -> None:
    """Taking an answer back empties its row, here and after a reload."""
    open_form(page, site + HEART)
    take_back = question(page, "patient").get_by_role("button", name="Take back")
    expect(take_back).to_be_hidden()
    choose(page, "patient", 2)
    choose(page, "clear-head", 3)
    take_back.click()
    expect(take_back).to_be_hidden()
    assert (picked(page, "patient"), progress(page)[1]) == (None, "1/22")
    expect(option(page, "patient", 1)).to_be_focused()
    wait_for_sheets(page, lambda sheets: [s["answers"] for s in sheets] == [{"clear-head": 3}])
    page.reload()
    ready(page)
    expect(option(page, "clear-head", 3)).to_be_checked()
    assert picked(page, "patient") is None


def test_a_trend_waits_for_its_step(page: Page, samples: str) -> None:
    """Better or worse can be said only of something that has been placed."""
    open_form(page, f"{samples}assessments/every-type/")
    expect(option(page, "closer.trend", "better")).to_be_disabled()
    choose(page, "closer", 2)
    choose(page, "closer.trend", "better")
    choose(page, "closer", 3)
    wait_until_stored(page, "closer", {"at": 3, "trend": "better"})


def test_mixed_order_takes_one_question_of_each_dimension_in_turn(page: Page, samples: str) -> None:
    """With `order: mixed` the dimensions alternate, and no heading gives them away."""
    open_form(page, f"{samples}assessments/every-type/")
    order = [each.get_attribute("data-question") for each in page.locator("fieldset").all()]
    assert order[:6] == ["heard", "owned", "doubted", "closer", "heavy", "pace"]
    expect(page.locator("form").get_by_role("heading", name="Mending")).to_have_count(0)


def test_a_question_says_what_its_author_wrote(page: Page, samples: str) -> None:
    """Neutral labels, descriptions and Markdown are on the page; markup of authors is text."""
    open_form(page, f"{samples}assessments/every-type/")
    expect(page.get_by_text('<b id="markup">no markup</b>')).to_be_visible()
    expect(question(page, "owned")).to_contain_text("Nobody said a word")
    expect(question(page, "owned").locator("em")).to_have_text("never")
    expect(question(page, "closer").locator(".poles")).to_contain_text("Closer together")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_minute_before_the_last_questions_is_optional(
    page: Page, site: str, motion: Literal["no-preference", "reduce"]
) -> None:
    """The pause is offered, and opened it takes a minute, also for those who want little motion."""
    page.emulate_media(reduced_motion=motion)
    open_form(page, site + HEART)
    now = "document.timeline.currentTime"
    page.evaluate(f"addEventListener('click', () => globalThis.clicked = {now}, true)")
    page.get_by_text("Take a minute first").click()
    expect(page.get_by_text("Before the last questions")).to_be_visible()
    since_the_click, length = page.locator(".minute").evaluate(
        """async line => {
          const [minute] = line.getAnimations();
          await minute.ready;
          return [minute.startTime >= clicked, minute.effect.getTiming().duration];
        }"""
    )
    assert (since_the_click, length) == (True, 60_000)
