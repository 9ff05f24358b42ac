"""A browser that is killed right after an answer has it when it starts again."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import BrowserType, Page, Playwright

from browser.answering import BLINK, choose, open_form, picked
from browser.chromium import find_or_install, launch_arguments
from browser.conftest import Watch

QUESTIONS = [
    *("worth-copying", "told-what-i-could", "took-it-in", "sounded-like-me", "let-them-finish"),
    *("said-it-back", "asked-why", "whole-attention", "open-mind", "patient"),
]
PATIENCE = 20
KILLS = int(os.environ.get("KILLS", "10"))
"""How often the browser is killed; a hundred times takes some minutes."""


def port_of(profile: Path, process: subprocess.Popen[bytes]) -> str:
    """Return the port that a starting browser writes into its profile."""
    file, until = profile / "DevToolsActivePort", monotonic() + PATIENCE
    while monotonic() < until and process.poll() is None:
        with suppress(FileNotFoundError, IndexError):
            return file.read_text(encoding="utf-8").splitlines()[0]
        sleep(0.02)
    raise AssertionError("The browser does not start.")


@contextmanager
def killed_at_the_end(chromium: BrowserType, profile: Path, watch: Watch) -> Iterator[Page]:
    """Start a browser of its own on a profile, and kill all its processes without a warning."""
    (profile / "DevToolsActivePort").unlink(missing_ok=True)
    command = [str(find_or_install()), *launch_arguments(), f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        [*command, "--remote-debugging-port=0", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        browser = chromium.connect_over_cdp(f"http://127.0.0.1:{port_of(profile, process)}")
        # The one that the browser opens by itself may be later than its port.
        yield watch(browser.contexts[0]).new_page()
    finally:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()


def test_nothing_is_lost_by_kills(
    playwright: Playwright, tmp_path: Path, site: str, watch: Watch
) -> None:
    """Each time the answer is shown, the browser is killed, and all answers so far are there."""
    given: dict[str, str] = {}
    for count in range(KILLS):
        # From the second round on an answer takes the place of another.
        name, step = QUESTIONS[count % len(QUESTIONS)], 4 - count // len(QUESTIONS) % 4
        with killed_at_the_end(playwright.chromium, tmp_path, watch) as page:
            open_form(page, f"{site}assessments/serving-heart/")
            assert {each: picked(page, each) for each in given} == given
            choose(page, name, step)
            given[name] = str(step)
            assert picked(page, name) == given[name]
            page.wait_for_timeout(BLINK)
