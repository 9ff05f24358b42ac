"""The settings under `extra.rapport` in mkdocs.yml: checked, and never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from rapport.model import MOST_NEEDED
from rapport.problems import Problem, problem
from rapport.prose import scheme_of, unsafe_links

NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", re.ASCII)
LONGEST_NAME = 40
MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+")
PAGE = re.compile(r"https?://\w[^\s<>\"]*")
INHERIT = re.compile(r"^INHERIT:\s*[\"']?([^\s\"']+)", re.MULTILINE)
NOWHERE = (1, 1)
LONGEST_SUPPORT = 400
"""Characters of the line on every result: a few sentences. More would not be read."""


@dataclass(frozen=True)
class Settings:
    """What the site's configuration decides: `mkdocs.yml` by way of the adapter.

    `storage` names the database in which a browser keeps the answers, `support` is Markdown that
    stands on every result, `minimum` the least number of others' answers that any page shows, and
    `contact` the address to which a better question is sent, ready for a link.
    """

    storage: str = "rapport"
    directory_urls: bool = True
    support: str = ""
    minimum: int = 1
    contact: str = ""

    def contact_about(self, title: str) -> str:
        """Give the contact; of a letter, the title that it is about becomes the subject."""
        is_letter = self.contact.startswith("mailto:")
        return f"{self.contact}?subject={quote(title)}" if is_letter else self.contact


class RefusedError(Exception):
    """A setting cannot be what is written; `code` names the sentence that says why."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details


def read_settings(
    written: object, directory_urls: bool, file: Path
) -> tuple[Settings, list[Problem]]:
    """Give the settings and what is wrong with them.

    `written` stands under `extra.rapport` in `file`, and `directory_urls` is MkDocs' own setting.
    """
    settings = Settings(directory_urls=directory_urls)
    if written is None:
        return settings, []
    file, text = written_in(file)
    if not isinstance(written, Mapping):
        return settings, [problem("not-group", file.name, place(text), label='"rapport"')]
    problems = []
    for key, value in ((str(key), value) for key, value in written.items()):
        try:
            settings = with_setting(settings, key, value)
        except RefusedError as refused:
            among = KEYS if refused.code == "unknown-setting" else None
            at = place(text, key)
            problems.append(problem(refused.code, file.name, at, among, **refused.details))
    return settings, problems


def with_setting(settings: Settings, key: str, value: object) -> Settings:
    """Give the settings with one more of them. Raises `RefusedError`."""
    if key not in READ:
        raise RefusedError("unknown-setting", word=key)
    if value is None:
        raise RefusedError("empty", label=f'"{key}"')
    if isinstance(value, Mapping | list):
        raise RefusedError("not-text", label=f'"{key}"')
    field = "storage" if key == "site" else key
    changed: dict[str, Any] = {field: READ[key](str(value).strip())}
    return replace(settings, **changed)


def site_name(word: str) -> str:
    """Give the name of the storage: letters that no browser and no address misreads."""
    if not NAME.fullmatch(word) or len(word) > LONGEST_NAME:
        raise RefusedError("site-name", word=word)
    return word


def support_line(text: str) -> str:
    """Give the line on every result. A relative link would lead elsewhere from each of them."""
    if len(text) > LONGEST_SUPPORT:
        raise RefusedError("too-long", label='"support"', most=LONGEST_SUPPORT)
    for link in unsafe_links(text):
        raise RefusedError("unsafe-link" if scheme_of(link) else "relative-link", link=link)
    return text


def least_number(word: str) -> int:
    """Give the least number of others' answers."""
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", word):
        raise RefusedError("whole-number", word=word, label='"minimum"')
    if not 1 <= int(word) <= MOST_NEEDED:
        raise RefusedError("number-range", word=word, label='"minimum"', least=1, most=MOST_NEEDED)
    return int(word)


def contact_address(word: str) -> str:
    """Give where a link to an e-mail address or a web address leads."""
    mail = word.removeprefix("mailto:")
    if MAIL.fullmatch(mail):
        return f"mailto:{quote(mail, safe='@')}"
    if not PAGE.fullmatch(word):
        raise RefusedError("contact", word=word)
    return word


READ: dict[str, Callable[[str], str | int]] = {
    "site": site_name,
    "support": support_line,
    "minimum": least_number,
    "contact": contact_address,
}
KEYS = tuple(READ)
"""What may be set."""


def written_in(file: Path) -> tuple[Path, str]:
    """Give the file that the settings stand in, and its text: this one, or one that it inherits."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    inherited = INHERIT.search(text)
    if not inherited or place(text) != NOWHERE:
        return file, text
    below = written_in(file.parent / inherited[1])
    return below if place(below[1]) != NOWHERE else (file, text)


def place(text: str, key: str = "") -> tuple[int, int]:
    """Give line and column of a key below `rapport:`, or of `rapport:` itself where it has none.

    MkDocs has read the file already, with tags of its own and without places, so the line is looked
    for; where it cannot be found, it is the first.
    """
    found = NOWHERE
    for line, word, column in keys(text):
        if word == "rapport":
            found = (line, column)
        elif word == key and found != NOWHERE:
            return (line, column)
    return found


def keys(text: str) -> Iterator[tuple[int, str, int]]:
    """Give the keys of a YAML text with line and column: near enough to say where one stands."""
    for line, written in enumerate(text.splitlines(), start=1):
        for match in re.finditer(r"(?:^|[{,])\s*[\"']?([\w-]+)[\"']?\s*:", written):
            yield line, match[1], match.start(1) + 1
