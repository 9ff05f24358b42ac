"""My notebook: every version in this browser, and what has changed from one to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import agree, picked, ready, stored, wait_for_sheets
from browser.awaiting import arriving
from browser.built_site import plan_of
from browser.notebook import HEART, drawn, fill, open_notebook, steps, thread, unfold, version

STAGES = "stages"


@pytest.fixture
def heart(site_dir: Path) -> dict[str, Any]:
    """Return the plan of a questionnaire of four parts."""
    return plan_of(site_dir, HEART)


@pytest.fixture
def stages(site_dir: Path) -> dict[str, Any]:
    """Return the plan of a questionnaire about customers."""
    return plan_of(site_dir, STAGES)


def names(page: Page) -> list[str]:
    """Return the lines of all threads, in their order."""
    return [" ".join(each.split()) for each in page.locator(".thread > summary").all_inner_texts()]


def test_an_empty_notebook_leads_to_the_questionnaires(page: Page, site: str) -> None:
    """It says what will stand in it, and the one button leads there."""
    open_notebook(page, site)
    expect(page.get_by_role("heading", name="Nothing is written here yet")).to_be_visible()
    expect(page.get_by_role("button", name="Bring back a copy")).to_be_visible()
    expect(page.get_by_role("button", name="Keep a copy")).to_be_hidden()
    page.get_by_role("link", name="Choose a questionnaire").click()
    expect(page).to_have_url(f"{site}assessments/")


def test_answers_stand_by_questionnaire_and_customer(
    page: Page, site: str, heart: dict[str, Any], stages: dict[str, Any]
) -> None:
    """What was begun last comes first; one customer is one, however the name is written."""
    place = {"where-now": "first-work"}
    records = [
        version(stages, place, "2026-01-10", 1, subject="Ann"),
        version(stages, place, "2026-02-10", 2, subject="The baker"),
        version(stages, place, "2026-03-10", 3, subject="ANN"),
        version(stages, place, "2026-01-01", 4),
        version(heart, steps(heart, 3), "2026-02-20", 5),
    ]
    fill(page, site, records)
    assert page.locator(".book h2").all_inner_texts() == [
        "Where do we stand with this customer?", "Do I have a serving heart?",
    ]  # fmt: skip
    assert names(page) == [
        "ANN 2 versions, the newest from 10 March 2026",
        "The baker 1 version, from 10 February 2026",
        "No name yet 1 version, from 1 January 2026",
        "1 version, from 20 February 2026",
    ]
    expect(page.locator(".thread[open]")).to_have_count(1)


def test_a_version_opens_on_its_own_result(page: Page, site: str, heart: dict[str, Any]) -> None:
    """An earlier version leads to its own result, and one that was not finished to its answers."""
    begun = version(heart, {"patient": 2}, "2026-11-20", 3)
    del begun["finished"]
    records = [
        version(heart, steps(heart, 5), "2026-03-01", 1),
        version(heart, steps(heart, 1), "2026-05-01", 2),
        begun,
    ]
    fill(page, site, records)
    unfold(page, "3 versions")
    with arriving(page):
        page.get_by_role("link", name="Open the version from 1 March 2026").click()
    expect(page).to_have_url(f"{site}assessments/{HEART}/#result")
    assert picked(page, "patient") == "5"
    with arriving(page):
        page.go_back()
    drawn(page)
    unfold(page, "3 versions")
    with arriving(page):
        page.get_by_role("link", name="Continue the version from 20 November 2026").click()
    ready(page)
    expect(page.locator("[data-result]")).to_be_hidden()
    assert picked(page, "patient") == "2"


def test_questionnaires_that_have_gone_can_be_read(
    page: Page, site: str, heart: dict[str, Any]
) -> None:
    """They are listed and told apart, and everything that was answered can still be read."""
    gone = {"assessment": "long-gone", "subject": "Ann"}
    records = [
        version(heart, {"patient": 2, "own-self": "A"}, "2026-03-01", 1, **gone),
        version(heart, {"patient": 4, "own-self": "B"}, "2026-04-01", 2, **gone),
    ]
    fill(page, site, records)
    expect(page.get_by_text("not on this site any more")).to_be_visible()
    found = unfold(page, "Ann")
    expect(found.locator(".changes li")).to_have_count(1)
    expect(found.get_by_role("link")).to_have_count(0)
    found.get_by_text("What you answered").first.click()
    expect(found.locator("dd")).to_have_text(["Most of the time", "B"])


def test_what_others_handed_over_is_counted(page: Page, site: str, site_dir: Path) -> None:
    """A number and the way to the comparison; removing asks once and takes nothing of one's own."""
    plan = plan_of(site_dir, "marriage")
    theirs = steps(plan, 3, "customer")
    others = [
        version(plan, theirs, "2026-03-01", number, "customer", origin="received")
        for number in (1, 2)
    ]
    own = version(plan, steps(plan, 3, "team"), "2026-03-01", 3, "team")
    fill(page, site, [*others, own])
    line = page.locator("[data-received] li")
    expect(line).to_contain_text("2 sets of answers")
    assert line.get_by_role("link").get_attribute("href") == f"{site}assessments/marriage/gap/"
    line.get_by_role("button").click()
    page.locator("dialog button:not([value])").click()
    expect(page.locator("dialog")).to_be_hidden()
    assert len(stored(page)) == 3
    line.get_by_role("button").click()
    agree(page)
    expect(page.locator("[data-received]")).to_be_hidden()
    assert [each["origin"] for each in stored(page)] == ["own"]


