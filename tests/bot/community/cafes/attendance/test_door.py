"""The host counts by name and by plus and minus; what nobody classified stays a remainder."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.community.cafes.attendance import (
    Attendance,
    CheckIn,
    Closed,
    Corrected,
    Counts,
    Group,
    Impossible,
    close,
    correct,
)

ANA, LUC, ZOE = 1, 2, 3
GROUPS = (*Group, None)


def test_names_and_numbers_are_counted_together() -> None:
    evening = CheckIn().tick(ANA, Group.MOTHER).tick(LUC, Group.FATHER).tick(ZOE, None)
    evening = evening.step(Group.MOTHER, 1).step(None, 1).step_first_timers(1).step_guests(2)
    assert [evening.count(group) for group in GROUPS] == [1, 2, 0, 0, 2]
    assert (evening.total, evening.first_timers, evening.guests) == (5, 1, 2)


def test_a_second_tap_takes_a_name_back() -> None:
    assert CheckIn().tick(ANA, Group.MOTHER).tick(ANA, Group.MOTHER) == CheckIn()


def test_minus_never_goes_below_nobody() -> None:
    assert CheckIn().step(Group.FATHER, -1).total == 0


def test_first_timers_are_never_more_than_those_who_came() -> None:
    evening = CheckIn().step(None, 1).step_first_timers(1).step_first_timers(1)
    assert evening.first_timers == 1
    assert evening.step(None, -1).first_timers == 0


def test_closing_keeps_what_the_total_exceeds_the_groups_by() -> None:
    evening = CheckIn().step(Group.FATHER, 1).step(Group.MOTHER, 1)
    closed = close(evening, 5)
    assert isinstance(closed, Closed)
    assert (closed.attendance.counts, closed.attendance.unclassified) == (Counts(1, 1, 0, 0), 3)


def test_closing_below_the_people_who_are_classified_is_refused() -> None:
    assert close(CheckIn().step(Group.FATHER, 1).step(Group.MOTHER, 1), 1) == Impossible(2)


def test_closing_below_those_who_came_keeps_first_timers_within_the_total() -> None:
    evening = CheckIn().step(None, 1).step(None, 1).step_first_timers(1).step_first_timers(1)
    closed = close(evening, 1)
    assert isinstance(closed, Closed)
    assert closed.attendance.first_timers == 1


def test_a_correction_keeps_what_was_there_before() -> None:
    before = Attendance(10, Counts(5, 2, 2, 0))
    assert correct(before, 11) == Corrected(before, Attendance(11, Counts(5, 2, 2, 0)))
    assert correct(before, 8) == Impossible(9)
    assert correct(before, 8, Counts(4, 2, 2, 0)) == Corrected(
        before, Attendance(8, Counts(4, 2, 2, 0))
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(GROUPS), st.sampled_from([1, -1]), st.integers(1, 4)), max_size=30
    )
)
def test_the_total_is_always_the_sum_of_the_groups(
    steps: list[tuple[Group | None, int, int]],
) -> None:
    evening = CheckIn()
    for group, by, person in steps:
        evening = evening.step(group, by).tick(person, group).step_guests(by)
        assert evening.total == sum(evening.count(one) for one in GROUPS)
        assert 0 <= evening.guests <= evening.total
    closed = close(evening, evening.total)
    assert isinstance(closed, Closed)
    assert closed.attendance.unclassified == evening.count(None)
