"""A text that is no YAML, or other YAML than people see in it, said in our words."""

from __future__ import annotations

import re
from typing import Any

from rapport.problems import Problem, problem

TAB_INDENT = re.compile(r" *\t")
SPECIAL_SPACES = (
    "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u202f\u205f\u2060\u3000"
)
"""What looks like a space or like nothing, and is neither to YAML."""
SPECIAL_SPACE = re.compile(f"[{SPECIAL_SPACES}]")
CUT_OFF = re.compile(r"[ \t]+(#+[^\s#].*)")
"""A "#" after a space that begins no note written as such."""
MAY_CUT_OFF = re.compile(r"[ \t]#+[^\s#]")
LINE_END = re.compile("\r\n|\r|\n")

_BEGIN = r" *(?:- +)*"
SLIPS = {
    "conflict": re.compile(r"(<{7} |={7}$|>{7} )"),
    "special-space": re.compile(rf"{_BEGIN}-?(?:[A-Za-z][\w-]*:)?({SPECIAL_SPACE.pattern})"),
    "hyphen-space": re.compile(rf"{_BEGIN}(-)(?=[A-Za-z\"'{{\[])"),
    "colon-space": re.compile(rf"{_BEGIN}[A-Za-z][\w-]*(:)(?=[^\s/])"),
    "other-hyphen": re.compile(rf"{_BEGIN}([\u2010-\u2015\u2212\u2022*]) +\S"),
    "other-colon": re.compile(rf"{_BEGIN}[A-Za-z][\w-]* ?(\uff1a|;|=) *\S"),
}
"""What fingers and word processors do to the beginning of a line; the group is the fault."""

CODES = {
    "mapping values are not allowed": "colon",
    "could not find expected ':'": "no-colon",
    "block sequence entries are not allowed": "misplaced-item",
    "mapping keys are not allowed": "question-mark",
    "character that cannot start any token": "bad-start",
    "unexpected end of stream": "open-quote",
    "unexpected document indicator": "open-quote",
    "unknown escape character": "escape",
    "hexdecimal number": "escape",
    "Unicode character escape": "escape",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "indentation",
    "did not find expected ',' or": "open-bracket",
    "did not find expected node content": "bad-start",
    "did not find expected <document start>": "indentation",
    "expected comment or line break": "block-text",
    "tab character": "tab",
    "directive": "directive",
    "tag": "tag",
    "anchor": "anchor",
    "alias": "alias",
}
"""Pieces of libyaml's messages, the more telling ones first, and our codes for them."""

AT_CONTEXT = frozenset(("open-quote", "no-colon", "alias", "anchor", "tag", "directive"))
"""Where the fault is not where libyaml noticed it but where the thing began."""
AFTER_SLIPS = frozenset(("colon", "no-colon", "misplaced-item", "indentation", "alias"))
"""What a slip in this line or the one above leads to."""
AT_KEY = frozenset(("stray-key", "indented-key", "item-without-key"))
"""Where the fault is the whole key, at whose colon libyaml noticed it."""

CURLY = re.compile(r"[:,\[{-] *[\u2018\u201c\u201e]")
KEY = re.compile(rf"{_BEGIN}\"?[\w-]+\"?$")


class Traps:
    """What a file may hold that people do not see, looked up by the place of each plain text.

    Most files have neither `spaces` nor `lines` of the kind; then no text need be looked at.
    """

    def __init__(self, text: str) -> None:
        # Sign by sign, and the pattern last: several times faster than a pattern alone.
        self.spaces = any(space in text for space in SPECIAL_SPACES)
        noted = (" #" in text or "\t#" in text) and MAY_CUT_OFF.search(text)
        self.lines = LINE_END.split(text) if noted else []

    def special_space(self, event: Any, is_key: bool) -> tuple[int, int] | None:
        """Give the place of a special space around a text, or anywhere in a key; else None."""
        text, start, end = event.value, event.start_mark, event.end_mark
        found = SPECIAL_SPACE.search(text) if self.spaces else None
        if found and (is_key or found.start() == 0):
            return start.line + 1, start.column + found.start() + 1
        if found and SPECIAL_SPACE.match(text, len(text) - 1):
            return end.line + 1, end.column
        return None

    def cut_off(self, event: Any) -> tuple[tuple[int, int], str] | None:
        """Give place and words of what is cut off behind a text by " #"; None for a true note."""
        mark = event.end_mark
        if mark.line >= len(self.lines):
            return None
        found = CUT_OFF.match(self.lines[mark.line], mark.column)
        return ((mark.line + 1, found.start(1) + 1), found[1].rstrip()) if found else None


def explain(file: str, text: str, error: Any) -> Problem:
    """Give the problem behind one of libyaml's errors, at the place to mend."""
    words = f"{getattr(error, 'problem', None) or ''} {getattr(error, 'context', None) or ''}"
    code = next((code for piece, code in CODES.items() if piece in words), "syntax")
    mark: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return problem("syntax", file)
    lines = LINE_END.split(text)
    shown = context if code in AT_CONTEXT or mark.line >= len(lines) else mark
    line = lines[shown.line] if shown.line < len(lines) else ""
    tab = TAB_INDENT.match(line)
    if tab and shown.column <= tab.end():
        return problem("tab", file, (shown.line + 1, tab.end()))
    slip = _slip(lines, shown.line) if code in AFTER_SLIPS else None
    if slip:
        return problem(slip[0], file, slip[1])
    code = _refine(code, lines, shown)
    sign = line[shown.column : shown.column + 1]
    column = len(line) - len(line.lstrip()) if code in AT_KEY else shown.column
    place = (shown.line + 1, column + 1)
    return problem(code, file, place, sign=sign, line=context.line + 1)


def _slip(lines: list[str], row: int) -> tuple[str, tuple[int, int]] | None:
    """Give the slip at the beginning of a line, or else of the one that it may continue."""
    rows = [at for at in range(row, -1, -1) if lines[at : at + 1] and lines[at].strip(" ")]
    for at in rows[:2]:
        for code, pattern in SLIPS.items():
            found = pattern.match(lines[at])
            if found:
                return code, (at + 1, found.start(1) + 1)
    return None


def _refine(code: str, lines: list[str], shown: Any) -> str:
    """Give the better code where one message of libyaml stands for several faults."""
    line = lines[shown.line] if shown.line < len(lines) else ""
    before, sign = line[: shown.column], line[shown.column : shown.column + 1]
    if code == "indentation" and before.strip():
        return "sign-after-quote" if line[shown.column :].strip() in (",", ";") else "after-quote"
    if code == "colon" and CURLY.search(before):
        return "curly-quotes"
    if code == "colon" and ": " not in before:
        if not KEY.match(before):
            return "colon-below"
        above = next((each for each in reversed(lines[: shown.line]) if each.strip()), "")
        if ": " in above:
            return "indented-key"
        return "item-without-key" if above.lstrip().startswith("- ") else "stray-key"
    if code == "bad-start" and not sign.strip():
        return "syntax"
    return code
