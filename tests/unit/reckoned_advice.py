"""What a result says besides scores, worked out a second time from the YAML; see `reckoning`.

The rules are `design.md`'s. Where it is silent (which of several ties is named), they are those
that the browser's modules state in their docstrings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from unit.reckoning import (
    Asked,
    Reckoned,
    are_apart,
    band,
    dotted,
    in_order,
    levels,
    listed,
    read,
    step,
)

Answers = Mapping[str, Any]
Points = list[tuple[Asked, Fraction]]
MOST = 3
"""Practices, and answers that stand out to one side."""


def headline(kind: str, dimensions: Sequence[Reckoned], level: str | None) -> dict[str, Any]:
    """Give what the first sentence of a profile, a guess or a weakest part names."""
    scored = [each for each in dimensions if each.score is not None]
    if len(scored) < 2:
        return {"few": True}
    falling = in_order(scored)
    rising = sorted(scored, key=lambda each: each.score or 0)
    least, most = rising[0], falling[0]
    if kind == "weakest":
        return {"weakest": [each.id for each in rising if not are_apart(each, least)]}
    if not are_apart(least, most):
        return {"close": level}
    both = {
        "highest": [
            each.id for each in falling if not are_apart(each, most) and are_apart(each, least)
        ],
        "lowest": [
            each.id for each in rising if not are_apart(each, least) and are_apart(each, most)
        ],
    }
    small = {end: ids for end, ids in both.items() if len(ids) <= min(2, len(scored) / 2)}
    lowest_first = sorted(both.items(), key=lambda each: (len(each[1]), each[0] == "highest"))
    return small or dict(lowest_first[:1])


def level(points: Points, answers: Answers) -> str | None:
    """Give the words that more than half of the scored answers have, and at least two."""
    words = [each.labels[step(answers[each.id])] for each, _ in points]
    often = max(words, key=words.count, default="")
    return often if words.count(often) > max(1, len(words) / 2) else None


def in_turn(points: Iterable[tuple[Asked, Fraction]], falling: bool = False) -> list[str]:
    """Give the questions by score; equal ones take turns, a dimension each."""
    counts: dict[tuple[Fraction, str | None], int] = {}
    keys = []
    for place, (each, score) in enumerate(points):
        turn = counts[score, each.dimension] = counts.get((score, each.dimension), 0) + 1
        keys.append((-score if falling else score, turn, place, each.id))
    return [id_ for *_, id_ in sorted(keys)]


def standing_out(points: Points) -> dict[str, list[str]]:
    """Give the three highest and the three lowest answers, off the middle of all."""
    scores = sorted(score for _, score in points)
    if not scores:
        return {"highest": [], "lowest": []}
    middle = (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2
    above = [each for each in points if each[1] > middle]
    below = [each for each in points if each[1] < middle]
    return {"highest": in_turn(above, falling=True)[:MOST], "lowest": in_turn(below)[:MOST]}


def seen(questions: Iterable[Asked], answers: Answers) -> list[tuple[Asked, dict[str, Any]]]:
    """Give the checklist items that were seen, each with its question."""
    return [
        (each, item)
        for each in questions
        if each.type == "checklist"
        for item in each.options
        if (answers.get(each.id) or {}).get(item["id"]) == "seen"
    ]


def practices(
    questionnaire: str, questions: Sequence[Asked], answers: Answers, points: Points
) -> list[str]:
    """Give what is urgent, what the two lowest answers suggest, what choices and obstacles do."""
    noticed = seen(questions, answers)
    found = [
        dotted(item["practice"], item["principle"]) for _, item in noticed if "practice" in item
    ]
    by_id = {each.id: each for each in questions}
    firsts: list[str] = []
    rest: list[str] = []
    for id_ in in_turn(each for each in points if each[1] < 100):
        fresh = [x for x in by_id[id_].practices if x not in [*found, *firsts, *rest]]
        if fresh and len(firsts) < 2:
            firsts.append(fresh[0])
            rest += fresh[1:]
    found += firsts + rest
    found += picked(questionnaire, questions, answers)
    found += [x for each, _ in noticed if "obstacles" in each.own for x in each.practices]
    return list(dict.fromkeys(found))[:MOST]


def picked(questionnaire: str, questions: Sequence[Asked], answers: Answers) -> list[str]:
    """Give what choices suggest; of the stages, the one to work from does so and no other."""
    chosen = {each.id: answers.get(each.id) for each in questions if each.type == "choice"}
    if told := read(questionnaire).get("stage"):
        chosen[told["ours"]] = stage(questionnaire, questions, answers)["working"]
    return [
        dotted(option["practice"], option["principle"])
        for each in questions
        for option in each.options
        if each.id in chosen and chosen[each.id] == option["id"] and "practice" in option
    ]


def warnings(
    questionnaire: str, questions: Sequence[Asked], answers: Answers, dimensions: list[Reckoned]
) -> list[str]:
    """Give the signs that were seen, and those of the lowest part's answers in the lower bands."""
    found = [
        dotted(item["warning"], item["principle"])
        for _, item in seen(questions, answers)
        if "warning" in item
    ]
    scored = [each for each in dimensions if each.score is not None]
    if scored:
        lowest = min(scored, key=lambda each: each.score or 0)
        bands = levels(questionnaire, lowest.id)
        upper = [id_ for id_, _ in bands][max(1, len(bands) - 2) :]
        for each, score in lowest.points:
            found += each.warnings if band(bands, score) not in upper else []
    return sorted(set(found))


