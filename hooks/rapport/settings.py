"""The settings under `extra.rapport` in mkdocs.yml: checked, and never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rapport.problems import Problem, problem

NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", re.ASCII)
LONGEST_NAME = 40
KEYS = ("site",)
"""What may be set. `site` names the database in which a browser keeps the answers."""


@dataclass(frozen=True)
class Settings:
    """What the site's configuration decides: `mkdocs.yml` by way of the adapter."""

    storage: str = "rapport"
    directory_urls: bool = True


def read_settings(
    written: object, directory_urls: bool, file: Path
) -> tuple[Settings, list[Problem]]:
    """Give the settings and what is wrong with them.

    `written` stands under `extra.rapport` in `file`, and `directory_urls` is MkDocs' own setting.
    """
    usual = Settings(directory_urls=directory_urls)
    if written is None:
        return usual, []
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    if not isinstance(written, Mapping):
        return usual, [problem("not-group", file.name, place(text), label='"rapport"')]
    problems = [
        problem("unknown-setting", file.name, place(text, key), word=key, among=KEYS)
        for key in map(str, written)
        if key not in KEYS
    ]
    storage = written.get("site", usual.storage)
    if storage is None:
        problems.append(problem("empty", file.name, place(text, "site"), label='"site"'))
    elif not is_name(str(storage)):
        problems.append(problem("site-name", file.name, place(text, "site"), word=storage))
    else:
        usual = replace(usual, storage=str(storage))
    return usual, problems


def is_name(word: str) -> bool:
    """Tell whether a word may name the storage."""
    return NAME.fullmatch(word) is not None and len(word) <= LONGEST_NAME


def place(text: str, key: str = "") -> tuple[int, int]:
    """Give line and column of a key below `rapport:`, or of `rapport:` itself where it has none.

    MkDocs has read the file already, with tags and inheritance of its own and without places, so
    the line is looked for; where it stands in an inherited file, that is the first.
    """
    found = (1, 1)
    for line, word, column in keys(text):
        if word == "rapport":
            found = (line, column)
        elif word == key and found != (1, 1):
            return (line, column)
    return found


def keys(text: str) -> Iterator[tuple[int, str, int]]:
    """Give the keys of a YAML text with line and column: near enough to say where one stands."""
    for line, written in enumerate(text.splitlines(), start=1):
        for match in re.finditer(r"(?:^|[{,])\s*[\"']?([\w-]+)[\"']?\s*:", written):
            yield line, match[1], match.start(1) + 1
