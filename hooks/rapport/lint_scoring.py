"""The lint's rules about scores and advice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from rapport.answers import bands_of, na_words, points_of, scale_of
from rapport.doubts import Doubt, placed
from rapport.model import Assessment, Dimension, Question
from rapport.questions import ChecklistQuestion, TextQuestion
from rapport.scores import scores
from rapport.shelf import Shared
from rapport.source import Path

Worth = tuple[tuple[float, ...], float]
"""The scores that a question's answers have, and its weight."""

GIVING = "put-them-first"
"""The principle that asks people to give."""
LIMITS = ("over-giving", "abuse-accepted", "kind-limit", "end-abuse")
"""The warnings and practices by which a question shows that it is about limits."""
CAUGHT = re.compile(r"\bcaught (my|our|your|them)sel(f|ves)\b", re.IGNORECASE)
"""How a reversed question speaks of slips: who caught none answers with the least."""
MOST_COMBINED = 8
"""Of more questions hardly a level is out of reach, and trying all answers would take long."""
MOST_SUMS = 10_000


def scoring(assessment: Assessment, shared: Shared) -> Iterator[Doubt]:
    """Give what is doubtful about the scores and the advice of a checked assessment."""
    for number, dimension in enumerate(assessment.dimensions):
        place: Path = ("dimensions", number)
        yield from _levels(assessment, dimension, place, shared)
        yield from _reversed(dimension, place)
        if dimension.principle == GIVING and not _limited(assessment, dimension):
            details = {"word": dimension.id, "names": _listed(LIMITS)}
            yield Doubt("no-limit", (*place, "id"), dimension.ignored, details)
    for place, dimension_, question in placed(assessment):
        if dimension_ is None and _lacks_principle(question):
            yield Doubt("without-principle", (*place, "id"), question.ignored)
        elif question.reverse:
            yield from _slip(assessment, question, place, shared)


def _levels(
    assessment: Assessment, dimension: Dimension, place: Path, shared: Shared
) -> Iterator[Doubt]:
    """Report levels that no answers reach, and a profile's dimension with one question."""
    cuts = tuple(band.cut for band in bands_of(assessment, dimension, shared))
    forms = {_worths(assessment, dimension, form, shared) for form in _own_forms(assessment)}
    asked = [worths for worths in forms if worths]
    if not asked:
        return
    if assessment.result == "profile" and max(map(len, asked)) == 1:
        yield Doubt("lone-question", (*place, "id"), dimension.ignored, {"word": dimension.id})
    missed = set.intersection(*(set(unreached(worths, cuts)) for worths in asked))
    for level in sorted(missed):
        band = bands_of(assessment, dimension, shared)[level]
        details = {
            "word": dimension.id,
            "level": band.words,
            "least": band.cut,
            "most": (*cuts, 100)[level + 1],
        }
        yield Doubt("unreached-level", (*place, "id"), dimension.ignored, details)


def _own_forms(assessment: Assessment) -> list[str]:
    """Give the forms whose readers see their scores."""
    forms = assessment.forms
    return [id_ for id_ in assessment.form_ids if not id_ or forms[id_].role != "answer"]


def _worths(
    assessment: Assessment, dimension: Dimension, form: str, shared: Shared
) -> tuple[Worth, ...]:
    """Give what the answers to a dimension's questions in a form are worth, in a fixed order."""
    found = []
    for question in dimension.questions:
        if assessment.words(question.ask, form) is not None:
            points = points_of(question, scale_of(assessment, question, shared))
            worth = _worth(points, question.reverse, question.type == "balance")
            found += [(worth, question.weight)] if worth else []
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def _worth(points: tuple[float, ...], reverse: bool, balance: bool) -> tuple[float, ...]:
    """Give the scores that answers can have, each once, the least first."""
    return tuple(sorted(set(scores(points, reverse=reverse, balance=balance))))


@lru_cache(maxsize=1024)
def unreached(worths: tuple[Worth, ...], cuts: tuple[float, ...]) -> tuple[int, ...]:
    """Give the numbers, from 0, of the levels that no mean of enough answers falls in."""
    missed = set(range(len(cuts)))
    least = len(worths) // 2 + 1 if len(worths) <= MOST_COMBINED else len(worths)
    for count in range(len(worths), least - 1, -1):
        for some in sorted(set(combinations(worths, count))):
            found = _means(some)
            if len(found) > MOST_SUMS:
                return ()
            missed -= {sum(mean >= cut for cut in cuts) - 1 for mean in found}
            if not missed:
                return ()
    return tuple(sorted(missed)) if len(worths) <= MOST_COMBINED else ()


def _means(worths: tuple[Worth, ...]) -> set[float]:
    """Give every mean that answers to all these questions have; many are enough."""
    sums = {0.0}
    for worth, weight in worths:
        sums = {round(each + weight * score, 6) for each in sums for score in worth}
        if len(sums) > MOST_SUMS:
            return sums
    whole = sum(weight for _, weight in worths)
    return {round(each / whole, 9) for each in sums}


def _reversed(dimension: Dimension, place: Path) -> Iterator[Doubt]:
    """Report each reversed question after the first."""
    turned = [index for index, each in enumerate(dimension.questions) if each.reverse]
    for index in turned[1:]:
        ignored = dimension.questions[index].ignored + dimension.ignored
        path = (*place, "questions", index, "reverse")
        yield Doubt("several-reversed", path, ignored, {"word": dimension.id})


def _limited(assessment: Assessment, dimension: Dimension) -> bool:
    """Tell whether a question is about limits: in the dimension, or as a balance anywhere."""
    named = (name for each in dimension.questions for name in each.practices + each.warnings)
    return any(name.rpartition(".")[2] in LIMITS for name in named) or any(
        question.type == "balance" for _, _, question in placed(assessment)
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1]


def _lacks_principle(question: Question) -> bool:
    """Tell whether a question that could test a principle names none."""
    return not question.principle and not isinstance(question, ChecklistQuestion | TextQuestion)


def _slip(
    assessment: Assessment, question: Question, place: Path, shared: Shared
) -> Iterator[Doubt]:
    """Report a reversed question about slips that offers N/A beside the least answer."""
    words = na_words(question, scale_of(assessment, question, shared))
    wordings = [question.ask] if isinstance(question.ask, str) else question.ask.values()
    if words and any(map(CAUGHT.search, wordings)):
        yield Doubt("na-under-reversed", (*place, "id"), question.ignored, {"words": words})
