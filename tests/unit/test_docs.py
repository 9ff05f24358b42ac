"""What the documentation says is there, and what is there is documented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from rapport.model import Assessment
from rapport.pages import TEMPLATES
from rapport.questions import TYPES
from rapport.settings import KEYS
from rapport.shelf import STANDARD_CUTS
from unit.cases import CASES

ROOT = CASES.parents[1]
CONTRIBUTE = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCHEMAS = [ROOT / "assessments" / "schema.json"]
SCHEMAS += sorted((ROOT / "assessments" / "library").glob("*.schema.json"))
LOCAL_LINK = re.compile(r"\]\((?!\w+:|#)([^)#]+)")


def keys(schema: Any) -> Iterator[str]:
    """Give every key that a schema knows, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    inside = schema.values() if isinstance(schema, dict) else schema
    for each in inside if isinstance(schema, dict | list) else ():
        yield from keys(each)


def marked(text: str) -> set[str]:
    """Give every word that stands in backticks."""
    return set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`\n]+)`", text))))


def targets(text: str) -> set[str]:
    """Give the targets that a text tells to make."""
    return set(re.findall(r"(?:^|`)make ([a-z-]{2,})", text, re.MULTILINE))


def words_of(field: str) -> tuple[str, ...]:
    """Give the words that a key of a questionnaire may have."""
    return get_args(Assessment.model_fields[field].annotation)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_every_key_is_described(schema: Path) -> None:
    """A contributor finds each key of the format on the page about it."""
    known = set(keys(json.loads(schema.read_text(encoding="utf-8"))))
    assert known
    assert known - marked(CONTRIBUTE) == set()


@pytest.mark.parametrize("field", ["audience", "fits", "result", "subject", "order"])
def test_every_word_of_the_format_is_described(field: str) -> None:
    """Where one of a few words is due, the page names them all."""
    assert words_of(field)
    assert set(words_of(field)) - marked(CONTRIBUTE) == set()


def test_types_and_levels_are_described() -> None:
    """The page names each type of question, and each standard level with its cut."""
    assert {*TYPES, *STANDARD_CUTS} - marked(CONTRIBUTE) == set()
    assert [cut for cut in STANDARD_CUTS.values() if f"{cut:g}" not in CONTRIBUTE] == []


def test_every_setting_is_described() -> None:
    """The table of settings has a line for each, and no others."""
    [section] = re.findall(r"^## Settings\n(.*?)^## ", CONTRIBUTE, re.MULTILINE | re.DOTALL)
    assert re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE) == list(KEYS)


def test_documented_actions_are_those_of_the_pages() -> None:
    """Whoever drives a page from outside finds every button that is described, and the others."""
    [documented] = re.findall(r"buttons with `data-action`: ([^.]+)\.", CONTRIBUTE)
    scripts = (TEMPLATES.parent / "browser").rglob("*.ts")
    made = "".join(f.read_text(encoding="utf-8") for f in [*TEMPLATES.glob("*.html"), *scripts])
    written = r'"?data-action"?(?:=|: )"([a-z-]+)"'
    assert set(re.findall(r"`([a-z-]+)`", documented)) == set(re.findall(written, made))


def test_documented_attributes_are_those_of_the_pages() -> None:
    """Each `data-` attribute of the contract is written by a template or set by the script."""
    paragraph = r"^Pages can be driven.*?(?:\n\n|\Z)"
    [contract] = re.findall(paragraph, CONTRIBUTE, re.MULTILINE | re.DOTALL)
    browser = TEMPLATES.parent / "browser"
    files = [*TEMPLATES.glob("*.html"), *browser.rglob("*.ts")]
    made = "".join(file.read_text(encoding="utf-8") for file in files)
    attributes = set(re.findall(r"data-[a-z-]+", contract))
    assert len(attributes) > 5
    assert {each for each in attributes if each not in made and camel(each) not in made} == set()


def camel(attribute: str) -> str:
    """Give the name that a script has for a `data-` attribute."""
    return re.sub(r"-(\w)", lambda match: match[1].upper(), attribute.removeprefix("data-"))


@pytest.mark.parametrize("file", ["README.md", "docs/contribute.md"])
def test_commands_exist(file: str) -> None:
    """Whatever a page tells to type, the Makefile has."""
    told = targets((ROOT / file).read_text(encoding="utf-8"))
    made = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert told
    assert told - made == set()


def test_links_of_the_readme_lead_somewhere() -> None:
    """MkDocs checks the links of the site; nobody else checks those of the README."""
    assert [link for link in LOCAL_LINK.findall(README) if not (ROOT / link).exists()] == []


def test_places_of_the_readme_exist() -> None:
    """The table of what stands where is true."""
    places = re.findall(r"^\| `([^`]+)`", README, re.MULTILINE)
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_the_pipeline_names_every_step() -> None:
    """The package's docstring is the map; a module that is not on it cannot be found."""
    package = TEMPLATES.parent
    described = (package / "__init__.py").read_text(encoding="utf-8")
    modules = {file.stem for file in package.glob("*.py")} - {"__init__"}
    assert {name for name in modules if not re.search(rf"\b{name}\b", described)} == set()
