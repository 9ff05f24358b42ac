"""What a page says without a script: points, adding up, every band's guidance, all advice."""

from __future__ import annotations

import pytest

from unit.markup import Element
from unit.rendered import WORDS, pieces, tree, valid

WEIGHTS = valid("weights-and-reverse")
TYPES = valid("every-type-of-question")
GAP = valid("forms-of-a-gap")
NEAR_AND_FAR = valid("references-near-and-far")
FLAGS = valid("flags-and-obstacles")
STAGE = valid("stage-without-dimensions")
RISING = ["0", "25", "50", "75", "100"]


def points(text: bytes, id_: str) -> list[str | None]:
    """Give what is printed beside each answer of a question, "does not apply" last."""
    fields = tree(text).one("fieldset", data_question=id_)
    words = [each for each in fields.all("span") if "words" in each.classes]
    return [each.attributes.get("data-points") for each in words]


def result(text: bytes, form: int = 0) -> Element:
    """Give the result of a form."""
    return tree(text, form).one("section", data_result=True)


def listed(text: bytes, kind: str) -> list[tuple[str, str]]:
    """Give id and text of each practice, warning or obstacle on a page."""
    name = f"data-{kind}"
    entries = [each for each in result(text).all("li") if name in each.attributes]
    return [(each[name], (each.all("span") or [each])[0].text) for each in entries]


@pytest.mark.parametrize(
    ("case", "id_", "expected"),
    [
        ("smallest", "one", [*RISING, "–"]),
        ("weights-and-reverse", "two", [*reversed(RISING)]),
        ("uneven-points", "one", ["0", "10", "30", "60", "100"]),
        ("every-type-of-question", "balance", ["0", "50", "100", "50", "0"]),
        ("every-type-of-question", "choice", ["0", "100"]),
        ("every-type-of-question", "poles", RISING),
        ("poles-with-trend", "two", [*reversed(RISING), None, None, None]),
        ("two-steps", "one", ["0", "100"]),
        ("stage-without-dimensions", "where-now", [None, None]),
    ],
)
def test_points_are_printed_from_0_to_100(case: str, id_: str, expected: list[str | None]) -> None:
    """Reversed where due, best in the middle for a balance, and none where nothing is scored."""
    assert points(valid(case), id_) == expected


def test_points_are_rounded_half_up() -> None:
    """An eighth is 12.5 of 100, and is printed as 13."""
    choices = ", ".join(f"{{id: c{n}, label: L{n}, points: {n}}}" for n in range(9))
    text = TYPES.decode().replace(
        "choices: [{id: a, label: A, points: 0}, {id: b, label: B, points: 2.5}]",
        f"choices: [{choices}]",
    )
    assert points(text.encode(), "choice") == ["0", "13", "25", "38", "50", "63", "75", "88", "100"]


def test_a_weight_is_said_where_it_is_not_one() -> None:
    """Whoever adds up by hand counts as the script does."""
    fields = [tree(WEIGHTS).one("fieldset", data_question=q) for q in ("one", "two")]
    said = [[each.text for each in f.all("p", class_="worksheet")] for f in fields]
    assert said == [["counts 2 times"], ["counts 0.5 times"]]
    assert WORDS.page["adding_up_weight"] in result(WEIGHTS).text
    assert WORDS.page["adding_up_weight"] not in result(TYPES).text


def test_adding_up_counts_the_scored_questions_of_the_form() -> None:
    """More than half of them have to be answered."""
    row = result(TYPES).all("tbody")[0].one("tr")
    assert [row.one("th").text, *(each.text for each in row.all("td"))][:3] == ["First", "5", "3"]
    row = result(GAP, 2).all("tbody")[0].one("tr")
    assert [each.text for each in row.all("td")][:2] == ["1", "1"]


def test_a_dimension_shows_every_level_with_its_points() -> None:
    """All guidance is in the page; the script only chooses."""
    [dimension] = result(valid("smallest")).all("section", data_dimension=True)
    levels = [each for each in dimension.all("div") if "data-level" in each.attributes]
    assert [each["data-level"] for each in levels] == ["low", "middle", "high", "top"]
    assert [each.one("h5").text for each in levels] == [
        "Seldom 0 to 37.5 points",
        "About half 37.5 to 62.5 points",
        "Mostly 62.5 to 87.5 points",
        "Nearly always 87.5 to 100 points",
    ]
    assert levels[0].one("p").text == "Listen"


def test_guidance_of_its_own_wins() -> None:
    """A questionnaire speaks in its own voice where it has one."""
    text = result(valid("guidance-of-its-own")).one("section", data_dimension=True).text
    assert "Listen more" not in text


def test_practices_and_warnings_stand_once_with_their_words() -> None:
    """What an answer may suggest is there to read, each by its full name."""
    assert listed(NEAR_AND_FAR, "practice") == [
        ("listen.listen-back", "Say back what you understood before you answer."),
        ("listen.ask-again", "Ask one more question before you propose something."),
        ("be-present.next-step", "Look for one helpful thing to do next."),
        ("repair.call-back", "Call back a day later."),
    ]
    assert [id_ for id_, _ in listed(FLAGS, "warning")] == [
        "listen.rehearsing",
        "be-present.forecasting",
    ]


def test_obstacles_are_the_items_that_others_can_change() -> None:
    """What stood in the way is taken to the team."""
    assert listed(FLAGS, "obstacle") == [
        ("walk.rehearsing", "Answers were ready"),
        ("walk.forecast", "The end was clear"),
    ]


def test_flags_stand_beside_the_dimension_they_name() -> None:
    """A choice's sentence and an item seen, each with the answer that calls for it."""
    flags = result(FLAGS).one("section", data_dimension="first").all("p", class_="flag")
    assert [(each["data-flag"], each.text) for each in flags] == [
        ("bond-after.weaker", "Weaker: Talk about it."),
        ("walk.rehearsing", "Yes: Answers were ready"),
    ]


def test_a_choice_may_carry_advice() -> None:
    """What to do next follows from the stage."""
    [advice] = [each for each in result(STAGE).all("div") if "data-next" in each.attributes]
    assert advice["data-next"] == "where-now.met"
    assert advice.all("p")[-1].text == "Ask."


def test_a_balance_may_carry_advice_for_either_side() -> None:
    """Too little and too much call for different things."""
    text = TYPES.decode().replace("type: balance,", "type: balance, below: More., above: Less.,")
    advice = [each for each in result(text.encode()).all("div") if "data-next" in each.attributes]
    assert [each["data-next"] for each in advice] == ["balance.below", "balance.above"]


def test_without_dimensions_there_is_nothing_to_add_up() -> None:
    """A page without scores has no table and no picture of them."""
    assert result(STAGE).all("table") == []
    assert result(STAGE).all("figure") == []


@pytest.mark.parametrize(
    ("case", "labels"), [("smallest", 5), ("bands-where-scales-differ", 0), ("two-steps", 2)]
)
def test_the_pictures_axis_has_the_labels_of_the_scale(case: str, labels: int) -> None:
    """Only where all answers stand on the same steps."""
    axes = result(valid(case)).all("p", class_="axis")
    assert sum(len(each.children) for each in axes) == labels


def test_a_dimension_that_a_form_does_not_ask_is_not_in_its_result() -> None:
    """Nothing is said of what was not asked."""
    text = GAP.decode().replace(", colleague: You ask them.", "")
    assert [form.form for form in pieces(text)] == ["team", "customer", "colleague"]
    assert result(text.encode(), 2).all("section", data_dimension=True) == []
