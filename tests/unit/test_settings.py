"""The settings under `extra.rapport` in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from rapport.settings import Settings, read_settings

WRONG = {
    "extra: {rapport: {site: my site}}": (
        'mkdocs.yml:1:19: "my site" cannot be the name under which a browser keeps the answers.'
        " Use letters a-z, digits and single hyphens, 40 characters at most."
    ),
    "extra:\n  rapport:\n    site: a/b": (
        'mkdocs.yml:3:5: "a/b" cannot be the name under which a browser keeps the answers.'
        " Use letters a-z, digits and single hyphens, 40 characters at most."
    ),
    "extra:\n  rapport:\n    site:": (
        'mkdocs.yml:3:5: Nothing is written for "site".'
        " Write it, or delete the line if it is not needed."
    ),
    "site: x\nextra:\n  rapport:\n    sitte: a": (
        'mkdocs.yml:4:5: "sitte" is no setting of Rapport. Did you mean "site"?'
    ),
    "extra:\n  rapport:\n    colour: blue": (
        'mkdocs.yml:3:5: "colour" is no setting of Rapport. The only one is "site".'
    ),
    "extra:\n  rapport: house": (
        'mkdocs.yml:2:3: A group of keys is due for "rapport". Write lines of "key: value" here.'
    ),
}


def read(where: Path, text: str) -> tuple[Settings, list[str]]:
    """Give the settings that a mkdocs.yml has, and what is wrong with it."""
    file = where / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    extra: dict[str, Any] = yaml.safe_load(text).get("extra") or {}
    settings, problems = read_settings(extra.get("rapport"), True, file)
    return settings, [str(each) for each in problems]


@pytest.mark.parametrize("name", ["house", "House-2", "2026", "a" * 40])
def test_a_plain_name_is_taken(name: str, tmp_path: Path) -> None:
    """Letters, digits and hyphens name a site."""
    assert read(tmp_path, f"extra: {{rapport: {{site: {name}}}}}") == (Settings(name), [])


@pytest.mark.parametrize("text", ["extra: {rapport: }", "extra: {rapport: {}}", "extra: {}"])
def test_without_settings_there_are_usual_ones(text: str, tmp_path: Path) -> None:
    """Nothing has to be set."""
    assert read(tmp_path, text) == (Settings("rapport"), [])


@pytest.mark.parametrize("text", WRONG)
def test_wrong_settings_are_named_with_their_line(text: str, tmp_path: Path) -> None:
    """Each problem says where, what and what to write, and the site has usual settings."""
    assert read(tmp_path, text) == (Settings("rapport"), [WRONG[text]])


@pytest.mark.parametrize("name", ["-", "a--b", "a b", "ä", "a" * 41, "a.b", "../x", "<b>"])
def test_other_names_are_refused(name: str, tmp_path: Path) -> None:
    """What a browser or an address could misread is no name."""
    assert len(read(tmp_path, yaml.safe_dump({"extra": {"rapport": {"site": name}}}))[1]) == 1


def test_settings_of_an_inherited_file_are_placed_at_the_top(tmp_path: Path) -> None:
    """Where the line cannot be known, the file is named."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("INHERIT: other.yml\n", encoding="utf-8")
    [problem] = read_settings({"site": "a b"}, True, file)[1]
    assert str(problem).startswith("mkdocs.yml:1:1: ")
