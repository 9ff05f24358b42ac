"""The plan: what the browser gets to know of an assessment."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rapport.plan import script
from unit.cases import VALID, name
from unit.rendered import WORDS, assessment, pieces, planned, question, tree, valid

# Keys of a question that are left out where their value would be the usual one.
USUAL = {"na": None, "trend": False, "obstacles": False, "weight": 1}


RISING = [0, 25, 50, 75, 100]


def labels(text: bytes, id_: str) -> list[str]:
    """Give the labels of a planned question's options."""
    return [option["label"] for option in question(text, id_)["options"]]


def scores(text: bytes | str, id_: str) -> list[float | None]:
    """Give the scores of a planned question's options."""
    return [option.get("score") for option in question(text, id_)["options"]]


def axes(text: bytes | str) -> list[list[tuple[str, float]]]:
    """Give the steps of each planned dimension."""
    dimensions = planned(text)["dimensions"]
    return [[(step["label"], step["at"]) for step in each["steps"]] for each in dimensions]


def beside(asked: str) -> str:
    """Give a questionnaire of one statement with another question in the same dimension."""
    text = valid("smallest").decode()
    return text.replace("      - {id: one", f"      - {asked}\n      - {{id: one", 1)


@pytest.mark.parametrize("path", VALID, ids=name)
def test_every_valid_case_has_a_plan(path: Path) -> None:
    """All that a form asks is planned, in its order, with words, options and a shape."""
    source = assessment(path.read_bytes())
    plan = planned(path.read_bytes())
    assert [form["id"] for form in plan["forms"]] == list(source.form_ids)
    for form in plan["forms"]:
        asked = [each.id for _, each in source.questions_in(form["id"])]
        assert [each["id"] for each in form["questions"]] == asked
        for each in form["questions"]:
            assert each["ask"]
            assert bool(each["options"]) == (each["type"] != "text")
            assert re.fullmatch("[0-9A-Z]{8}", each["shape"])
            usual = USUAL.items() & {k: v for k, v in each.items() if k in USUAL}.items()
            assert not usual


@pytest.mark.parametrize("path", VALID, ids=name)
def test_the_script_is_one_call_that_no_page_can_mistake(path: Path) -> None:
    """A classic script hands over what JSON can say, on one line, with no tag in it."""
    plan = planned(path.read_bytes())
    text = script(plan)
    assert text == script(planned(path.read_bytes()))
    assert text.startswith("Rapport.plan({")
    assert text.endswith("});\n")
    assert text.count("\n") == 1
    assert "<" not in text
    assert json.loads(text.removeprefix("Rapport.plan(").removesuffix(");\n")) == plan


def test_hostile_words_stay_words_in_the_script() -> None:
    """No text ends the script, opens a comment or breaks a line of it."""
    hostile = "</script><!-- <script>\\\"'` ${x}"
    text = valid("smallest").decode().replace("title: A case", f"title: {json.dumps(hostile)}")
    written = script(planned(text))
    assert "<" not in written
    content = json.loads(written.removeprefix("Rapport.plan(").removesuffix(");\n"))
    assert content["forms"][0]["title"] == hostile


def test_forms_have_their_own_titles_words_and_roles() -> None:
    """A guess and an answer ask the same thing in their own words."""
    team, customer, colleague = planned(valid("forms-of-a-gap"))["forms"]
    assert (team["role"], customer["role"], "role" in colleague) == ("guess", "answer", False)
    assert [f["title"] for f in (team, colleague)] == ["What we think they say", "And you?"]
    assert [q["ask"] for q in customer["questions"]] == [
        "I feel heard.",
        "What would you tell a friend?",
    ]


def test_forms_that_ask_the_same_share_its_shape() -> None:
    """A guess can be set against an answer."""
    team, customer, _ = planned(valid("forms-of-a-gap"))["forms"]
    assert team["questions"][0]["shape"] == customer["questions"][0]["shape"]
    assert team["edition"] != customer["edition"]


def test_practices_and_warnings_are_named_in_full() -> None:
    """A name without a principle is the question's own one's, or its dimension's."""
    case = valid("references-near-and-far")
    assert question(case, "one")["practices"] == ["listen.listen-back"]
    assert question(case, "one")["warnings"] == ["listen.rehearsing"]
    assert question(case, "two")["practices"] == ["listen.ask-again", "be-present.next-step"]
    assert question(case, "three")["practices"] == ["repair.call-back"]
    assert "practices" not in question(case, "four")
    assert question(case, "five")["practices"] == ["repair.call-back"]


