"""The picture of the principles: where each stands, whatever their number, names and relations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.constellation import (
    GROUND,
    LETTER,
    LINE,
    ROOT,
    Box,
    Constellation,
    Text,
    arranged,
    narrow,
    slots,
    wide,
)
from rapport.shelf import Principle

LAYOUTS: list[Callable[[Sequence[Principle]], Constellation]] = [wide, narrow]
WORDS = st.lists(st.text("aemW", min_size=1, max_size=30), min_size=1, max_size=9).map(" ".join)


def principle(id_: str, title: str = "A title", related: Sequence[str] = ()) -> Principle:
    """Give a principle."""
    return Principle(id=id_, title=title, statement="S", related=tuple(related))


def label_box(label: Sequence[Text], side: str) -> Box:
    """Give the room that a label may take."""
    across = LETTER * max(len(each.words) for each in label)
    left = label[0].x - {"start": 0, "middle": across / 2, "end": across}[side]
    return Box(left, label[0].y - LINE / 2, across, LINE * len(label))


def boxes(picture: Constellation) -> list[Box]:
    """Give the room of all labels and plates."""
    plates = [each.box for each in (picture.root, picture.ground) if each]
    return plates + [label_box(star.label, star.side) for star in picture.ring]


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two rectangles share room."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=60, deadline=None)
@given(titles=st.lists(WORDS, max_size=24), root=WORDS, ground=WORDS)
def test_no_label_meets_another_or_is_cut(
    layout: Callable[[Sequence[Principle]], Constellation],
    titles: list[str],
    root: str,
    ground: str,
) -> None:
    """Whatever the principles are called and however many there are, all can be read."""
    ring = [principle(f"p-{n}", title) for n, title in enumerate(titles)]
    picture = layout([principle(ROOT, root[:40]), *ring, principle(GROUND, ground[:40])])
    assert [pair for pair in combinations(boxes(picture), 2) if overlap(*pair)] == []
    left, top, across, high = picture.frame
    for box in boxes(picture):
        assert box.x >= left
        assert box.x + box.width <= left + across
        assert box.y >= top
        assert box.y + box.height <= top + high


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_relation_is_one_line(layout: Callable[[Sequence[Principle]], Constellation]) -> None:
    """Whoever names the other, or both do; the root is close to all and needs none."""
    ring = [principle("a", related=["b"]), principle("b", related=["a", "c", ROOT]), principle("c")]
    ground = principle(GROUND, related=["a", "unknown"])
    assert len(layout([principle(ROOT, related=["a"]), *ring]).curves) == 2
    assert len(layout([*ring, ground]).curves) == 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_library_may_have_no_root_and_no_ground(
    layout: Callable[[Sequence[Principle]], Constellation],
) -> None:
    """Others may write principles of their own; the picture shows what there is."""
    picture = layout([principle("a"), principle("b")])
    assert (picture.root, picture.ground) == (None, None)
    assert {star.id for star in picture.ring} == {"a", "b"}
    assert layout([]).ring == ()


def test_labels_stand_outside_the_ellipse() -> None:
    """Those on the left end where their point is, those on the right begin there."""
    stars = wide([principle(f"p-{n}") for n in range(5)]).ring
    assert [(star.x > 0, star.side) for star in stars] == [(True, "start")] * 3 + [
        (False, "end")
    ] * 2
    assert all(abs(star.label[0].x) > abs(star.x) for star in stars)


def test_what_belongs_together_stands_together() -> None:
    """Two that are joined are neighbours also where the file has them far apart."""
    names = tuple("abcdefgh")
    joined = (("a", "e"), ("b", "f"), ("c", "g"), ("d", "h"))
    places = slots(8, 70, 140)
    at = dict(zip(arranged(names, joined, places, (0, 200)), places, strict=True))
    neighbours = sorted(dist(*pair) for pair in combinations(places, 2))[:6]
    assert all(dist(at[one], at[other]) <= neighbours[-1] for one, other in joined)


def test_an_order_keeps_everybody() -> None:
    """Nobody is lost or doubled while places are changed."""
    names = tuple("abcdefgh")
    joined = tuple((one, other) for one, other in combinations(names, 2) if one < "d")
    assert sorted(arranged(names, joined, slots(8, 70, 140), (0, 200))) == list(names)
