"""The page of a form: its contract with the browser's script, and what it says without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from unit.cases import VALID, name
from unit.markup import Element, parse
from unit.rendered import WORDS, pages, pieces, tree, valid

TYPES = valid("every-type-of-question")
GAP = valid("forms-of-a-gap")
AS_FILE = WORDS.page["as_file"]
WEIGHTS = valid("weights-and-reverse")
MIXED = """
title: A case
summary: One question of each dimension in turn.
audience: team
minutes: 1
scale: how-often
order: mixed
dimensions:
  - id: first
    title: First
    principle: listen
    questions: [{id: a1, ask: A1}, {id: a2, ask: A2}, {id: a3, ask: A3}]
  - id: second
    title: Second
    principle: be-present
    questions: [{id: b1, ask: B1}]
  - id: third
    title: Third
    principle: repair
    questions: [{id: c1, ask: C1}, {id: c2, ask: C2}]
unscored: [{id: z1, type: text, ask: Z1}, {id: y1, ask: Y1}]
"""
LEAD = [WORDS.page["think_lead"]]
LISTED = MIXED.replace("order: mixed", "order: listed")


def field(text: str | bytes, id_: str, form: int = 0) -> Element:
    """Give a question's fieldset."""
    return tree(text, form).one("fieldset", data_question=id_)


def values(fields: Element, name: str) -> list[str]:
    """Give the values that can be chosen under a name."""
    return [each["value"] for each in fields.all("input", name=name, type="radio")]


def answers(root: Element) -> Element:
    """Give the form that is answered."""
    return root.one("form", data_assessment=True)


@pytest.mark.parametrize("path", VALID, ids=name)
def test_every_valid_case_has_well_formed_pages(path: Path) -> None:
    """Each form is a page of its own, with one heading, one form and one result."""
    found = pages(path.read_bytes())
    assert len(found) == len(pieces(path.read_bytes()))
    for page in found:
        root = parse(page.html)
        assert root.one("h1").text == page.title
        assert root.one("form", data_assessment="case")["data-plan-version"] == "VERSION0"
        assert root.one("section", data_result=True)["id"] == "result"
        parse(page.search)


@pytest.mark.parametrize("path", VALID, ids=name)
def test_nothing_on_a_page_runs_or_paints_by_itself(path: Path) -> None:
    """No script, no style and no handler stands in a page, so that a strict policy can hold."""
    for page in pages(path.read_bytes()):
        for element in parse(page.html).below():
            assert element.tag not in ("script", "style", "img", "iframe")
            assert element.tag != "link" or re.search(r"\.\./assets/\w+\.css$", element["href"])
            assert not [key for key in element.attributes if key == "style" or key[:2] == "on"]


@pytest.mark.parametrize("path", VALID, ids=name)
def test_every_input_is_named_and_labelled(path: Path) -> None:
    """Each answer has words of its own, inside a label or as one."""
    for page in pages(path.read_bytes()):
        root = parse(page.html)
        for fieldset in root.all("fieldset"):
            id_ = fieldset["data-question"]
            assert fieldset["id"] == id_
            labelled = [i for label in fieldset.all("label") for i in label.all("input")]
            assert labelled == fieldset.all("input")
            assert all(label.text for label in fieldset.all("label"))
            assert all(i["name"].split(".")[0] == id_ for i in fieldset.all("input"))
            assert all(text["aria-label"] for text in fieldset.all("textarea"))


@pytest.mark.parametrize("path", VALID, ids=name)
def test_buttons_say_what_they_do(path: Path) -> None:
    """Each button has words, and an action that the script knows, or closes the dialog."""
    script = Path(__file__).parents[2] / "hooks" / "rapport" / "browser"
    known = "\n".join(file.read_text(encoding="utf-8") for file in script.rglob("*.ts"))
    for page in pages(path.read_bytes()):
        for button in parse(page.html).all("button", data_action=True):
            assert button["type"] == "button"
            assert button.text
            assert f'"{button["data-action"]}"' in known or f"{button['data-action']}:" in known


def test_a_scale_offers_its_steps_by_number_and_not_applicable_last() -> None:
    """The values are those of a sheet."""
    assert values(field(TYPES, "scale"), "scale") == ["1", "2", "3", "4", "5", "na"]
    assert values(field(TYPES, "balance"), "balance") == ["1", "2", "3", "4", "5"]


def test_a_choice_offers_its_ids() -> None:
    """A choice is kept by its id, whatever its label becomes."""
    assert values(field(TYPES, "choice"), "choice") == ["a", "b"]


def test_poles_say_both_ends_and_may_ask_for_a_trend() -> None:
    """The trend has a name of its own beside the place."""
    poles = field(valid("poles-with-trend"), "two")
    assert [each.text for each in poles.one("p", class_="poles").all("span")] == ["Here", "There"]
    assert values(poles, "two") == ["1", "2", "3", "4", "5"]
    assert values(poles, "two.trend") == ["better", "same", "worse"]


def test_a_checklist_asks_for_the_state_of_each_item() -> None:
    """Seen, not seen or not applicable, by item."""
    walk = field(valid("flags-and-obstacles"), "walk")
    groups = walk.all("div", role="radiogroup")
    assert [each["aria-labelledby"] for each in groups] == ["walk.rehearsing", "walk.forecast"]
    assert values(walk, "walk.forecast") == ["seen", "not-seen", "na"]


def test_a_text_is_written_in_a_text_area() -> None:
    """A question to think about has room for an answer."""
    assert field(TYPES, "text").one("textarea", name="text")["aria-label"] == "Why?"


