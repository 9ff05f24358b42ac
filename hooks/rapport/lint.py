"""What is well-formed and still doubtful: in how an assessment scores, and in how it asks.

It looks at assessments without problems. What certainly misleads is a problem as well (`FAULTS` of
`remarks`), and what may be meant so is a note (`NOTES`), unless `lint-ignore` names the rule.
Levels that overlap or leave a gap are not looked for: a level ends where the next one begins, and
`shelf_checks` sees to it that the first begins at 0 and each above the one before it.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from rapport import source
from rapport.doubts import Doubt
from rapport.lint_scoring import scoring
from rapport.lint_wording import wording
from rapport.model import Assessment
from rapport.outline import Node
from rapport.problems import Problem
from rapport.remarks import FAULTS
from rapport.shelf import Shared


class Lint(NamedTuple):
    """What ends a build, and what is only told."""

    faults: list[Problem]
    notes: list[Problem]


def lint(assessment: Assessment, content: source.Source, shared: Shared) -> Lint:
    """Give what is doubtful about an assessment that has no problem; `content` knows the lines."""
    found = Lint([], [])
    if shared.broken:
        return found
    for each in (*scoring(assessment, shared), *wording(assessment, shared)):
        if each.rule not in each.ignored:
            (found.faults if each.rule in FAULTS else found.notes).append(worded(each, content))
    return found


def worded(doubt: Doubt, content: source.Source) -> Problem:
    """Give a doubt in words, with its line and that of the place it points to."""
    details = dict(doubt.details)
    if doubt.other:
        details["line"] = content.place(doubt.other)[0]
    return content.problem(doubt.rule, doubt.path, False, None, **details)


def unused_practices(file: Path, shared: Shared, suggested: Collection[str]) -> list[Problem]:
    """Give a note for each practice of the library's `file` that nobody suggests.

    `suggested` are those that the published questionnaires name, each as `principle.practice`.
    """
    every = (
        f"{principle.id}.{practice.id}"
        for principle in shared.principles.values()
        for practice in principle.practices
    )
    if all(each in suggested for each in every):
        return []
    content, _ = source.read(
        f"{file.parents[1].name}/{file.parent.name}/{file.name}", file.read_bytes()
    )
    return [
        practice.problem("unused-practice", "id", word=practice.text("id"))
        for principle in (Node(content, content.value).entries() if content else ())
        for practice in principle.each("practices")
        if f"{principle.text('id')}.{practice.text('id')}" not in suggested
    ]
