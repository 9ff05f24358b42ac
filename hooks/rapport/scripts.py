"""Which scripts beside the main one a questionnaire's pages ask for.

Most pages need none. Each brings words of its own, which travel in the plans of those that ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.model import Assessment
from rapport.questions import ScaleQuestion


def scripts(assessment: Assessment, form: str) -> Iterator[str]:
    """Give the names of the scripts that a form's page begins with."""
    if has_portfolio(assessment) and not is_answer(assessment, form):
        yield "customers"


def result_scripts(assessment: Assessment, form: str) -> Iterator[str]:
    """Give the names of the scripts that a form's page loads before its first result."""
    if is_answer(assessment, form):
        yield "handover"
        return
    yield "before"
    if tells_more(assessment, form):
        yield "kinds"


def is_answer(assessment: Assessment, form: str) -> bool:
    """Tell whether a form is filled in for somebody else to read."""
    return bool(form and assessment.forms[form].role == "answer")


def tells_more(assessment: Assessment, form: str) -> bool:
    """Tell whether a form's result has parts that most results lack."""
    grouped = any(dimension.group for dimension in assessment.dimensions)
    counted = any(
        dimension is None and isinstance(question, ScaleQuestion)
        for dimension, question in assessment.questions_in(form)
    )
    return assessment.result in ("stage", "distribution") or grouped or counted


def has_gap(assessment: Assessment) -> bool:
    """Tell whether a guess and its answers can meet."""
    return {form.role for form in assessment.forms.values()} >= {"guess", "answer"}


def has_portfolio(assessment: Assessment) -> bool:
    """Tell whether answers are about customers, who can be seen side by side."""
    return assessment.subject != "none"


def has_code(assessment: Assessment, form: str) -> bool:
    """Tell whether a form's answers may be handed over as a code.

    Those of others are there to be handed over; one's own only where they are not private.
    """
    return not assessment.private or is_answer(assessment, form)


def speaking(assessment: Assessment) -> set[str]:
    """Give the names of all scripts whose words an assessment's plan has to bring."""
    found = {
        name
        for form in assessment.form_ids
        for name in (*scripts(assessment, form), *result_scripts(assessment, form))
    }
    # What every questionnaire offers: what becomes of its answers, one question at a time, and a
    # page to fill in by hand.
    found |= {"keeping", "stepping", "blank"}
    if any(has_code(assessment, form) for form in assessment.form_ids):
        found.add("handover")
    if not all(is_answer(assessment, form) for form in assessment.form_ids):
        found |= {"commitments", "link", "markdown"}
    if has_gap(assessment):
        found.add("gap")
    if has_portfolio(assessment):
        found.add("portfolio")
    return found
