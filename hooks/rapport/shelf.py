"""What the questionnaires share, as typed objects: principles, scales, band sets and sources.

They stand in `assessments/library/`, each kind in a file, as a list of entries with an id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from rapport.fields import Between, Id, Line, Name, Names, PageId, Part, Points, Prose

STANDARD_CUTS = {"low": 0, "middle": 37.5, "high": 62.5, "top": 87.5}
"""Where the standard levels begin."""


class Source(Part):
    """A document that principles and questionnaires rest on."""

    id: Id = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    title: Line = Field(description="The document's title.")
    author: Line | None = Field(None, description="Who wrote it, if it says so.")
    file: Line | None = Field(
        None, description="The document's file name, if it is one of the five."
    )
    teaches: Prose | None = Field(
        None, description="What the document teaches, in words of our own (Markdown)."
    )
    differs: Prose | None = Field(None, description="Where we part from it (Markdown).")


class Band(Part):
    """A level that a score may fall in."""

    id: Id = Field(description="low, middle, high, top, or an id of its own.")
    words: Line = Field(description="What the level is called; it fits the scale's words.")
    cut: Annotated[float, Between(0, 100)] = Field(
        alias="from",
        default_factory=lambda data: STANDARD_CUTS.get(data.get("id", ""), 0),
        description="The score where the level begins, 0 to 100. The standard levels know theirs.",
    )


class Bands(Part):
    """A set of levels, lowest first."""

    id: Id = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    levels: tuple[Band, ...] = Field(
        min_length=2, max_length=11, description="The levels, lowest first."
    )


class Scale(Part):
    """Steps that an answer is chosen from."""

    id: Id = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    steps: tuple[Line, ...] = Field(
        min_length=2, max_length=11, description="The labels of the steps, from least to most."
    )
    points: tuple[Points, ...] = Field(
        (), description="What each step counts; if missing, the steps are equally spaced."
    )
    bands: Name | None = Field(
        None, description="The band set that fits its words, in library/bands.yml."
    )
    na: Line | None = Field(
        None, description='The words for "does not apply", where that makes sense.'
    )


class Practice(Part):
    """Something small to try this week."""

    id: Id = Field(description="A name among the practices of its principle, stable for ever.")
    do: Line = Field(description="What to do, in one sentence.")


class Sign(Part):
    """A sign that something goes wrong."""

    id: Id = Field(description="A name among the warnings of its principle, stable for ever.")
    sign: Line = Field(description="What one may notice, in one sentence.")


class Daily(Part):
    """What a principle looks like in daily work."""

    counter: Prose | None = Field(None, description="Face to face, at a counter (Markdown).")
    phone: Prose | None = Field(None, description="On the phone (Markdown).")
    chat: Prose | None = Field(None, description="In a chat or by e-mail (Markdown).")


class Guidance(Part):
    """What to say at each of the standard levels, where a questionnaire says nothing of its own."""

    low: Prose = Field(description="For the lowest level (Markdown).")
    middle: Prose = Field(description="For the second level (Markdown).")
    high: Prose = Field(description="For the third level (Markdown).")
    top: Prose = Field(description="For the highest level (Markdown).")


class Principle(Part):
    """A principle of service as a relationship."""

    id: PageId = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    title: Line = Field(description="Its name.")
    statement: Line = Field(description="What it says, in one sentence.")
    why: Prose | None = Field(None, description="Why it matters (Markdown).")
    daily: Daily | None = Field(None, description="What it looks like in daily work.")
    limit: Prose | None = Field(
        None, description="Where it ends: selfless is not servile (Markdown)."
    )
    warnings: tuple[Sign, ...] = Field((), description="Signs that it is missing.")
    practices: tuple[Practice, ...] = Field((), description="Small things to try.")
    advice: Guidance | None = Field(
        None, alias="guidance", description="Guidance for the four standard levels."
    )
    related: Names = Field((), description="Ids of principles that stand close.")
    sources: Names = Field((), description="Ids of the documents it rests on.")

    @property
    def guidance(self) -> Mapping[str, str]:
        """The guidance by level; empty where there is none."""
        return self.advice.model_dump() if self.advice else {}


@dataclass(frozen=True)
class Shared:
    """The whole library, each kind by id.

    `broken` names the kinds whose file has problems: what is missing there may only be unreadable,
    so references into it are not judged.
    """

    principles: Mapping[str, Principle] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    bands: Mapping[str, Bands] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
