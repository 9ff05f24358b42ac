"""What is generated and committed is what its sources give, here as on every machine."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "hooks" / "rapport" / "theme" / "assets"
PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ]+)", re.MULTILINE)
# A path of some machine, or a host that packages came from.
# The one address that a bundle needs names SVG, and is never fetched.
TRACE = re.compile(
    r"file:///|/home/|/root/|/tmp/|/Users/|https?://(?!www\.w3\.org/2000/svg)|--index|--find"
)


def wanted(lock: str) -> list[Requirement]:
    """Return what `pyproject.toml` asks of a lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    development = project["dependency-groups"]["dev"] if lock == "requirements-dev.txt" else []
    return [Requirement(text) for text in project["project"]["dependencies"] + development]


def pins(lock: str) -> dict[str, set[str]]:
    """Return the locked versions by name; a name has several where they depend on the system."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer((ROOT / lock).read_text(encoding="utf-8")):
        found.setdefault(pin["name"], set()).add(pin["version"])
    return found


@pytest.mark.parametrize("generator", ["rapport.bundle", "rapport.schema"])
def test_generated_files_are_fresh(generator: str) -> None:
    """The committed files are what their sources give."""
    done = subprocess.run(
        [sys.executable, "-m", generator, "--check"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "hooks"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_locks_satisfy_the_project(lock: str) -> None:
    """Each package that the project asks for is locked at a version it supports."""
    locked = pins(lock)
    outside = [
        f"{requirement} is locked at {version}"
        for requirement in wanted(lock)
        for version in locked.get(requirement.name, {"no version"})
        if version == "no version" or version not in requirement.specifier
    ]
    assert outside == []


def test_development_lock_holds_the_runtime_lock() -> None:
    """Whoever develops builds the site with the very versions that readers build it with."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize(
    "name",
    ["requirements.txt", "requirements-dev.txt", "deno.json", "deno.lock"],
)
def test_locks_name_no_machine(name: str) -> None:
    """No lock holds a path of a machine or the host of a registry."""
    assert TRACE.findall((ROOT / name).read_text(encoding="utf-8")) == []


def test_bundle_names_no_machine() -> None:
    """No bundled file holds a path of a machine or the host of a registry."""
    made = sorted(path for path in ASSETS.rglob("*") if path.suffix in {".js", ".map", ".css"})
    assert made
    assert [path.name for path in made if TRACE.search(path.read_text(encoding="utf-8"))] == []
