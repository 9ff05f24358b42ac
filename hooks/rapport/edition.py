"""Fingerprints of questions and forms: when may two answers be compared, and whose is a code?

A question's *shape* is what an answer to it means: type, options, their points, direction. Wording,
order and dimension do not count, nor whether a trend is asked besides, so that mending a comma or
moving a question breaks nothing. A form's *edition* is the fingerprint of its questions' ids and
shapes, and of where N/A is offered.

People's files hold both for years: what is computed here must never change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8


def fingerprint(value: object) -> str:
    """Give eight Crockford base32 characters (40 bits of SHA-256) for a JSON-like value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:5], "big")
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in range(LENGTH))


# Most questions of a site share a scale, and with it their shape.
@lru_cache(maxsize=1024)
def shape(
    kind: str,
    values: tuple[int | str, ...],
    points: tuple[float, ...] = (),
    reverse: bool = False,
) -> str:
    """Give the fingerprint of a question's type, option values, authored points and direction.

    Points are compared as shares of their range, so that 1–5 and 0–4 are the same shape. Options
    with ids may be listed in another order; the steps of a scale are what their numbers say.
    """
    least, span = min(points, default=0), max(points, default=0) - min(points, default=0)
    shares = [round((point - least) / span, 6) if span else None for point in points]
    options = sorted(zip_longest(map(str, values), shares), key=lambda option: option[0])
    return fingerprint([kind, options, reverse])


def edition(questions: Iterable[tuple[str, str, bool]]) -> str:
    """Give the fingerprint of a form: its questions' ids, shapes and whether N/A is offered.

    N/A counts here although it is no part of a shape: a sheet code counts the ways to answer.
    """
    return fingerprint(sorted(questions))


def assessment_code(assessment: str) -> str:
    """Give the four characters that stand for an assessment in a code.

    Four, since with three a site of 1,000 would have about fifteen pairs that are alike.
    """
    return fingerprint(assessment)[:4]


def form_code(form: str, edition: str, trends: Iterable[str]) -> str:
    """Give the three characters that stand for a form and its edition in a code.

    `trends` are the questions that ask for a trend as well: no part of an edition, since an answer
    means the same without it, but of the ways to answer that a code counts.
    """
    return fingerprint([form, edition, sorted(trends)])[:3]
