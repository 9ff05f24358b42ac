"""The schemas for editors: fresh, and of one mind with the loader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from rapport.schema import ASSESSMENTS, main, schemas, stale, text, write
from rapport.source import Value, read
from unit.cases import CASES, VALID, name
from unit.draft7 import accepts

SCHEMAS = schemas()
LIBRARY = sorted((CASES / "library").glob("*.yml"))
REAL = sorted(ASSESSMENTS.glob("*.yml"))


def as_text(path: Path) -> Value:
    """Give a file as our loader reads it: all texts."""
    found = read(path.name, path.read_bytes())[0]
    assert found is not None
    return found.value


def as_an_editor(path: Path) -> Any:
    """Give a file as YAML 1.1 has it, with its numbers, truths and dates."""
    return _without_dates(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def _without_dates(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _without_dates(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_dates(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", [*VALID, *REAL], ids=name)
def test_what_the_loader_accepts_the_schema_accepts(path: Path) -> None:
    """No editor underlines what is right, whether it reads `No` as a text or a truth."""
    assert accepts(SCHEMAS["schema.json"], as_text(path))
    assert accepts(SCHEMAS["schema.json"], as_an_editor(path))


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_library_files_are_accepted_too(path: Path) -> None:
    """The library's files have schemas of their own."""
    schema = SCHEMAS[f"library/{path.stem}.schema.json"]
    assert accepts(schema, as_text(path))
    assert accepts(schema, as_an_editor(path))


REFUSED = (
    "unknown-key", "unknown-key-in-question", "key-of-another-type", "id-in-the-file",
    "missing-title", "missing-ask", "null-value", "list-for-text", "text-for-list",
    "text-for-group", "list-for-file", "unknown-word", "unknown-type", "word-for-number",
    "part-for-whole-number", "number-out-of-range", "text-too-long", "too-few-choices",
    "id-with-capitals", "id-too-long", "na-without-words",
)  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_editors_see_what_needs_no_library(case: str) -> None:
    """What the format alone forbids is underlined while it is written."""
    value = as_an_editor(CASES / "invalid" / f"{case}.yml")
    assert not accepts(SCHEMAS["schema.json"], value)


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every property that a schema defines."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"].items()
        for each in schema.values():
            yield from properties(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from properties(each)


@pytest.mark.parametrize("file", SCHEMAS)
def test_every_key_is_explained_on_hover(file: str) -> None:
    """Each property carries its description where editors look for it."""
    found = list(properties(SCHEMAS[file]))
    assert found
    assert [key for key, schema in found if not schema.get("description")] == []


def test_the_id_is_no_key_of_an_assessment() -> None:
    """The file's name is the id, so no editor offers the key."""
    assert "id" not in SCHEMAS["schema.json"]["properties"]


def test_the_committed_schemas_are_fresh() -> None:
    """What editors use is what the model makes."""
    assert stale(ASSESSMENTS) == []
    assert main(["--check"]) == 0


def test_stale_and_missing_schemas_are_named(tmp_path: Path) -> None:
    """A check says which files to make again."""
    (tmp_path / "library").mkdir()
    write(tmp_path)
    (tmp_path / "schema.json").write_text("{}\n", encoding="utf-8")
    (tmp_path / "library" / "bands.schema.json").unlink()
    assert stale(tmp_path) == ["schema.json", "library/bands.schema.json"]


def test_a_stale_check_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command's exit code tells, and its message says what to run."""
    monkeypatch.setattr("rapport.schema.ASSESSMENTS", tmp_path)
    assert main(["--check"]) == 1
    assert "assessments/schema.json" in capsys.readouterr().err


@pytest.mark.parametrize("file", SCHEMAS)
def test_schemas_are_written_the_same_everywhere(file: str) -> None:
    """Sorted keys and one line end at the close make a schema comparable."""
    written = text(SCHEMAS[file])
    assert written.endswith("}\n")
    assert (
        written
        == json.dumps(json.loads(written), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    )
