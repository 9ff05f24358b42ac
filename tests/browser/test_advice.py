"""What a result advises follows from the answers, and from nothing else."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.answering import (
    act,
    answer,
    answer_all,
    applying,
    open_form,
    ready,
    scores,
    show_result,
    stored,
    wait_for_sheets,
)
from browser.awaiting import wait_until_chosen
from browser.built_site import plan_of
from browser.test_kinds import full

HEART = "assessments/serving-heart/"
EVERY_TYPE = "assessments/every-type/"
REVERSED = ("said-it-would-be-fine", "defended-my-answer", "by-routine")
ALL_AT_THE_TOP = dict.fromkeys(REVERSED, 1)


def test_guidance_is_that_of_the_band(page: Page, site: str) -> None:
    """Each dimension shows one text, the one of its band."""
    open_form(page, site + HEART)
    answer_all(page, 5)
    answer(page, ALL_AT_THE_TOP | dict.fromkeys(("open-mind", "patient", "clear-head"), 1))
    show_result(page)
    assert scores(page)["presence"] == ("40", "middle")
    shown = {
        each.get_attribute("data-dimension"): applying_in(each)
        for each in page.locator("[data-dimension]").all()
    }
    tops = {name: ["top"] for name in ("authentic", "listening", "serving")}
    assert shown == {"presence": ["middle"], **tops}
    assert list(scores(page))[-1] == "presence"


def applying_in(part: Locator) -> list[str | None]:
    """Return the levels that a dimension's part shows."""
    levels = part.locator("[data-level]:visible")
    return [each.get_attribute("data-level") for each in levels.all()]


def test_practices_come_from_the_two_lowest_answers(page: Page, site: str) -> None:
    """The first practice of each precedes the second of either; warnings are the lowest part's."""
    open_form(page, site + HEART)
    answer_all(page, 5)
    answer(page, ALL_AT_THE_TOP | {"clear-head": 1, "kind-limit": 2})
    show_result(page)
    assert applying(page, "practice") == [
        "be-present.three-breaths",
        "put-them-first.kind-limit",
        "put-them-first.end-abuse",
    ]
    assert applying(page, "warning") == ["be-present.carried-over"]


