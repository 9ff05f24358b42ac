"""An earlier version can be opened: read, gone on with, and left again."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.answering import answer, picked, ready, stored, wait_until_stored
from browser.built_site import plan_of
from browser.storing import put, sheet

HEART = "assessments/serving-heart/"
OLDER = ("SEED00", "2026-01-10", 2)
NEWER = ("SEED01", "2026-03-10", 4)
UNKNOWN = "SEED02"


@pytest.fixture
def page(page: Page, site: str, site_dir: Path) -> Page:
    """Return a page in whose browser two versions of one questionnaire are kept."""
    plan = plan_of(site_dir, "serving-heart")
    page.goto(site)
    records: list[dict[str, Any]] = [
        sheet(plan, None, {"patient": step}, day, number)
        for number, (_, day, step) in enumerate([OLDER, NEWER])
    ]
    put(page, records)
    return page


def follow(page: Page, address: str) -> None:
    """Go to an address of the questionnaire and wait until it is ready."""
    page.goto(address)
    ready(page)


def test_a_version_opens_on_its_result(page: Page, site: str) -> None:
    """The address names it, is replaced by the result's, and the page says which one it is."""
    follow(page, f"{site}{HEART}#sheet={OLDER[0]}")
    expect(page).to_have_url(f"{site}{HEART}#result")
    expect(page.locator("[data-version]")).to_contain_text("These are your answers from 10 January")
    expect(page.locator("[data-facts]")).to_contain_text("10 January 2026")


def test_going_on_with_it_changes_that_version_alone(page: Page, site: str) -> None:
    """An answer given there goes to the version in hand, and the newest stays as it was."""
    follow(page, f"{site}{HEART}#continue={OLDER[0]}")
    expect(page).to_have_url(f"{site}{HEART}")
    assert picked(page, "patient") == str(OLDER[2])
    answer(page, {"patient": 1})
    wait_until_stored(page, "patient", 1)
    kept = {each["id"]: each["answers"] for each in stored(page)}
    assert kept == {OLDER[0]: {"patient": 1}, NEWER[0]: {"patient": NEWER[2]}}


def test_one_click_leads_to_the_newest(page: Page, site: str) -> None:
    """The note goes with the earlier version."""
    follow(page, f"{site}{HEART}#continue={OLDER[0]}")
    page.get_by_role("button", name="To the newest version").click()
    expect(page.locator("[data-version]")).to_be_hidden()
    assert picked(page, "patient") == str(NEWER[2])


@pytest.mark.parametrize("mark", [NEWER[0], UNKNOWN])
def test_the_newest_says_nothing_of_versions(page: Page, site: str, mark: str) -> None:
    """Where the address names the newest, or one that is not here, the newest is in hand."""
    follow(page, f"{site}{HEART}#continue={mark}")
    expect(page.locator("[data-version]")).to_be_hidden()
    assert picked(page, "patient") == str(NEWER[2])
