"""The table of contents for the browser: what is here, and where."""

import json
from pathlib import Path
from typing import Any

import pytest

from rapport import outcome
from rapport.contents import CONTENTS, SPEAKING, script
from rapport.settings import Settings
from rapport.site import build
from unit.cases import VALID, name
from unit.rendered import LIBRARY, WORDS

HERE = Path(__file__).parents[2] / "assessments"


def content(text: str) -> dict[str, Any]:
    """Give what a script hands to the browser."""
    head, tail = "Rapport.contents(", ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    found: dict[str, Any] = json.loads(text[len(head) : -len(tail)])
    return found


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("path", VALID, ids=name)
def test_every_form_has_the_address_of_its_page(path: Path, directory_urls: bool) -> None:
    """From the site's root, each address is that of a page, and the gap's and portfolio's too."""
    made = outcome.read(path, LIBRARY, WORDS, Settings(directory_urls=directory_urls))
    assert made.entry
    pages = {page.path + ("/" if directory_urls else ".html") for page in made.pages}
    views = {made.entry[key] for key in ("gap", "portfolio") if key in made.entry}
    assert {form["path"] for form in made.entry["forms"]} | views == pages


def test_the_site_has_it_with_every_questionnaire_by_title() -> None:
    """It names each questionnaire once, with the version of the plan that its pages load."""
    site = build(HERE, Settings(), {})
    listed = content(site.files[CONTENTS].decode())["questionnaires"]
    assert [each["title"] for each in listed] == [card.title for card in site.cards]
    versions = {each["id"]: each["version"] for each in listed}
    html = {page.path: page.html for page in site.pages}
    for id_, version in versions.items():
        assert f'data-plan-version="{version}"' in html[f"assessments/{id_}"]


def test_it_brings_the_words_of_its_scripts() -> None:
    """Nothing that those pages say is missing, in a site without questionnaires too."""
    words = content(script([], WORDS))["words"]
    wanted = {key for name in SPEAKING for key in WORDS.scripts.get(name, {})}
    assert wanted | WORDS.script.keys() == words.keys()
