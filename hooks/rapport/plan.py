"""The plan of an assessment: what the browser needs to know, and no longer text than a sheet keeps.

`planned` holds the types of what is made here.
"""

from __future__ import annotations

import json

from rapport.edition import edition, shape
from rapport.library import Shared
from rapport.model import Assessment, Band, Dimension, Question, Scale, principle_of
from rapport.planned import DimensionPlan, FormPlan, OptionPlan, Plan, QuestionPlan
from rapport.questions import BalanceQuestion, Choice, Item, PolesQuestion, ScaleQuestion
from rapport.words import Words

FORMAT = 1


def plan(assessment: Assessment, shared: Shared, words: Words) -> Plan:
    """Give the plan of a checked assessment as JSON-like data."""
    return {
        "format": FORMAT,
        "id": assessment.id,
        "result": assessment.result,
        "private": assessment.private,
        "subject": assessment.subject,
        "dimensions": [
            dimension_plan(assessment, dimension, shared) for dimension in assessment.dimensions
        ],
        "forms": [form_plan(assessment, form, shared) for form in assessment.form_ids],
        "words": words.script,
        "language": words.language,
    }


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
        "labels": shared_labels(assessment, dimension, shared),
    }
    if dimension.group:
        content["group"] = dimension.group
    return content


def form_plan(assessment: Assessment, form: str, shared: Shared) -> FormPlan:
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
        "questions": questions,
    }
    if details and details.role:
        content["role"] = details.role
    return content


def question_plan(
    assessment: Assessment,
    dimension: Dimension | None,
    question: Question,
    form: str,
    shared: Shared,
) -> QuestionPlan:
    """Give one question of the plan."""
    scale = scale_of(assessment, question, shared)
    choosable = options(question, dimension, scale)
    content: QuestionPlan = {
        "id": question.id,
        "type": question.type,
        "ask": assessment.words(question.ask, form) or "",
        "options": choosable,
        "shape": shape_of(question, choosable),
    }
    if na := na_words(question, scale):
        content["na"] = na
    if question.type == "poles" and question.trend:
        content["trend"] = True
    if question.type == "checklist" and question.obstacles:
        content["obstacles"] = True
    if dimension:
        content["dimension"] = dimension.id
    if question.reverse:
        content["reverse"] = True
    if question.weight != 1:
        content["weight"] = question.weight
    principle = principle_of(question, dimension)
    if question.practices:
        content["practices"] = [dotted(name, principle) for name in question.practices]
    if question.warnings:
        content["warnings"] = [dotted(name, principle) for name in question.warnings]
    return content


def shape_of(question: Question, choosable: list[OptionPlan]) -> str:
    """Give the shape of a question with these options."""
    return shape(
        question.type,
        tuple(option["value"] for option in choosable),
        tuple(option["points"] for option in choosable if "points" in option),
        question.reverse,
        question.type == "poles" and question.trend,
    )


def options(
    question: Question, dimension: Dimension | None, scale: Scale | None
) -> list[OptionPlan]:
    """Give what can be chosen, least to most; with points where the question is scored."""
    if question.type == "checklist":
        return [item_plan(item, question.principle) for item in question.items]
    if question.type == "choice":
        return [choice_plan(choice, scored=dimension is not None) for choice in question.choices]
    if scale is None:
        return []
    points = scale.points or range(1, len(scale.steps) + 1)
    steps = list(zip(scale.steps, points, strict=True))
    if dimension is None:
        return [{"value": step, "label": label} for step, (label, _) in enumerate(steps, start=1)]
    return [
        {"value": step, "label": label, "points": point}
        for step, (label, point) in enumerate(steps, start=1)
    ]


def choice_plan(choice: Choice, scored: bool) -> OptionPlan:
    """Give one choice; its points only where the question is `scored`."""
    content: OptionPlan = {"value": choice.id, "label": choice.label}
    if scored and choice.points is not None:
        content["points"] = choice.points
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
    return content


def scale_of(assessment: Assessment, question: Question, shared: Shared) -> Scale | None:
    """Give the scale that a question is answered on; None for types that need none."""
    if isinstance(question, ScaleQuestion | PolesQuestion | BalanceQuestion):
        return shared.scales[question.scale or assessment.scale or ""]
    return None


def na_words(question: Question, scale: Scale | None) -> str | None:
    """Give the words for "does not apply", or None where it is not offered."""
    if question.na is False:
        return None
    return question.na or (scale.na if scale else None)


def bands_of(assessment: Assessment, dimension: Dimension, shared: Shared) -> tuple[Band, ...]:
    """Give the levels of a dimension, lowest first: its own set's, else its scales'."""
    names = [dimension.bands]
    for question in dimension.questions:
        scale = scale_of(assessment, question, shared)
        names.append(scale.bands if scale else None)
    return next((shared.bands[name].levels for name in names if name), ())


def shared_labels(assessment: Assessment, dimension: Dimension, shared: Shared) -> list[str]:
    """Give the step labels that a dimension's plain scale questions share, or none."""
    scales = {
        scale.id: scale.steps
        for question in dimension.questions
        if question.type == "scale" and (scale := scale_of(assessment, question, shared))
    }
    return list(scales.popitem()[1]) if len(scales) == 1 else []


def dotted(name: str, principle: str | None) -> str:
    """Give `principle.name`; a name that is dotted already stays."""
    return name if "." in name else f"{principle}.{name}"
