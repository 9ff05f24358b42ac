"""Values to typed objects; what does not fit becomes problems in our own words."""

from __future__ import annotations

from inspect import isclass
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic.fields import FieldInfo

from rapport.fields import LONGEST_ID
from rapport.problems import Problem, nearest
from rapport.questions import TYPES, Asked
from rapport.source import Path, Source

Model = TypeVar("Model", bound=BaseModel)

SILENT = frozenset(("default_factory_not_called",))
"""Errors that only follow from others."""

SIMPLE = {
    "missing": "missing-key",
    "string_type": "not-text",
    "tuple_type": "not-list",
    "dict_type": "not-group",
    "model_type": "not-group",
    "model_attributes_type": "not-group",
    "literal_error": "one-of",
    "string_too_long": "too-long",
    "too_short": "too-few",
    "too_long": "too-many",
    "truth": "truth",
    "number": "number",
    "whole_number": "whole-number",
    "number_range": "number-range",
    "reserved": "reserved-id",
    "unsafe_link": "unsafe-link",
    "relative_link": "relative-link",
    "na_words": "na-words",
}
"""pydantic's errors, and those of `fields`, by the code of the problem they are."""

NOUNS = {"Assessment": "questionnaire", "Bands": "band set", "Band": "level", "Sign": "warning"}


