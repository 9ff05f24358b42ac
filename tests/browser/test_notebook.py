"""My notebook: every version in this browser, and what has changed from one to the next."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser import built_site
from browser.answering import (
    act,
    agree,
    answer,
    open_form,
    picked,
    show_result,
    stored,
    wait_until_stored,
)
from browser.built_site import plan_of
from browser.notebook import HEART, drawn, fill, open_notebook, part, steps, thread, unfold, version

VERSIONS = Path(__file__).parent / "changed"
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


def course(page: Page, name: str) -> Locator:
    """Return the line over time of a part."""
    return page.locator(f'[data-course="{name}"]')


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


def test_what_changed_is_said_in_words(page: Page, site: str, heart: dict[str, Any]) -> None:
    """The answers that changed stand first, as they were chosen; those that did not, do not."""
    before, after = steps(heart, 3), steps(heart, 3) | {"patient": 5, "clear-head": None}
    fill(
        page,
        site,
        [version(heart, before, "2026-03-01", 1), version(heart, after, "2026-11-03", 2)],
    )
    found = unfold(page, "2 versions")
    expect(found.locator("h4").first).to_have_text("Since 1 March 2026")
    asked = {each["id"]: each["ask"] for each in heart["forms"][0]["questions"]}
    said = [" ".join(each.split()) for each in found.locator(".changes li").all_inner_texts()]
    assert said == [
        f"“{asked['patient']}” was About half the time, now Always",
        f"“{asked['clear-head']}” was About half the time, now Did not come up",
    ]
    expect(found).to_contain_text("Compared over the 20 questions that you answered both times")


def test_many_changes_unfold(page: Page, site: str, heart: dict[str, Any]) -> None:
    """Five stand there at once; the others wait until somebody asks for them."""
    records = [
        version(heart, steps(heart, 2), "2026-03-01", 1),
        version(heart, steps(heart, 3), "2026-04-01", 2),
    ]
    fill(page, site, records)
    found = unfold(page, "2 versions")
    expect(found.locator(".changes li")).to_have_count(5)
    found.get_by_text("15 more answers that changed").click()
    expect(found.locator(".changes li")).to_have_count(20)


def test_a_part_moved_only_when_chance_does_not_move_it(
    page: Page, site: str, heart: dict[str, Any]
) -> None:
    """With five answers a part has to move by 20.3 points; what moved less is said not to have."""
    first, second = heart["dimensions"][:2]
    after = steps(heart, 3, **{part(first): 4})
    # One answer of five a step up: five points.
    raised = next(each for each in heart["forms"][0]["questions"] if part(each) == part(second))
    after |= {raised["id"]: steps(heart, 4)[raised["id"]]}
    records = [
        version(heart, steps(heart, 3), "2026-03-01", 1),
        version(heart, after, "2026-11-03", 2),
    ]
    fill(page, site, records)
    found = unfold(page, "2 versions")
    expect(found).to_contain_text(f"“{first['title']}” has moved by more than chance easily moves")
    expect(course(page, first["id"]).locator(".band-words")).to_have_text(
        "From 50 to 75, over 5 questions."
    )
    expect(course(page, second["id"]).locator(".band-words")).to_have_text(
        "From 50 to 55, over 5 questions. No change we can tell from chance."
    )
    label = course(page, second["id"]).locator("svg").get_attribute("aria-label")
    assert label == f"{second['title']}, 1 March 2026: 50, 3 November 2026: 55"


def test_every_picture_has_a_table(page: Page, site: str, heart: dict[str, Any]) -> None:
    """A row a version with the average of each part, also where it is not known."""
    few = dict.fromkeys(list(steps(heart, 4))[:5], 4)
    records = [
        version(heart, steps(heart, 3), "2026-03-01", 1),
        version(heart, few, "2026-11-03", 2),
    ]
    fill(page, site, records)
    found = unfold(page, "2 versions")
    found.get_by_text("The same as a table").click()
    titles = [each["title"] for each in heart["dimensions"]]
    assert found.locator("table thead th").all_inner_texts() == ["Version", *titles]
    rows = [row.locator("th, td").all_inner_texts() for row in found.locator("tbody tr").all()]
    assert rows[0] == ["1 March 2026", "50", "50", "50", "50"]
    assert rows[1][2:] == ["Not enough answers"] * 3
    small = found.locator("svg.small").first.get_attribute("aria-label") or ""
    assert f"{titles[1]}: Not enough answers" in small


def test_old_answers_stay_readable_when_the_questionnaire_changes(
    page: Page, tmp_path: Path
) -> None:
    """It says how many questions changed and how many have gone, and shows what was answered."""
    project = tmp_path / "project"
    settings = built_site.other_project(project, [])
    questionnaire = project / "assessments" / "changing.yml"
    shutil.copy(VERSIONS / "before.yml", questionnaire)
    with built_site.served(project / "site", project, **settings) as served:
        address = f"{served.url}assessments/changing/"
        open_form(page, address)
        answer(page, {"same": 4, "mended": 5, "widened": "well", "dropped": 3})
        wait_until_stored(page, "dropped", 3)
        show_result(page)
        shutil.copy(VERSIONS / "after.yml", questionnaire)
        built_site.build(served.folder, project, site_url=served.url, **settings)
        open_notebook(page, served.url)
        check_old(unfold(page, "1 version"))
        open_form(page, f"{address}#result")
        act(page, "start-again")
        agree(page)
        answer(page, {"same": 2, "mended": 5, "widened": "badly"})
        wait_until_stored(page, "widened", "badly")
        show_result(page)
        open_notebook(page, served.url)
        check_compared(unfold(page, "2 versions"))


def check_old(found: Locator) -> None:
    """Look at the version before the change: nothing is hidden of it."""
    found.get_by_text("1 question changed, 1 retired since.").click()
    assert found.locator("dt").all_inner_texts() == [
        "How did it end?", "I asked something that nobody needs.",
    ]  # fmt: skip
    assert found.locator("dd").all_inner_texts() == ["Well", "About half the time"]


def check_compared(found: Locator) -> None:
    """Look at both versions: two questions are the same, and one of their answers has changed."""
    said = found.locator(".changes li").all_inner_texts()
    assert [" ".join(each.split()) for each in said] == [
        "“I stayed as I was.” was Most of the time, now Some of the time"
    ]
    expect(found).to_contain_text(
        "Compared over the 2 questions that you answered both times and that are still the same. "
        "1 question changed, 1 retired since."
    )


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
    page.get_by_role("link", name="Open the version from 1 March 2026").click()
    expect(page).to_have_url(f"{site}assessments/{HEART}/#result")
    assert picked(page, "patient") == "5"
    page.go_back()
    drawn(page)
    unfold(page, "3 versions")
    page.get_by_role("link", name="Continue the version from 20 November 2026").click()
    page.locator("form[data-ready]").wait_for(state="attached")
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
    assert found.locator("dd").all_inner_texts() == ["Most of the time", "B"]


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
    assert len(stored(page)) == 3
    line.get_by_role("button").click()
    agree(page)
    expect(page.locator("[data-received]")).to_be_hidden()
    assert [each["origin"] for each in stored(page)] == ["own"]


def wait_until_told(page: Page) -> None:
    """Wait until the outcome of the first commitment is stored."""
    for _ in range(100):
        if stored(page)[0]["commitments"][0].get("outcome") == "done":
            return
        page.wait_for_timeout(50)
    raise AssertionError("The outcome is not stored")


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
    wait_until_told(page)
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
    expect(found.locator("svg, table")).to_have_count(0)


def test_a_first_version_promises_what_a_second_will_show(
    page: Page, site: str, heart: dict[str, Any]
) -> None:
    """One version is compared with nothing."""
    fill(page, site, [version(heart, steps(heart, 3), "2026-03-01", 1)])
    found = unfold(page, "1 version")
    expect(found).to_contain_text("This is the first finished version.")
    expect(found.locator(".history, .changes")).to_have_count(0)
    assert thread(page, "1 version").count() == 1


def test_it_is_reached_from_every_page(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """The navigation leads to it, without a reload."""
    page = new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(site)
    page.evaluate("() => { globalThis.stayed = true; }")
    page.locator(".md-tabs").get_by_role("link", name="My notebook").click()
    drawn(page)
    assert page.evaluate("globalThis.stayed") is True
