"""How the browser tests choose something to try, and move to another day."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser.answering import (
    BLINK,
    answer,
    open_form,
    ready,
    show_result,
    stored,
)
from browser.awaiting import expect_soon
from browser.storing import sheet

HEART = "assessments/serving-heart/"
TODAY = datetime(2026, 3, 2, 10, tzinfo=UTC)


def at_day(page: Page, days: int) -> None:
    """Move the page's clock to some days after the first of them; other pages go with it."""
    page.clock.set_fixed_time(TODAY + timedelta(days=days))


def day(days: int) -> str:
    """Return the date some days after the first."""
    return f"{TODAY + timedelta(days=days):%Y-%m-%d}"


def open_result(page: Page, site: str) -> None:
    """Open a result with two practices, on the first day."""
    at_day(page, 0)
    open_form(page, site + HEART)
    answer(page, {"patient": 1, "let-them-finish": 1})
    show_result(page)


def come_back(page: Page, address: str, days: int) -> None:
    """Open the questionnaire some days after the first."""
    page.wait_for_timeout(BLINK)
    at_day(page, days)
    page.goto("about:blank")
    open_form(page, address)


def practice(page: Page, place: int = 0) -> Locator:
    """Return one of the practices that the result offers."""
    return page.locator("[data-practice]:visible").nth(place)


def try_this(page: Page) -> Locator:
    """Take up the first practice, and return its item."""
    item = practice(page)
    item.get_by_role("button", name="Try this").click()
    expect(item.locator("[data-commitment]")).to_be_visible()
    return item


def commitments(page: Page) -> list[dict[str, Any]]:
    """Return what is stored of all that somebody wants to try, but the marks and the first day."""
    return [
        {key: value for key, value in each.items() if key not in ("id", "chosen")}
        for record in stored(page)
        for each in record["commitments"]
    ]


def wait_for_commitments(page: Page, *expected: Mapping[str, Any]) -> None:
    """Wait until this is what is stored; fail with what there is instead."""
    expect_soon(page, lambda: commitments(page), list(expected))


def with_commitments(
    plan: Mapping[str, Any], *texts: str, subject: str | None = None, number: int = 0
) -> dict[str, Any]:
    """Return a sheet of the first day in which these are to be tried a week later."""
    chosen = [
        {"id": f"{number}-{place}", "text": text, "by": day(7)} for place, text in enumerate(texts)
    ]
    first = plan["forms"][0]["questions"][0]["id"]
    made = sheet(plan, subject, {first: None}, day(0), number)
    return made | {"finished": made["changed"], "commitments": chosen}


def reload(page: Page) -> None:
    """Load the page anew, no sooner than a hand could, and wait until what is stored is back."""
    page.wait_for_timeout(BLINK)
    page.reload()
    ready(page)
