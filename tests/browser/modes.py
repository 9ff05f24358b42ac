"""The modes in which a page is looked at, and what axe finds in them."""

from typing import Any, NamedTuple

from playwright.sync_api import Page, ViewportSize

from browser.guard import violations

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
ZOOMED: ViewportSize = {"width": 640, "height": 450}
# The theme's own switch for light and dark, which a dialog would keep from being clicked.
SWITCH = "index => document.getElementById(`__palette_${index}`)?.click()"
SIDEWAYS = "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
CONTRAST = "color-contrast"


class Mode(NamedTuple):
    """How a page is looked at, and what axe looks for: all, or all but what cannot differ."""

    size: ViewportSize = WIDE
    is_dark: bool = False
    is_forced: bool = False
    only: str = ""
    without: str = ""


MODES = {
    "light": Mode(),
    "dark": Mode(is_dark=True, only=CONTRAST),
    # The system's own colours; axe would take ours for them.
    "forced colours": Mode(is_forced=True, without=CONTRAST),
    "200 % zoom": Mode(ZOOMED, without=CONTRAST),
    "320 pixels": Mode(NARROW, without=CONTRAST),
}
SCHEMES = ("light", "dark")


def look(page: Page, mode: Mode) -> None:
    """Turn to a mode."""
    page.set_viewport_size(mode.size)
    page.emulate_media(
        color_scheme="dark" if mode.is_dark else "light",
        forced_colors="active" if mode.is_forced else "none",
        reduced_motion="reduce",
    )
    page.evaluate(SWITCH, int(mode.is_dark))


def faults(page: Page, *names: str) -> dict[str, list[Any]]:
    """Return what is wrong with a page, by the mode: in those that are named, or in all.

    The page stays in the last of them.
    """
    found: dict[str, list[Any]] = {}
    for name in names or MODES:
        mode = MODES[name]
        look(page, mode)
        found[name] = violations(page, only=mode.only, without=mode.without)
        if page.evaluate(SIDEWAYS):
            found[name].append({"rule": "scrolls sideways", "at": []})
    return {name: each for name, each in found.items() if each}
