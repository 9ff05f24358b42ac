"""What an assessment names in the library: does it exist, and does it fit?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapport.checks import is_scored
from rapport.outline import Node, dimensions, questions, type_of
from rapport.problems import Problem
from rapport.questions import SCALED
from rapport.shelf import Principle, Shared


def check_references(root: Node, shared: Shared) -> Iterator[Problem]:
    """Give the problems of an assessment's references into the library."""
    yield from named(root, "sources", "source", shared.sources, shared)
    yield from _scale(root, shared)
    for dimension, question in questions(root):
        if "principle" in question:
            yield from named(question, "principle", "principle", shared.principles, shared)
        yield from _question_scale(root, question, shared)
        yield from _practices(dimension, question, shared)
    for dimension in dimensions(root):
        yield from named(dimension, "principle", "principle", shared.principles, shared)
        yield from named(dimension, "bands", "bands", shared.bands, shared)
        yield from _levels(root, dimension, shared)


KINDS = {"source": "sources", "principle": "principles", "bands": "bands", "scale": "scales"}
"""The kinds of things one can name, and where they stand."""


def named(
    node: Node, key: str, kind: str, among: Iterable[str], shared: Shared
) -> Iterator[Problem]:
    """Report names under a key, one or a list, that are not among those of their kind."""
    if KINDS[kind] in shared.broken:
        return
    for word, each in node.texts(key):
        if word not in among:
            yield each.problem(f"unknown-{kind}", word=word, among=list(among))


def _scale(node: Node, shared: Shared) -> Iterator[Problem]:
    return named(node, "scale", "scale", shared.scales, shared)


def scale_of(root: Node, question: Node) -> str:
    """Give the id of a question's scale, or "" where it has none."""
    if type_of(question) not in SCALED:
        return ""
    own = question.text("scale")
    return own or ("" if type_of(question) == "balance" else root.text("scale"))


def _question_scale(root: Node, question: Node, shared: Shared) -> Iterator[Problem]:
    """Report a question whose scale is missing, unknown, or without the middle it needs."""
    yield from _scale(question, shared)
    word = scale_of(root, question)
    if type_of(question) in ("scale", "poles") and "scale" not in question and "scale" not in root:
        yield question.problem("no-scale")
    scale = shared.scales.get(word)
    if type_of(question) == "balance" and scale and len(scale.steps) % 2 == 0:
        count = len(scale.steps)
        yield question.problem("even-balance", "scale", word=word, count=count)


def _practices(dimension: Node | None, question: Node, shared: Shared) -> Iterator[Problem]:
    """Report practices and warnings that their principle doesn't have."""
    if "principles" in shared.broken:
        return
    home = question.text("principle") or (dimension.text("principle") if dimension else "")
    # Where the dimension's own principle is missing, the model reports that, and once is enough.
    if home not in shared.principles and (home or dimension):
        home = "?"
    for node, key in ((question, "practice"), (question, "warning")):
        yield from _in_principle(node, key, home, shared.principles)
    for item in question.each("items"):
        yield from _in_principle(item, "warning", home, shared.principles)
        yield from _in_principle(item, "practice", home, shared.principles)
    for choice in question.each("choices"):
        yield from _in_principle(choice, "practice", home, shared.principles)


def _in_principle(
    node: Node, kind: str, home: str, principles: Mapping[str, Principle]
) -> Iterator[Problem]:
    """Report the practices or warnings (`kind`) that a node names and no principle has."""
    for word, each in node.texts(kind):
        other, dot, short = word.rpartition(".")
        principle = other if dot else home
        if dot and principle not in principles:
            yield each.problem("unknown-principle", word=principle, among=list(principles))
        elif not principle:
            yield each.problem("no-principle", word=word)
        elif principle != "?" and short not in _ids(principles[principle], kind):
            yield _unknown(each, kind, short, principle, principles)


def _unknown(
    node: Node, kind: str, short: str, principle: str, principles: Mapping[str, Principle]
) -> Problem:
    elsewhere = [other for other, each in principles.items() if short in _ids(each, kind)]
    if elsewhere:
        return node.problem(
            "elsewhere", kind=kind, word=short, principle=principle, other=elsewhere[0]
        )
    among = _ids(principles[principle], kind)
    return node.problem(f"unknown-{kind}", word=short, principle=principle, among=among)


def _ids(principle: Principle, kind: str) -> list[str]:
    entries = principle.practices if kind == "practice" else principle.warnings
    return [entry.id for entry in entries]


def _levels(root: Node, dimension: Node, shared: Shared) -> Iterator[Problem]:
    """Report a dimension without one band set, or with guidance that doesn't fit its levels."""
    if shared.broken & {"bands", "scales"}:
        return
    sets = _band_sets(root, dimension, shared)
    if sets is None:
        return
    word = dimension.text("id")
    if not sets:
        yield dimension.problem("no-bands", "id", word=word)
    elif len(sets) > 1:
        yield dimension.problem("mixed-bands", "id", word=word, names=", ".join(sets))
    elif sets[0] in shared.bands:
        levels = [band.id for band in shared.bands[sets[0]].levels]
        yield from _guidance(dimension, sets[0], levels, shared)


def _band_sets(root: Node, dimension: Node, shared: Shared) -> list[str] | None:
    """Give the band sets a dimension could use; None where an unknown scale is reported already."""
    if dimension.text("bands"):
        return [dimension.text("bands")]
    scored = [question for question in dimension.each("questions") if is_scored(question)]
    scales = [scale_of(root, question) for question in scored if type_of(question) != "choice"]
    if not scored or any(scale not in shared.scales for scale in scales):
        return None
    sets = [shared.scales[scale].bands for scale in scales]
    return list(dict.fromkeys(each for each in sets if each))


def _guidance(dimension: Node, bands: str, levels: list[str], shared: Shared) -> Iterator[Problem]:
    """Report guidance for some levels only, for unknown ones, or for none where none is there."""
    own = dimension.get("guidance")
    if own is not None and isinstance(own.value, dict) and own.value:
        for word in own.value:
            if word not in levels:
                yield own.problem(
                    "unknown-level", word, key=True, word=word, bands=bands, among=levels
                )
        missing = [word for word in levels if word not in own.value]
        if missing:
            names = ", ".join(missing)
            yield dimension.problem("missing-level", "guidance", key=True, names=names, bands=bands)
        return
    name = dimension.text("principle")
    principle = shared.principles.get(name)
    for word in levels if principle and own is None else ():
        if principle and word not in principle.guidance:
            yield dimension.problem("no-guidance", "id", word=word, bands=bands, principle=name)
            return
