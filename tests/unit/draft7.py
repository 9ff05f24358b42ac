"""As much of JSON Schema, draft 7, as our schemas use; a keyword it does not know is an error."""

from __future__ import annotations

import re
from typing import Any

TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "integer": int,
}
NOTES = {"$schema", "title", "description", "default", "definitions"}


def accepts(schema: dict[str, Any], value: Any, whole: dict[str, Any] | None = None) -> bool:
    """Tell whether a schema accepts a value; `whole` is the schema that holds the definitions."""
    whole = whole or schema
    return all(
        _keyword(name, rule, schema, value, whole)
        for name, rule in schema.items()
        if name not in NOTES
    )


def _keyword(name: str, rule: Any, schema: dict[str, Any], value: Any, whole: Any) -> bool:
    if name == "$ref":
        return accepts(whole["definitions"][rule.removeprefix("#/definitions/")], value, whole)
    if name in ("anyOf", "oneOf", "allOf"):
        count = sum(accepts(each, value, whole) for each in rule)
        return {"anyOf": count >= 1, "oneOf": count == 1, "allOf": count == len(rule)}[name]
    if name == "not":
        return not accepts(rule, value, whole)
    if name == "type":
        return any(_is(value, each) for each in ([rule] if isinstance(rule, str) else rule))
    if name in ("const", "enum"):
        allowed = [rule] if name == "const" else rule
        return any(type(value) is type(each) and value == each for each in allowed)
    if name in LIMITS:
        kind, holds = LIMITS[name]
        return not _is(value, kind) or holds(value, rule)
    if name in ("properties", "patternProperties", "additionalProperties", "propertyNames"):
        return not isinstance(value, dict) or _properties(name, rule, schema, value, whole)
    if name == "items":
        return not isinstance(value, list) or all(accepts(rule, each, whole) for each in value)
    raise NotImplementedError(name)


LIMITS: dict[str, tuple[str, Any]] = {
    "minimum": ("number", lambda value, rule: value >= rule),
    "maximum": ("number", lambda value, rule: value <= rule),
    "minLength": ("string", lambda value, rule: len(value) >= rule),
    "maxLength": ("string", lambda value, rule: len(value) <= rule),
    "pattern": ("string", lambda value, rule: re.search(rule, value) is not None),
    "minItems": ("array", lambda value, rule: len(value) >= rule),
    "maxItems": ("array", lambda value, rule: len(value) <= rule),
    "minProperties": ("object", lambda value, rule: len(value) >= rule),
    "required": ("object", lambda value, rule: set(rule) <= set(value)),
}


def _properties(
    name: str, rule: Any, schema: dict[str, Any], value: dict[str, Any], whole: Any
) -> bool:
    if name == "properties":
        return all(accepts(rule[key], value[key], whole) for key in value if key in rule)
    if name == "patternProperties":
        pairs = ((pattern, key) for pattern in rule for key in value if re.search(pattern, key))
        return all(accepts(rule[pattern], value[key], whole) for pattern, key in pairs)
    if name == "propertyNames":
        return all(accepts(rule, key, whole) for key in value)
    if rule is True:
        return True
    others = [key for key in value if key not in schema.get("properties", {})]
    return not others if rule is False else all(accepts(rule, value[key], whole) for key in others)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
