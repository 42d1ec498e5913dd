"""The pace: whatever is asked of it, Telegram's limits are kept and people are let through."""

from __future__ import annotations

from bisect import bisect_left

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.delivery.pace import CATCH_UP, Pace
from bot.storage.outbox import Lane

GROUPS = (-1, -2)
CHATS = (*GROUPS, *range(1, 60))

asked = st.lists(
    st.tuples(
        st.sampled_from((Lane.PEOPLE, Lane.PEOPLE, Lane.BULK)),
        st.sampled_from(CHATS),
        st.sampled_from((0.0, 0.0, 0.0, 0.01, 0.5, 3.0)),
    ),
    max_size=150,
)
"""Sends that are wanted: lane, chat, and the seconds since the one before was wanted."""


def departures(wanted: list[tuple[Lane, int, float]]) -> list[tuple[float, Lane, int]]:
    """When each send leaves, where each leaves as soon as it may, in the order wanted."""
    pace, now, left = Pace(), 1000.0, []
    for lane, chat, gap in wanted:
        now = max(now + gap, pace.ready_at(lane, chat))
        pace.take(lane, chat, now)
        pace.answered(lane, now)
        left.append((now, lane, chat))
        pace.forget_idle(now)
    return left


def busiest(moments: list[float], span: float) -> int:
    """The most sends in any span of so many seconds, its end left out."""
    ends = (bisect_left(moments, moment + span - 1e-9) for moment in moments)
    return max((end - start for start, end in enumerate(ends)), default=0)


@given(asked)
@example([(Lane.PEOPLE, chat, 0.0) for chat in range(1, 100)])
@example([(Lane.BULK, chat, 0.0) for chat in range(1, 100)])
@example([(Lane.PEOPLE, -1, 0.0) for _ in range(50)])
@settings(deadline=None)
def test_telegrams_limits_are_kept(wanted: list[tuple[Lane, int, float]]) -> None:
    left = departures(wanted)
    assert busiest([moment for moment, _, _ in left], 1) <= 30
    assert busiest([m for m, lane, _ in left if lane is Lane.BULK], 1) <= 30
    for chat in CHATS:
        moments = [moment for moment, _, where in left if where == chat]
        assert busiest(moments, 1) <= 3
        assert busiest(moments, 10) <= 12
        if chat in GROUPS:
            assert busiest(moments, 60) <= 20


def test_acts_wait_for_nothing() -> None:
    pace = Pace()
    for _ in range(100):
        pace.take(Lane.ACTS, 1, 0.0)
        pace.take(Lane.PEOPLE, 1, 0.0)
    assert pace.ready_at(Lane.ACTS, 1) == float("-inf")


def test_a_busy_moment_costs_no_speed() -> None:
    """A machine that looks only every tenth of a second still sends at the whole pace."""
    pace, now, left = Pace(), 0.0, 0
    while now < 60.0:
        while pace.ready_at(Lane.BULK, left) <= now:
            pace.take(Lane.BULK, left, now)
            pace.answered(Lane.BULK, now)
            left += 1
        now += 0.1
    assert left >= 0.95 * 30 * 60


def test_however_late_the_answers_the_limit_is_kept_by_telegrams_clock() -> None:
    """Each send is counted somewhere between its departure and its answer: here, at its answer."""
    pace, now, flying, counted = Pace(), 0.0, [], []
    while now < 20.0:
        for arrives in [moment for moment in flying if moment <= now]:
            flying.remove(arrives)
            counted.append(arrives)
            pace.answered(Lane.BULK, arrives)
        chat = len(counted) + len(flying)
        if pace.ready_at(Lane.BULK, chat, len(flying)) <= now and len(flying) < 12:
            pace.take(Lane.BULK, chat, now)
            flying.append(now + (0.25 if int(now * 2) % 2 else 0.01))
        now += 0.001
    assert busiest(sorted(counted), 1) <= 30
    assert len(counted) > 20 * 20


def test_a_refused_announcement_slows_the_others_and_spares_people() -> None:
    pace = Pace()
    pace.refused(Lane.BULK, 5, now=100.0, seconds=30.0)
    assert pace.ready_at(Lane.BULK, 6) == 130.0
    assert pace.ready_at(Lane.PEOPLE, 6) <= 100.0
    assert pace.ready_at(Lane.PEOPLE, 5) == 130.0

    slower = slowest(pace, 130.0)
    assert 1 / 29 < slower < 1 / 20
    for _ in range(100):
        pace.refused(Lane.BULK, None, now=200.0, seconds=1.0)
    assert slowest(pace, 300.0) <= 0.2 + 1e-9  # never slower than 5 a second


def slowest(pace: Pace, now: float) -> float:
    """Return the seconds between two announcements once the first burst has left."""
    for chat in range(1000, 1000 + CATCH_UP):
        pace.take(Lane.BULK, chat, now)
    first = pace.ready_at(Lane.BULK, 1)
    pace.take(Lane.BULK, 1, first)
    return pace.ready_at(Lane.BULK, 2) - first


def test_what_is_forgotten_changes_nothing() -> None:
    pace = Pace()
    for _ in range(20):
        pace.take(Lane.PEOPLE, -1, 0.0)
    pace.forget_idle(59.0)
    assert pace.ready_at(Lane.PEOPLE, -1) == 60.0
    pace.forget_idle(60.0)
    assert pace.ready_at(Lane.PEOPLE, -1) <= 60.0
