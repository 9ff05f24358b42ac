"""What libyaml says about a text that is no YAML, said in our words."""

from __future__ import annotations

import re
from typing import Any

from rapport.problems import Problem, problem

TAB_INDENT = re.compile(r" *\t")

CODES = {
    "mapping values are not allowed": "colon",
    "could not find expected ':'": "no-colon",
    "block sequence entries are not allowed": "misplaced-item",
    "mapping keys are not allowed": "misplaced-key",
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


def explain(file: str, text: str, error: Any) -> Problem:
    """Give the problem behind one of libyaml's errors, at the place to mend."""
    words = f"{getattr(error, 'problem', None) or ''} {getattr(error, 'context', None) or ''}"
    code = next((code for piece, code in CODES.items() if piece in words), "syntax")
    mark: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return problem("syntax", file)
    lines = text.splitlines()
    shown = context if code in AT_CONTEXT or mark.line >= len(lines) else mark
    line = lines[shown.line] if shown.line < len(lines) else ""
    tab = TAB_INDENT.match(line)
    if tab and shown.column <= tab.end():
        return problem("tab", file, (shown.line + 1, tab.end()))
    code = _refine(code, line[: shown.column], line[shown.column : shown.column + 1])
    place = (shown.line + 1, shown.column + 1)
    sign = line[shown.column : shown.column + 1]
    return problem(code, file, place, sign=sign, line=context.line + 1)


def _refine(code: str, before: str, sign: str) -> str:
    """Give the better code where one message of libyaml stands for several faults."""
    if code == "indentation" and before.strip():
        return "after-quote"
    if code == "colon" and ": " not in before:
        return "stray-key"
    if code == "bad-start" and not sign.strip():
        return "syntax"
    return code
