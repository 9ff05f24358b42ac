"""How the browser tests let two sides meet: a guess in one browser, the answers of others."""

import json
import random
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import FilePayload, Page

from browser.answering import (
    Answer,
    act,
    agree,
    answer,
    answer_all,
    open_form,
    show_result,
    stored,
    wait_for_sheets,
)
from browser.awaiting import wait_until_finished
from unit.code_reader import ALPHABET

TEAM = "assessments/marriage/"
CUSTOMER = f"{TEAM}customer/"
GAP = f"{TEAM}gap/"
SELF = "assessments/mirror/"
COLLEAGUES = f"{SELF}colleagues/"
MIRROR = f"{SELF}gap/"

Sheet = dict[str, Any]


def open_gap(page: Page, address: str) -> None:
    """Go to the page of a comparison and wait until it shows what is stored."""
    page.goto(address)
    ready(page)


def ready(page: Page) -> None:
    """Wait until the comparison on the page is drawn."""
    page.locator("[data-assessment][data-ready]").wait_for(state="attached")


def guess(page: Page, address: str, step: int, **answers: Answer) -> None:
    """Open a form and answer it: the same step everywhere, but for these answers.

    In their names `_` stands for a hyphen.
    """
    open_form(page, address)
    finish(page, step, **answers)


def finish(page: Page, step: int, **answers: Answer) -> None:
    """Answer the form on the page, ask for the result, and wait until all of it is stored."""
    answer_all(page, step)
    answer(page, hyphenated(answers))
    show_result(page)
    wait_until_finished(page)


def answered(page: Page, address: str, step: int, **answers: Answer) -> tuple[Sheet, str]:
    """Answer a form for others, and return what is handed over: the sheet of a copy, and the code.

    The browser is empty afterwards, for the next one.
    """
    guess(page, address, step, **answers)
    code = page.locator("[data-code]").inner_text()
    with page.expect_download() as download:
        act(page, "keep")
    [sheet] = json.loads(download.value.path().read_text(encoding="utf-8"))["sheets"]
    act(page, "clear")
    agree(page)
    wait_for_sheets(page, lambda sheets: not sheets)
    return sheet, code


def hyphenated(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers by the ids that their names stand for."""
    return {name.replace("_", "-"): value for name, value in answers.items()}


def person(sheet: Sheet, **answers: Answer) -> Sheet:
    """Return the sheet of somebody else: a mark of its own, and these answers changed."""
    mark = "".join(random.choices(ALPHABET, k=6))
    return {**sheet, "id": mark, "answers": {**sheet["answers"], **hyphenated(answers)}}


def copy_of(*sheets: Sheet) -> str:
    """Return the text of a copy with these sheets."""
    return json.dumps({"format": 1, "saved": "2026-03-01T12:00:00Z", "sheets": sheets})


def paste(page: Page, text: str) -> None:
    """Paste a text and add what is in it."""
    page.locator("textarea").fill(text)
    forget_lines(page)
    act(page, "add")
    page.locator("[data-lines] li").first.wait_for()


def forget_lines(page: Page) -> None:
    """Take away what the page said before, so that what it says next is seen to come."""
    page.locator("[data-lines]").evaluate("list => list.replaceChildren()")


def open_files(page: Page, files: Mapping[str, str]) -> None:
    """Open several files at once."""
    forget_lines(page)
    with page.expect_file_chooser() as chooser:
        act(page, "open-files")
    payloads: list[FilePayload] = [
        {"name": name, "mimeType": "application/json", "buffer": text.encode()}
        for name, text in files.items()
    ]
    chooser.value.set_files(payloads)
    page.locator("[data-lines] li").first.wait_for()


def lines(page: Page) -> list[str]:
    """Return what the page says about each piece that came."""
    return page.locator("[data-lines] li").all_inner_texts()


def told(page: Page, question: str) -> str:
    """Return the sentence about a question."""
    return page.locator(f'[data-compare="{question}"] [data-told]').inner_text()


def gap_of(page: Page, question: str) -> str | None:
    """Return the difference at a question, in points; "" where there is none."""
    return page.locator(f'[data-compare="{question}"]').get_attribute("data-gap")


def received(page: Page) -> list[Sheet]:
    """Return the sheets of others that this browser keeps."""
    return [sheet for sheet in stored(page) if sheet["origin"] == "received"]
