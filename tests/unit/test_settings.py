"""The settings under `extra.rapport` in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from rapport.settings import Settings, read_settings

RAPPORT = "extra:\n  rapport:\n    "
NAMES = "Use letters a-z, digits and single hyphens, 40 characters at most."
ADDRESSES = "Write one, such as name@example.org or https://example.org/suggest."
WRONG = {
    "extra: {rapport: {site: my site}}": (
        '1:19: "my site" cannot be the name under which a browser keeps the answers. ' + NAMES
    ),
    f"{RAPPORT}site: a/b": (
        '3:5: "a/b" cannot be the name under which a browser keeps the answers. ' + NAMES
    ),
    f"{RAPPORT}site:": (
        '3:5: Nothing is written for "site". Write it, or delete the line if it is not needed.'
    ),
    f"{RAPPORT}minimum: 0": ('3:5: 0 is out of range for "minimum". Write a number from 1 to 20.'),
    f"{RAPPORT}minimum: 21": (
        '3:5: 21 is out of range for "minimum". Write a number from 1 to 20.'
    ),
    f"{RAPPORT}minimum: five": (
        '3:5: "five" is not a whole number, which "minimum" has to be. Write digits, such as 6.'
    ),
    f"{RAPPORT}minimum: true": (
        '3:5: "True" is not a whole number, which "minimum" has to be. Write digits, such as 6.'
    ),
    f"{RAPPORT}contact: Anna": (
        f'3:5: "Anna" is neither an e-mail address nor a web address. {ADDRESSES}'
    ),
    f"{RAPPORT}contact: javascript:alert(1)": (
        f'3:5: "javascript:alert(1)" is neither an e-mail address nor a web address. {ADDRESSES}'
    ),
    f"{RAPPORT}contact: 'https://a b'": (
        f'3:5: "https://a b" is neither an e-mail address nor a web address. {ADDRESSES}'
    ),
    f"{RAPPORT}support: '[here](file:///x)'": (
        '3:5: The link to "file:///x" is refused. Link to http:, https: or mailto: addresses.'
    ),
    f"{RAPPORT}support: '[here](about.md)'": (
        '3:5: The link to "about.md" would lead nowhere from some of the pages that show this text.'
        " Write the whole address, such as https://example.org."
    ),
    f"{RAPPORT}support: {'x' * 401}": (
        '3:5: The text of "support" is longer than 400 characters. Shorten it.'
    ),
    f"{RAPPORT}support: [a, b]": (
        '3:5: A text is due for "support", and a list or a group of keys stands here.'
        ' Write one text, in quotes if it holds ": " or begins with "-", "[" or "{".'
    ),
    "site: x\nextra:\n  rapport:\n    sitte: a": (
        '4:5: "sitte" is no setting of Rapport. Did you mean "site"?'
    ),
    f"{RAPPORT}colour: blue": (
        '3:5: "colour" is no setting of Rapport. Write one of: site, support, minimum, contact.'
    ),
    "extra:\n  rapport: house": (
        '2:3: A group of keys is due for "rapport". Write lines of "key: value" here.'
    ),
}
TAKEN = {
    f"{RAPPORT}support: Talk to **Anna**.": Settings(support="Talk to **Anna**."),
    f"{RAPPORT}minimum: 5": Settings(minimum=5),
    f"{RAPPORT}minimum: '20'": Settings(minimum=20),
    f"{RAPPORT}contact: anna@example.org": Settings(contact="mailto:anna@example.org"),
    f"{RAPPORT}contact: mailto:a&b?@example": Settings(contact="mailto:a%26b%3F@example"),
    f"{RAPPORT}contact: https://example.org/x?y=1": Settings(contact="https://example.org/x?y=1"),
    f"{RAPPORT}contact: http://intranet/new": Settings(contact="http://intranet/new"),
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
    assert read(tmp_path, text) == (Settings(), [f"mkdocs.yml:{WRONG[text]}"])


@pytest.mark.parametrize("text", TAKEN)
def test_what_is_set_is_taken(text: str, tmp_path: Path) -> None:
    """Each setting is read as people write it, and the contact becomes what a link leads to."""
    assert read(tmp_path, text) == (TAKEN[text], [])


def test_one_wrong_setting_leaves_the_others(tmp_path: Path) -> None:
    """All problems are told at once, and what is right counts."""
    settings, problems = read(tmp_path, f"{RAPPORT}site: a b\n    minimum: 0\n    contact: a@b")
    assert settings == Settings(contact="mailto:a@b")
    assert [each.split(" ")[0] for each in problems] == ["mkdocs.yml:3:5:", "mkdocs.yml:4:5:"]


@pytest.mark.parametrize("name", ["-", "a--b", "a b", "ä", "a" * 41, "a.b", "../x", "<b>"])
def test_other_names_are_refused(name: str, tmp_path: Path) -> None:
    """What a browser or an address could misread is no name."""
    assert len(read(tmp_path, yaml.safe_dump({"extra": {"rapport": {"site": name}}}))[1]) == 1


def test_settings_of_an_inherited_file_are_found_there(tmp_path: Path) -> None:
    """The file that has to be mended is named, and not the one that builds on it."""
    file = tmp_path / "offline.yml"
    file.write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"{RAPPORT}site: a b\n", encoding="utf-8")
    [problem] = read_settings({"site": "a b"}, True, file)[1]
    assert str(problem).startswith("mkdocs.yml:3:5: ")


@pytest.mark.parametrize("inherited", ["gone.yml", "mkdocs.yml"])
def test_settings_without_a_line_are_placed_at_the_top(tmp_path: Path, inherited: str) -> None:
    """Where the line cannot be known, the file is named."""
    file = tmp_path / "offline.yml"
    file.write_text(f"INHERIT: {inherited}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: House\n", encoding="utf-8")
    [problem] = read_settings({"site": "a b"}, True, file)[1]
    assert str(problem).startswith("offline.yml:1:1: ")