def typed(
    model: type[Model], source: Source, value: Any, path: Path = ()
) -> tuple[Model | None, list[Problem]]:
    """Give the value at `path` as a `model`, or None and everything that does not fit.

    A key with a slip stands in the `source` afterwards as the key it was meant to be: it is told
    once, and what follows from it nowhere.
    """
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        errors: list[Any] = error.errors(include_url=False)
    unknown = [each["loc"] for each in errors if each["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], key): loc for loc in unknown if (key := _meant(model, loc))}
    told = [each for each in errors if not _follows(each, meant)]
    found = [_problem(model, source, path, each) for each in told]
    for place, loc in meant.items():
        above = (*path, *(part for part in place[:-1] if not _is_mark(part)))
        source.mend(above, str(loc[-1]), str(place[-1]))
    return None, found


def _meant(model: type[BaseModel], loc: Path) -> str:
    """Give the key that the unknown one at a place of pydantic's path was meant to be, or ""."""
    return _known(str(loc[-1]), _keys(_at(model, loc[:-1])))


def _known(word: str, keys: list[str]) -> str:
    """Give the key that a word stands for: behind a hyphen, before a colon, or misspelt."""
    plain = word.lstrip("-").partition(":")[0].strip()
    return plain if plain in keys else nearest(word, keys)


def _follows(error: Any, meant: dict[Path, Path]) -> bool:
    """Tell whether an error only follows from others.

    A bad entry is not a missing one, nor is a key with a slip; with a slip in "type" the question
    is not of the type that its other keys were held against.
    """
    loc = error["loc"]
    if error["type"] == "missing" and loc in meant:
        return True
    kind = meant.get((*loc[:-1], "type"))
    if kind and kind != loc and error["type"] in ("missing", "extra_forbidden"):
        return True
    if error["type"] == "too_short" and isinstance(error["input"], list | dict):
        return len(error["input"]) >= int(error["ctx"]["min_length"])
    return error["type"] in SILENT


def _problem(model: type[BaseModel], source: Source, base: Path, error: Any) -> Problem:
    kind, value, loc = error["type"], error["input"], error["loc"]
    key = bool(loc) and loc[-1] == "[key]"
    path: Path = (*base, *(part for part in loc if not _is_mark(part)))
    if kind in ("missing", "extra_forbidden"):
        owner = path if _is_mark(loc[-1]) else path[:-1]
        if kind == "missing":
            return _missing(_at(model, loc[:-1]), source, owner, str(loc[-1]))
        owners = [_at(model, loc[:end]) for end in range(len(loc))]
        return _unknown([each for each in owners if _is_part(each)], source, (*owner, str(loc[-1])))
    if kind == "union_tag_invalid":
        path, kind, value = (*path, "type"), "literal_error", value["type"]
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    details: dict[str, Any] = {
        "name": name,
        "label": _label(path),
        "word": value if isinstance(value, str | int | float) else "",
        **_limits(error),
    }
    if isinstance(value, str) and not value.strip() and not key:
        return source.problem("empty", path, **details)
    code = _code(kind, error)
    if code == "one-of":
        details["among"] = _allowed(model, (*loc, "type") if path[-1:] == ("type",) else loc)
        code = code if isinstance(value, str) else "not-text"
    if code == "not-list":
        first = next(iter(value), "") if isinstance(value, dict) else value
        code = "hyphen-space" if _slip(str(first)) == "hyphen-space" else code
    if code == "not-group" and path and isinstance(path[-1], int):
        code = "entry-not-group"
    if not path and code in ("not-group", "not-list"):
        code = f"file-{code}"
    return source.problem(code, path, key, **details)


def _code(kind: str, error: Any) -> str:
    limits = error.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return "bad-id"
    if kind == "string_too_short":
        return "bad-id"  # only a key gets here, since an empty value is "empty"
    if kind == "string_too_long" and limits["max_length"] == LONGEST_ID:
        return "bad-id"
    return SIMPLE.get(kind, "unsuitable")


def _limits(error: Any) -> dict[str, Any]:
    found = dict(error.get("ctx", {}))
    count = len(error["input"]) if isinstance(error["input"], list | dict) else 0
    least, most = found.get("min_length", 0), found.get("max_length", 0)
    return {"least": least, "most": most, "count": count, **found}


def _missing(owner: type[BaseModel], source: Source, path: Path, word: str) -> Problem:
    """Give the problem of a key that is missing in the `owner` at `path`."""
    described = _fields(owner)[word].description or ""
    described = described[:1].lower() + described[1:]
    noun = _noun(owner)
    return source.problem("missing-key", path, name=word, noun=noun, description=described)


def _unknown(owners: list[type[BaseModel]], source: Source, path: Path) -> Problem:
    """Give the problem of the key at `path` that the last of its `owners` does not know."""
    owner, word = owners[-1], str(path[-1])
    keys, noun = _keys(owner), _noun(owner)
    types = [name for name, each in TYPES.items() if word in _keys(each)]
    if issubclass(owner, Asked) and types:
        own = next(name for name, each in TYPES.items() if each is owner)
        several = " or ".join(types)
        return source.problem("other-type-key", path, True, word=word, type=own, types=several)
    if _known(word, keys):
        return source.problem(_slip(word) or "unknown-key", path, True, keys, word=word, noun=noun)
    outer = [_noun(each) for each in reversed(owners) if word in _keys(each)]
    if outer:
        return source.problem("outer-key", path, True, word=word, noun=noun, outer=outer[0])
    same_line = source.place(path[:-1])[0] == source.place(path, key=True)[0]
    code = "comma-in-text" if same_line and " " in word else "unknown-key"
    return source.problem(code, path, True, keys, word=word, noun=noun)


def _slip(word: str) -> str:
    """Give the code for a space that is missing at a word, which made it another one; or ""."""
    if word[:1] == "-" and word[1:2].isalpha():
        return "hyphen-space"
    return "colon-space" if ":" in word else ""


def _is_mark(part: str | int) -> bool:
    """Tell the marks that unions and keys leave in pydantic's paths from what the file holds."""
    return part == "[key]" or (isinstance(part, str) and part[:1] == "=" and part[1:] in MARKS)


MARKS = frozenset((*TYPES, "text", "map", "truth"))


def _is_part(kind: Any) -> bool:
    return isclass(kind) and get_origin(kind) is None and issubclass(kind, BaseModel)


def _label(path: Path) -> str:
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return f'each entry of "{name}"' if path and isinstance(path[-1], int) else f'"{name}"'


def _noun(model: type[BaseModel]) -> str:
    if issubclass(model, Asked):
        return "question"
    return NOUNS.get(model.__name__, model.__name__.lower())


def _keys(model: type[BaseModel]) -> list[str]:
    """Give the keys of a model as they are written; the id of an assessment is none of them."""
    return [key for key in _fields(model) if key != "id" or model.__name__ != "Assessment"]


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    """Give the model that stands at a place of pydantic's path."""
    kind: Any = model
    for part in loc:
        kind = _inside(kind, part)
    found: type[BaseModel] = _bare(kind)
    return found


def _allowed(model: type[BaseModel], loc: Path) -> list[str]:
    """Give what may be written at a place that takes one of a few words."""
    if loc[-1] == "type":
        return list(TYPES)
    kind = _inside(_at(model, loc[:-1]), loc[-1])
    return [str(word) for word in get_args(_bare(kind))]


def _bare(kind: Any) -> Any:
    """Give a type without what annotates it or makes it optional."""
    while get_origin(kind) is Annotated or get_origin(kind) in (Union, UnionType):
        kind = get_args(kind)[0]
    return kind


def _inside(kind: Any, part: str | int) -> Any:
    """Give the type of what stands at `part` in something of type `kind`."""
    arguments = get_args(kind)
    if get_origin(kind) is Annotated:
        return _inside(arguments[0], part)
    if get_origin(kind) in (Union, UnionType):
        tagged = [each for each in arguments if _tag(each) == part]
        return tagged[0] if tagged else _inside(arguments[0], part)
    if get_origin(kind) is tuple or get_origin(kind) is dict:
        return arguments[-1] if get_origin(kind) is dict else arguments[0]
    if _is_part(kind):
        return _fields(kind)[str(part)].annotation
    return kind


def _tag(kind: Any) -> str:
    marks = getattr(kind, "__metadata__", ())
    return next((mark.tag for mark in marks if isinstance(mark, Tag)), "")
