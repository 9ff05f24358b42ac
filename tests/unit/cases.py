"""The cases in `tests/cases`: questionnaires with nothing wrong, and with exactly one thing.

Those in `notes` are valid and have one note of the lint; those in `quiet` come near to one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from rapport.library import Shared, read_shared

CASES = Path(__file__).parents[1] / "cases"
VALID = sorted((CASES / "valid").glob("*.yml"))
INVALID = sorted((CASES / "invalid").glob("*.yml"))
NOTED = sorted((CASES / "notes").glob("*.yml"))
QUIET = sorted((CASES / "quiet").glob("*.yml"))
INVALID_LIBRARY = sorted((CASES / "invalid" / "library").glob("*.yml"))


def shared() -> Shared:
    """Give the small library that the cases rest on; it has no problems."""
    found, problems = read_shared(CASES)
    assert not problems
    return found


def expected(path: Path) -> str:
    """Give the message that an invalid case, or one with a note, stores in its first line."""
    return path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")


def name(path: Path) -> str:
    """Give what a case is called in the tests' output."""
    return path.stem


def read(path: Path) -> dict[str, Any]:
    """Give a case as it stands in its file."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def named_in(expected: Any, found: Any) -> Any:
    """Give only so much of what was found as the expectation names; lists are compared whole.

    An empty mapping names emptiness: it is compared whole too.
    """
    if isinstance(expected, dict) and isinstance(found, dict) and expected:
        return {
            key: named_in(value, found.get(key, "(nothing)")) for key, value in expected.items()
        }
    return found