def test_not_applicable_is_the_scales_unless_the_question_says_otherwise() -> None:
    """Own words win, `false` offers nothing, and a scale without words offers nothing."""
    case = valid("weights-and-reverse")
    assert question(case, "one")["na"] == "Did not come up"
    assert "na" not in question(case, "two")
    assert question(case, "three")["na"] == "Nobody came"
    assert "na" not in question(valid("forms-of-a-gap"), "heard")


def test_weights_stand_where_they_are_unusual_and_change_no_score() -> None:
    """How much a question counts is the dimension's matter."""
    case = valid("weights-and-reverse")
    assert [question(case, q).get("weight") for q in ("one", "two", "three")] == [2, 0.5, 1.5]
    assert scores(case, "one") == scores(case, "three") == RISING


def test_options_have_their_final_scores() -> None:
    """Whatever the points and the direction, the browser only has to look."""
    types = valid("every-type-of-question")
    assert scores(valid("smallest"), "one") == RISING
    assert scores(valid("weights-and-reverse"), "two") == RISING[::-1]
    assert scores(valid("uneven-points"), "one") == [0, 10, 30, 60, 100]
    assert scores(types, "choice") == [0, 100]
    assert scores(types, "balance") == [0, 50, 100, 50, 0]


def test_steps_are_numbered_from_one() -> None:
    """A step's value is its place, whatever it is worth."""
    options = question(valid("uneven-points"), "one")["options"]
    assert [option["value"] for option in options] == [1, 2, 3, 4, 5]


def test_unscored_questions_have_no_scores_and_no_dimension() -> None:
    """What is not scored cannot be scored by mistake."""
    case = valid("stage-without-dimensions")
    for id_ in ("where-now", "at-risk"):
        assert scores(case, id_) == [None, None]
        assert "dimension" not in question(case, id_)


def test_choices_and_items_name_the_dimensions_they_speak_of() -> None:
    """Flags, items and warning signs reach the browser by id."""
    case = valid("flags-and-obstacles")
    weaker, stronger = question(case, "bond-after")["options"]
    assert (weaker["flag"], "flag" in stronger) == ({"dimension": "first"}, False)
    rehearsing, forecast = question(case, "walk")["options"]
    assert (rehearsing["dimension"], rehearsing["warning"]) == ("first", "listen.rehearsing")
    assert ("dimension" in forecast, forecast["warning"]) == (False, "be-present.forecasting")
    assert question(case, "walk")["obstacles"] is True


def test_poles_ask_for_a_trend_where_they_are_told_to() -> None:
    """Everything a question asks is in its plan."""
    assert question(valid("poles-with-trend"), "two")["trend"] is True
    assert "trend" not in question(valid("every-type-of-question"), "poles")


def test_a_balance_has_the_steps_of_its_scale() -> None:
    """What is best in the middle is listed from too little to too much."""
    assert labels(valid("every-type-of-question"), "balance")[2] == "Balanced"


@pytest.mark.parametrize(
    "asked",
    [
        "{id: same, ask: We waited., reverse: true}",
        "{id: poles, type: poles, ask: Q, low: L, high: H}",
        "{id: open, type: choice, ask: Q, choices: [{id: a, label: A}, {id: b, label: B}]}",
    ],
)
def test_the_pictures_steps_are_those_that_all_scored_questions_share(asked: str) -> None:
    """Each step stands at its score; what has no score has no say, and reversing moves no step."""
    shared = list(zip(labels(valid("smallest"), "one"), RISING, strict=True))
    assert axes(valid("smallest")) == [shared]
    assert axes(beside(asked)) == [shared]


@pytest.mark.parametrize(
    "asked",
    [
        "{id: other, ask: We waited., scale: four-steps}",
        "{id: poles, type: poles, ask: Q, low: L, high: H, scale: between}",
        "{id: balance, type: balance, ask: Q, scale: how-often}",
        "{id: pick, type: choice, ask: Q, choices: ["
        "{id: a, label: A, points: 0}, {id: b, label: B, points: 1}]}",
    ],
)
def test_the_picture_has_no_steps_where_answers_stand_on_others(asked: str) -> None:
    """Where scales differ, no axis could be labelled truthfully."""
    assert axes(beside(asked)) == [[]]


