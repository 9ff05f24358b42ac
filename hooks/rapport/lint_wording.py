"""The lint's rules about how questions are worded. They know English only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapport.answers import scale_of
from rapport.doubts import Doubt, Placed, placed
from rapport.model import Assessment
from rapport.shelf import Scale, Shared
from rapport.source import Path

LONG, TOO_LONG = 20, 25
"""The most words that a sentence should have, and may have."""
ALIKE = 0.7
"""The share of their words beyond which two questions nearly say the same."""

WORD = re.compile(r"[^\W_][\w'-]*")
SENTENCE = re.compile(r"[.?!](?:\s|$)")
CLAUSE = re.compile(r"[,;:.?!–—]|\b(?:and|but|or|because|when|if|that|which|who)\b")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^']*'")
LEADING = re.compile(
    r"(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|would|should|will)n't"
    r" (?:you|we|they|it|this|that|your|our|their|he|she|i|there)"
    r"|(?:do|would) you (?:not )?agree that|surely|obviously"
    r"|most people (?:agree|think|know|say)|everybody knows|everyone knows)\b"
)
JOINED = re.compile(r"\band/or\b|\bas well as\b|\b(?:and|or) (?:i|we|you|they|he|she|it)\b")
PERIOD = re.compile(r"\b(?:past|last|since|today|lately|(?:day|week|month|year)s?)\b")

NEGATIVES = frozenset(
    WORD.findall(
        "not no never nothing nobody neither nor none without hardly seldom cannot can't couldn't"
        " don't doesn't didn't isn't aren't wasn't weren't won't wouldn't haven't hasn't hadn't"
    )
)
ABSOLUTES = frozenset(
    WORD.findall("always never completely totally absolutely entirely everybody everyone")
)
FREQUENCIES = frozenset(
    WORD.findall("always never often seldom rarely sometimes usually regularly frequently")
)
OFTEN = FREQUENCIES | frozenset(WORD.findall("time times once twice daily weekly monthly days"))
"""Words in the steps of a scale that asks how often."""
JOINING = frozenset(("and", "or", "as"))


class Wording(NamedTuple):
    """One wording of a question: in small letters without what it quotes, and as words."""

    path: Path
    form: str
    asked: Placed
    text: str
    words: list[str]
    unlike: frozenset[str]
    """The words, each once."""


def wording(assessment: Assessment, shared: Shared) -> Iterator[Doubt]:
    """Give what is doubtful about how a checked assessment asks."""
    wordings = [
        _wording(path, form, asked, text)
        for asked in placed(assessment)
        for path, form, text in asked.wordings
    ]
    for each in wordings:
        yield from _length(each)
        if start := LEADING.match(each.text):
            yield _found("leading", each, words=start[0])
        if each.unlike & NEGATIVES:
            yield from _negatives(each)
        if each.asked.question.type == "scale":
            if each.unlike & JOINING and (joined := JOINED.search(each.text)):
                yield _found("double-barrel", each, words=joined[0])
            yield from _clash(each, scale_of(assessment, each.asked.question, shared))
    yield from _period(assessment, wordings, shared)
    yield from _repeated(wordings)


def _wording(path: Path, form: str, asked: Placed, text: str) -> Wording:
    plain = QUOTED.sub(" ", text.replace("’", "'").lower())
    words = WORD.findall(plain)
    return Wording(path, form, asked, plain, words, frozenset(words))


def _found(rule: str, wording: Wording, **details: object) -> Doubt:
    return Doubt(rule, wording.path, wording.asked.question.ignored, details)


def _length(wording: Wording) -> Iterator[Doubt]:
    """Report a sentence that nobody takes in at first reading."""
    if len(wording.words) > LONG:
        count = max(len(WORD.findall(each)) for each in SENTENCE.split(wording.text))
        if count > LONG:
            rule = "too-long-question" if count > TOO_LONG else "long-question"
            yield _found(rule, wording, count=count)


def _negatives(wording: Wording) -> Iterator[Doubt]:
    """Report two negatives in one clause, which together say yes."""
    if sum(word in NEGATIVES for word in wording.words) < 2:
        return
    for clause in CLAUSE.split(wording.text):
        denied = [word for word in WORD.findall(clause) if word in NEGATIVES]
        if len(denied) > 1:
            yield _found("double-negative", wording, words=" … ".join(denied))


def _clash(wording: Wording, scale: Scale | None) -> Iterator[Doubt]:
    """Report words that take an answer before it is given."""
    asks = _asks(scale) if scale else ""
    if asks == "agree" and "how often" in wording.text:
        said = ["how often"]
    else:
        said = [word for word in wording.words if word in FREQUENCIES] if asks == "often" else []
    if scale and said:
        yield _found("scale-clash", wording, words=said[0], scale=scale.id)
    elif wording.unlike & ABSOLUTES:
        absolute = next(word for word in wording.words if word in ABSOLUTES)
        yield _found("absolute", wording, words=absolute)


@lru_cache(maxsize=256)
def _asks(scale: Scale) -> str:
    """Tell what a scale asks: how "often", whether people "agree", or something else ("")."""
    labels = [set(WORD.findall(step.lower())) for step in scale.steps]
    if sum(bool(label & OFTEN) for label in labels) > 1:
        return "often"
    return "agree" if sum("agree" in label for label in labels) > 1 else ""


def _period(assessment: Assessment, wordings: list[Wording], shared: Shared) -> Iterator[Doubt]:
    """Report the first question of each form that asks how often, in a time that nobody names."""
    untimed = {form for form in assessment.form_ids if not _timed(assessment, form)}
    for each in wordings if untimed else ():
        question = each.asked.question
        forms = untimed & {each.form or form for form in untimed}
        scale = scale_of(assessment, question, shared) if question.type == "scale" else None
        if not forms or not scale or _asks(scale) != "often" or PERIOD.search(each.text):
            continue
        if "no-period" not in question.ignored:
            untimed -= forms
            yield _found("no-period", each, scale=scale.id)


def _timed(assessment: Assessment, form: str) -> bool:
    """Tell whether a form says which time it asks about."""
    own = assessment.forms[form].period if form else None
    return bool(own or assessment.words(assessment.period, form))


def _repeated(wordings: list[Wording]) -> Iterator[Doubt]:
    """Report questions of one form that nearly say the same."""
    # Every pair is compared, so sets of words are numbers here, with a bit for each word.
    bits: dict[str, int] = {}
    sets: list[tuple[Wording, int, int]] = []
    for each in wordings:
        words, count = 0, len(each.unlike)
        for word in each.unlike:
            words |= bits.setdefault(word, 1 << len(bits))
        for former, others, size in sets:
            # The share of common words is common / (count + size - common).
            common = (words & others).bit_count()
            if (1 + ALIKE) * common > ALIKE * (count + size) and _meet(each, former):
                ignored = each.asked.question.ignored
                yield Doubt("duplicate", each.path, ignored, other=former.path)
                break
        sets.append((each, words, count))


def _meet(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings are of two questions, and one form asks both."""
    apart = one.form and other.form and one.form != other.form
    return not apart and one.asked.path != other.asked.path
