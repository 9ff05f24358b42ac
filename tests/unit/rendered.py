"""From a questionnaire's YAML to its plan and pages, as the site makes them, for the tests."""

from __future__ import annotations

from pathlib import Path

from rapport.library import read_assessment
from rapport.model import Assessment
from rapport.pages import Page, form_page
from rapport.plan import plan
from rapport.planned import Plan, QuestionPlan
from rapport.settings import Settings
from rapport.views import Pieces
from rapport.words import read_words
from unit.cases import shared
from unit.markup import Element, parse

LIBRARY = shared()
WORDS = read_words()


def assessment(text: str | bytes) -> Assessment:
    """Give the assessment that a YAML text is; it has no problems."""
    data = text if isinstance(text, bytes) else text.encode()
    found, problems = read_assessment("assessments/case.yml", data, LIBRARY)
    assert found is not None, [str(each) for each in problems]
    return found


def planned(text: str | bytes) -> Plan:
    """Give the plan of a YAML text."""
    return plan(assessment(text), LIBRARY, WORDS)


def question(text: str | bytes, id_: str, form: int = 0) -> QuestionPlan:
    """Give one planned question of a form."""
    [found] = [each for each in planned(text)["forms"][form]["questions"] if each["id"] == id_]
    return found


def pieces(text: str | bytes) -> list[Pieces]:
    """Give what the pages of a YAML text are made from, a form each."""
    found = assessment(text)
    content = plan(found, LIBRARY, WORDS)
    return [Pieces(found, form, content, LIBRARY, WORDS) for form in found.form_ids]


def pages(text: str | bytes, directory_urls: bool = True) -> list[Page]:
    """Give the pages of a YAML text."""
    settings = Settings("a-site", directory_urls)
    return [form_page(each, settings, "VERSION0") for each in pieces(text)]


def tree(text: str | bytes, form: int = 0) -> Element:
    """Give one page of a YAML text, parsed."""
    return parse(pages(text)[form].html)


def valid(case: str) -> bytes:
    """Give the YAML text of a valid case."""
    return (Path(__file__).parents[1] / "cases" / "valid" / f"{case}.yml").read_bytes()
