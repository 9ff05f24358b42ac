"""Waits for what a shared computer keeps of a visit."""

from playwright.sync_api import Page

KEPT = """([name, value]) =>
  JSON.parse(sessionStorage.getItem("rapport-rapport") ?? "null")?.sheets
    .some(({ answers }) => answers[name] === value)"""


def wait_for_visit(page: Page, name: str, value: str | int) -> None:
    """Wait until this answer is kept for the visit."""
    page.wait_for_function(KEPT, arg=[name, value])
