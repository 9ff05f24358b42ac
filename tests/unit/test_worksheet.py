"""What a page says without a script: points, adding up, every band's guidance, all advice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapport import forms
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


def result(text: str | bytes, form: int = 0) -> Element:
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
    """Whoever adds up by hand counts as the script does, and whoever does not is told as well."""
    fields = [tree(WEIGHTS).one("fieldset", data_question=q) for q in ("one", "two")]
    said = [[each.text for each in f.all("p", class_="quiet")] for f in fields]
    assert said == [["counts 2 times"], ["counts 0.5 times"]]
    assert WORDS.page["adding_up_weight"] in result(WEIGHTS).text
    assert WORDS.page["adding_up_weight"] not in result(TYPES).text


def parts_of(*counts: int) -> str:
    """Give a questionnaire with so many questions in its dimensions, one of them a choice."""
    head = "{title: T, summary: S, audience: team, minutes: 1, scale: how-often, dimensions: [%s]}"
    part = "{id: d%s, title: D, principle: listen, bands: frequency, questions: [%s, %s]}"
    choice = "{id: c%s, type: choice, ask: A, choices: [{id: x, label: X}, {id: y, label: Y}]}"
    asked = [
        ", ".join(f"{{id: q{d}x{n}, ask: A}}" for n in range(count))
        for d, count in enumerate(counts)
    ]
    return head % ", ".join(part % (d, each, choice % d) for d, each in enumerate(asked))


@pytest.mark.parametrize(
    ("counts", "points"),
    [((5, 5), 20), ((4, 9), 20), ((6, 3, 5), 25), ((2, 2), 30), ((5, 1), 40), ((30, 30), 10)],
)
def test_the_result_says_how_far_parts_may_differ_by_chance(
    counts: tuple[int, ...], points: int
) -> None:
    """The part with the fewest questions that score is the one that chance moves most."""
    lead = result(parts_of(*counts)).one("p", class_="lead").text
    said = f" tested on a sample. Differences under about {points} points may be chance. It is "
    assert said in lead


@pytest.mark.parametrize("text", [parts_of(5), STAGE.decode(), GAP.decode()])
def test_nothing_is_said_of_differences_where_no_parts_are_compared(text: str) -> None:
    """One part alone differs from nothing, and neither does one without a score."""
    lead = result(text).one("p", class_="lead").text
    assert " tested on a sample. It is for you " in lead
    assert "{" not in lead


def test_chance_is_reckoned_as_the_script_does() -> None:
    """What a page announces is what its result goes by."""
    script = (Path(forms.__file__).parent / "browser" / "score.ts").read_text(encoding="utf-8")
    found = [re.search(rf"const {name} = ([\d.]+);", script) for name in ("SEM_OF_ONE", "APART")]
    assert [match and float(match[1]) for match in found] == [forms.SEM_OF_ONE, forms.APART]


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
    """What to do next follows from what was chosen."""
    text = STAGE.decode().replace("{id: met, label: Met}", "{id: met, label: Met, next: Ask them.}")
    [advice] = [each for each in result(text.encode()).all("div") if "data-next" in each.attributes]
    assert advice["data-next"] == "where-they-say.met"
    assert advice.all("p")[-1].text == "Ask them."
    # On the page the answer stands before its advice, which replies to it.
    assert advice.one("span", class_="scripted").text == "You answered “Met”."


def test_a_stage_carries_advice_for_the_way_from_it() -> None:
    """It has a place of its own, since it follows from two answers; on paper too."""
    [advice] = [each for each in result(STAGE).all("div") if "data-transition" in each.attributes]
    assert advice["data-transition"] == "met"
    assert (advice.one("h4").text, advice.one("p").text) == ("From “Met” on", "Ask.")


def test_a_balance_may_carry_advice_for_either_side() -> None:
    """Too little and too much call for different things."""
    text = TYPES.decode().replace("type: balance,", "type: balance, below: More., above: Less.,")
    advice = [each for each in result(text.encode()).all("div") if "data-next" in each.attributes]
    assert [each["data-next"] for each in advice] == ["balance.below", "balance.above"]


def test_without_dimensions_there_is_nothing_to_add_up() -> None:
    """A page without scores has no table and no picture of them."""
    assert result(STAGE).all("table") == []
    assert result(STAGE).all("figure", class_="picture") == []


@pytest.mark.parametrize(
    ("case", "labels"),
    [
        ("smallest", 5),
        ("two-steps", 2),
        ("bands-where-scales-differ", 0),
        ("every-type-of-question", 0),
        ("uneven-points", 0),
    ],
)
def test_the_pictures_axis_has_the_labels_of_the_scale(case: str, labels: int) -> None:
    """Only where all answers stand on the same steps, and these at even distances."""
    axes = result(valid(case)).all("p", class_="axis")
    assert sum(len(each.children) for each in axes) == labels


def test_a_dimension_that_a_form_does_not_ask_is_not_in_its_result() -> None:
    """Nothing is said of what was not asked."""
    text = GAP.decode().replace(", colleague: You ask them.", "")
    assert [form.form for form in pieces(text)] == ["team", "customer", "colleague"]
    assert result(text.encode(), 2).all("section", data_dimension=True) == []