def flags(questions: Sequence[Asked], answers: Answers) -> dict[str, list[str]]:
    """Give the sentences beside each dimension, as `question.choice` and `question.item`."""
    found: dict[str, list[str]] = {}
    for each in questions:
        for choice in each.options:
            if each.type == "choice" and answers.get(each.id) == choice["id"] and "flag" in choice:
                place = choice["flag"]["dimension"]
                found.setdefault(place, []).append(f"{each.id}.{choice['id']}")
    for each, item in seen(questions, answers):
        if "dimension" in item:
            found.setdefault(item["dimension"], []).append(f"{each.id}.{item['id']}")
    return found


def nexts(questionnaire: str, questions: Sequence[Asked], answers: Answers) -> list[str]:
    """Give the answers that carry advice, in the order of the file, without stage and risk."""
    told = read(questionnaire).get("stage", {})
    apart = [f"{told.get('ours')}.{answers.get(told.get('ours'))}", *listed(told.get("risk"))]
    found = []
    for each in questions:
        value = answers.get(each.id)
        if each.type == "balance" and value is not None:
            middle = len(each.labels) // 2 + 1
            side = "below" if value < middle else "above" if value > middle else ""
            found += [f"{each.id}.{side}"] if side in each.own else []
        chosen = [x for x in each.options if x["id"] == value] if each.type == "choice" else []
        found += [f"{each.id}.{choice['id']}" for choice in chosen if "next" in choice]
    return [each for each in found if each not in apart]


def coverage(questions: Iterable[Asked], answers: Answers) -> dict[str, int]:
    """Count all questions but texts; a checklist counts when each of its items has a state."""
    counted = [each for each in questions if each.type != "text"]
    found = {"answered": 0, "na": 0, "of": len(counted)}
    for each in counted:
        value = answers.get(each.id, "blank")
        if each.type == "checklist":
            states = set(value.values()) if isinstance(value, dict) else set()
            is_whole = isinstance(value, dict) and len(value) == len(each.options)
            value = None if states == {"na"} and is_whole else value if is_whole else "blank"
        found["na" if value is None else "answered"] += value != "blank"
    return found


def stage(questionnaire: str, questions: Sequence[Asked], answers: Answers) -> dict[str, Any]:
    """Give the stages of both sides, the earlier of the two, and the answer that means a risk."""
    told = read(questionnaire)["stage"]
    [ours] = [each for each in questions if each.id == told["ours"]]
    sides = {name: answers.get(told[name]) for name in ("ours", "theirs")}
    known = [each for each in ours.labels if each in sides.values()]
    chosen = (f"{each.id}.{answers.get(each.id)}" for each in questions)
    risk = [each for each in chosen if each in listed(told["risk"])]
    return {**sides, "working": known[0] if known else None, "risk": risk}


def middle(points: Points, answers: Answers) -> list[str]:
    """Give the words of the answer in the middle, or of the two when their number is even."""
    steps = sorted(step(answers[each.id]) for each, _ in points)
    if not steps:
        return []
    labels = points[0][0].labels
    return list(dict.fromkeys(labels[steps[at]] for at in ((len(steps) - 1) // 2, len(steps) // 2)))
