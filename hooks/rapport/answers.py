"""How a question can be answered: its scale, the points of its answers, its words for "N/A".

And the levels that a dimension's score may fall in, which its scales may say as well.
"""

from __future__ import annotations

from rapport.model import Assessment, Band, Dimension, Question, Scale
from rapport.questions import BalanceQuestion, PolesQuestion, ScaleQuestion
from rapport.shelf import Shared


def scale_of(assessment: Assessment, question: Question, shared: Shared) -> Scale | None:
    """Give the scale that a question is answered on; None for types that need none."""
    if isinstance(question, ScaleQuestion | PolesQuestion | BalanceQuestion):
        return shared.scales[question.scale or assessment.scale or ""]
    return None


def points_of(question: Question, scale: Scale | None) -> tuple[float, ...]:
    """Give the points of a question's options as authored, in their order; none without points."""
    if scale:
        return scale.points or tuple(range(1, len(scale.steps) + 1))
    if question.type == "choice":
        return tuple(choice.points for choice in question.choices if choice.points is not None)
    return ()


def na_words(question: Question, scale: Scale | None) -> str | None:
    """Give the words for "does not apply", or None where it is not offered."""
    if question.na is False:
        return None
    return question.na or (scale.na if scale else None)


def bands_of(assessment: Assessment, dimension: Dimension, shared: Shared) -> tuple[Band, ...]:
    """Give the levels of a dimension, lowest first: its own set's, else its scales'."""
    names = [dimension.bands]
    for question in dimension.questions:
        scale = scale_of(assessment, question, shared)
        names.append(scale.bands if scale else None)
    return next((shared.bands[name].levels for name in names if name), ())
