"""Keeps a copy of what a browser has, and brings one back."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from browser.answering import act, agree

SHEET: dict[str, Any] = {
    "format": 1,
    "id": "ABC123",
    "assessment": "serving-heart",
    "edition": "XYZ",
    "origin": "own",
    "started": "2026-01-05T08:00:00Z",
    "changed": "2026-01-05T08:05:00Z",
    "answers": {},
    "seen": {},
    "commitments": [],
}
"""A sheet of the first questionnaire, as another browser may have kept it."""


def keep_copy(page: Page) -> str:
    """Press "Keep a copy" and return the text of the file."""
    with page.expect_download() as download:
        act(page, "keep")
    expect(page.locator("[data-announce]")).to_have_text("The copy is a file among your downloads.")
    return download.value.path().read_text(encoding="utf-8")


def choose_copy(page: Page, file: str | Path) -> None:
    """Choose a file at "Bring back a copy": one on disk, or one of this text."""
    with page.expect_file_chooser() as chooser:
        act(page, "import")
    if isinstance(file, Path):
        chooser.value.set_files(file)
        return
    chooser.value.set_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": file.encode()}
    )


def bring_back(page: Page, file: str | Path) -> None:
    """Bring a copy back, and say yes to what it would change."""
    choose_copy(page, file)
    agree(page)


def asked(page: Page) -> list[str]:
    """Return the lines of the dialog that asks, once it does."""
    page.locator("dialog[open]").wait_for()
    return page.locator("dialog p").inner_text().splitlines()
