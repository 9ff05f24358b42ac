"""Finds the Chromium that the browser tests drive, or gets one.

`python tests/browser/chromium.py` prints the path; `make test` runs it before the tests, so that a
machine without a browser is told at once. In this order: `CHROMIUM=/path`, a browser on the PATH
or where it usually stands, the one Playwright can download, Debian's packages. On the PATH and
among the packages the headless shell comes first: the same engine without the windows, which takes
the tests about half the time.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")
USUAL_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
MISSING = """\
The browser tests need Chromium or Google Chrome, and none was found or could be installed.
Install one (Debian: apt install chromium; Fedora: dnf install chromium; macOS: brew install
chromium), or name one: make test CHROMIUM=/path/to/chromium. Without a browser: make check."""


class NoBrowserError(Exception):
    """There is no browser to test with; the message says what to install."""


def launch_arguments() -> list[str]:
    """Return the flags for a Chromium that is quiet, headless and asks nobody for anything."""
    quiet = [
        "--headless",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    # Chromium refuses to start its sandbox for root, which is who runs in most containers.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*quiet, "--no-sandbox"] if as_root else quiet


def find() -> Path | None:
    """Return the browser this machine has, or None.

    Raises:
        NoBrowserError: `CHROMIUM` names something that is not there.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None:
            raise NoBrowserError(f"CHROMIUM={named} is not a program that can be run.")
        return Path(path)
    on_path = [path for name in NAMES if (path := shutil.which(name))]
    found = next((Path(p) for p in (*on_path, *USUAL_PLACES) if Path(p).is_file()), None)
    return found or _playwrights_own()


def find_or_install() -> Path:
    """Return the browser this machine has, installing one where there is none.

    Raises:
        NoBrowserError: there is none and none could be installed.
    """
    from_debian = [partial(_install_debians, package) for package in PACKAGES]
    installers: Iterator[Callable[[], object]] = iter([_install_playwrights, *from_debian])
    while (browser := find()) is None:
        install = next(installers, None)
        if install is None:
            raise NoBrowserError(MISSING)
        install()
    return browser


def _playwrights_own() -> Path | None:
    """Return the browser Playwright has downloaded before, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _install_playwrights() -> bool:
    """Let Playwright download its Chromium; on a closed network this fails and says nothing."""
    return _runs([sys.executable, "-m", "playwright", "install", "chromium"])


def _install_debians(package: str) -> bool:
    """Install a package of Debian's, as root or by a sudo that asks for no password."""
    if shutil.which("apt-get") is None:
        return False
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    prefix = [] if is_root else ["sudo", "--non-interactive"]
    if prefix and shutil.which("sudo") is None:
        return False
    return _runs([*prefix, "apt-get", "update"]) and _runs(
        [*prefix, "apt-get", "install", "--yes", "--no-install-recommends", package]
    )


def _runs(command: list[str]) -> bool:
    """Run a command without showing or asking anything; return whether it succeeded."""
    print(f"Trying: {' '.join(command)}", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode == 0


def main() -> int:
    """Print the browser's path; return 1 with a message where there is none."""
    try:
        print(find_or_install())
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
