"""Advice depends on the answers: other answers bring another order, other quotes, other practices.

Every questionnaire of the site is planned as for the site and worked out by the browser's own code.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from rapport.library import assessment_files, read_assessment, read_shared
from rapport.plan import plan
from rapport.words import read_words
from unit.answered import ANSWERED, Pattern, pattern, read_case
from unit.programs import run
from unit.reckoning import FOLDER, read

SECOND_HIGHEST = ""
"""Stands for the pattern without a low part."""
QUESTIONNAIRES = [path.stem for path in assessment_files(FOLDER)]
PARTS = {id_: [each["id"] for each in read(id_).get("dimensions", [])] for id_ in QUESTIONNAIRES}
SCORED = [id_ for id_ in QUESTIONNAIRES if PARTS[id_]]
LOW_PARTS = [(id_, part) for id_ in SCORED for part in PARTS[id_]]
TO_ASK = re.compile(r"“[^”]+\?”")
"""A question in quotation marks: something to say to somebody."""


def with_low(questionnaire: str, part: str) -> Pattern:
    """Give the second-highest answer everywhere, and the lowest in one part."""
    low = pattern(questionnaire, rule="lowest")
    ids = {each.id for each in low.questions if each.dimension == part}
    lowest = {id_: value for id_, value in low.answers.items() if id_ in ids}
    return pattern(questionnaire, rule="second-highest", answers=lowest)


@pytest.fixture(scope="module")
def results() -> dict[tuple[str, str], Any]:
    """Give what the browser's code finds in each pattern, by questionnaire and low part."""
    library, words = read_shared(FOLDER)[0], read_words()
    plans = {}
    for path in assessment_files(FOLDER):
        found, problems = read_assessment(path.name, path.read_bytes(), library)
        assert found, [str(each) for each in problems]
        plans[path.stem] = plan(found, library, words)
    keys = [*LOW_PARTS, *((id_, SECOND_HIGHEST) for id_ in SCORED)]
    patterns = [with_low(*key) for key in keys]
    given = {
        str(place): {"plan": plans[each.questionnaire], "form": each.form, "answers": each.answers}
        for place, each in enumerate(patterns)
    }
    return dict(zip(keys, run("scoring_cases.ts", given).values(), strict=True))


@pytest.mark.parametrize(("questionnaire", "part"), LOW_PARTS)
def test_a_low_part_is_what_the_result_is_about(
    questionnaire: str, part: str, results: dict[tuple[str, str], Any]
) -> None:
    """It stands last, its answers are quoted as lowest, and its practice comes first."""
    found = results[questionnaire, part]
    own = {each.id: each for each in pattern(questionnaire).questions if each.dimension == part}
    assert found["order"][-1] == part
    assert found["lowest"]
    assert set(found["lowest"]) <= set(own)
    assert found["practices"][0] in {name for each in own.values() for name in each.practices}
    assert set(found["warnings"]) <= {name for each in own.values() for name in each.warnings}
    assert found["warnings"]


@pytest.mark.parametrize("questionnaire", SCORED)
@pytest.mark.parametrize("said", ["order", "lowest", "practices", "warnings", "bands"])
def test_other_low_parts_bring_other_words(
    questionnaire: str, said: str, results: dict[tuple[str, str], Any]
) -> None:
    """No two parts of a questionnaire come to the same advice when each of them is the low one."""
    found = {part: results[questionnaire, part][said] for part in PARTS[questionnaire]}
    assert [(a, b) for a, b in combinations(found, 2) if found[a] == found[b]] == []


@pytest.mark.parametrize("questionnaire", SCORED)
def test_nothing_but_the_second_highest_answer_is_worth_reading(
    questionnaire: str, results: dict[tuple[str, str], Any]
) -> None:
    """There is a practice, what most answers say, and for each part a question to ask somebody."""
    found = results[questionnaire, SECOND_HIGHEST]
    guidance = {each["id"]: each["guidance"] for each in read(questionnaire)["dimensions"]}
    assert found["practices"]
    assert found["level"]
    for part, band in found["bands"].items():
        assert TO_ASK.search(guidance[part][band]), part


@pytest.mark.parametrize(("questionnaire", "part"), LOW_PARTS)
def test_the_upper_levels_send_to_another_person(questionnaire: str, part: str) -> None:
    """Where a person's own view has little more to show, the advice is a question to somebody."""
    [own] = [each for each in read(questionnaire)["dimensions"] if each["id"] == part]
    texts = list(own["guidance"].values())
    assert [text for text in texts[len(texts) // 2 :] if not TO_ASK.search(text)] == []


def test_advice_on_a_balance_says_to_which_answer_it_replies() -> None:
    """On the page it stands below its question, and no other words tell the side."""
    contents = [read(id_) for id_ in QUESTIONNAIRES]
    questions = [
        question
        for content in contents
        for part in [*content.get("dimensions", []), {"questions": content.get("unscored", [])}]
        for question in part["questions"]
    ]
    texts = [each[side] for each in questions for side in ("below", "above") if side in each]
    assert texts
    assert [each for each in texts if not each.startswith("You answered that ")] == []


def test_every_stage_has_something_to_ask() -> None:
    """Wherever two views begin, there is a question for the customer and a practice of its own."""
    content = read("stages")
    [ours] = [each for each in content["unscored"] if each["id"] == content["stage"]["ours"]]
    assert [each["id"] for each in ours["choices"] if not TO_ASK.search(each["next"])] == []
    practices = [each["practice"] for each in ours["choices"]]
    assert len(set(practices)) == len(practices) == 5


@pytest.mark.parametrize("said", ["headline", "practices", "next"])
def test_other_views_of_a_stage_bring_other_words(said: str) -> None:
    """No two of the stored constellations come to the same advice."""
    cases = [read_case(path) for path in ANSWERED]
    found = [each.expect[said] for each in cases if each.pattern.questionnaire == "stages"]
    assert len(found) >= 3
    assert [one for one, other in combinations(found, 2) if one == other] == []
