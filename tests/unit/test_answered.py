"""The answered cases say what is worked out from the YAML alone; see `test_questionnaires.py`."""

from collections import Counter
from pathlib import Path

import pytest

from unit.answered import ANSWERED, expected, read_case
from unit.cases import name
from unit.reckoning import FOLDER


@pytest.mark.parametrize("path", ANSWERED, ids=name)
def test_case(path: Path) -> None:
    """What a case expects is what its answers come to."""
    case = read_case(path)
    assert expected(case.pattern) == case.expect, case.what


@pytest.mark.parametrize("path", ANSWERED, ids=name)
def test_answers_are_offered(path: Path) -> None:
    """A case answers only what its form asks, with what is offered there."""
    pattern = read_case(path).pattern
    questions = {each.id: each for each in pattern.questions}
    for id_, value in pattern.answers.items():
        question = questions[id_]
        if value is None:
            assert question.offers_na, id_
        elif isinstance(value, dict) and question.type == "checklist":
            assert set(value) <= set(question.labels), id_
        elif question.type != "text":
            assert (value["at"] if isinstance(value, dict) else value) in question.labels, id_


def test_every_form_has_three_patterns() -> None:
    """Each form of each questionnaire is answered in three ways or more, one of them by hand."""
    cases = [read_case(path) for path in ANSWERED]
    forms = Counter((case.pattern.questionnaire, case.pattern.form) for case in cases)
    by_hand = {
        (case.pattern.questionnaire, case.pattern.form) for case in cases if case.by != "script"
    }
    files = (path.stem for path in FOLDER.glob("*.yml") if not path.stem.startswith("_"))
    assert {questionnaire for questionnaire, _ in forms} == set(files)
    assert min(forms.values()) >= 3
    assert by_hand == set(forms)