def test_choices_may_have_a_neutral_label_and_a_description() -> None:
    """Beside the image stands what it plainly means."""
    [met, _] = field(valid("stage-without-dimensions"), "where-now").all("label")
    assert [each.text for each in met.all("small")] == ["New", "Once or twice ."]
    assert met.one("em").text == "twice"


def test_progress_counts_all_questions_but_texts() -> None:
    """What nobody scores and nobody has to write is not owed."""
    assert tree(TYPES).one("progress", data_progress=True)["max"] == "6"


def test_order_mixed_takes_one_of_each_dimension_in_turn() -> None:
    """Related questions stand apart; what has no score comes last, texts at the very end."""
    root = tree(MIXED)
    asked = [each["data-question"] for each in root.all("fieldset")]
    assert asked == ["a1", "b1", "c1", "a2", "c2", "a3", "y1", "z1"]
    assert "First" not in [each.text for each in answers(root).all("h2")]


def test_order_listed_shows_the_dimensions() -> None:
    """Each dimension is a part with a heading that links can lead to."""
    headings = answers(tree(LISTED)).all("h2")
    assert [each.attributes.get("id") for each in headings[:3]] == ["first", "second", "third"]


def test_a_form_has_its_own_words_or_the_questionnaires() -> None:
    """Summary, introduction and period are the form's where it has some."""
    team, customer, colleague = (tree(GAP, form) for form in range(3))
    assert "We guess. Guess well." in team.one("header").text
    assert "Two sides of one thing. Tell us." in customer.one("header").text
    assert "Two sides of one thing." in colleague.one("header").text
    assert [each.text for each in answers(team).all("p", class_="period")] == ["Now", *LEAD]
    assert [each.text for each in answers(colleague).all("p", class_="period")] == LEAD


def test_a_guess_is_called_a_guess() -> None:
    """What a team thinks that others say is not what they say."""
    team = tree(GAP, 0)
    assert answers(team)["data-role"] == "guess"
    assert team.one("h2", data_headline=True).text == WORDS.page["guess_heading"]
    assert "your own guess now." in team.one("section", data_result=True).text


def test_a_page_links_to_the_form_that_others_answer() -> None:
    """A team finds what it may send; whoever answers finds nothing of the house."""
    above, below = tree(GAP, 0).all("p", class_="siblings")
    link, file = above.all("a")
    assert (link["href"], link.text) == ("customer/", "How was it with us?")
    assert (file["href"], file.text) == ("../../assets/forms/case-customer.html", AS_FILE)
    assert [each["href"] for each in below.all("a")] == [link["href"], file["href"]]
    assert tree(GAP, 2).all("p", class_="siblings")[0].all("a")[0]["href"] == "../customer/"
    assert tree(GAP, 1).all("p", class_="siblings") == []


def test_links_to_files_fit_the_addresses_of_the_site() -> None:
    """Where pages are files and not folders, the way to the file for others is shorter."""
    for form, way in enumerate(("../", "../../", "../../")):
        links = parse(pages(GAP, directory_urls=False)[form].html).all("a", download=True)
        expected = [] if form == 1 else [f"{way}assets/forms/case-customer.html"] * 2
        assert [each["href"] for each in links] == expected


def test_those_who_answer_are_thanked_and_not_scored() -> None:
    """No points, no score and no advice reach somebody who answers about others."""
    result = tree(GAP, 1).one("section", data_result=True)
    assert "Thank you, really ." in result.text
    assert [key for each in result.below() for key in each.attributes if "dimension" in key] == []
    assert [each for each in tree(GAP, 1).below() if "data-points" in each.attributes] == []
    assert "points" not in tree(GAP, 1).text


def test_the_pause_is_offered_before_the_texts() -> None:
    """A minute's quiet belongs before what needs thought."""
    text = valid("everything-about-the-whole").decode()
    root = tree(text + "unscored: [{id: z, type: text, ask: Z}, {id: y, ask: Y}]\n")
    [*_, last] = [each for each in root.all("section") if each.all("fieldset")]
    assert last.one("details").text.startswith(WORDS.page["pause"])
    assert [each["data-question"] for each in last.all("fieldset")] == ["z"]
    assert len(root.all("details", class_="pause")) == 1


def test_headings_lead_to_dimensions_and_questions() -> None:
    """Whatever a link may want is an id in the page, also the result."""
    for text in (MIXED, LISTED):
        [page] = pages(text)
        ids = {each["id"] for each in parse(page.html).below() if "id" in each.attributes}
        assert {"a1", "z1", "result"} <= set(page.anchors) <= ids
    [listed] = pages(LISTED)
    assert [each.id for each in listed.contents] == ["first", "second", "third"]
    assert [each.id for each in listed.headings[0].children] == ["a1", "a2", "a3"]


def test_search_reads_questions_and_help_and_no_labels() -> None:
    """A question is found by its words, and is not drowned in repeated answers."""
    [page] = pages(LISTED.replace("ask: A1", "ask: A1, help: Think *twice*."))
    root = parse(page.search)
    assert [each["id"] for each in root.all("h3")] == [
        "a1",
        "a2",
        "a3",
        "b1",
        "c1",
        "c2",
        "y1",
        "z1",
    ]
    assert "Think twice ." in root.text
    assert "Most of the time" in page.html
    assert "Most of the time" not in page.search


def test_facts_say_whom_how_long_and_how_many() -> None:
    """Questions to think about are counted apart."""
    facts = [each.text for each in tree(MIXED).all("p", class_="facts")[0].all("span")]
    assert facts == ["For a team", "1 minute", "7 questions, and 1 to think about"]
