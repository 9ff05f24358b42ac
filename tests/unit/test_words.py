"""The interface's words: all there, none too many, counted right."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from rapport.words import LOCALE, read_words

WORDS = read_words()
PACKAGE = LOCALE.parent


def said(*patterns: str) -> str:
    """Give the text of the package's files that fit one of the patterns."""
    files = sorted({file for pattern in patterns for file in PACKAGE.glob(pattern)})
    assert files
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def is_said(key: str, places: str) -> bool:
    """Tell whether a key is used: as it is, or put together, as in `f"{voice}_heading"`."""
    halves = [(key[: at + 1], key[at:]) for at, letter in enumerate(key) if letter == "_"]
    heads = [rf'"{head}?"|(?<![a-z_]){head}\$?{{' for head, _ in halves]
    tails = [rf"}}{tail}\b" for _, tail in halves]
    return any(re.search(piece, places) for piece in [rf"\b{key}\b", *heads, *tails])


def texts(words: Any) -> list[str]:
    """Give every text of some words, at any depth."""
    if isinstance(words, dict):
        return [text for each in words.values() for text in texts(each)]
    return [words]


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 questions"), (1, "1 question"), (2, "2 questions")]
)
def test_things_are_counted(n: int, words: str) -> None:
    """One is one, and everything else is many."""
    assert WORDS.count("questions", n) == words


def test_other_words_are_filled_in_beside_the_number() -> None:
    """A count may have more to say than its number."""
    words = WORDS.__class__("en", {"of": {"one": "{n} of {all}", "other": "{n} of {all}"}}, {})
    assert words.count("of", 2, all="three") == "2 of three"


def test_a_language_without_words_is_refused() -> None:
    """Nobody gets a page of half its words."""
    with pytest.raises(FileNotFoundError):
        read_words("tlh")


@pytest.mark.parametrize("key", WORDS.page)
def test_every_word_of_the_page_is_said_somewhere(key: str) -> None:
    """The locale holds no words that a translator would translate in vain."""
    places = said("*.py", "templates/*.html", "theme/**/*.html")
    assert is_said(key, places)


@pytest.mark.parametrize("key", WORDS.script)
def test_every_word_of_the_script_is_said_somewhere(key: str) -> None:
    """The browser gets no words that nobody ever reads."""
    places = said("browser/*.ts", "*.py")
    assert is_said(key, places)


@pytest.mark.parametrize("words", texts({"page": WORDS.page, "script": WORDS.script}))
def test_every_text_can_be_filled_in(words: str) -> None:
    """Braces hold plain names, so that nothing is looked up in what is filled in."""
    assert words.strip() == words != ""
    names = [name for _, name, _, _ in Formatter().parse(words) if name is not None]
    assert all(re.fullmatch("[a-z]+", name) for name in names)


def test_the_locale_is_read_from_its_file() -> None:
    """A language is a file, and its name is the language."""
    assert Path(LOCALE / "en.yml").is_file()
    assert WORDS.language.startswith("en")
