"""The folder `assessments/`: every file read, typed and checked against what it names.

Nothing here raises for what stands in a file: problems are given beside whatever could be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapport import source
from rapport.checks import check, unique
from rapport.edition import assessment_code
from rapport.fields import ID, LONGEST_ID, RESERVED_PAGES
from rapport.lint import lint
from rapport.model import Assessment
from rapport.outline import Node
from rapport.problems import Problem, nearest, ordered, problem
from rapport.references import check_references
from rapport.shelf import Bands, Principle, Scale, Shared, Source
from rapport.shelf_checks import check_bands, check_principle, check_scale
from rapport.typed import typed

__all__ = [
    "Shared",
    "assessment_files",
    "check_folder",
    "examine",
    "read_assessment",
    "read_shared",
]

LIBRARY = "library"
MODELS: dict[str, type[Source | Bands | Scale | Principle]] = {
    "sources": Source,
    "bands": Bands,
    "scales": Scale,
    "principles": Principle,
}
"""The library's files by kind, those first that others name."""

CHECKS: dict[str, Callable[[Node, Shared], Iterator[Problem]]] = {
    "scales": check_scale,
    "bands": check_bands,
    "principles": check_principle,
}
TRANSLATION = re.compile(r"[^.]+\.[a-z]{2,3}(-[A-Za-z]+)?")
KNOWN_FILES = ("schema.json", "README.md")
IGNORED = re.compile(r"[.#].*|.*~|.*\.(swp|tmp)")
"""What systems and editors leave behind."""
OTHER_SUFFIX = re.compile(r"(?!.*\.yml$).*\.(?i:ya?ml)(\.\w+)?")
"""Names of YAML files as some systems and editors make them: `.yaml`, `.YML`, `.yml.txt`."""


def read_shared(folder: Path) -> tuple[Shared, list[Problem]]:
    """Read the library of the folder `assessments/`: whatever is well-formed, and all problems."""
    found: dict[str, dict[str, Any]] = {}
    nodes: list[tuple[str, Node]] = []
    problems: list[Problem] = []
    for kind, model in MODELS.items():
        entries, file_problems = _read_kind(folder, kind, model)
        problems += file_problems
        found[kind] = {entry.id: entry for entry, _ in entries}
        nodes += [(kind, node) for _, node in entries]
    shared = Shared(**found, broken=_broken(problems))
    for kind, node in nodes:
        if kind in CHECKS:
            problems += CHECKS[kind](node, shared)
    return Shared(**found, broken=_broken(problems)), ordered(problems)


def _broken(problems: list[Problem]) -> frozenset[str]:
    return frozenset(Path(each.file).stem for each in problems)


def _read_kind(
    folder: Path, kind: str, model: type[Any]
) -> tuple[list[tuple[Any, Node]], list[Problem]]:
    """Give the well-formed entries of one of the library's files, and the file's problems."""
    path = folder / LIBRARY / f"{kind}.yml"
    file = f"{folder.name}/{LIBRARY}/{kind}.yml"
    if not path.is_file():
        return [], [problem("missing-file", file)]
    data, problems = _bytes(path, file)
    content, found = source.read(file, data) if not problems else (None, [])
    problems += found
    if content is None:
        return [], problems
    root = Node(content, content.value)
    if not isinstance(content.value, list):
        return [], [*problems, content.problem("file-not-list")]
    problems += unique(node for node in root.entries() if isinstance(node.value, dict))
    entries = []
    for node in root.entries():
        entry, found = typed(model, content, node.value, node.path)
        problems += found
        if entry is not None:
            entries.append((entry, node))
    return entries, problems


class Reading(NamedTuple):
    """What a file came to: the assessment, or else its problems; and what to think over."""

    assessment: Assessment | None
    problems: list[Problem]
    notes: list[Problem]


def read_assessment(
    file: str, data: bytes, shared: Shared
) -> tuple[Assessment | None, list[Problem]]:
    """Give the assessment if it has no problem at all, else None and every problem there is."""
    return examine(file, data, shared)[:2]


