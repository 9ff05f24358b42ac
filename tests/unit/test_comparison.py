"""The cases of a comparison: a guess beside the answers of others, worked out by hand.

Each case is planned by Python, as for the site, and compared by the browser's own code in one Deno
process. Only what a case names under `expect` is compared; `null` is what must not be told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rapport.library import read_assessment
from rapport.plan import plan
from rapport.words import read_words
from unit.cases import CASES, name, named_in, read, shared
from unit.programs import run

COMPARISON = sorted((CASES / "comparison").glob("*.yml"))


def planned(path: Path) -> dict[str, Any]:
    """Give a case's plan and the answers of both sides, as the browser's code takes them."""
    case = read(path)
    text = case["assessment"].encode()
    assessment, problems = read_assessment(f"assessments/{path.name}", text, shared())
    assert assessment, problems
    return {
        "plan": plan(assessment, shared(), read_words()),
        "mine": case["mine"],
        "theirs": case["theirs"],
        "before": case.get("before", []),
    }


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    """Give what the browser's code makes of every case, by the case's name."""
    cases = {name(path): planned(path) for path in COMPARISON}
    found: dict[str, Any] = run("comparison_cases.ts", cases)
    return found


@pytest.mark.parametrize("path", COMPARISON, ids=name)
def test_case(path: Path, results: dict[str, Any]) -> None:
    """The browser's code finds what was worked out by hand."""
    case = read(path)
    assert named_in(case["expect"], results[name(path)]) == case["expect"], case["what"]


def test_there_are_enough_cases() -> None:
    """A case that is lost would be missed by nobody else."""
    assert len(COMPARISON) >= 26
