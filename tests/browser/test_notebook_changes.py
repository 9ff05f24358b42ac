"""What my notebook says has changed: in words, part by part, and in the questions themselves."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import built_site
from browser.answering import act, agree, answer, open_form, show_result, wait_for_sheets
from browser.built_site import plan_of
from browser.notebook import HEART, fill, open_notebook, part, steps, unfold, version

VERSIONS = Path(__file__).parent / "changed"


@pytest.fixture
def heart(site_dir: Path) -> dict[str, Any]:
    """Return the plan of a questionnaire of four parts."""
    return plan_of(site_dir, HEART)


def course(page: Page, name: str) -> Locator:
    """Return the line over time of a part."""
    return page.locator(f'[data-course="{name}"]')


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
    expect(found.locator("table thead th")).to_have_text(["Version", *titles])
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
        show_result(page)
        wait_until_finished(page, 1)
        shutil.copy(VERSIONS / "after.yml", questionnaire)
        built_site.build(served.folder, project, site_url=served.url, **settings)
        open_notebook(page, served.url)
        check_old(unfold(page, "1 version"))
        open_form(page, f"{address}#result")
        act(page, "start-again")
        agree(page)
        # Until then the former answers are in hand.
        expect(page.locator(".progress")).to_be_focused()
        answer(page, {"same": 2, "mended": 5, "widened": "badly"})
        show_result(page)
        wait_until_finished(page, 2)
        open_notebook(page, served.url)
        check_compared(unfold(page, "2 versions"))


def wait_until_finished(page: Page, count: int) -> None:
    """Wait until so many versions are stored, each to its end: its result is written last."""
    wait_for_sheets(
        page, lambda sheets: [bool(each.get("finished")) for each in sheets] == [True] * count
    )


def check_old(found: Locator) -> None:
    """Look at the version before the change: nothing is hidden of it."""
    found.get_by_text("1 question changed, 1 retired since.").click()
    expect(found.locator("dt")).to_have_text(
        ["How did it end?", "I asked something that nobody needs."]
    )
    expect(found.locator("dd")).to_have_text(["Well", "About half the time"])


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
