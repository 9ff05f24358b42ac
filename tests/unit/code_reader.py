"""A second reader of codes, written from `docs/formats.md` alone: it proves what that page says."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


class Code(NamedTuple):
    """What a code holds."""

    form: str
    mark: str
    answers: dict[str, Any]


def read(code: str, plan: Any) -> Code:
    """Read a code of a questionnaire. Raises where it is none."""
    text = "".join(each for each in code if each.isalnum()).upper()
    text = text.replace("O", "0").replace("I", "1").replace("L", "1")
    values = [ALPHABET.index(each) for each in text]
    assert is_sound(values), "The check fails."
    assert text[0] == "1", "It is of a later version."
    assert text[1:5] == plan["code"], "It is of another questionnaire."
    [form] = [each for each in plan["forms"] if each.get("code") == text[5:8]]
    number = 0
    for value in values[14:-6]:
        number = number * 32 + value
    answers: dict[str, Any] = {}
    for question in sorted(form["questions"], key=lambda each: str(each["id"]), reverse=True):
        if question["type"] not in ("checklist", "text"):
            offered = ways(question)
            number, way = divmod(number, len(offered))
            if way:
                answers[question["id"]] = offered[way]
    assert number == 0, "No set of answers gives it."
    return Code(form["id"], text[8:14], answers)


def ways(question: Any) -> list[Any]:
    """Give every way to answer a question, in its order."""
    values = [each["value"] for each in question["options"]]
    if question["type"] == "choice":
        values.sort()
    if question.get("trend"):
        trends = [{}, *({"trend": trend} for trend in ("better", "same", "worse"))]
        values = [{"at": step, **trend} for step in values for trend in trends]
    return ["not answered", *values, *([None] if "na" in question else [])]


def is_sound(values: list[int]) -> bool:
    """Tell whether the check holds."""
    name = b"rapport"
    total = 1
    for value in [c >> 5 for c in name] + [0] + [c & 31 for c in name] + values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for bit, part in enumerate(GENERATOR):
            if top >> bit & 1:
                total ^= part
    return total == 0x2BC830A3


def fingerprint(value: Any) -> str:
    """Give the eight characters that stand for a value."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:5], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(8))