def test_a_balance_alone_has_no_steps_in_the_picture() -> None:
    """Its ends have the same score, so that they cannot stand at both ends."""
    text = valid("smallest").decode()
    assert axes(text.replace("{id: one,", "{id: one, type: balance, scale: how-often,", 1)) == [[]]


def test_uneven_steps_stand_at_their_scores() -> None:
    """The picture shows the scale as it is scored."""
    assert [at for _, at in axes(valid("uneven-points"))[0]] == [0, 10, 30, 60, 100]


def test_bands_are_the_dimensions_own_or_else_its_scales() -> None:
    """A level has an id, words, and the score where it begins."""
    [dimension] = planned(valid("smallest"))["dimensions"]
    assert [(b["id"], b["words"], b["from"]) for b in dimension["bands"]] == [
        ("low", "Seldom", 0),
        ("middle", "About half", 37.5),
        ("high", "Mostly", 62.5),
        ("top", "Nearly always", 87.5),
    ]
    [own] = planned(valid("bands-where-scales-differ"))["dimensions"]
    assert own["bands"][0]["words"] == "Not yet"


def test_a_scale_without_bands_leaves_them_to_the_next() -> None:
    """Steps between two poles have no words, and borrow those of the questions beside them."""
    text = valid("smallest").decode()
    poles = (
        "      - {id: zero, type: poles, ask: Q, low: L, high: H, scale: between}\n      - {id: one"
    )
    [dimension] = planned(text.replace("      - {id: one", poles, 1))["dimensions"]
    assert dimension["bands"][0]["words"] == "Seldom"


def test_dimensions_are_spoken_of_and_grouped() -> None:
    """A name for sentences, and a group where there is one."""
    [named] = planned(valid("everything-about-the-whole"))["dimensions"]
    assert (named["name"], named["group"]) == ("the first", "With the customer")
    assert "group" not in planned(valid("smallest"))["dimensions"][0]


def test_the_plan_says_how_the_result_is_told() -> None:
    """What the browser decides by stands at the top."""
    plan = planned(valid("everything-about-the-whole"))
    about = (plan["format"], plan["result"], plan["private"], plan["subject"], plan["minimum"])
    assert about == (1, "weakest", False, "optional", 3)
    assert plan["language"] == WORDS.language


def test_a_plan_brings_the_words_of_the_scripts_that_its_pages_load() -> None:
    """A page that needs nothing besides carries no words for it."""
    own = ["before", "blank", "commitments", "keeping", "link", "markdown", "stepping"]
    assert planned(valid("smallest"))["words"] == WORDS.spoken([*own, "handover"])
    private = valid("smallest").replace(b"audience: team", b"audience: individual")
    assert planned(private)["words"] == WORDS.spoken(own)
    names = ["handover", "kinds", "customers", "portfolio"]
    assert (
        planned(valid("everything-about-the-whole"))["words"].keys() >= WORDS.spoken(names).keys()
    )


@pytest.mark.parametrize(("audience", "needed"), [("individual", 5), ("team", 1), ("customer", 1)])
def test_few_answers_about_one_person_are_not_shown(audience: str, needed: int) -> None:
    """Unless a questionnaire says otherwise, one person hears of others from five answers on."""
    text = valid("smallest").replace(b"audience: team", f"audience: {audience}".encode())
    assert planned(text)["minimum"] == needed


def test_a_stage_is_told_by_its_questions() -> None:
    """The browser learns which questions and choices decide, and reads neutral labels."""
    case = valid("stage-without-dimensions")
    told = {"ours": "where-now", "theirs": "where-they-say", "risk": ["at-risk.yes"]}
    assert planned(case)["stage"] == told
    assert [option.get("plain") for option in question(case, "where-now")["options"]] == [
        "New",
        "Lasting",
    ]
    assert "stage" not in planned(valid("smallest"))


@pytest.mark.parametrize("path", VALID, ids=name)
def test_plan_and_page_ask_the_same(path: Path) -> None:
    """Whatever the browser looks for in the page is there, and nothing else."""
    for number, piece in enumerate(pieces(path.read_bytes())):
        page = tree(path.read_bytes(), number)
        asked = {each["id"]: each for each in piece.planned["questions"]}
        shown = {each["data-question"]: each for each in page.all("fieldset")}
        assert shown.keys() == asked.keys()
        for id_, each in asked.items():
            assert shown[id_].one("legend").text == " ".join(each["ask"].split())
            assert shown[id_]["data-type"] == each["type"]
