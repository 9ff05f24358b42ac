"""The scoring cases: from a questionnaire's YAML to what its result says, worked out by hand.

Each case is planned by Python, as for the site, and scored by the browser's own code in one Deno
process. Only what a case names under `expect` is compared; numbers have two decimals at most.
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

SCORING = sorted((CASES / "scoring").glob("*.yml"))


def planned(path: Path) -> dict[str, Any]:
    """Give a case's plan, form and answers, as the browser's code takes them."""
    case = read(path)
    text = case["assessment"].encode()
    assessment, problems = read_assessment(f"assessments/{path.name}", text, shared())
    assert assessment, problems
    return {
        "plan": plan(assessment, shared(), read_words()),
        "form": case.get("form"),
        "answers": case["answers"],
        "asked": case.get("asked", {}),
    }


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    """Give what the browser's code makes of every case, by the case's name."""
    found: dict[str, Any] = run("scoring_cases.ts", {name(path): planned(path) for path in SCORING})
    return found


@pytest.mark.parametrize("path", SCORING, ids=name)
def test_case(path: Path, results: dict[str, Any]) -> None:
    """The browser's code finds what was worked out by hand."""
    case = read(path)
    assert named_in(case["expect"], results[name(path)]) == case["expect"], case["what"]


def test_there_are_enough_cases(results: dict[str, Any]) -> None:
    """Every kind of result has a case, and every key that a case may expect is used by one."""
    cases = [read(path) for path in SCORING]
    may_expect = {key for result in results.values() for key in result}
    assert may_expect == {key for case in cases for key in case["expect"]}
    kinds = {case["expect"]["headline"]["kind"] for case in cases if "headline" in case["expect"]}
    assert kinds == {"none", "few", "close", "apart", "weakest", "mean"}
    assert len(cases) >= 60