def test_the_answers_that_stand_out_are_quoted(page: Page, site: str) -> None:
    """They are named with the words chosen; a reversed answer counts as turned around."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    answer(page, dict.fromkeys(REVERSED, 2) | {"patient": 1, "by-routine": 5, "open-mind": 5})
    show_result(page)
    highest, lowest = (page.locator(f"[data-stand-out={end}] li") for end in ("highest", "lowest"))
    expect(highest).to_have_text(
        ["“When a case looked hopeless, I kept an open mind about how it would end.” Always"]
    )
    expect(lowest).to_have_text(
        [
            "“When a customer needed more time than I had planned, I stayed patient.” Never",
            "“I caught myself going through the motions with a customer.” Always; turned around",
        ]
    )


def test_the_same_answer_everywhere_is_worth_reading(page: Page, site: str) -> None:
    """Nothing but the second-highest answer says so, and still brings guidance and practices."""
    open_form(page, site + HEART)
    answer_all(page, 4)
    answer(page, dict.fromkeys(REVERSED, 2))
    show_result(page)
    assert set(scores(page).values()) == {("75", "high")}
    expect(page.locator("[data-headline]")).to_have_text(
        "Your answers lie close together: mostly “Most of the time”."
    )
    expect(page.locator("[data-stand-out]:visible")).to_have_count(0)
    expect(page.locator("[data-level]:visible")).to_have_count(4)
    assert 1 <= len(applying(page, "practice")) <= 3


def test_all_highest_answers_suggest_a_check_not_a_practice(page: Page, site: str) -> None:
    """Where nothing is low nothing is to be mended."""
    open_form(page, site + HEART)
    answer_all(page, 5)
    answer(page, ALL_AT_THE_TOP)
    show_result(page)
    assert set(scores(page).values()) == {("100", "top")}
    assert (applying(page, "practice"), applying(page, "warning")) == ([], [])


def test_what_stood_in_the_way_is_for_the_team(page: Page, site: str) -> None:
    """Obstacles are those ticked, under a heading of their own, and they change no score."""
    open_form(page, site + HEART)
    answer(page, {"in-the-way": {"time-targets": "seen", "rules": "seen", "tools": "not-seen"}})
    show_result(page)
    assert applying(page, "obstacle") == ["in-the-way.time-targets", "in-the-way.rules"]
    expect(page.get_by_role("heading", name="What stood in the way")).to_be_visible()
    assert set(scores(page).values()) == {("", "")}


def test_a_balance_advises_by_its_side(page: Page, site: str) -> None:
    """Too much brings the words for too much, the middle brings none."""
    open_form(page, site + HEART)
    for step, shown in ((1, ["how-much-i-gave.below"]), (3, []), (5, ["how-much-i-gave.above"])):
        answer(page, {"how-much-i-gave": step})
        show_result(page)
        assert applying(page, "next") == shown
        act(page, "change")


def test_flags_warnings_and_next_steps_of_choices(page: Page, samples: str) -> None:
    """A choice brings its advice and a sentence beside a dimension; so does what was seen."""
    open_form(page, samples + EVERY_TYPE)
    seen = {"no-reply": "seen", "no-name": "not-seen"}
    answer(page, {"owned": "told", "bond": "weaker", "walk": seen})
    show_result(page)
    assert applying(page, "flag") == ["walk.no-reply", "bond.weaker"]
    expect(page.locator("[data-dimension=mending] [data-flag]:visible")).to_have_text(
        "A bond that became weaker is worth a talk.", use_inner_text=True
    )
    assert applying(page, "next") == ["owned.told"]
    expect(page.locator("[data-next]:visible em")).to_have_text("sooner")
    assert applying(page, "warning") == ["acknowledge.messages-wait"]
    act(page, "change")
    answer(page, {"bond": "stronger", "walk": {"no-reply": "not-seen"}})
    show_result(page)
    assert (applying(page, "flag"), applying(page, "warning")) == ([], [])


@pytest.mark.parametrize("questionnaire", ["stages", "building-blocks", "marriage"])
def test_advice_stands_below_the_answer_that_it_replies_to(
    page: Page, site: str, site_dir: Path, questionnaire: str
) -> None:
    """First the question, then what was chosen, so that "Then" follows from something."""
    form = plan_of(site_dir, questionnaire)["forms"][0]
    choices = {each["id"]: each for each in form["questions"] if each["type"] == "choice"}
    full(page, f"{site}assessments/{questionnaire}/")
    replied = set()
    for step in range(1, 6):
        act(page, "change")
        answer_all(page, step)
        show_result(page)
        for advice in page.locator("[data-next]:visible").all():
            name, _, choice = str(advice.get_attribute("data-next")).partition(".")
            if name in choices:
                [label] = [
                    each["label"] for each in choices[name]["options"] if each["value"] == choice
                ]
                words = f"{choices[name]['ask']} You answered “{label}”."
                expect(advice.locator("p").first).to_have_text(words, use_inner_text=True)
                replied.add(name)
    assert replied


def test_what_has_no_score_is_shown_again(page: Page, samples: str) -> None:
    """Unscored answers and texts stand in the result in the reader's own words."""
    open_form(page, samples + EVERY_TYPE)
    answer(page, {"bond": "stronger", "thoughts": "Two lines,\nboth mine"})
    show_result(page)
    pairs = page.locator("[data-pairs=answers]")
    expect(pairs.locator("dt")).to_have_text(["How is the bond since then?", "What else?"])
    expect(pairs.locator("dd")).to_have_text(["Stronger", "Two lines,\nboth mine"])


def test_try_this_is_kept_with_its_date(page: Page, site: str) -> None:
    """A chosen practice is due in a week, outlives reloads and other answers, and can be undone."""
    page.clock.set_fixed_time("2026-03-02T12:00:00")
    open_form(page, site + HEART)
    answer_all(page, 5)
    answer(page, ALL_AT_THE_TOP | {"clear-head": 1})
    show_result(page)
    item = page.locator('[data-practice="be-present.three-breaths"]')
    item.get_by_role("button", name="Try this").click()
    expect(item).to_contain_text("You chose to try this by 9 March 2026.")
    wait_until_chosen(page)
    page.reload()
    ready(page)
    expect(item).to_contain_text("9 March 2026")
    commitment = stored(page)[0]["commitments"][0]
    assert (commitment["practice"], commitment["by"]) == ("be-present.three-breaths", "2026-03-09")
    act(page, "change")
    answer(page, {"clear-head": 5})
    show_result(page)
    expect(item).to_be_visible()
    item.get_by_role("button", name="Not this one after all").click()
    expect(item).to_be_hidden()
    wait_for_sheets(page, lambda sheets: sheets[0]["commitments"] == [])
    page.reload()
    ready(page)
    assert stored(page)[0]["commitments"] == []
