"""The format as typed objects: what they hold, and how they are asked."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from rapport import fields, model, questions, shelf
from rapport.library import read_assessment
from rapport.model import Assessment
from rapport.questions import TYPES
from unit.cases import CASES, shared

MODELS = [
    each
    for module in (model, questions, shelf)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, BaseModel) and each is not fields.Part
]


def valid(case: str) -> Assessment:
    """Give the assessment of a valid case."""
    data = (CASES / "valid" / f"{case}.yml").read_bytes()
    assessment, problems = read_assessment(f"assessments/{case}.yml", data, shared())
    assert assessment is not None, problems
    return assessment


def asked(assessment: Assessment, form: str) -> list[str]:
    """Give the ids of the questions in a form."""
    return [question.id for _, question in assessment.questions_in(form)]


def test_the_id_is_the_file_name() -> None:
    """A file is found by its name, so nothing in it can say otherwise."""
    assert valid("smallest").id == "smallest"


def test_what_is_left_out_has_its_default() -> None:
    """A questionnaire says only what is special about it."""
    case = valid("smallest")
    said = (case.fits, case.result, case.subject, case.order, case.forms, case.retired)
    assert said == ("both", "profile", "none", "listed", {}, ())


def test_questionnaires_for_individuals_are_private() -> None:
    """Private is the default for individuals, and only for them."""
    assert not valid("smallest").private
    given = {"id": "x", "title": "T", "summary": "S", "minutes": "1"}
    assert Assessment.model_validate({**given, "audience": "individual"}).private


def test_a_question_without_type_is_a_scale_question() -> None:
    """The commonest question needs no type."""
    types = [question.type for _, question in valid("every-type-of-question").questions_in("")]
    assert types == ["scale", "scale", "choice", "poles", "balance", "checklist", "text"]
    assert set(types) == set(TYPES)


def test_numbers_and_truths_are_converted_where_they_are_due() -> None:
    """A weight is a number and reverse a truth, with quotes and without."""
    first, second, third = valid("weights-and-reverse").dimensions[0].questions
    assert (first.weight, second.weight, third.weight) == (2, 0.5, 1.5)
    assert (first.reverse, second.reverse, third.reverse) == (False, True, False)
    assert (first.na, second.na, third.na) == (None, False, "Nobody came")


def test_labels_stay_texts() -> None:
    """A label that looks like a number or a truth is shown as it was written."""
    case = valid("words-that-look-like-something-else")
    choice = case.dimensions[0].questions[1]
    assert isinstance(choice, questions.ChoiceQuestion)
    labels = [each.label for each in choice.choices]
    assert labels == ["On", "no", "1e3", "0x1F", ".inf", "12_000"]
    assert (case.title, case.summary, choice.ask) == ("Yes", "1:30", "007")


def test_forms_ask_what_has_words_for_them() -> None:
    """A question without wording for a form is not in it; one text is for all."""
    case = valid("forms-of-a-gap")
    assert case.form_ids == ("team", "customer", "colleague")
    assert asked(case, "team") == ["heard", "only-us", "story"]
    assert asked(case, "customer") == ["heard", "story"]
    assert asked(case, "colleague") == ["only-us", "story"]


def test_without_forms_there_is_one_without_a_name() -> None:
    """Everything works by forms, also where there are none."""
    case = valid("every-type-of-question")
    assert case.form_ids == ("",)
    assert len(asked(case, "")) == 7


def test_words_are_a_text_or_a_forms_own() -> None:
    """A map of words gives each form its own, and nothing to the others."""
    assert Assessment.words({"team": "We"}, "team") == "We"
    assert Assessment.words({"team": "We"}, "customer") is None
    assert Assessment.words("All", "customer") == "All"
    assert Assessment.words(None, "customer") is None


def test_a_dimension_is_spoken_of_by_its_name() -> None:
    """Inside a sentence stands the name, or the title with a small letter."""
    assert valid("everything-about-the-whole").dimensions[0].spoken == "the first"
    assert valid("smallest").dimensions[0].spoken == "first"


def test_standard_levels_know_where_they_begin() -> None:
    """The four standard levels have their cuts, and others say theirs."""
    bands = shared().bands
    assert [band.cut for band in bands["frequency"].levels] == [0, 37.5, 62.5, 87.5]
    assert [band.cut for band in bands["halves"].levels] == [0, 50]


def test_references_are_lists_whether_one_or_many() -> None:
    """A single practice is a list of one."""
    first, second, *_ = valid("references-near-and-far").dimensions[0].questions
    assert (first.practices, first.warnings) == (("listen-back",), ("rehearsing",))
    assert second.practices == ("ask-again", "be-present.next-step")


def test_lines_are_lines() -> None:
    """A title written over several lines is one line; Markdown keeps its lines."""
    given = {"id": "x", "title": "A\n  long title\n", "summary": "S", "minutes": "1"}
    case = Assessment.model_validate({**given, "audience": "team", "pause": "One\n\n- two\n"})
    assert (case.title, case.pause) == ("A long title", "One\n\n- two")


def test_nothing_can_be_changed() -> None:
    """Typed objects are what the file says, for ever."""
    with pytest.raises(ValidationError):
        valid("smallest").title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "written", ["1_0", " ", "1e3", "inf", "nan", "0x1", "½", "1,5", "--1", "١"]
)
def test_numbers_are_written_in_digits(written: str) -> None:
    """What only a program would take for a number is none."""
    given = {"id": "x", "title": "T", "summary": "S", "audience": "team", "minutes": written}
    with pytest.raises(ValidationError):
        Assessment.model_validate(given)


@pytest.mark.parametrize("part", MODELS, ids=lambda part: part.__name__)
def test_every_key_is_described(part: type[BaseModel]) -> None:
    """An editor can explain every key, in a sentence."""
    described = {name: field.description or "" for name, field in part.model_fields.items()}
    assert [name for name, text in described.items() if not text.endswith((".", '?"'))] == []
