"""What types cannot check in the library's own files."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.checks import equal, unique
from rapport.outline import Node
from rapport.problems import Problem
from rapport.references import named
from rapport.shelf import STANDARD_CUTS, Shared


def check_scale(node: Node, shared: Shared) -> Iterator[Problem]:
    """Report a scale's labels that stand twice, points that do not fit, an unknown band set."""
    yield from named(node, "bands", "bands", shared.bands, shared)
    seen: dict[str, int] = {}
    steps = list(node.texts("steps"))
    for label, step in steps:
        folded = " ".join(label.split()).casefold()
        if folded in seen:
            yield step.problem("duplicate-label", word=label, line=seen[folded])
        seen.setdefault(folded, step.line)
    points = [text for text, _ in node.texts("points")]
    if not points:
        return
    numbers = [float(text) for text in points]
    if len(points) != len(steps):
        yield node.problem("points-count", "points", key=True, count=len(points), steps=len(steps))
    elif equal(points):
        yield node.problem("equal-points", "points", key=True)
    elif numbers != sorted(numbers):
        yield node.problem("points-order", "points", key=True)


def check_bands(node: Node, shared: Shared) -> Iterator[Problem]:
    """Report levels that stand twice, do not begin anywhere, or do not rise from 0."""
    levels = list(node.each("levels"))
    yield from unique(levels)
    above: float | None = None
    for level in levels:
        word = level.text("id")
        if "from" not in level and word not in STANDARD_CUTS:
            yield level.problem("level-from", "id", word=word)
            continue
        cut = float(level.text("from")) if "from" in level else STANDARD_CUTS[word]
        if level is levels[0] and cut != 0:
            yield level.problem("first-level", "from", word=f"{cut:g}")
        if above is not None and cut <= above:
            yield level.problem("level-order", "from", word=word, cut=f"{cut:g}")
        above = cut


def check_principle(node: Node, shared: Shared) -> Iterator[Problem]:
    """Report practices and warnings that stand twice, unknown relations and sources."""
    yield from unique(node.each("practices"))
    yield from unique(node.each("warnings"))
    yield from named(node, "sources", "source", shared.sources, shared)
    yield from named(node, "related", "principle", shared.principles, shared)
    for word, each in node.texts("related"):
        if word == node.text("id"):
            yield each.problem("related-itself", word=word)
