"""What the tests of handing over share: an answered form, and its code read as others read it."""

import re
from typing import Any

from playwright.sync_api import Page

from browser.answering import Answer, answer, show_result
from unit import code_reader

CHOSEN: dict[str, Answer] = {
    "equals": 5,
    "safe": 2,
    "admit-mistakes": None,
    "tell-others": "unsure",
}
WRITTEN = "They never call back, says Ms B."
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})+")


def finish(page: Page) -> str:
    """Answer the customer's form of `marriage` in part, finish it, and return its code."""
    answer(page, {**CHOSEN, "in-their-words": WRITTEN})
    show_result(page)
    return shown_code(page)


def shown_code(page: Page) -> str:
    """Return the code in sight, which is written as codes are."""
    code = page.locator("[data-code]:visible").inner_text().strip()
    assert CODE.fullmatch(code), code
    return code


def answers_of(code: str, plan: Any) -> dict[str, Answer]:
    """Return the answers that a code holds."""
    found: dict[str, Answer] = code_reader.read(code, plan).answers
    return found
