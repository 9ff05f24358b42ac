"""The kinds of values that the format knows: texts, ids, numbers, true or false.

A source gives texts only; what is due here is converted from text, and nothing is guessed. What the
editors' schema accepts for each kind stands beside it, since an editor reads `5` as a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from rapport.prose import scheme_of, unsafe_links

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LONGEST_ID = 40
LONGEST_LINE = 1_000
LONGEST_PROSE = 10_000
RESERVED = frozenset(("na", "result"))
RESERVED_PAGES = RESERVED | {"gap", "portfolio", "index"}
"""Ids that are an address: forms stand beside the pages `gap` and `portfolio`."""

NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?", re.ASCII)
SPACE = re.compile(r"\s+")
TEXT_IN_EDITORS = ["string", "number", "boolean"]
NAMES_IN_EDITORS = ["string", "boolean"]


class Part(BaseModel):
    """A piece of the format: unchangeable, and without keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _one_line(text: str) -> str:
    return SPACE.sub(" ", text) if "\n" in text or "\t" in text else text


def _safe(text: str) -> str:
    links = unsafe_links(text)
    if links:
        kind = "unsafe_link" if scheme_of(links[0]) else "relative_link"
        raise PydanticCustomError(kind, "refused link", {"link": links[0]})
    return text


def _not_reserved(text: str) -> str:
    if text in RESERVED:
        raise PydanticCustomError("reserved", "reserved")
    return text


def _not_a_page(text: str) -> str:
    if text in RESERVED_PAGES:
        raise PydanticCustomError("reserved", "reserved")
    return text


def _truth(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if not isinstance(value, bool):
        raise PydanticCustomError("truth", "neither true nor false")
    return value


def _number(value: Any) -> Any:
    if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
        return float(value) if "." in value else int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number", "no number")
    return value


def _whole(value: Any) -> Any:
    try:
        number = _number(value)
    except PydanticCustomError:
        number = None
    if not isinstance(number, int):
        raise PydanticCustomError("whole_number", "no whole number")
    return number


def _na(value: Any) -> Any:
    if value in ("false", False):
        return False
    if isinstance(value, str) and value.strip().casefold() in ("true", "yes", "no", "on", "off"):
        raise PydanticCustomError("na_words", "no words")
    return value


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _kind_of_words(value: Any) -> str:
    return "=map" if isinstance(value, dict) else "=text"


def _text(schema: dict[str, Any], longest: int) -> WithJsonSchema:
    return WithJsonSchema({"type": TEXT_IN_EDITORS, "minLength": 1, "maxLength": longest, **schema})


@dataclass(frozen=True)
class Between:
    """Marks a number, or a whole number where the type is `int`, with its range."""

    least: float
    most: float

    def __get_pydantic_core_schema__(self, kind: Any, handler: Any) -> Any:
        """Give the check as pydantic wants it."""
        convert = _whole if kind is int else _number

        def check(value: Any) -> Any:
            found = convert(value)
            if not self.least <= found <= self.most:
                limits = {"least": self.least, "most": self.most}
                raise PydanticCustomError("number_range", "out of range", limits)
            return found

        kind_name = "integer" if kind is int else "number"
        digits = {"type": "string", "pattern": DIGITS}
        limits = {"type": kind_name, "minimum": self.least, "maximum": self.most}
        schema = {"pydantic_js_updates": {"anyOf": [limits, digits]}}
        return core_schema.no_info_before_validator_function(
            check, core_schema.any_schema(), metadata=schema
        )


DIGITS = r"^\s*[+-]?[0-9]{1,9}(\.[0-9]{1,9})?\s*$"

Points = Annotated[float, Between(-1000, 1000)]
"""What an answer counts."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_one_line),
    _text({}, LONGEST_LINE),
]
"""A text on one line, shown as it stands."""

Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_PROSE),
    AfterValidator(_safe),
    _text({}, LONGEST_PROSE),
]
"""A text in Markdown: emphasis, links and lists."""

_ID = Annotated[
    str,
    StringConstraints(pattern=ID, min_length=1, max_length=LONGEST_ID),
    WithJsonSchema({"type": NAMES_IN_EDITORS, "pattern": ID, "maxLength": LONGEST_ID}),
]

Id = Annotated[_ID, AfterValidator(_not_reserved)]
"""The id of something that is made here. Stable for ever, since people's files hold it."""

PageId = Annotated[_ID, AfterValidator(_not_a_page)]
"""The id of something that has a page of its own."""

Name = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": NAMES_IN_EDITORS, "minLength": 1}),
]
"""The id of something that stands elsewhere. That it is there is for the checks to say."""

Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(_listed),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": NAMES_IN_EDITORS, "minLength": 1},
                {"type": "array", "items": {"type": NAMES_IN_EDITORS, "minLength": 1}},
            ]
        }
    ),
]
"""One name or a list of them."""

Truth = Annotated[
    bool,
    BeforeValidator(_truth),
    WithJsonSchema({"enum": [True, False, "true", "false"]}),
]
"""true or false, and nothing that merely looks like it."""

NotApplicable = Annotated[
    Annotated[Literal[False], Tag("=truth")] | Annotated[Line, Tag("=text")],
    Discriminator(lambda value: "=truth" if value is False else "=text"),
    BeforeValidator(_na),
    WithJsonSchema(
        {"type": TEXT_IN_EDITORS, "minLength": 1, "maxLength": LONGEST_LINE, "not": {"const": True}}
    ),
]
"""The words for "does not apply", or false to offer nothing."""

Words = Annotated[
    Annotated[Line, Tag("=text")] | Annotated[dict[Name, Line], Tag("=map"), Field(min_length=1)],
    Discriminator(_kind_of_words),
]
"""A text, or one for each form."""

ProseWords = Annotated[
    Annotated[Prose, Tag("=text")] | Annotated[dict[Name, Prose], Tag("=map"), Field(min_length=1)],
    Discriminator(_kind_of_words),
]
"""A text in Markdown, or one for each form."""
