"""Watches pages for what none of them may do.

None asks another host or says anything on the console, and axe finds nothing on any of them.
"""

from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, Page

THIS_MACHINE = {None, "", "127.0.0.1"}


class Guard:
    """Collects what the pages of the watched contexts did wrong."""

    def __init__(self) -> None:
        self._contexts: list[BrowserContext] = []
        self._complaints: list[str] = []

    def watch(self, context: BrowserContext) -> BrowserContext:
        """Watch every page of a context from now on; return the context."""
        context.on("request", lambda request: self._on_request(request.url))
        context.on("console", lambda message: self._complaints.append(f"console: {message.text}"))
        context.on("weberror", lambda error: self._complaints.append(f"error: {error.error}"))
        self._contexts.append(context)
        return context

    def complaints(self) -> list[str]:
        """Return what was wrong so far, in order."""
        for page in (page for context in self._contexts for page in context.pages):
            with suppress(Error):  # a test may have closed or killed its browser
                page.title()  # messages still on their way arrive before this answer
        return list(self._complaints)

    def _on_request(self, url: str) -> None:
        """Note a request that would leave this machine."""
        if urlsplit(url).hostname not in THIS_MACHINE:
            self._complaints.append(f"request to another host: {url}")


def violations(
    page: Page, part: str = "html", only: str = "", without: str = ""
) -> list[dict[str, Any]]:
    """Return what axe objects to on the page, or on a part of it: the rule, and where.

    `only` and `without` name a rule: that of the contrast takes longer than all others together.
    """
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = [only]
    else:
        # The rule of WCAG 2.2, which axe leaves out unless it is told to look.
        options["rules"] = {"target-size": {"enabled": True}}
    if without:
        options["rules"][without] = {"enabled": False}
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [{"rule": each["id"], "at": [n["target"] for n in each["nodes"]]} for each in found]
