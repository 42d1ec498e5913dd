"""Taps build a ballot: approvals toggle, an order is filled up to three."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.community.votes.ballots import (
    MOST_RANKED,
    Ballot,
    Full,
    approving,
    grouped,
    ordered,
    ordering,
    toggled,
)


def tapped(tap: Callable[[tuple[int, ...], int], tuple[int, ...] | Full], *themes: int) -> object:
    """What stands after the taps; a refused tap changes nothing."""
    chosen: tuple[int, ...] = ()
    for theme in themes:
        after = tap(chosen, theme)
        chosen = chosen if isinstance(after, Full) else after
    return chosen


@pytest.mark.parametrize(
    ("taps", "chosen"),
    [((), ()), ((3,), (3,)), ((3, 1), (1, 3)), ((3, 1, 3), (1,)), ((3, 3), ())],
)
def test_an_approval_comes_and_goes(taps: tuple[int, ...], chosen: tuple[int, ...]) -> None:
    assert tapped(toggled, *taps) == chosen


@pytest.mark.parametrize(
    ("taps", "chosen"),
    [
        ((3,), (3,)),
        ((3, 1, 2), (3, 1, 2)),
        ((3, 1, 2, 4), (3, 1, 2)),
        ((3, 1, 2, 3), (1, 2)),
        ((3, 1, 2, 3, 4), (1, 2, 4)),
        ((3, 3), ()),
    ],
)
def test_an_order_keeps_the_first_three(taps: tuple[int, ...], chosen: tuple[int, ...]) -> None:
    assert tapped(ordered, *taps) == chosen


def test_a_fourth_theme_waits_until_one_leaves() -> None:
    assert ordered((3, 1, 2), 4) == Full()


@given(taps=some.lists(some.integers(1, 5), max_size=12))
def test_whatever_is_tapped_no_theme_stands_twice(taps: list[int]) -> None:
    for tap in (toggled, ordered):
        chosen = tapped(tap, *taps)
        assert isinstance(chosen, tuple)
        assert len(set(chosen)) == len(chosen)
        assert tap is toggled or len(chosen) <= MOST_RANKED


def test_ballots_that_say_the_same_are_one() -> None:
    cast = [approving([2, 1]), ordering([2]), approving([1, 2]), approving([]), ordering([2, 1])]
    assert grouped(cast) == (
        Ballot((), 1),
        Ballot((frozenset({1, 2}),), 2),
        Ballot((frozenset({2}),), 1),
        Ballot((frozenset({2}), frozenset({1})), 1),
    )
    assert grouped(cast) == grouped(reversed(cast))


def test_ballots_of_nobody_leave_no_trace() -> None:
    assert grouped([approving([1], count=0)]) == ()
