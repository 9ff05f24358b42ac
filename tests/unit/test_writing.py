"""How everything reads that this project publishes: spelling, sources, tone and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from unit import programs
from unit.fingerprints import LISTED, RUN, fingerprint, fingerprints, runs
from unit.published import Text, content, locales, pages, texts_of

CONTENT, LOCALES, PAGES = content(), locales(), pages()
EVERYTHING = [*CONTENT, *LOCALES, *PAGES]
ALLOWED = LISTED.with_name("spelling.txt")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

GUIDANCE = [text for text in CONTENT if "guidance" in text.keys]
"""What a result says of a dimension. It knows the level, and nothing that the reader did."""

FOR_PROGRAMMERS = ("docs/contribute.md", "docs/formats.md")
"""The pages that speak of the files, in the words of the format."""
FOR_READERS = [*CONTENT, *LOCALES, *(t for t in PAGES if not t.place.startswith(FOR_PROGRAMMERS))]


def misspelt(words: Iterable[str]) -> set[str]:
    """Give the words that the British dictionary does not know."""
    plain = sorted({word.replace("’", "'") for word in words})
    return set(programs.run("spelling.ts", plain))


def allowed() -> set[str]:
    """Give the names and terms that the dictionary need not know."""
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def found(pattern: str, texts: Iterable[Text]) -> list[str]:
    """Give place and words of every match in some texts, whatever its case."""
    each = re.compile(pattern, re.IGNORECASE)
    return [f"{t.place}: {m[0]}" for t in texts for m in each.finditer(t.plain)]


def test_there_is_something_to_read() -> None:
    """Content, words and pages are found; the checks below look at them."""
    assert min(len(CONTENT) / 500, len(LOCALES) / 100, len(PAGES) / 3, len(GUIDANCE) / 80) >= 1


def test_every_word_is_spelt_as_in_britain() -> None:
    """The dictionary knows each word, or the list of names and terms does."""
    words = {text.place: WORD.findall(text.plain) for text in EVERYTHING}
    unknown = misspelt(word for each in words.values() for word in each) - allowed()
    wrong = {f"{place}: {w}" for place, each in words.items() for w in each if w in unknown}
    assert sorted(wrong) == []


def test_the_speller_knows_british_words_only() -> None:
    """A slip is found, and so are American spellings; a possessive and a contraction are not."""
    american = {"color", "behavior", "organize", "recognized", "center", "apologize"}
    slips = {"recieve", "custmer", "didnt"}
    british = {"colour", "behaviour", "organise", "Recognised", "centre", "didn’t", "team's"}
    assert misspelt(american | slips | british) == american | slips


def test_names_and_terms_are_listed_for_a_reason() -> None:
    """The list holds no word that the dictionary knows."""
    assert misspelt(allowed()) == allowed()


def test_no_sentence_is_taken_from_the_documents() -> None:
    """No text shares eight words in a row with one of the five documents."""
    known = set(LISTED.read_text(encoding="utf-8").split())
    assert len(known) > 2_500
    taken = [
        f"{text.place}: {run}"
        for text in EVERYTHING
        for run in runs(text.plain)
        if fingerprint(run) in known
    ]
    assert taken == []


DOCUMENT = """The baker's door stands open from six; whoever comes in is greeted by name, "even"
before the first loaf is out. Nobody waits without knowing why.

Leave a Reply

Fill in your name and address below this line to be told of answers.
"""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The bakers door stands open from six, whoever else.", 1),
        ("We know: WHOEVER comes in is\ngreeted by *name* – even so.", 1),
        ("Whoever comes in is greeted by name, even before the first loaf.", 5),
        ("Whoever comes in is greeted by name.", 0),
        ("Fill in your name and address below this line to be told.", 0),
        ("Whoever comes in is seldom greeted by name, even before noon.", 0),
    ],
)
def test_a_run_of_eight_words_is_recognised(text: str, count: int) -> None:
    """Neither signs nor capitals nor line ends hide a run, and seven words are nobody's."""
    known = fingerprints([DOCUMENT])
    assert sum(fingerprint(run) in known for run in runs(text)) == count


def test_fingerprints_are_short_and_sorted() -> None:
    """The list is made in one way only, and has no word in it."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert [line for line in lines if not re.fullmatch("[0-9a-f]{16}", line)] == []
    assert RUN == 8


# Each with a text that breaks it and one that comes near to it.
RULES = {
    "no exclamation mark": (EVERYTHING, r"\S*!", "Try it!", "Try it."),
    "no word of ours": (
        FOR_READERS,
        r"\b(?:assessment|sheet|edition|subject)s?\b",
        "This sheet is yours.",
        "A spreadsheet, an expedition.",
    ),
    "no claim about the reader": (
        GUIDANCE,
        r"(?:\A|[.?:;]”?\s+)you (?:did|didn['’]t|had|were|weren['’]t|have (?:been|\w+ed|done|shown)"
        r"|are (?:an?|good|very|too|already|doing|often)|listen|care|always|never|often|seem"
        r"|tend|clearly|lack)\b|\b(?:shows?|proves?|means?) that you\b",
        "Listening is a habit. You have listened well.",
        "Write down what you have promised.",
    ),
    "no answer told in guidance": (
        GUIDANCE,
        r"\byou answered\b|\byour (?:scores?|strengths|weakness(?:es)?)\b",
        "You answered that it is so.",
        "Ask them what they answered about your strength.",
    ),
    "no praise": (
        GUIDANCE,
        r"\b(?:well done|good (?:job|work)|great|excellent|congratulations|keep it up|impressive"
        r"|be proud|bravo|wonderful)\b",
        "This is great.",
        "This is greater than that.",
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_rule_of_writing(rule: str) -> None:
    """Every text keeps to the rule."""
    texts, pattern, *_ = RULES[rule]
    assert found(pattern, texts) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_is_for(rule: str) -> None:
    """A text that breaks the rule is found, and one that comes near is not."""
    _, pattern, broken, kept = RULES[rule]
    assert found(pattern, [Text("x", (), broken)])
    assert found(pattern, [Text("x", (), kept)]) == []


def test_texts_are_read_without_names_and_markup(tmp_path: Path) -> None:
    """Ids, code and addresses are nobody's words, and everything else is."""
    made = Text(
        "x", (), "Say `id: xq` at https://example.org and [here](a.md) {n} <b class='q'>so."
    )
    assert WORD.findall(made.plain) == ["Say", "at", "and", "here", "so"]
    written = {text.text for text in texts_of(LISTED.parent / "valid" / "flags-and-obstacles.yml")}
    assert "Nothing is wrong." in written
    assert not written & {"team", "first", "listen", "choice", "how-often", "1"}
