"""The format of one assessment as typed objects.

The file's values are texts, lists and mappings; what is past this step is typed and unchangeable.
What types cannot check is left to `checks` and `references`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from rapport.fields import (
    Between,
    Id,
    Line,
    Name,
    Names,
    PageId,
    Part,
    Prose,
    ProseWords,
    Truth,
    Words,
)
from rapport.questions import Asked, Ignored, Question
from rapport.shelf import Band, Bands, Practice, Principle, Scale, Shared, Sign
from rapport.shelf import Source as Document

__all__ = [
    "Assessment",
    "Band",
    "Bands",
    "Dimension",
    "Document",
    "Form",
    "Practice",
    "Principle",
    "Question",
    "Scale",
    "Shared",
    "Sign",
    "Stage",
]

MOST_NEEDED = 20
"""The most answers of others that a questionnaire can wait for."""


class Form(Part):
    """One of several forms of an assessment: the same subject, asked of other people."""

    title: Line = Field(description="The form's own title.")
    summary: Line | None = Field(
        None, description="One or two sentences, if not the questionnaire's."
    )
    intro: Prose | None = Field(
        None, description="The introduction, if not the questionnaire's (Markdown)."
    )
    period: Line | None = Field(
        None, description="The time it asks about, if not the questionnaire's."
    )
    end: Prose | None = Field(None, description="Closing words, such as thanks (Markdown).")
    role: Literal["guess", "answer"] | None = Field(
        None, description="guess: predicts what others say. answer: those others, who see no score."
    )


class Stage(Part):
    """Which questions tell the stage of a relationship."""

    ours: Name = Field(description="The id of the choice question for the stage as we see it.")
    theirs: Name = Field(
        description="The id of the one for the stage as they would say; the same choices."
    )
    risk: Names = Field(
        (), description='The choices that mean "at risk", one or a list, each as question.choice.'
    )


class Dimension(Part):
    """What several questions measure together."""

    id: Id = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    title: Line = Field(description="Its name as a heading.")
    name: Line | None = Field(
        None,
        description="Its name inside a sentence; if missing, the title with a small first letter.",
    )
    principle: Name = Field(
        description="The principle it rests on, an id in library/principles.yml."
    )
    group: Line | None = Field(
        None, description="Dimensions of one group have a mean of their own as well."
    )
    bands: Name | None = Field(
        None, description="A band set in library/bands.yml, if not the scale's."
    )
    ignored: Ignored = ()
    guidance: dict[Name, Prose] = Field(
        {}, description="What to say at each level, in this questionnaire's voice; or leave it out."
    )
    questions: tuple[Question, ...] = Field(
        min_length=1, description="The questions that are scored together."
    )

    @property
    def spoken(self) -> str:
        """The name as it stands inside a sentence."""
        return self.name or self.title[:1].lower() + self.title[1:]


class Assessment(Part):
    """A questionnaire: one file in assessments/."""

    id: PageId = Field(description="The file's name.")
    title: Line = Field(description="The name of the questionnaire.")
    summary: Line = Field(
        description="One or two sentences for the overview: what it is about, for whom."
    )
    audience: Literal["individual", "team", "customer"] = Field(description="Who answers it.")
    fits: Literal["brief", "lasting", "both"] = Field(
        "both", description="Which kind of customer contact it fits."
    )
    private: Truth = Field(
        default_factory=lambda data: data.get("audience") == "individual",
        description="true: no code, no link, no workshop. The default for individuals.",
    )
    minutes: Annotated[int, Between(1, 120)] = Field(description="How long it takes, honestly.")
    sources: Names = Field((), description="The documents it rests on, ids in library/sources.yml.")
    intro: ProseWords | None = Field(None, description="What it can and cannot tell (Markdown).")
    period: Words | None = Field(
        None, description='The time it asks about, such as "Over the past four weeks".'
    )
    scale: Name | None = Field(
        None, description="The scale of its questions, an id in library/scales.yml."
    )
    result: Literal["profile", "mean", "weakest", "gap", "stage", "distribution"] = Field(
        "profile", description="How the result is told."
    )
    subject: Literal["none", "optional", "required"] = Field(
        "none", description='Whether it asks "which customer do you have in mind?"'
    )
    minimum: Annotated[int, Between(1, MOST_NEEDED)] = Field(
        default_factory=lambda data: 5 if data.get("audience") == "individual" else 1,
        description="How many answers of others the gap needs before it shows any.",
    )
    order: Literal["listed", "mixed"] = Field(
        "listed",
        description="listed: as in this file. mixed: one question of each dimension in turn.",
    )
    forms: dict[PageId, Form] = Field(
        {}, description="Forms for different people, by id; the first is the main one."
    )
    stage: Stage | None = Field(None, description="With result: stage, the questions that tell it.")
    dimensions: tuple[Dimension, ...] = Field(
        (), max_length=30, description="What is measured, in order."
    )
    pause: Prose | None = Field(
        None,
        description="Words of the optional minute's pause before the text questions (Markdown).",
    )
    unscored: tuple[Question, ...] = Field(
        (), description="Questions of any type that stand in no dimension."
    )
    retired: tuple[Id, ...] = Field(
        (), description="Ids that were used once and must never be used again."
    )

    @property
    def form_ids(self) -> tuple[str, ...]:
        """The ids of its forms, the main one first; one empty id where it has none."""
        return tuple(self.forms) or ("",)

    def questions_in(self, form: str) -> Iterator[tuple[Dimension | None, Question]]:
        """Give the questions that a form asks, in the file's order, with their dimension."""
        for dimension in self.dimensions:
            for question in dimension.questions:
                if self.words(question.ask, form) is not None:
                    yield dimension, question
        for question in self.unscored:
            if self.words(question.ask, form) is not None:
                yield None, question

    @staticmethod
    def words(text: str | dict[str, str] | None, form: str) -> str | None:
        """Give a text in the words of a form; None where it has none."""
        return text.get(form) if isinstance(text, dict) else text


def principle_of(question: Asked, dimension: Dimension | None) -> str | None:
    """Give the id of the principle that a question tests: its own, or its dimension's."""
    return question.principle or (dimension.principle if dimension else None)
