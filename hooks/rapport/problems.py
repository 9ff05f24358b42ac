"""What is wrong with a file, in words that anybody understands.

The other steps of the pipeline name a code from `sentences` and fill in the details.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from rapport.sentences import SENTENCES

SHOWN = 60
"""Characters of somebody's text that a message repeats; more would hide the message."""
THEIRS = ("word", "name", "link")
"""The details that are somebody's text."""
LISTED = 12
"""Names that a message lists; more would help nobody."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is (line and column from 1), what it is, what to do about it."""

    file: str
    line: int
    column: int
    what: str
    remedy: str

    def __str__(self) -> str:
        """Give the problem on one line: `assessments/x.yml:37:5: what. remedy.`."""
        return f"{self.file}:{self.line}:{self.column}: {self.what} {self.remedy}"


def problem(
    code: str,
    file: str,
    place: tuple[int, int] = (1, 1),
    among: Iterable[str] | None = None,
    **details: object,
) -> Problem:
    """Give the problem that `code` names in `SENTENCES`, with its details filled in.

    With `among`, the names there are, the detail `word` gets a `suggestion`.
    """
    what, remedy = SENTENCES[code]
    words = details | {name: brief(str(details[name])) for name in THEIRS if name in details}
    if among is not None:
        words["suggestion"] = suggestion(str(details.get("word", "")), list(among))
    return Problem(file, *place, what.format(**words), remedy.format(**words))


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems by file and place, each once."""
    return sorted(set(problems))


def brief(text: str) -> str:
    """Give a text on one line and no longer than a message can bear."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Give the candidate nearest to the word, or "" if none is near."""
    folded = {candidate.casefold(): candidate for candidate in candidates}
    near = get_close_matches(word[:SHOWN].casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Give `Did you mean "x"?` for the candidate nearest to the word, or "" if none is near."""
    near = nearest(word, candidates)
    return f'Did you mean "{near}"?' if near else ""


def suggestion(word: str, candidates: Sequence[str]) -> str:
    """Give what to write instead of a word: the nearest candidate, or else all of them."""
    near = did_you_mean(word, candidates)
    if near:
        return near
    if not candidates:
        return "There is none yet: add it, or leave this out."
    more = len(candidates) - LISTED
    names = ", ".join(candidates[:LISTED]) + (f" and {more} more" if more > 0 else "")
    return f'The only one is "{names}".' if len(candidates) == 1 else f"Write one of: {names}."
