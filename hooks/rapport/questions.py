"""The six types of questions, as the format knows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from rapport.fields import (
    Between,
    Id,
    Line,
    Name,
    Names,
    NotApplicable,
    Part,
    Points,
    Prose,
    ProseWords,
    Truth,
    Words,
)

Ignored = Annotated[
    Names,
    Field(
        alias="lint-ignore",
        description="Rules of the lint that are broken here on purpose, one or a list.",
    ),
]
"""What nobody needs to be reminded of."""


class Flag(Part):
    """A sentence that an answer sets beside a dimension."""

    dimension: Name = Field(description="The id of the dimension that the sentence stands beside.")
    because: Prose = Field(
        description="The sentence. It restates the answer and says why it matters here."
    )


class Choice(Part):
    """One answer of a choice question."""

    id: Id = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    label: Line = Field(description="What is chosen, in a few words.")
    plain: Line | None = Field(
        None, description="A neutral second label, where the first is an image."
    )
    describe: Prose | None = Field(
        None, description="How to recognise that this one fits (Markdown)."
    )
    next: Prose | None = Field(None, description="Advice for those who choose this one (Markdown).")
    points: Points | None = Field(
        None, description="What the choice counts. All choices have points, or none has."
    )
    practice: Name | None = Field(
        None, description="What those who choose this one may try: a practice in the principle."
    )
    flag: Flag | None = Field(
        None, description="A sentence beside a dimension when this is chosen."
    )


class Item(Part):
    """One line of a checklist."""

    id: Id = Field(description="A name of small letters, digits and hyphens, stable for ever.")
    label: Line = Field(description="What may have been seen, in a few words.")
    warning: Name | None = Field(
        None, description="The warning sign that this is, in the principle."
    )
    practice: Name | None = Field(
        None, description="What to do first of all when it was seen: a practice in the principle."
    )
    dimension: Name | None = Field(
        None, description="The dimension to mention it beside when it was seen."
    )


class Asked(Part):
    """What all questions have."""

    id: Id = Field(description="A name that stays for ever, since people's answers are kept by it.")
    ask: Words = Field(description="The question or statement; or one text for each form.")
    help: ProseWords | None = Field(None, description="A hint below the question (Markdown).")
    principle: Name | None = Field(
        None, description="The principle it tests, if not its dimension's."
    )
    practices: Names = Field(
        (),
        alias="practice",
        description="What a low answer suggests to try: an id in the principle, or a list.",
    )
    warnings: Names = Field(
        (),
        alias="warning",
        description="The warning sign that a low answer points to: an id, or a list.",
    )
    ignored: Ignored = ()


class Unscored(Asked):
    """What questions have that never have a score."""

    reverse: ClassVar[bool] = False
    weight: ClassVar[float] = 1
    na: ClassVar[None] = None


class Weighted(Asked):
    """What questions have that may have a score."""

    weight: Annotated[float, Between(0.01, 100)] = Field(
        1, description="How much it counts among the questions of its dimension."
    )
    na: NotApplicable | None = Field(
        None,
        description='Words for "does not apply" instead of the scale\'s; false offers nothing.',
    )


class Directed(Weighted):
    """What questions have that may point the other way."""

    reverse: Truth = Field(False, description="true if the least answer is the best one.")


class ScaleQuestion(Directed):
    """A statement that is answered on a scale."""

    type: Literal["scale"] = Field("scale", description="Answered on a scale.")
    scale: Name | None = Field(
        None, description="A scale in library/scales.yml, if not the questionnaire's."
    )


class ChoiceQuestion(Directed):
    """A question with answers of its own, of which one is chosen."""

    type: Literal["choice"] = Field(description="One of several answers of its own is chosen.")
    choices: tuple[Choice, ...] = Field(
        min_length=2, max_length=20, description="The answers, in order."
    )


class PolesQuestion(Directed):
    """A place between two texts."""

    type: Literal["poles"] = Field(description="A place between two described ends.")
    low: Line = Field(description="The text at the low end.")
    high: Line = Field(description="The text at the high end.")
    scale: Name | None = Field(
        None, description="The steps between: a scale, if not the questionnaire's."
    )
    trend: Truth = Field(False, description="true to ask as well whether it gets better or worse.")


class BalanceQuestion(Weighted):
    """A scale on which the middle is best."""

    reverse: ClassVar[bool] = False
    type: Literal["balance"] = Field(description="A scale on which the middle is best.")
    scale: Name = Field(description="A scale with an odd number of steps.")
    below: Prose | None = Field(
        None, description="Advice for an answer below the middle (Markdown)."
    )
    above: Prose | None = Field(
        None, description="Advice for an answer above the middle (Markdown)."
    )


class ChecklistQuestion(Unscored):
    """Things that were seen or not."""

    type: Literal["checklist"] = Field(
        description="Several things: seen, not seen, does not apply."
    )
    items: tuple[Item, ...] = Field(
        min_length=1, max_length=40, description="The things, in order."
    )
    obstacles: Truth = Field(
        False, description="true if only the team or its leaders can change what is ticked."
    )


class TextQuestion(Unscored):
    """A question to think about, answered in one's own words."""

    type: Literal["text"] = Field(description="Answered in one's own words.")


TYPES: Mapping[str, type[Asked]] = {
    "scale": ScaleQuestion,
    "choice": ChoiceQuestion,
    "poles": PolesQuestion,
    "balance": BalanceQuestion,
    "checklist": ChecklistQuestion,
    "text": TextQuestion,
}
"""Every type by its name in the format."""

SCALED = frozenset(("scale", "poles", "balance"))
"""The types that are answered on a scale."""


def _type(value: Any) -> str:
    """Give the union's tag for a question; one that names no type is a scale question."""
    name = value.get("type", "scale") if isinstance(value, dict) else "scale"
    return f"={name}"


Question = Annotated[
    Annotated[ScaleQuestion, Tag("=scale")]
    | Annotated[ChoiceQuestion, Tag("=choice")]
    | Annotated[PolesQuestion, Tag("=poles")]
    | Annotated[BalanceQuestion, Tag("=balance")]
    | Annotated[ChecklistQuestion, Tag("=checklist")]
    | Annotated[TextQuestion, Tag("=text")],
    Discriminator(_type),
]
