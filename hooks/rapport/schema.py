"""JSON Schemas for editors, made from the model: `python -m rapport.schema [--check]`.

They accept what the loader accepts, also where an editor reads `5` or `true` as no text, and carry
every key's description, which editors show on hover.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from rapport.library import MODELS
from rapport.model import Assessment

ASSESSMENTS = Path(__file__).parents[2] / "assessments"
DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by its file's path in the folder `assessments/`."""
    assessment = _schema(Assessment)
    # The id is the file's name; pydantic wants the key, the file must not have it.
    del assessment["properties"]["id"]
    assessment["required"].remove("id")
    made = {"schema.json": assessment}
    for kind, model in MODELS.items():
        entry = _schema(model)
        definitions = entry.pop("definitions", {})
        name = model.__name__
        made[f"library/{kind}.schema.json"] = {
            "$schema": entry.pop("$schema"),
            "title": f"The library's {kind}",
            "type": "array",
            "items": {"$ref": f"#/definitions/{name}"},
            "definitions": {**definitions, name: entry},
        }
    return made


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """Give a model's schema in draft 7, which editors understand best."""
    made: dict[str, Any] = _tidy(model.model_json_schema(ref_template="#/definitions/{model}"))
    return {"$schema": DRAFT, **made}


def _tidy(part: Any, named: bool = False) -> Any:
    """Give a part of a schema without what editors would only show as noise.

    Made-up titles and null, which no file can hold, go; `named` is a mapping whose keys are names
    of the format and not of JSON Schema.
    """
    if isinstance(part, list):
        return [_tidy(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {}
    for key, value in part.items():
        if not named and (key == "title" or (key == "default" and value in (None, [], {}))):
            continue
        name = "definitions" if key == "$defs" and not named else key
        made[name] = _tidy(value, named=not named and key in ("properties", "$defs"))
    options = made.get("anyOf") if not named else None
    if options and {"type": "null"} in options:
        rest = [option for option in options if option != {"type": "null"}]
        made.pop("anyOf")
        made = {**rest[0], **made} if len(rest) == 1 else {**made, "anyOf": rest}
    if "$ref" in made and len(made) > 1 and not named:
        # Draft 7 ignores what stands beside a reference, and the description with it.
        made["allOf"] = [{"$ref": made.pop("$ref")}]
    return made


def text(schema: dict[str, Any]) -> str:
    """Give a schema as its file's text, the same everywhere."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def stale(folder: Path) -> list[str]:
    """Give the names of the schema files that are missing or not what the model makes."""
    return [
        name
        for name, schema in schemas().items()
        if not (folder / name).is_file()
        or (folder / name).read_text(encoding="utf-8") != text(schema)
    ]


def write(folder: Path) -> None:
    """Write every schema file."""
    for name, schema in schemas().items():
        (folder / name).write_text(text(schema), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str]) -> int:
    """Write the schemas, or with `--check` only tell whether they are fresh; give the exit code."""
    if "--check" not in arguments:
        write(ASSESSMENTS)
        return 0
    names = stale(ASSESSMENTS)
    if names:
        files = ", ".join(f"assessments/{name}" for name in names)
        sys.stderr.write(f"Not what the model makes: {files}. Run: python -m rapport.schema\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
