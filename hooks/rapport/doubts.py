"""What the rules of the lint look at, and the doubts they have about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rapport.model import Assessment, Dimension, Question
from rapport.source import Path


@dataclass(frozen=True)
class Doubt:
    """A broken rule, where it is broken, and which rules are ignored there.

    `other` is a second place to point to.
    """

    rule: str
    path: Path
    ignored: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    other: Path = ()


class Placed(NamedTuple):
    """A question with its dimension and its place in the file."""

    path: Path
    dimension: Dimension | None
    question: Question

    @property
    def wordings(self) -> Iterator[tuple[Path, str, str]]:
        """Give each wording of what is asked, with its place and its form; "" for all forms."""
        ask = self.question.ask
        if isinstance(ask, str):
            yield (*self.path, "ask"), "", ask
        else:
            for form, text in ask.items():
                yield (*self.path, "ask", form), form, text


def placed(assessment: Assessment) -> Iterator[Placed]:
    """Give every question with its place, in the file's order."""
    for number, dimension in enumerate(assessment.dimensions):
        for index, question in enumerate(dimension.questions):
            yield Placed(("dimensions", number, "questions", index), dimension, question)
    for index, question in enumerate(assessment.unscored):
        yield Placed(("unscored", index), None, question)
