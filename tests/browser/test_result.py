"""The result: its address, its figures, and that it follows the answers."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import (
    Answer,
    act,
    answer,
    answer_all,
    applying,
    choose,
    open_form,
    option,
    ready,
    scores,
    show_result,
)
from browser.awaiting import wait_until_finished

HEART = "assessments/serving-heart/"
EVERY_TYPE = "assessments/every-type/"
# Hearing: (75 + 75 turned around + 2 × 100) / 4. Mending: (25 + 100 + 50) / 3.
WORKED: dict[str, Answer] = {
    **{"heard": 4, "doubted": 2, "heavy": 5},
    **{"owned": "told", "closer": {"at": 5, "trend": "better"}, "pace": 4},
}


def test_the_result_has_an_address(page: Page, site: str) -> None:
    """Back returns to the answers, Forward to the result, and a reload stays there."""
    open_form(page, site + HEART)
    choose(page, "patient", 4)
    show_result(page)
    expect(page).to_have_url(re.compile(r"serving-heart/#result$"))
    expect(page.locator("form[data-assessment]")).to_be_hidden()
    page.reload()
    ready(page)
    expect(page.locator("[data-result]")).to_be_visible()
    page.go_back()
    expect(page.locator("[data-result]")).to_be_hidden()
    expect(option(page, "patient", 4)).to_be_visible()
    page.go_forward()
    expect(page.locator("[data-result]")).to_be_visible()


def test_the_result_is_announced(page: Page, site: str) -> None:
    """The headline has the focus, and a status says it to a screen reader."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    show_result(page)
    expect(page.locator("[data-headline]")).to_be_focused()
    expect(page.locator("[data-announce][role=status]")).to_have_text(
        "Your result is shown. Your answers lie close together: mostly “Most of the time”."
    )
    assert page.evaluate("scrollY") == 0


def test_scores_are_those_worked_by_hand(page: Page, samples: str) -> None:
    """Weight, reverse, points, poles and balance come to the scores and bands that they should."""
    open_form(page, samples + EVERY_TYPE)
    answer(page, WORKED)
    show_result(page)
    assert scores(page) == {"hearing": ("87.5", "top"), "mending": ("58.3", "middle")}
    expect(page.locator("[data-headline]")).to_have_text(
        "Your answers put hearing people out highest, and mending lowest."
    )
    row = page.locator("table tr[data-of=mending]").locator("td")
    page.get_by_text("The same as a table").click()
    expect(row).to_have_text(["58", "47 to 70", "About half, close to Mostly", "3 of 3 answered"])


def test_near_a_cut_both_bands_are_named(page: Page, samples: str) -> None:
    """A score nearer than 5 points to a cut has the words of both bands."""
    open_form(page, samples + EVERY_TYPE)
    answer(page, WORKED)
    show_result(page)
    chips = page.locator("[data-dimension] .chip")
    expect(chips).to_have_text(["Nearly always, close to Mostly", "About half, close to Mostly"])


def test_a_changed_answer_changes_the_result(page: Page, samples: str) -> None:
    """Back to the answers, another choice, and the result says something else."""
    open_form(page, samples + EVERY_TYPE)
    answer(page, WORKED)
    show_result(page)
    act(page, "change")
    expect(page.locator("[data-result]")).to_be_hidden()
    choose(page, "owned", "mended")
    choose(page, "pace", 3)
    show_result(page)
    assert scores(page)["mending"] == ("100", "top")
    assert applying(page, "next") == []


def test_another_tab_changes_an_open_result(context: BrowserContext, site: str) -> None:
    """A result that is open follows an answer given in another tab."""
    first, second = context.new_page(), context.new_page()
    open_form(first, site + HEART)
    answer_all(first, 5)
    show_result(first)
    assert scores(first)["presence"] == ("100", "top")
    # Answers are written one after the other, and that the result was asked for comes last.
    wait_until_finished(first)
    open_form(second, site + HEART)
    choose(second, "patient", 1)
    expect(first.locator("[data-dimension=presence]")).to_have_attribute("data-score", "80")


def test_open_questions_are_counted_and_linked(page: Page, site: str) -> None:
    """What is unanswered is one line of links, and a link leads to its question."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    for name in ("said-it-back", "patient"):
        page.locator(f"fieldset#{name} [data-action=take-back]").click()
    show_result(page)
    expect(page.locator("[data-open]")).to_have_text("2 questions are open: 7 13")
    page.locator("[data-open] a").last.click()
    expect(page.locator("fieldset#patient")).to_be_in_viewport()
    expect(option(page, "patient", 1)).to_be_focused()
    page.go_back()
    expect(page.locator("[data-result]")).to_be_visible()


def test_too_few_answers_have_no_score(page: Page, site: str) -> None:
    """Two of five are not enough: no score, no band, no guidance, and how many are needed."""
    open_form(page, site + HEART)
    answer(page, {"patient": 4, "clear-head": 4, "open-mind": None})
    show_result(page)
    assert set(scores(page).values()) == {("", "")}
    presence = page.locator("[data-dimension=presence]")
    expect(presence).to_contain_text("At least 3 answers are needed here")
    expect(presence).to_contain_text("2 of 5 answered · 1 did not come up")
    expect(presence.locator(".chip")).to_have_text("Not enough answers")
    assert applying(page, "level") == []
    expect(page.locator("[data-headline]")).to_have_text(
        "There are not yet enough answers to compare the parts."
    )


def test_a_result_of_nothing_is_a_calm_page(page: Page, site: str) -> None:
    """Asked for without a single answer, the result says so, and nothing is stored."""
    open_form(page, site + HEART)
    show_result(page)
    expect(page.locator("[data-open]")).to_contain_text("22 questions are open:")
    assert (applying(page, "practice"), applying(page, "warning")) == ([], [])
    for name in ("practice", "warning", "obstacle", "next"):
        for part in page.locator(f"[data-list={name}]").all():
            expect(part).to_be_hidden()


def test_the_picture_shows_each_answer(page: Page, site: str) -> None:
    """A row has a dot for each answer, the mean and the band, and words for a screen reader."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    show_result(page)
    row = page.locator("[data-track=presence] svg")
    expect(row.locator(".dot")).to_have_count(5)
    expect(row.locator(".mean")).to_have_count(1)
    expect(row.locator(".band")).to_have_count(1)
    expect(row).to_have_attribute("aria-label", "Being present, 75 of 100, 66 to 84")


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("one-number", "Your answers come to 50 of 100."),
        ("weakest-link", "Your answers are lowest for left."),
    ],
)
def test_other_headlines(page: Page, samples: str, name: str, headline: str) -> None:
    """`mean` and `weakest` say what they are for."""
    open_form(page, f"{samples}assessments/{name}/")
    answer(page, {"left-one": 1, "left-two": 1, "right-one": 5, "right-two": 5})
    show_result(page)
    expect(page.locator("[data-headline]")).to_have_text(headline)
