"""What makes two versions of a question or a form the same, and what doesn't."""

from __future__ import annotations

import json

import pytest
import yaml

from rapport.edition import assessment_code, edition, form_code, shape
from unit.rendered import planned, question

QUESTIONNAIRE = """
title: A case
summary: It is changed below, one thing at a time.
audience: team
minutes: 1
scale: how-often
dimensions:
  - id: first
    title: First
    principle: listen
    bands: frequency
    questions:
      - {id: chosen, type: choice, ask: Which?, na: None of them, choices: [
          {id: a, label: A, points: 1}, {id: b, label: B, points: 3}, {id: c, label: C, points: 5}]}
      - {id: said, ask: We listened.}
  - id: second
    title: Second
    principle: be-present
    questions:
      - {id: felt, ask: We were there.}
unscored:
  - {id: between, type: poles, ask: Where?, low: L, high: H, reverse: true}
  - {id: noticed, type: checklist, ask: What?, items: [{id: x, label: X}, {id: y, label: Y}]}
"""
NEITHER: dict[str, tuple[str, str]] = {
    "wording": ("ask: Which?", "ask: Which one?"),
    "a label": ("label: A,", "label: Another,"),
    "help": ("id: chosen,", "id: chosen, help: Think.,"),
    "weight": ("id: chosen,", "id: chosen, weight: 2,"),
    "practice": ("id: chosen,", "id: chosen, practice: listen-back,"),
    "principle": ("id: chosen,", "id: chosen, principle: be-present,"),
    "points on another range": (
        "points: 1}, {id: b, label: B, points: 3}, {id: c, label: C, points: 5}",
        "points: 0}, {id: b, label: B, points: 2}, {id: c, label: C, points: 4}",
    ),
    "points of another size": (
        "points: 1}, {id: b, label: B, points: 3}, {id: c, label: C, points: 5}",
        "points: -10}, {id: b, label: B, points: 0}, {id: c, label: C, points: 10}",
    ),
    "the order of options": (
        "{id: b, label: B, points: 3}, {id: c, label: C, points: 5}",
        "{id: c, label: C, points: 5}, {id: b, label: B, points: 3}",
    ),
    "the words of not applicable": ("na: None of them", "na: Nothing fits"),
}
BOTH: dict[str, tuple[str, str]] = {
    "an option more": ("points: 5}]", "points: 5}, {id: d, label: D, points: 4}]"),
    "an option's id": ("id: a, label", "id: z, label"),
    "unequal points": ("points: 3", "points: 4"),
    "reverse": ("id: chosen,", "id: chosen, reverse: true,"),
}
FIVE = (1, 2, 3, 4, 5)
# Written down, since people's files hold them: whatever changes one breaks their history.
SHAPES = {
    "FBA17SH7": ("scale", FIVE, FIVE),
    "MKT3A6XH": ("scale", FIVE, FIVE, True),
    "JQ3APWWE": ("scale", FIVE, (0, 1, 3, 6, 10)),
    "FJQ5PDZ4": ("poles", FIVE, FIVE),
    "HA59J0NR": ("balance", (1, 2, 3), (1, 2, 3)),
    "HW7YSVX0": ("choice", ("yes", "no")),
    "7B5KM2NE": ("choice", ("yes", "no"), (1, 0)),
    "KQDP22B4": ("choice", ("yes", "no"), (1, 0), True),
    "GW9E35ZP": ("checklist", ("x", "y")),
    "JXMXFN50": ("text", ()),
}
EDITIONS = {
    "CC8VW9X9": [],
    "QVRCJQBY": [("a", "JXMXFN50", False)],
    "PSKK32W0": [("a", "ABCD0123", True), ("b", "ABCD0123", False)],
}
# Of an assessment, a form, its edition and the questions that ask for a trend.
CODES: dict[str, tuple[str, str, str, list[str]]] = {
    "7K5YTPK": ("how-was-it", "", "6YPJR621", ["pace"]),
    "BTTYZ0A": ("marriage", "customer", "00000000", []),
    "BTTYYH2": ("marriage", "customer", "00000000", ["b", "a"]),
}


def changed(change: tuple[str, str]) -> str:
    """Give the questionnaire with one text in the place of another."""
    old, new = change
    assert QUESTIONNAIRE.count(old) == 1
    return QUESTIONNAIRE.replace(old, new)


def shape_in(text: str) -> str:
    """Give the shape of the question that the changes are made to."""
    return question(text, "chosen")["shape"]


def edition_in(text: str) -> str:
    """Give the edition of the only form."""
    return planned(text)["forms"][0]["edition"]


@pytest.mark.parametrize("written", SHAPES)
def test_shapes_never_change(written: str) -> None:
    """A question of today has the shape that files of years ago hold."""
    assert shape(*SHAPES[written]) == written