def examine(file: str, data: bytes, shared: Shared) -> Reading:
    """Read, type, check and lint one assessment; `file` is its name as people see it."""
    problems = list(_name(file))
    content, found = source.read(file, data)
    problems += found
    if content is None:
        return Reading(None, ordered(problems), [])
    if not isinstance(content.value, dict):
        return Reading(None, ordered([*problems, content.problem("file-not-group")]), [])
    if "id" in content.value:
        problems.append(content.problem("own-id", ("id",), key=True))
    own = Path(file).stem.lstrip("_") if not problems else "unnamed"
    assessment, found = typed(Assessment, content, {**content.value, "id": own})
    problems += found
    root = Node(content, content.value)
    problems += check(root)
    problems += check_references(root, shared)
    if assessment is None or problems:
        return Reading(None, ordered(problems), [])
    doubts = lint(assessment, content, shared)
    if doubts.faults:
        return Reading(None, ordered(doubts.faults), ordered(doubts.notes))
    return Reading(assessment, [], ordered(doubts.notes))


def _name(file: str) -> Iterator[Problem]:
    """Report a file name that cannot be an assessment's id."""
    word = Path(file).name
    stem = word.removesuffix(".yml").lstrip("_")
    if TRANSLATION.fullmatch(stem):
        yield problem("translation", file, word=word)
    elif not re.fullmatch(ID, stem) or len(stem) > LONGEST_ID:
        yield problem("file-name", file, word=word)
    elif stem in RESERVED_PAGES:
        yield problem("reserved-id", file, word=stem)


def assessment_files(folder: Path) -> list[Path]:
    """Give the files that are to be published, by name: `.yml`, and no `_` in front."""
    return sorted(
        path
        for path in folder.glob("*.yml")
        if path.name[0] != "_" and path.is_file() and not IGNORED.fullmatch(path.name)
    )


def check_folder(folder: Path, shared: Shared) -> list[Problem]:
    """Give what is wrong with the folder as such, and with the files that are never published.

    The assessments' and the library's own problems come from `read_assessment` and `read_shared`;
    `shared` is what the latter gave, for `_template.yml`.
    """
    known = [f"{kind}.yml" for kind in MODELS]
    schemas = [f"{kind}.schema.json" for kind in MODELS]
    problems = [*_strangers(folder, folder.name, KNOWN_FILES, [LIBRARY])]
    library = f"{folder.name}/{LIBRARY}"
    problems += _strangers(folder / LIBRARY, library, (*known, *schemas, "README.md"), [])
    for path in sorted(path for path in folder.glob("_*.yml") if path.is_file()):
        file = f"{folder.name}/{path.name}"
        data, found = _bytes(path, file)
        problems += found or read_assessment(file, data, shared)[1]
    for path in assessment_files(folder):
        problems += _name(f"{folder.name}/{path.name}")
    problems += _same_codes(folder)
    return ordered(problems)


def _same_codes(folder: Path) -> Iterator[Problem]:
    """Report files whose ids come to the same characters in a code: one in a million pairs does."""
    first: dict[str, Path] = {}
    for path in assessment_files(folder):
        other = first.setdefault(assessment_code(path.stem), path)
        if other != path:
            yield problem("same-code", f"{folder.name}/{path.name}", word=other.name)


def _strangers(
    folder: Path, name: str, files: tuple[str, ...], folders: list[str]
) -> Iterator[Problem]:
    """Report what would silently not be read."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        shown = f"{name}/{path.name}"
        if IGNORED.fullmatch(path.name):
            continue
        if path.is_dir():
            if path.name not in folders:
                yield problem("unknown-folder", shown)
        elif OTHER_SUFFIX.fullmatch(path.name):
            yield problem("other-suffix", shown)
        elif path.name not in files and (path.suffix != ".yml" or LIBRARY not in folders):
            code = "unknown-file" if nearest(path.name, files) or not folders else "stray-file"
            yield problem(code, shown, word=path.name, among=list(files))


def _bytes(path: Path, file: str) -> tuple[bytes, list[Problem]]:
    try:
        return path.read_bytes(), []
    except OSError:
        return b"", [problem("unreadable", file)]
