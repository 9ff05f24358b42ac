"""The site's table of contents for the browser: what pages over all questionnaires read.

A page over all of them must not load a thousand plans to say what is here: it loads this, and the
plans of what somebody has answered.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from rapport.addresses import address, form_path, gap_path, portfolio_path
from rapport.model import Assessment
from rapport.planned import FormPlan, Plan
from rapport.scripts import has_gap, has_portfolio
from rapport.words import Words

CONTENTS = "assets/contents.js"
FORMAT = 1
SPEAKING = ("overview", "notebook", "commitments", "keeping")
"""The scripts that work with it, whose words it brings."""


class FormEntry(TypedDict):
    """One form, and where it stands from the site's root."""

    id: str
    title: str
    role: NotRequired[str]
    countable: int
    path: str


class Entry(TypedDict):
    """One questionnaire."""

    id: str
    title: str
    version: str
    private: bool
    subject: str
    forms: list[FormEntry]
    gap: NotRequired[str]
    portfolio: NotRequired[str]


def entry(assessment: Assessment, planned: Plan, version: str, directory_urls: bool) -> Entry:
    """Give what the contents say of an assessment. `version` is its plan's."""

    def path(page: str) -> str:
        return address("index", page, directory_urls)

    id_, first = assessment.id, assessment.form_ids[0]
    content: Entry = {
        "id": id_,
        "title": assessment.title,
        "version": version,
        "private": assessment.private,
        "subject": assessment.subject,
        "forms": [
            form_entry(form, path(form_path(id_, form["id"], first))) for form in planned["forms"]
        ],
    }
    if has_gap(assessment):
        content["gap"] = path(gap_path(id_))
    if has_portfolio(assessment):
        content["portfolio"] = path(portfolio_path(id_))
    return content


def form_entry(form: FormPlan, path: str) -> FormEntry:
    """Give one form."""
    content: FormEntry = {
        "id": form["id"],
        "title": form["title"],
        "countable": sum(question["type"] != "text" for question in form["questions"]),
        "path": path,
    }
    if "role" in form:
        content["role"] = form["role"]
    return content


def script(entries: Sequence[Entry], words: Words) -> str:
    """Give the contents as a classic script."""
    content = {
        "format": FORMAT,
        "language": words.language,
        "words": words.spoken(SPEAKING),
        "questionnaires": entries,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"Rapport.contents({text});\n"
