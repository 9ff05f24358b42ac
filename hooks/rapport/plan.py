"""The plan of an assessment: what the browser needs to know, and no longer text than a sheet keeps.

`planned` holds the types of what is made here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from rapport.answers import bands_of, na_words, points_of, scale_of
from rapport.edition import assessment_code, edition, form_code, shape
from rapport.model import Assessment, Dimension, Question, Scale, principle_of
from rapport.planned import DimensionPlan, FormPlan, OptionPlan, Plan, QuestionPlan, StepPlan
from rapport.questions import Choice, Item
from rapport.scores import scores
from rapport.scripts import speaking
from rapport.shelf import Shared
from rapport.words import Words

FORMAT = 1


def plan(assessment: Assessment, shared: Shared, words: Words) -> Plan:
    """Give the plan of a checked assessment as JSON-like data."""
    content: Plan = {
        "format": FORMAT,
        "id": assessment.id,
        "code": assessment_code(assessment.id),
        "result": assessment.result,
        "private": assessment.private,
        "subject": assessment.subject,
        "minimum": assessment.minimum,
        "dimensions": [
            dimension_plan(assessment, dimension, shared) for dimension in assessment.dimensions
        ],
        "forms": [form_plan(assessment, form, shared, words) for form in assessment.form_ids],
        "words": words.spoken(speaking(assessment)),
        "language": words.language,
    }
    if told := assessment.stage:
        content["stage"] = {"ours": told.ours, "theirs": told.theirs, "risk": list(told.risk)}
    return content


def script(content: Plan) -> str:
    """Give the plan as a classic script. `<` is escaped, so that it may stand in any HTML too."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"Rapport.plan({text.replace('<', chr(92) + 'u003c')});\n"


def dimension_plan(assessment: Assessment, dimension: Dimension, shared: Shared) -> DimensionPlan:
    """Give one dimension of the plan."""
    content: DimensionPlan = {
        "id": dimension.id,
        "title": dimension.title,
        "name": dimension.spoken,
        "bands": [
            {"id": band.id, "words": band.words, "from": band.cut}
            for band in bands_of(assessment, dimension, shared)
        ],
        "steps": shared_steps(assessment, dimension, shared),
    }
    if dimension.group:
        content["group"] = dimension.group
    return content


def form_plan(assessment: Assessment, form: str, shared: Shared, words: Words) -> FormPlan:
    """Give one form of the plan: its questions in the order of the file, and its edition."""
    questions = [
        question_plan(assessment, dimension, question, form, shared)
        for dimension, question in assessment.questions_in(form)
    ]
    details = assessment.forms.get(form)
    content: FormPlan = {
        "id": form,
        "title": details.title if details else assessment.title,
        "edition": edition((each["id"], each["shape"], "na" in each) for each in questions),
        "na": not_counted(questions, words),
        "questions": questions,
    }
    if details and details.role:
        content["role"] = details.role
    # What is private stays with the reader; to answer for somebody else is to hand it over.
    if not assessment.private or content.get("role") == "answer":
        trends = [each["id"] for each in questions if "trend" in each]
        content["code"] = form_code(form, content["edition"], trends)
    return content


def not_counted(questions: Iterable[QuestionPlan], words: Words) -> str:
    """Give the words that count "does not apply", as in "2 did not come up".

    They are the questions' own where all say it alike, and general ones otherwise.
    """
    own = {question["na"] for question in questions if "na" in question}
    said = own.pop() if len(own) == 1 else str(words.page["na_any"])
    # "I" cannot be made small, and "1 I cannot tell" cannot be read: as a quotation it can.
    return f"“{said}”" if said.startswith("I ") else said[:1].lower() + said[1:]


def question_plan(
    assessment: Assessment,
    dimension: Dimension | None,
    question: Question,
    form: str,
    shared: Shared,
) -> QuestionPlan:
    """Give one question of the plan."""
    scale = scale_of(assessment, question, shared)
    points = points_of(question, scale)
    principle = principle_of(question, dimension)
    choosable = options(question, scale, points if dimension else (), principle)
    values = tuple(option["value"] for option in choosable)
    content: QuestionPlan = {
        "id": question.id,
        "type": question.type,
        "ask": assessment.words(question.ask, form) or "",
        "options": choosable,
        # From the points as authored, so that a question keeps it when it is no longer scored.
        "shape": shape(question.type, values, points, question.reverse),
    }
    if na := na_words(question, scale):
        content["na"] = na
    if question.type == "poles" and question.trend:
        content["trend"] = True
    if question.type == "checklist" and question.obstacles:
        content["obstacles"] = True
    if dimension:
        content["dimension"] = dimension.id
    if question.weight != 1:
        content["weight"] = question.weight
    if question.practices:
        content["practices"] = [dotted(name, principle) for name in question.practices]
    if question.warnings:
        content["warnings"] = [dotted(name, principle) for name in question.warnings]
    return content


def options(
    question: Question, scale: Scale | None, points: tuple[float, ...], principle: str | None
) -> list[OptionPlan]:
    """Give what can be chosen, least to most, each with its score where there are points."""
    if question.type == "checklist":
        return [item_plan(item, principle) for item in question.items]
    found: list[OptionPlan] = []
    if question.type == "choice":
        found = [choice_plan(choice, principle) for choice in question.choices]
    elif scale:
        found = [{"value": step, "label": label} for step, label in enumerate(scale.steps, start=1)]
    worths = scores(points, reverse=question.reverse, balance=question.type == "balance")
    for option, score in zip(found, worths, strict=False):
        option["score"] = score
    return found


def choice_plan(choice: Choice, principle: str | None) -> OptionPlan:
    """Give one choice."""
    content: OptionPlan = {"value": choice.id, "label": choice.label}
    if choice.plain:
        content["plain"] = choice.plain
    if choice.practice:
        content["practice"] = dotted(choice.practice, principle)
    if choice.flag:
        content["flag"] = {"dimension": choice.flag.dimension}
    return content


def item_plan(item: Item, principle: str | None) -> OptionPlan:
    """Give one item of a checklist."""
    content: OptionPlan = {"value": item.id, "label": item.label}
    if item.dimension:
        content["dimension"] = item.dimension
    if item.warning:
        content["warning"] = dotted(item.warning, principle)
    if item.practice:
        content["practice"] = dotted(item.practice, principle)
    return content


def shared_steps(assessment: Assessment, dimension: Dimension, shared: Shared) -> list[StepPlan]:
    """Give the steps that all scored answers of a dimension stand on, with their scores, or none.

    Choices stand on no scale, and a balance is scored by how near to the middle it is.
    """
    found: list[list[StepPlan]] = []
    for question in dimension.questions:
        scale = scale_of(assessment, question, shared)
        points = points_of(question, scale)
        labels = scale.steps if scale and question.type != "balance" else ()
        if points:
            steps = zip(labels, scores(points), strict=False)
            found.append([{"label": label, "at": at} for label, at in steps])
    return found[0] if found and all(steps == found[0] for steps in found) else []


def dotted(name: str, principle: str | None) -> str:
    """Give `principle.name`; a name that is dotted already stays."""
    return name if "." in name else f"{principle}.{name}"