TRYING = [
    {"id": "c1", "text": "Say back what I heard.", "by": "2026-03-08"},
    {
        "id": "c2",
        "text": "Thank Ann.",
        "by": "2026-03-02",
        "outcome": "done",
        "note": "She smiled.",
    },
    {"id": "c3", "text": "Ask first.", "by": "2099-03-08", "outcome": "not-yet"},
]


def test_it_opens_with_what_somebody_set_out_to_try(
    page: Page, site: str, heart: dict[str, Any]
) -> None:
    """It asks how it went, keeps the answer at once, and lists what waits and what was done."""
    fill(page, site, [version(heart, steps(heart, 3), "2026-03-01", 1, commitments=TRYING)])
    first = page.locator(".notebook h2:visible").first
    expect(first).to_have_text("What you set out to try")
    asked = page.locator(".outcome")
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("Say back what I heard.")
    expect(page.locator("[data-trying] .trying li")).to_contain_text("Ask first.")
    page.get_by_text("1 thing you have done or let go").click()
    expect(page.get_by_text("She smiled.")).to_be_visible()
    asked.get_by_label("Done").check()
    expect(asked.get_by_label("Done")).to_be_checked()
    wait_for_sheets(page, lambda sheets: sheets[0]["commitments"][0].get("outcome") == "done")
    open_notebook(page, site)
    expect(page.locator(".outcome")).to_have_count(0)
    expect(page.get_by_text("2 things you have done or let go")).to_be_visible()


def test_where_a_relationship_stood_is_said_in_words(
    page: Page, site: str, stages: dict[str, Any]
) -> None:
    """A questionnaire without scores shows the words that were chosen, and no empty picture."""
    records = [
        version(stages, {"where-now": "first-work"}, "2026-03-01", 1, subject="Ann"),
        version(stages, {"where-now": "committed"}, "2026-04-01", 2, subject="Ann"),
    ]
    fill(page, site, records)
    found = unfold(page, "Ann")
    assert found.locator(".changes em").all_inner_texts() == ["Dating", "Married"]
    assert "Married" in found.locator(".versions small").first.inner_text()
    expect(found.locator("svg, table, [data-rows]")).to_have_count(0)


def test_the_rows_of_the_pictures_are_named(page: Page, site: str, heart: dict[str, Any]) -> None:
    """Above the versions stands once what their rows are, in the order in which they are drawn."""
    versions = [version(heart, steps(heart, step), f"2026-0{step}-01", step) for step in (3, 4)]
    fill(page, site, versions)
    found = unfold(page, "2 versions")
    expect(found.locator(".versions svg")).to_have_count(2)
    rows = found.locator("[data-rows]")
    expect(rows).to_have_count(1)
    titles = [each["title"] for each in heart["dimensions"]]
    *first, last = titles
    expect(rows).to_have_text(f"The pictures show, from the top: {', '.join(first)} and {last}.")
    drawn_rows = found.locator(".versions svg").first.get_attribute("aria-label") or ""
    assert [each.split(":")[0] for each in drawn_rows.split(", ")] == titles


def test_a_first_version_promises_what_a_second_will_show(
    page: Page, site: str, heart: dict[str, Any]
) -> None:
    """One version is compared with nothing."""
    fill(page, site, [version(heart, steps(heart, 3), "2026-03-01", 1)])
    found = unfold(page, "1 version")
    expect(found).to_contain_text("This is the first finished version.")
    expect(found.locator(".history, .changes")).to_have_count(0)
    assert thread(page, "1 version").count() == 1


def test_a_second_version_without_its_result(page: Page, site: str, heart: dict[str, Any]) -> None:
    """Whoever has answered everything again is told what is missing: to show the result."""
    answers = steps(heart, 4)
    for question in heart["forms"][0]["questions"]:
        values = [option["value"] for option in question["options"]]
        if question["type"] == "checklist":
            answers[question["id"]] = dict.fromkeys(values, "not-seen")
        elif question["type"] != "text":
            answers.setdefault(question["id"], values[0])
    again = version(heart, answers, "2026-03-01", 2)
    del again["finished"]
    fill(page, site, [version(heart, steps(heart, 3), "2025-09-01", 1), again])
    found = unfold(page, "2 versions")
    expect(found).to_contain_text("Finish the one you have begun, and you see here what has")
    expect(found).not_to_contain_text("This is the first finished version.")
    expect(found).to_contain_text("Begun 1 March 2026, all answered, the result not shown yet")


def test_it_is_reached_from_every_page(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """The navigation leads to it, without a reload."""
    page = new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(site)
    page.evaluate("() => { globalThis.stayed = true; }")
    with arriving(page):
        page.locator(".md-tabs").get_by_role("link", name="My notebook").click()
    expect(page).to_have_url(f"{site}notebook/")
    drawn(page)
    assert page.evaluate("globalThis.stayed") is True
