"""A questionnaire is mended while answers to it lie in people's browsers."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from browser import built_site
from browser.answering import (
    answer,
    open_form,
    picked,
    progress,
    question,
    scores,
    show_result,
    stored,
    wait_until_stored,
)
from browser.awaiting import wait_until_finished

VERSIONS = Path(__file__).parent / "changed"


def test_old_answers_against_new_questions(page: Page, tmp_path: Path) -> None:
    """A reworded question counts, a changed one is shown, and a dropped one can still be read."""
    project = tmp_path / "project"
    settings = built_site.other_project(project, [])
    questionnaire = project / "assessments" / "changing.yml"
    shutil.copy(VERSIONS / "before.yml", questionnaire)
    with built_site.served(project / "site", project, **settings) as served:
        address = f"{served.url}assessments/changing/"
        open_form(page, address)
        answer(page, {"same": 4, "mended": 5, "widened": "well", "dropped": 3})
        wait_until_stored(page, "dropped", 3)
        before = stored(page)
        shutil.copy(VERSIONS / "after.yml", questionnaire)
        built_site.build(served.folder, project, site_url=served.url, **settings)
        open_form(page, address)
        check_answers(page)
        show_result(page)
        check_result(page)
        wait_until_finished(page)
        assert stored(page)[0]["answers"] == before[0]["answers"]


def check_answers(page: Page) -> None:
    """Look at the questions: what still stands, and what is said beside them."""
    assert (picked(page, "same"), picked(page, "mended"), picked(page, "widened")) == (
        *("4", "5"),
        None,
    )
    assert progress(page)[0] == "2 of 3 done"
    expect(question(page, "same").locator("[data-standing]")).to_be_hidden()
    expect(question(page, "mended").locator("[data-standing]")).to_have_text(
        "The wording has changed since you answered “Always” to “I had a coma in the wrong place.”"
    )
    expect(question(page, "widened").locator("[data-standing]")).to_have_text(
        "This question has changed since you answered “Well” to “How did it end?”. "
        "Your earlier answer is kept but not counted."
    )


def check_result(page: Page) -> None:
    """Look at the result: two answers count, (75 + 100) / 2, and the others can be read."""
    assert scores(page) == {"hearing": ("87.5", "top")}
    earlier = page.locator("[data-pairs=earlier]")
    expect(earlier.locator("dt")).to_have_text(
        ["How did it end?", "I asked something that nobody needs."]
    )
    expect(earlier.locator("dd")).to_have_text(["Well", "About half the time"])
