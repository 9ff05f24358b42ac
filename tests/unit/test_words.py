"""The interface's words: all there, none too many, counted right."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from rapport.words import LOCALE, read_words

WORDS = read_words()
SPOKEN_BY_SCRIPTS = WORDS.spoken(WORDS.scripts)
PACKAGE = LOCALE.parent


SPOKEN = re.compile(r"say\[|\.page\[|\.script\[|\.count\(")
"""What a line of Python has that takes words by their key."""

USED = {
    "templates/*.html": r"\bsay\.(\w+)",
    "theme/**/*.html": r"{[{%][^}]*[^/\w]rapport\.(\w+)",
    "*.py": r'(?:say\[|\.page\[|words\.count\()"(\w+)"',
}
"""Where a key is written out that has to be among those of the page."""


def said(*patterns: str) -> str:
    """Give the text of the package's files that fit one of the patterns."""
    files = sorted({file for pattern in patterns for file in PACKAGE.glob(pattern)})
    assert files
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


PYTHON = "\n".join(line for line in said("*.py").splitlines() if SPOKEN.search(line))
PAGES = said("templates/*.html", "theme/**/*.html") + PYTHON + said("views.py")
SCRIPTS = said("browser/**/*.ts") + PYTHON


def is_said(key: str, places: str) -> bool:
    """Tell whether a key is used: as it is, or put together as in `f"{voice}_heading"`."""
    heads = [key[:at] for at, letter in enumerate(key) if letter == "_"]
    patterns = [rf"\b(say|rapport|words)\.{key}\b", rf"""["']{key}["']"""]
    patterns += [rf"""["'`]{head}_\$?{{""" for head in heads]
    patterns += [rf"""}}{key.removeprefix(head)}["'`]""" for head in heads]
    # Or of pieces such as "guess" + "_highest" + "_lowest".
    pieces = "|".join(set(re.findall(r'"(_?[a-z]+(?:_[a-z]+)*_?)"', places)))
    return any(re.search(each, places) for each in patterns) or bool(
        re.fullmatch(f"(?:{pieces}){{2,}}", key)
    )


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


def test_no_script_takes_the_words_of_another() -> None:
    """A word means the same on every page that says it."""
    names = [name for words in (WORDS.script, *WORDS.scripts.values()) for name in words]
    assert len(names) == len(set(names)) == len(SPOKEN_BY_SCRIPTS)


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
    assert is_said(key, PAGES)


@pytest.mark.parametrize("key", SPOKEN_BY_SCRIPTS)
def test_every_word_of_the_script_is_said_somewhere(key: str) -> None:
    """The browser gets no words that nobody ever reads."""
    assert is_said(key, SCRIPTS)


@pytest.mark.parametrize("pattern", USED)
def test_every_word_that_a_page_says_is_there(pattern: str) -> None:
    """Where a word is missing, a template would print nothing in its place."""
    keys = set(re.findall(USED[pattern], said(pattern)))
    assert keys
    assert keys - WORDS.page.keys() == set()


def test_every_word_that_the_script_says_is_there() -> None:
    """Where a word is missing, a reader would see its key."""
    keys = set(re.findall(r'\bsay\("(\w+)"', said("browser/**/*.ts")))
    assert len(keys) > 10
    assert keys - SPOKEN_BY_SCRIPTS.keys() == set()


def test_words_are_counted_only_where_the_number_changes_them() -> None:
    """Two texts that are the same would be translated twice, and once forgotten."""
    found = [(each["one"], each["other"]) for each in counted(SPOKEN_BY_SCRIPTS)]
    assert found
    assert [one for one, other in found if one == other] == []


def counted(words: dict[str, Any]) -> list[dict[str, str]]:
    """Give the words that are chosen by number."""
    return [each for each in words.values() if isinstance(each, dict) and "other" in each]


@pytest.mark.parametrize("words", texts({"page": WORDS.page, "script": SPOKEN_BY_SCRIPTS}))
def test_every_text_can_be_filled_in(words: str) -> None:
    """Braces hold plain names, so that nothing is looked up in what is filled in."""
    assert words.strip() == words != ""
    names = [name for _, name, _, _ in Formatter().parse(words) if name is not None]
    assert all(re.fullmatch("[a-z]+", name) for name in names)


def test_the_locale_is_read_from_its_file() -> None:
    """A language is a file, and its name is the language."""
    assert Path(LOCALE / "en.yml").is_file()
    assert WORDS.language.startswith("en")
