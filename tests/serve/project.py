"""A small site in a folder of its own, with a copy of our hooks, really built and served."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import yaml
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
MKDOCS = [sys.executable, "-m", "mkdocs"]
CHOSEN = ("smallest", "forms-of-a-gap", "flags-and-obstacles", "references-near-and-far")
PATIENCE = 60
"""Seconds to wait for what takes one: a machine may be busy."""


@dataclass(frozen=True)
class Project:
    """A site to build: its folder, in which everything may be changed."""

    folder: Path

    def write(self, file: str, text: str) -> None:
        """Write a file, with the folders above it."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, file: str) -> str:
        """Give the text of a file."""
        return (self.folder / file).read_text(encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a text in a file; it has to be there."""
        text = self.read(file)
        assert old in text
        self.write(file, text.replace(old, new))

    def configure(self, **settings: Any) -> None:
        """Lay settings over those of this repository's `mkdocs.yml`."""
        with (ROOT / "mkdocs.yml").open("rb") as file:
            ours = yaml_load(file)
        nav = [{"Home": "index.md"}, {"Questionnaires": "assessments/index.md"}]
        whole = ours | {"nav": nav} | settings
        self.write("mkdocs.yml", yaml.safe_dump(whole, sort_keys=False, allow_unicode=True))

    def build(self, *flags: str) -> subprocess.CompletedProcess[str]:
        """Build the site, strictly; what was printed is in `stdout`, with both kinds in order."""
        return subprocess.run(
            [*MKDOCS, "build", "--strict", *flags],
            cwd=self.folder,
            env=quiet(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


def quiet() -> dict[str, str]:
    """Give the environment without a notice that the theme prints on every build."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def make(folder: Path) -> Project:
    """Make a project of some valid cases and two hand-written pages."""
    project = Project(folder)
    without = shutil.ignore_patterns("__pycache__", "browser")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=without)
    shutil.copytree(CASES / "library", folder / "assessments" / "library")
    for case in CHOSEN:
        shutil.copy(CASES / "valid" / f"{case}.yml", folder / "assessments")
    project.write("docs/index.md", "# Home\n\nWelcome.\n")
    project.write("docs/assessments/index.md", "# All\n\n<!-- questionnaires -->\n")
    project.configure()
    return project


def is_whole(status: int, text: str) -> bool:
    """Whether this is a page, and not the beginning of one that is just being written."""
    return status == 200 and text.rstrip().endswith("</html>")


@dataclass
class Server:
    """A running `mkdocs serve`: its address, and all it has printed."""

    url: str
    process: subprocess.Popen[str]
    log: list[str] = field(default_factory=list)

    def get(self, path: str = "") -> tuple[int, str]:
        """Give status and text of a page. Raises OSError where nobody answers."""
        try:
            with urlopen(self.url + path, timeout=10) as answer:  # noqa: S310 - our own address
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def eventually(self, path: str, holds: Callable[[int, str], bool]) -> tuple[int, str]:
        """Give status and text of a page as soon as they fit. Fails when that takes too long."""
        deadline = time.monotonic() + PATIENCE
        found = (0, "")
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "mkdocs serve ended:\n" + "".join(self.log)
            try:
                found = self.get(path)
            except OSError:
                found = (0, "nobody answers")
            if holds(*found):
                return found
            time.sleep(0.05)
        raise AssertionError(f"{path} stayed {found[0]}:\n{found[1][:2000]}\n{''.join(self.log)}")

    def shows(self, path: str, words: str) -> str:
        """Give the page as soon as it can be read as a whole and has these words."""
        return self.eventually(path, lambda *got: is_whole(*got) and words in got[1])[1]

    def lacks(self, path: str, words: str) -> str:
        """Give the page as soon as it can be read as a whole and these words are not in it."""
        return self.eventually(path, lambda *got: is_whole(*got) and words not in got[1])[1]

    def says(self, words: str) -> None:
        """Wait until these words stand in the log."""
        self.eventually("", lambda *_: any(words in line for line in self.log))


@contextmanager
def serving(project: Project) -> Iterator[Server]:
    """Serve a project on a free port of this machine, and end that at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [*MKDOCS, "serve", "--dev-addr", address],
        cwd=project.folder,
        env=quiet(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    server = Server(f"http://{address}/", process)
    assert process.stdout
    reader = threading.Thread(target=server.log.extend, args=[process.stdout])
    with process:
        reader.start()
        try:
            server.says("Serving on")
            yield server
        finally:
            process.terminate()
            reader.join()
