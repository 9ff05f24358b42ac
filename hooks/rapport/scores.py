"""What an answer is worth: the score of each option, worked out here once for page and browser.

The worksheet prints these scores and the browser looks them up, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

HAIR = 1e-9
"""How far a calculated score may lie beside the one that a person works out (`score.ts` has it)."""


def scores(points: Sequence[float], *, reverse: bool = False, balance: bool = False) -> list[float]:
    """Give the score of each option of a question from all their points: 0 to 100, not rounded.

    It is `(p − min) / (max − min) × 100`; `reverse` takes that from 100. Of a balance it is
    `(1 − |p − middle| / widest) × 100`: 100 at the points of the step in the middle, 0 at the
    widest distance from them; there is nothing to reverse. Points that are all the same tell no
    answers apart, and give no scores.
    """
    least, span = min(points, default=0), max(points, default=0) - min(points, default=0)
    if not span:
        return []
    if balance:
        middle = points[len(points) // 2]
        distances = [abs(point - middle) for point in points]
        shares = [1 - distance / max(distances) for distance in distances]
    else:
        shares = [(point - least) / span for point in points]
        if reverse:
            shares = [1 - share for share in shares]
    return [100 * share for share in shares]


def printed(score: float) -> int:
    """Give a score as people read it: a whole number, half up."""
    return floor(score + 0.5 + HAIR)
