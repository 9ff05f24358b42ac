"""Takes the measurements: builds, rebuilds in `serve`, memory, and what a page has to load.

Runs of the two projects take turns, so that a busy machine slows both; medians are compared.
"""

import gzip
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from threading import Timer

from bench.projects import ROOT, Project

MKDOCS = [sys.executable, "-m", "mkdocs"]
BUILT = re.compile(r"Documentation built in ([0-9.]+) seconds")
# A style for paper comes after everything else, and nothing that is seen waits for it.
LOADED = re.compile(
    r'<(?:script|link)\b(?![^>]*\bmedia="?print)[^>]*?\b(?:src|href)="?([^" >]+\.(?:js|css))'
)
AT_ONCE = re.compile(r'\bdata-scripts="([^"]+)"')
WITH_RESULT = re.compile(r'\bdata-result-scripts="([^"]+)"')
# What the first answer loads on every page that is answered, and a page over all of them at once.
RESULT, CONTENTS = "result.js", "contents.js"
OVER_ALL = "data-contents-version="
# Seconds that watching takes to begin, and after which a server that says nothing is ended.
FIRST_LOOK = 2
SERVE_LIMIT = 300
# Bytes, packed: script and style of a page that is answered, and each script that only some load.
PAGE_BUDGET = 15 * 1024
BESIDE_BUDGET = 10 * 1024
# Where the theme's own files stand.
THEME = ("assets/javascripts/", "assets/stylesheets/")


class BuildFailedError(Exception):
    """A project does not build; the message is what MkDocs printed."""


@dataclass(frozen=True)
class Pair:
    """One figure of our project and of the plain one."""

    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """Return ours for each unit of theirs."""
        return self.ours / self.plain


@dataclass(frozen=True)
class Build:
    """What one build took."""

    seconds: float
    processor: float
    mebibytes: float


def builds(ours: Project, plain: Project, runs: int) -> dict[str, Pair]:
    """Return the medians of whole builds, by the names of the figures of `Build`."""
    took: dict[str, list[Build]] = {ours.name: [], plain.name: []}
    for _ in range(runs):
        for project in (plain, ours):
            took[project.name].append(_build(project))

    def median(project: Project, figure: str) -> float:
        return float(statistics.median(getattr(build, figure) for build in took[project.name]))

    figures = [field.name for field in fields(Build)]
    return {figure: Pair(median(ours, figure), median(plain, figure)) for figure in figures}


def _build(project: Project) -> Build:
    """Build a project once, from nothing, in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*MKDOCS, "build", "--quiet"],
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildFailedError(f"{project.name}: {output}")
    # Linux counts in KiB, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Build(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def rebuilds(ours: Project, plain: Project, runs: int) -> Pair:
    """Return the median seconds of a rebuild in `serve` after one questionnaire was edited."""
    took: dict[str, list[float]] = {ours.name: [], plain.name: []}
    with ExitStack() as stack:
        servers = {p.name: stack.enter_context(_serving(p)) for p in (ours, plain)}
        for run in range(runs):
            for project in (plain, ours):
                _edit(project, run)
                took[project.name].append(next(servers[project.name]))
    return Pair(statistics.median(took[ours.name]), statistics.median(took[plain.name]))


@contextmanager
def _serving(project: Project) -> Iterator[Iterator[float]]:
    """Serve a project; give the seconds of each rebuild as MkDocs prints them."""
    process = subprocess.Popen(
        [*MKDOCS, "serve", "--dev-addr", "127.0.0.1:0"],
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    watchdog = Timer(SERVE_LIMIT, process.kill)
    watchdog.start()
    lines = iter(process.stdout)
    seconds = (float(found[1]) for line in lines if (found := BUILT.search(line)))
    try:
        next(seconds)
        # MkDocs begins to watch only now, and an edit before its first look goes unnoticed.
        next(line for line in lines if "Serving on" in line)
        time.sleep(FIRST_LOOK)
        yield seconds
    except StopIteration:
        raise BuildFailedError(f"{project.name}: mkdocs serve ended, or did not rebuild") from None
    finally:
        watchdog.cancel()
        process.terminate()
        process.wait()


def _edit(project: Project, run: int) -> None:
    """Change the words of one question."""
    page = project.page(run)
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("When ", f"In week {run} when ", 1), encoding="utf-8")


def own_site(folder: Path) -> Path:
    """Build this repository's own site, once, and return the folder that it stands in."""
    command = [*MKDOCS, "build", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildFailedError(f"{ROOT.name}: {done.stdout}{done.stderr}")
    return folder


def questionnaires(site: Path) -> list[str]:
    """Return the addresses of the pages of a built site that somebody answers."""
    return [page for page in _pages(site) if "<form data-assessment=" in _html(site, page)]


def overviews(site: Path) -> list[str]:
    """Return the addresses of the pages that show several people's or customers' answers."""
    return [page for page in _pages(site) if "<div data-assessment=" in _html(site, page)]


def loaded(site: Path, page: str) -> dict[str, int]:
    """Return the gzip sizes of our scripts and styles that a page loads before it can be used."""
    html = _html(site, page)
    files = {(site / page / found[1]).resolve() for found in LOADED.finditer(html)}
    names = {path.relative_to(site.resolve()).as_posix(): path for path in files if path.is_file()}
    ours = [path for name, path in sorted(names.items()) if not name.startswith(THEME)]
    listing = [site / "assets" / CONTENTS] if OVER_ALL in html else []
    at_once = {path.name: gzipped(path) for path in (*ours, *listing)}
    return at_once | _named(AT_ONCE, site, html)


def loaded_with_result(site: Path, page: str) -> dict[str, int]:
    """Return the gzip sizes of our scripts and styles that a page's first result waits for."""
    result = {RESULT: gzipped(site / "assets" / RESULT)}
    return result | _named(WITH_RESULT, site, _html(site, page))


def _named(attribute: re.Pattern[str], site: Path, html: str) -> dict[str, int]:
    """Return the sizes of the scripts that a page names, and of the styles called like them."""
    names = [name for found in attribute.finditer(html) for name in found[1].split()]
    files = [site / "assets" / f"{name}{kind}" for name in names for kind in (".js", ".css")]
    return {file.name: gzipped(file) for file in files if file.suffix == ".js" or file.is_file()}


def _pages(site: Path) -> list[str]:
    """Return the address of every page of a built site, with a slash at its end."""
    folders = sorted(file.parent for file in site.glob("*/**/index.html"))
    return [f"{folder.relative_to(site).as_posix()}/" for folder in folders]


def _html(site: Path, page: str) -> str:
    """Return what a page of a built site consists of."""
    return (site / page / "index.html").read_text(encoding="utf-8")


def beside(site: Path) -> dict[str, int]:
    """Return the gzip sizes of our scripts and styles that not every page of a site loads."""
    assets = site / "assets"
    files = sorted(file for kind in ("*.js", "*.css") for file in assets.glob(kind))
    return {file.name: gzipped(file) for file in files if not file.name.startswith("rapport.")}


def gzipped(file: Path) -> int:
    """Return how many bytes a file has when sent compressed."""
    return len(gzip.compress(file.read_bytes(), mtime=0))
