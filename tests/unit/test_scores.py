"""What each option of a question is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.scores import printed, scores

EVEN = [0, 25, 50, 75, 100]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([1, 2, 3, 4, 5], EVEN),
        ([0, 1, 2, 3, 4], EVEN),
        ([-10, -5, 0, 5, 10], EVEN),
        ([0, 1, 3, 6, 10], [0, 10, 30, 60, 100]),
        ([3, 1, 5], [50, 0, 100]),
        ([1, 2], [0, 100]),
        ([0, 2.5], [0, 100]),
        ([1, 1], []),
        ([], []),
    ],
)
def test_scores_are_shares_of_the_range(points: list[float], expected: list[float]) -> None:
    """Where points begin and how large they are does not matter, what lies between them does."""
    assert scores(points) == pytest.approx(expected)
    assert scores(points, reverse=True) == pytest.approx([100 - score for score in expected])


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([1, 2, 3, 4, 5], [0, 50, 100, 50, 0]),
        ([0, 1, 2, 3, 4], [0, 50, 100, 50, 0]),
        ([0, 1, 2, 4, 8], [100 * 4 / 6, 100 * 5 / 6, 100, 100 * 4 / 6, 0]),
        ([0, 1, 2, 4, 6], [50, 75, 100, 50, 0]),
        ([1, 2, 3], [0, 100, 0]),
        ([2, 2, 2], []),
    ],
)
def test_a_balance_is_best_at_the_points_of_its_middle(
    points: list[float], expected: list[float]
) -> None:
    """The distance is that of the points, so that uneven steps fall off unevenly."""
    assert scores(points, balance=True) == pytest.approx(expected)


def test_scores_are_not_rounded() -> None:
    """A mean of thirds is as exact as it can be."""
    assert scores([0, 1, 2, 3])[1] == pytest.approx(100 / 3, abs=1e-12)


@given(st.lists(st.integers(-1000, 1000), min_size=3, max_size=11), st.booleans(), st.booleans())
def test_every_score_lies_between_0_and_100(
    points: list[int], reverse: bool, balance: bool
) -> None:
    """The best option is worth 100 and the worst 0, whatever the points, but in a balance."""
    odd = points if len(points) % 2 else points[1:]
    found = scores(odd, reverse=reverse, balance=balance)
    assert len(found) == (len(odd) if len(set(odd)) > 1 else 0)
    if found:
        assert (min(found), max(found)) == (0, 100)


@pytest.mark.parametrize(
    ("score", "expected"), [(0, 0), (12.5, 13), (12.49, 12), (37.5 - 1e-12, 38), (100, 100)]
)
def test_scores_are_printed_whole_half_up(score: float, expected: int) -> None:
    """A half goes up, also where calculating made it a hair less."""
    assert printed(score) == expected
