"""Where each principle stands in the picture of the overview, and which lines join them.

There are two layouts. In the wide one the root stands in the middle of an ellipse, the ground below
it and all others on its rim; in the narrow one all stand below each other. Either way each of them
has a row of its own, so that no label can meet another, whatever its words are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import dist, hypot, sqrt
from textwrap import wrap
from typing import NamedTuple

from rapport.shelf import Principle

ROOT, GROUND = "relationship-first", "equip"
"""The principle that the others grow from, and the one that carries them."""

LINE, LETTER = 24, 11.5
"""The height of a line, and the width of a letter where letters are wide."""

LABEL, MIDDLE, BELOW = 20, 16, 48
"""Letters in a line before it is broken: of a label, of the root's and of the ground's."""

GAP = 18
"""From a point to its label, and around everything."""

FLAT = 1.15
"""How much wider than high the ellipse is."""

BOW = 84
"""How far the lines of the narrow layout reach to the side."""

Point = tuple[float, float]


class Text(NamedTuple):
    """One line of a label."""

    x: float
    y: float
    words: str


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Star(NamedTuple):
    """A principle at a point. `side` is how its label stands there: start or end."""

    id: str
    x: float
    y: float
    side: str
    label: tuple[Text, ...]


class Plate(NamedTuple):
    """A principle with room of its own: the root or the ground."""

    id: str
    box: Box
    label: tuple[Text, ...]


@dataclass(frozen=True)
class Constellation:
    """The whole picture. `oval` is the ellipse's half width and height, around 0, if it has one."""

    frame: Box
    oval: Point | None
    root: Plate | None
    ground: Plate | None
    ring: tuple[Star, ...]
    curves: tuple[str, ...]


