"""Draws the pictures made from the mark: the one beside a shared link, and a phone's icon.

Their one source is `mark.svg`. A browser draws them (`make pictures`), because pictures of type PNG
are what other sites and phones take. `test_identity.py` fails when they are out of date.
"""

import base64
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from browser.chromium import find_or_install, launch_arguments

ASSETS = Path(__file__).parents[2] / "hooks" / "rapport" / "theme" / "assets"
PAPER = "#fbf9f5"


class Picture(NamedTuple):
    """A picture: its size, and how wide the mark is on it."""

    width: int
    height: int
    mark: int


PICTURES = {"social.png": Picture(1200, 630, 520), "icon.png": Picture(180, 180, 132)}


def drawn(browser: Browser, picture: Picture) -> bytes:
    """Return a picture as PNG: the mark in the middle of a page of paper."""
    source = base64.b64encode((ASSETS / "mark.svg").read_bytes()).decode()
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme="light"
    )
    page.set_content(
        f'<body style="margin:0;display:grid;place-items:center;height:100vh;background:{PAPER}">'
        f'<img width="{picture.mark}" src="data:image/svg+xml;base64,{source}">'
    )
    page.locator("img").evaluate("image => image.decode()")
    found = page.screenshot()
    page.close()
    return found


def main() -> None:
    """Write the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_or_install()), args=launch_arguments()
        )
        for name, picture in PICTURES.items():
            (ASSETS / name).write_bytes(drawn(browser, picture))
        browser.close()


if __name__ == "__main__":
    main()
