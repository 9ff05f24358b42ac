"""The page of the notebook, as the site publishes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.notebook import notebook_page
from rapport.settings import Settings
from unit.markup import parse
from unit.rendered import WORDS

SETTINGS = Settings(storage="our-house")
ACTIONS = {"keep", "import", "print", "delete-all", "save-damaged", "unshare-computer"}


def test_it_says_what_it_is_without_a_script() -> None:
    """Whoever has no JavaScript reads what the notebook would show, and why it is empty."""
    root = parse(notebook_page(SETTINGS, "v1", WORDS).html)
    assert "needs JavaScript" in root.one("p", class_="worksheet").text
    assert root.one("h1").text == "My notebook"
    shown = {each["data-action"] for each in root.all("button", data_action=True)}
    assert shown >= ACTIONS


def test_the_script_finds_the_storage_and_the_contents() -> None:
    """One element names the site's storage, the contents' version and the script."""
    found = parse(notebook_page(SETTINGS, "v1", WORDS).html).one(data_site=True)
    names = ("data-site", "data-contents-version", "data-scripts")
    assert [found[name] for name in names] == ["our-house", "v1", "notebook"]


@pytest.mark.parametrize(
    ("folders", "styles", "door"),
    [
        (True, "../assets/views.css", "../assessments/"),
        (False, "assets/views.css", "assessments/index.html"),
    ],
)
def test_its_links_hold_at_any_place(folders: bool, styles: str, door: str) -> None:
    """With folders for pages and without, the style and the questionnaires are found."""
    page = notebook_page(replace(SETTINGS, directory_urls=folders), "v1", WORDS)
    root = parse(page.html)
    assert root.one("link")["href"] == styles
    assert root.one("section", data_none=True).one("a")["href"] == door


def test_search_finds_nothing_in_it() -> None:
    """It holds no text of its own worth finding, and comes from no file that could be edited."""
    page = notebook_page(SETTINGS, "v1", WORDS)
    assert (page.search, page.source, page.path) == ("", "", "notebook")