def wide(principles: Sequence[Principle]) -> Constellation:
    """Give the picture of some principles around their root."""
    titles = {each.id: each.title for each in principles}
    labels = named(principles)
    row = LINE * (1 + max([2, *map(len, labels.values())]))
    root = plate(ROOT, wrap(titles.get(ROOT, ""), MIDDLE), (0, 0))
    high = max(row * max(1, (len(labels) + 1) // 2) / 2, inside(root, row) if root else 0)
    foot = (0.0, high + GAP)
    stars = placed(principles, slots(len(labels), row, high), foot)
    below = wrap(titles.get(GROUND, ""), BELOW)
    ground = plate(GROUND, below, (0, foot[1] + tall(below) / 2), 2 * FLAT * high)
    reaches = [abs(each.x) + GAP + width(each.label) for each in stars]
    reach = max([FLAT * high, ground.box.width / 2 if ground else 0, *reaches]) + GAP
    bottom = foot[1] + tall(below) + GAP
    return Constellation(
        frame=Box(-reach, -high - GAP, 2 * reach, bottom + high + GAP),
        oval=(FLAT * high, high),
        root=root,
        ground=ground,
        ring=stars,
        curves=tuple(bent(*ends, 2 * high) for ends in joints(principles, stars, foot)),
    )


def narrow(principles: Sequence[Principle]) -> Constellation:
    """Give the picture of some principles below each other."""
    titles = {each.id: each.title for each in principles}
    labels = named(principles)
    row = LINE * (0.8 + max([1, *map(len, labels.values())]))
    across = BOW + GAP + LETTER * LABEL
    middle = across / 2 - BOW
    letters = int((across - 2 * GAP) / LETTER)
    above, below = (wrap(titles.get(each, ""), letters) for each in (ROOT, GROUND))
    first = tall(above) + row * 0.8
    foot = (0.0, first + row * (len(labels) - 0.2))
    stars = placed(principles, tuple((0.0, first + row * n) for n in range(len(labels))), foot)
    lines = joints(principles, stars, foot)
    longest = max((dist(*ends) for ends in lines), default=1)
    return Constellation(
        frame=Box(-BOW - 2, -2, across + 4, foot[1] + tall(below) + 4),
        oval=None,
        root=plate(ROOT, above, (middle, tall(above) / 2), across),
        ground=plate(GROUND, below, (middle, foot[1] + tall(below) / 2), across),
        ring=stars,
        curves=tuple(bow(*ends, longest) for ends in lines),
    )


def named(principles: Sequence[Principle]) -> dict[str, list[str]]:
    """Give the lines of the labels of all but root and ground."""
    return {
        each.id: wrap(each.title, LABEL) for each in principles if each.id not in (ROOT, GROUND)
    }


def relations(principles: Sequence[Principle]) -> tuple[tuple[str, str], ...]:
    """Give each pair of which one names the other, once and in order; the root is close to all."""
    known = {each.id for each in principles} - {ROOT}
    pairs = {
        (min(each.id, other), max(each.id, other)) for each in principles for other in each.related
    }
    return tuple(sorted(pair for pair in pairs if known.issuperset(pair)))


def inside(root: Plate, row: float) -> float:
    """Give half the height of the smallest ellipse that leaves room around the root."""
    return hypot((root.box.width / 2 + GAP) / FLAT, (root.box.height + row) / 2)


def slots(count: int, row: float, high: float) -> tuple[Point, ...]:
    """Give places on the rim: on the right downwards, then on the left upwards."""
    rows = (count + 1) // 2
    heights = [row * (n - (rows - 1) / 2) for n in range(rows)]
    right = [(FLAT * sqrt(high**2 - y**2), y) for y in heights]
    return tuple(right + [(-x, y) for x, y in reversed(right)])[:count]


def placed(
    principles: Sequence[Principle], places: tuple[Point, ...], foot: Point
) -> tuple[Star, ...]:
    """Give all but root and ground at these places, each label outside."""
    labels = named(principles)
    order = arranged(tuple(labels), relations(principles), places, foot)
    return tuple(beside(id_, place, labels[id_]) for id_, place in zip(order, places, strict=True))


def beside(id_: str, place: Point, words: Sequence[str]) -> Star:
    """Give a principle at a place, its label on the side away from the middle."""
    x, y = place
    side, away = ("start", GAP) if x >= 0 else ("end", -GAP)
    return Star(id_, x, y, side, stacked(words, x + away, y))


@lru_cache(maxsize=8)
def arranged(
    names: tuple[str, ...],
    joined: tuple[tuple[str, str], ...],
    places: tuple[Point, ...],
    foot: Point,
) -> tuple[str, ...]:
    """Give the names in an order in which those that are joined stand near each other.

    Two names change places as long as that makes the lines shorter. That ends in an order that no
    single change makes better, and always in the same one.
    """
    order = list(names)

    def length() -> float:
        at = dict(zip(order, places, strict=True)) | {GROUND: foot}
        return sum(dist(at[one], at[other]) ** 2 for one, other in joined)

    shortest, better = length(), True
    while better:
        better = False
        for one, other in combinations(range(len(order)), 2):
            order[one], order[other] = order[other], order[one]
            found = length()
            if found < shortest - 1:
                shortest, better = found, True
            else:
                order[one], order[other] = order[other], order[one]
    return tuple(order)


def joints(
    principles: Sequence[Principle], stars: Sequence[Star], foot: Point
) -> list[tuple[Point, Point]]:
    """Give the ends of each line; those to the ground end at its `foot`."""
    at: Mapping[str, Point] = {each.id: (each.x, each.y) for each in stars} | {GROUND: foot}
    return [(at[one], at[other]) for one, other in relations(principles)]


def plate(id_: str, words: Sequence[str], middle: Point, least: float = 0) -> Plate | None:
    """Give a plate around some lines of words, if there are any, at least so wide."""
    if not words:
        return None
    x, y = middle
    label = stacked(words, x, y)
    across = max(least, width(label) + 2 * GAP)
    return Plate(id_, Box(x - across / 2, y - tall(words) / 2, across, tall(words)), label)


def stacked(words: Sequence[str], x: float, y: float) -> tuple[Text, ...]:
    """Give the lines of a label around a height."""
    top = y - LINE * (len(words) - 1) / 2
    return tuple(Text(x, top + LINE * n, each) for n, each in enumerate(words))


def width(label: Sequence[Text]) -> float:
    """Give how wide a label may come out."""
    return LETTER * max((len(each.words) for each in label), default=0)


def tall(words: Sequence[str]) -> float:
    """Give how high a plate with some lines is."""
    return LINE * len(words) + 1.5 * GAP if words else 0


def bent(one: Point, other: Point, across: float) -> str:
    """Give a line that bends towards the middle, the more the longer it is, as an SVG path."""
    pull = 1 - min(0.6, 0.7 * dist(one, other) / across)
    x, y = ((a + b) / 2 * pull for a, b in zip(one, other, strict=True))
    return f"M{one[0]:.0f} {one[1]:.0f}Q{x:.0f} {y:.0f} {other[0]:.0f} {other[1]:.0f}"


def bow(one: Point, other: Point, longest: float) -> str:
    """Give a line that reaches to the side, the farther the longer it is, as an SVG path."""
    reach = 2 * BOW * dist(one, other) / longest
    return f"M0 {one[1]:.0f}Q{-reach:.0f} {(one[1] + other[1]) / 2:.0f} 0 {other[1]:.0f}"
