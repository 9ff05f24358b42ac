"""Builds the real site in the variants that the browser tests need, and serves them."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[2]


class BuildFailedError(Exception):
    """The site does not build; the message is what MkDocs printed."""


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: with the site's own 404 page, and no log."""

    def __init__(self, *args: Any, below: str = "/", **options: Any) -> None:
        self.below = below
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        """Give the file at a path of the host; outside of the site there is none."""
        inside = path.startswith(self.below)
        return super().translate_path(path.removeprefix(self.below[:-1]) if inside else "/none")

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's 404 page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@dataclass(frozen=True)
class Served:
    """A site on a port of its own: the address ends with a slash."""

    url: str
    folder: Path


def without_instant_navigation() -> dict[str, Any]:
    """Return the settings that switch the theme's instant navigation off."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        features = yaml_load(file)["theme"]["features"]
    kept = [name for name in features if not name.startswith("navigation.instant")]
    return {"theme": {"features": kept}}


def build(folder: Path, project: Path = ROOT, **settings: Any) -> Path:
    """Build a project strictly into `folder`, with `settings` laid over our `mkdocs.yml`.

    Raises:
        BuildFailedError: MkDocs refused, or warned.
    """
    # Read from standard input, so that paths in mkdocs.yml start at the project.
    config = yaml.safe_dump({"INHERIT": str(ROOT / "mkdocs.yml"), **settings})
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "-"]
    command += ["--site-dir", str(folder)]
    done = subprocess.run(command, cwd=project, input=config, capture_output=True, text=True)
    if done.returncode:
        raise BuildFailedError(done.stdout + done.stderr)
    return folder


def offline(folder: Path) -> Path:
    """Make the ZIP file of our site in `folder`, as `make offline` does.

    Raises:
        BuildFailedError: MkDocs refused, or warned.
    """
    command = [sys.executable, "-m", "rapport.offline", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise BuildFailedError(done.stdout + done.stderr)
    [file] = folder.iterdir()
    return file


def other_project(folder: Path, questionnaires: Iterable[Path]) -> dict[str, Any]:
    """Write a small project with these questionnaires and our library; return its settings."""
    library = folder / "assessments" / "library"
    shutil.copytree(ROOT / "assessments" / "library", library)
    for path in questionnaires:
        shutil.copy(path, folder / "assessments")
    docs = folder / "docs"
    (docs / "assessments").mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n\n[All](assessments/index.md)\n", encoding="utf-8")
    (docs / "assessments" / "index.md").write_text("# All\n\n<!-- questionnaires -->\n")
    return {
        "docs_dir": "docs",
        "hooks": [str(ROOT / "hooks" / "mkdocs_hooks.py")],
        "watch": [],
        "nav": [{"Home": "index.md"}, {"Questionnaires": "assessments/index.md"}],
    }


@contextmanager
def served(
    folder: Path, project: Path = ROOT, below: str = "", **settings: Any
) -> Iterator[Served]:
    """Build a project into `folder` and serve it on a free port of this machine.

    With `below`, a path such as `hr/reflect/`, the site is served at that place of the host. The
    address has to be known before the build: instant navigation works only when `site_url` is where
    the site really is. It is unless the settings say otherwise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    host = partial(StaticHost, directory=str(folder), below=f"/{below}")
    with ThreadingHTTPServer(("127.0.0.1", 0), host) as server:
        url = f"http://127.0.0.1:{server.server_port}/{below}"
        build(folder, project, **{"site_url": url, **settings})
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Served(url, folder)
        finally:
            server.shutdown()


def plan_of(folder: Path, assessment: str) -> dict[str, Any]:
    """Return the plan of a questionnaire as the site in this folder publishes it."""
    script = (folder / "assets" / "plans" / f"{assessment}.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(script.removeprefix("Rapport.plan(").removesuffix(");\n"))
    return found
