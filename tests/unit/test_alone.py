"""A form as one file: what is in it, and that no text of an author or of ours breaks it open."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rapport import outcome
from rapport.alone import ASSETS, SCRIPTS, STYLE, alone, inside
from rapport.outcome import Outcome
from rapport.scripts import has_code
from rapport.settings import Settings
from unit.cases import VALID, name
from unit.markup import Element, parse
from unit.rendered import LIBRARY, WORDS, pieces, planned, valid

GAP = valid("forms-of-a-gap")
FOR_CUSTOMERS = 1
BREAKING = ("</script>", "</SCRIPT >", "<script>", "<!--<script>", "-->", "</style>", "&lt;b>")
ELSEWHERE = ("src", "srcset", "action", "formaction", "poster", "data-scripts", "data-plan-version")


def file_of(text: bytes, form: int = FOR_CUSTOMERS) -> str:
    """Give the file of a form."""
    return alone(pieces(text)[form], Settings("a-site")).decode()


def tree(text: bytes) -> Element:
    """Give the file of the form for customers, parsed."""
    return parse(file_of(text))


def read(path: Path) -> Outcome:
    """Give what a case comes to."""
    return outcome.read(path, LIBRARY, WORDS, Settings())


@pytest.mark.parametrize("path", VALID, ids=name)
def test_there_is_one_file_for_each_form_that_others_answer(path: Path) -> None:
    """No other form is a file, and each file is about the form that its name says."""
    expected = {
        f"assets/forms/{path.stem}-{form['id']}.html": form["title"]
        for form in planned(path.read_bytes())["forms"]
        if form.get("role") == "answer"
    }
    files = {at: file for at, file in read(path).files.items() if at.endswith(".html")}
    assert {at: parse(file.decode()).one("h1").text for at, file in files.items()} == expected


def test_some_case_has_a_file() -> None:
    """The cases above are not all empty."""
    assert sum(at.endswith(".html") for path in VALID for at in read(path).files) >= 1


def test_it_holds_the_form_and_the_plan_of_it() -> None:
    """Every question is there, and the plan is the one that the site has."""
    file = tree(GAP)
    content = pieces(GAP)[FOR_CUSTOMERS].plan
    form = file.one("form", data_assessment=True)
    assert [form[key] for key in ("data-assessment", "data-form", "data-role", "data-site")] == [
        content["id"],
        "customer",
        "answer",
        "a-site",
    ]
    asked = [question["id"] for question in content["forms"][FOR_CUSTOMERS]["questions"]]
    assert [each["data-question"] for each in file.all("fieldset")] == asked
    [called] = re.findall(r"^Rapport\.plan\((.*)\);\s*$", file.all("script")[-1].text)
    assert json.loads(called) == json.loads(json.dumps(content))


def test_it_holds_the_scripts_and_the_style_that_the_site_has() -> None:
    """What runs is what was published, in the order in which one needs the other."""
    scripts = [each.text for each in tree(GAP).all("script")]
    published = [(ASSETS / each).read_text(encoding="utf-8") for each in SCRIPTS]
    without_map = [" ".join(re.sub(r"//# source.*", "", each).split()) for each in published]
    assert [each.replace(r"\x3C", "<") for each in scripts[:-1]] == without_map
    style = (ASSETS / STYLE).read_text(encoding="utf-8")
    assert "</" not in style
    assert tree(GAP).one("style").text[:500] == " ".join(style.split())[:500]


def test_it_asks_nobody_for_anything() -> None:
    """No address, no script or picture from elsewhere, no way to a source map, no icon to fetch."""
    file = tree(GAP)
    assert [key for each in file.below() for key in each.attributes if key in ELSEWHERE] == []
    assert [each["href"] for each in file.below() if "href" in each.attributes] == ["data:,"]
    text = file_of(GAP)
    assert "sourceMappingURL" not in text
    # The namespace of SVG is a name, and nobody asks for it.
    assert set(re.findall(r"https?://[^\s\"'`)]+", text)) <= {"http://www.w3.org/2000/svg"}
    assert re.findall(r"url\((?!#)|@import", file.one("style").text) == []


def test_it_is_a_page_of_its_own() -> None:
    """It says its language, its width and its name, and tells no site where it came from."""
    file = tree(GAP)
    metas = {each["name"]: each["content"] for each in file.all("meta", name=True)}
    assert file_of(GAP).startswith("<!doctype html>")
    assert file.one("html")["lang"] == WORDS.language
    assert file.one("meta", charset=True)["charset"] == "utf-8"
    assert file.one("title").text == "How was it with us?"
    assert metas == {
        "viewport": "width=device-width, initial-scale=1",
        "referrer": "no-referrer",
    }


def test_it_says_nothing_of_a_server_or_a_comparison() -> None:
    """Nothing is beside a file: it speaks of no server, and offers no way back to the house."""
    file = tree(GAP)
    words = file.one("main").text
    assert WORDS.page["kept_alone"] in words
    assert "server" not in words.lower()
    assert file.all("", data_action="add-asked") == []
    assert [each for each in file.below() if "asked" in each.classes] == []


def test_it_ends_with_a_code_and_no_points() -> None:
    """Whoever answers gets the code and thanks, and reads no points."""
    file = tree(GAP)
    assert file.all("", data_code=True)
    assert file.all("button", data_action="copy-code")
    assert [each for each in file.below() if "data-points" in each.attributes] == []


@pytest.mark.parametrize("breaking", BREAKING)
def test_no_text_breaks_it(breaking: str) -> None:
    """What HTML reads as its own may stand in every text, and the file has the same elements."""
    hostile = GAP.decode()
    for text in ("I feel heard.", "How was it with us?"):
        assert text in hostile
        hostile = hostile.replace(text, f'"{breaking} {text}"')
    file = tree(hostile.encode())
    assert [each.tag for each in file.below()] == [each.tag for each in tree(GAP).below()]
    assert file.one("fieldset", data_question="heard").one("legend").text.startswith(breaking)
    assert file.one("title").text.startswith(breaking)
    scripts = [each.text for each in file.all("script")]
    assert [each for each in scripts if re.search("<(/?script|!--)", each, re.IGNORECASE)] == []


@pytest.mark.parametrize("breaking", BREAKING)
def test_no_script_of_ours_ends_early(breaking: str) -> None:
    """In a string of a script, what would end the script is written so that it does not."""
    text = f'say("{breaking}");'
    assert parse(f"<script>{inside(text)}</script>").one("script").text.replace(
        r"\x3C", "<"
    ) == " ".join(text.split())
    assert not re.search("<(/?script|!--)", inside(text), re.IGNORECASE)


def test_those_who_answer_have_a_code_where_the_own_form_has_none() -> None:
    """A private questionnaire gives no code for one's own answers, and one for those of others."""
    private = GAP.replace(b"audience: team", b"audience: team\nprivate: true")
    codes = [has_code(each.assessment, each.form) for each in pieces(private)]
    assert codes == [False, True, False]
    assert [form.get("code") is not None for form in planned(private)["forms"]] == codes
