"""The guard of these tests notices what no page may do."""

import pytest
from playwright.sync_api import Page

from browser.guard import Guard

WRONGS = {
    "console.info('a word')": ("console", "console: a word"),
    "setTimeout(() => { throw new Error('a fault') })": ("weberror", "error: a fault"),
    "new Image().src = 'http://elsewhere.invalid/dot.png'": (
        "requestfailed",
        "request to another host: ",
    ),
}


@pytest.mark.noisy("this test does what the guard is for")
@pytest.mark.parametrize("script", WRONGS)
def test_guard_notices(page: Page, site: str, guard: Guard, script: str) -> None:
    """A console message, an error and a request to another host are each noticed."""
    page.goto(site)
    assert guard.complaints() == []
    event, complaint = WRONGS[script]
    with page.context.expect_event(event):
        page.evaluate(f"() => {{ {script} }}")
    assert any(each.startswith(complaint) for each in guard.complaints())
