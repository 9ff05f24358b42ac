"""Every text that this project publishes, with its place: content, hand-written pages, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rapport.source import Path as Way
from rapport.source import Source, Value, read

ROOT = Path(__file__).parents[2]
ASSESSMENTS = sorted((ROOT / "assessments").glob("*.yml"))
LIBRARY = sorted((ROOT / "assessments" / "library").glob("*.yml"))
LOCALES = sorted((ROOT / "hooks" / "rapport" / "locale").glob("*.yml"))
PAGES = sorted((ROOT / "docs").rglob("*.md"))

NAMES = """
id principle practice warning sources scale related stage type audience author file lint-ignore
result role fits private minutes minimum dimension order subject retired from points weight reverse
trend obstacles formats
"""
"""Keys of the format that hold names and numbers; whatever is not here is a text."""

# Code, addresses, HTML, front matter's options, attributes in braces, words to be filled in.
MARKUP = re.compile(
    r"^```.*?^```|`[^`]*`|<!--.*?-->|<[^<>]*>|\]\([^)]*\)|https?://\S+|\{[^{}]*\}"
    r"|\A---\n.*?\n---\n|&\w+;",
    re.MULTILINE | re.DOTALL,
)
TOLD = re.compile(r"^(?:title|description): (.+)$", re.MULTILINE)


class Text(NamedTuple):
    """A text, its place as `file:line`, and the keys that lead to it."""

    place: str
    keys: tuple[str, ...]
    text: str

    @property
    def plain(self) -> str:
        """The text as it is read: without markup, addresses and words to be filled in."""
        return MARKUP.sub(" ", self.text)


def content() -> list[Text]:
    """Give every text of the questionnaires and the library."""
    return [text for path in (*ASSESSMENTS, *LIBRARY) for text in texts_of(path)]


def locales() -> list[Text]:
    """Give every word that the interface says."""
    return [text for path in LOCALES for text in texts_of(path)]


def pages() -> list[Text]:
    """Give every hand-written page, with its title and description."""
    found = []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        front = text.split("\n---\n")[0] if text.startswith("---\n") else ""
        told = "\n\n".join(TOLD.findall(front))
        found.append(Text(f"{path.relative_to(ROOT)}:1", (), f"{text}\n\n{told}\n"))
    return found


def texts_of(path: Path) -> Iterator[Text]:
    """Give the texts of a YAML file."""
    name = str(path.relative_to(ROOT))
    source, problems = read(name, path.read_bytes())
    assert source, problems
    yield from _texts(source, source.value, ())


def _texts(source: Source, value: Value, way: Way) -> Iterator[Text]:
    if isinstance(value, str):
        keys = tuple(step for step in way if isinstance(step, str))
        yield Text(f"{source.file}:{source.place(way)[0]}", keys, value)
        return
    for step, each in value.items() if isinstance(value, dict) else enumerate(value):
        names_a_set = step == "bands" and isinstance(each, str)
        if step not in NAMES.split() and not names_a_set:
            yield from _texts(source, each, (*way, step))
