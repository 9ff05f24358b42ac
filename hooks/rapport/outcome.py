"""What one questionnaire's file comes to: its pages and files, or its problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapport import edition, pages
from rapport.addresses import alone_path, form_path
from rapport.alone import alone
from rapport.basis import Basis, basis
from rapport.contents import Entry, entry
from rapport.gap import gap_pages
from rapport.library import Shared, examine
from rapport.pages import Card, Page
from rapport.plan import plan, script
from rapport.planned import Plan
from rapport.portfolio import portfolio_pages
from rapport.problems import Problem, problem
from rapport.settings import Settings
from rapport.views import Pieces
from rapport.words import Words


@dataclass(frozen=True)
class Outcome:
    """What one file came to: pages and other files, or problems; the practices it suggests."""

    pages: tuple[Page, ...] = ()
    card: Card | None = None
    entry: Entry | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    basis: Basis | None = None
    suggested: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def read(path: Path, shared: Shared, words: Words, settings: Settings) -> Outcome:
    """Give what one assessment's file comes to."""
    name = f"{path.parent.name}/{path.name}"
    try:
        data = path.read_bytes()
    except OSError:
        return Outcome(problems=(problem("unreadable", name),))
    assessment, problems, notes = examine(name, data, shared)
    # What a broken library lacks is reported once, there; nothing can be rendered without it.
    if assessment is None or shared.broken:
        return Outcome(problems=tuple(problems), notes=tuple(notes))
    # The site may ask for more answers of others than a questionnaire does, and never for fewer.
    least = max(assessment.minimum, settings.minimum)
    assessment = assessment.model_copy(update={"minimum": least})
    planned = plan(assessment, shared, words)
    if problems := list(same_codes(name, planned)):
        return Outcome(problems=tuple(problems))
    text = script(planned)
    version = edition.fingerprint(text)
    forms = [Pieces(assessment, form, planned, shared, words) for form in assessment.form_ids]
    return Outcome(
        pages=(
            *(pages.form_page(form, settings, version) for form in forms),
            *gap_pages(forms, settings, version),
            *portfolio_pages(forms, settings, version),
        ),
        card=pages.card(forms[0]),
        entry=entry(assessment, planned, version, settings.directory_urls),
        basis=basis(forms),
        # As bytes, since one curly quotation mark doubles the memory that a text takes.
        files={f"assets/plans/{assessment.id}.js": text.encode()}
        | {
            alone_path(assessment.id, form.form): alone(form, settings)
            for form in forms
            if form.role == "answer"
        },
        suggested=frozenset(suggested(planned)),
        notes=tuple(notes),
    )


def suggested(planned: Plan) -> Iterator[str]:
    """Give the practices that an assessment's questions and checklists name, each dotted."""
    for question in (each for form in planned["forms"] for each in form["questions"]):
        yield from question.get("practices", ())
        yield from (item["practice"] for item in question["options"] if "practice" in item)


def same_codes(name: str, planned: Plan) -> Iterator[Problem]:
    """Report forms that come to the same characters in a code: one in 32,768 pairs does."""
    first: dict[str, str] = {}
    # A form that has no codes stands for itself, in small letters.
    for form in planned["forms"]:
        other = first.setdefault(form.get("code", form["id"]), form["id"])
        if other != form["id"]:
            yield problem("same-form-code", name, word=form["id"], name=other)


def kept(outcome: Outcome, former: Outcome, path: Path) -> Outcome:
    """Give a broken file the pages that it had, so that in `serve` their addresses still answer."""
    address = form_path(path.stem, "", "")
    nothing = Page(address, path.stem, "", search="", source=path.name)
    return replace(outcome, pages=former.pages or (nothing,))