@pytest.mark.parametrize("written", EDITIONS)
def test_editions_never_change(written: str) -> None:
    """A form of today has the edition that files of years ago hold."""
    assert edition(EDITIONS[written]) == written


@pytest.mark.parametrize("written", CODES)
def test_what_stands_in_codes_never_changes(written: str) -> None:
    """A code of today begins as those do that were sent years ago."""
    assessment, form, version, trends = CODES[written]
    assert assessment_code(assessment) + form_code(form, version, trends) == written


@pytest.mark.parametrize("change", NEITHER)
def test_no_answer_is_lost_by_changing(change: str) -> None:
    """Mending a text breaks nothing."""
    text = changed(NEITHER[change])
    assert shape_in(text) == shape_in(QUESTIONNAIRE)
    assert edition_in(text) == edition_in(QUESTIONNAIRE)


@pytest.mark.parametrize("change", BOTH)
def test_answers_are_no_longer_compared_after_changing(change: str) -> None:
    """What an answer means has changed, and with it the shape and the edition."""
    text = changed(BOTH[change])
    assert shape_in(text) != shape_in(QUESTIONNAIRE)
    assert edition_in(text) != edition_in(QUESTIONNAIRE)


def test_not_applicable_belongs_to_the_edition_only() -> None:
    """An answer stays comparable, while a code counts the ways to answer."""
    text = changed(("na: None of them, ", ""))
    assert shape_in(text) == shape_in(QUESTIONNAIRE)
    assert edition_in(text) != edition_in(QUESTIONNAIRE)


def test_another_type_is_another_shape() -> None:
    """The same steps between two texts are not the same question."""
    as_poles = ("{id: said, ask: We listened.}", "{id: said, type: poles, ask: A, low: L, high: H}")
    shapes = [question(text, "said")["shape"] for text in (QUESTIONNAIRE, changed(as_poles))]
    assert shapes[0] != shapes[1]


def test_order_and_dimension_belong_to_no_edition() -> None:
    """Questions may move within the questionnaire."""
    said, felt = "{id: said, ask: We listened.}", "{id: felt, ask: We were there.}"
    text = QUESTIONNAIRE.replace(felt, "@").replace(said, felt).replace("@", said)
    assert edition_in(text) == edition_in(QUESTIONNAIRE)


MOVED = ["said", "chosen", "between"]


@pytest.mark.parametrize("id_", MOVED)
def test_a_question_may_move_to_where_it_is_not_scored_and_back(id_: str) -> None:
    """Whether an answer counts in a score is decided anew; what it means stays."""
    text = moved(id_)
    assert ("dimension" in question(text, id_)) != ("dimension" in question(QUESTIONNAIRE, id_))
    assert question(text, id_)["shape"] == question(QUESTIONNAIRE, id_)["shape"]
    assert edition_in(text) == edition_in(QUESTIONNAIRE)


def moved(id_: str) -> str:
    """Give the questionnaire with a question in its first dimension moved out, or into it."""
    content = yaml.load(QUESTIONNAIRE, yaml.CSafeLoader)
    places = [content["dimensions"][0]["questions"], content["unscored"]]
    for place, other in (places, places[::-1]):
        for each in [each for each in place if each["id"] == id_]:
            place.remove(each)
            other.append(each)
            return json.dumps(content)
    raise LookupError(id_)


def test_a_trend_belongs_to_the_code() -> None:
    """A code counts the ways to answer, and a trend makes more of them."""
    codes = {
        planned(text)["forms"][0]["code"]
        for text in (QUESTIONNAIRE, changed(("id: between,", "id: between, trend: true,")))
    }
    assert len(codes) == 2


def test_asking_for_a_trend_changes_no_answer() -> None:
    """The place between the poles means what it meant; the trend is asked besides."""
    text = changed(("id: between,", "id: between, trend: true,"))
    assert question(text, "between")["trend"] is True
    assert question(text, "between")["shape"] == question(QUESTIONNAIRE, "between")["shape"]
    assert edition_in(text) == edition_in(QUESTIONNAIRE)


def test_another_question_is_another_edition() -> None:
    """A question more or less, or under another id, is another form."""
    said = "      - {id: said, ask: We listened.}\n"
    renamed = changed((said, said.replace("said", "heard")))
    editions = {edition_in(text) for text in (QUESTIONNAIRE, changed((said, "")), renamed)}
    assert len(editions) == 3


@pytest.mark.parametrize("item", ["{id: x, label: X}, ", "id: y"])
def test_a_checklists_items_are_its_shape(item: str) -> None:
    """An item less or under another id changes what was seen."""
    text = changed((item, "id: z" if item == "id: y" else ""))
    assert question(text, "noticed")["shape"] != question(QUESTIONNAIRE, "noticed")["shape"]
