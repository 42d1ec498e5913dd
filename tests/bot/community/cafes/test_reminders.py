"""What is said around a café falls when people are awake, once, and never when it is too late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.cafes.reminders import Kind, plan, rings_at
from bot.community.quiet import is_night

EAST = ZoneInfo("America/Toronto")


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=EAST)


def planned(start: str, end: str, now: str) -> dict[Kind, str]:
    found = plan(at(start), at(end), at(now))
    return {due.kind: f"{due.at:%Y-%m-%d %H:%M}" for due in found}


def test_a_café_announced_a_month_ahead_has_six_moments() -> None:
    assert planned("2027-01-20 19:00", "2027-01-20 21:00", "2026-12-20 10:00") == {
        Kind.ANNOUNCEMENT: "2026-12-20 10:00",
        Kind.WEEK_BEFORE: "2027-01-13 19:00",
        Kind.DAY_BEFORE: "2027-01-19 19:00",
        Kind.HOUR_BEFORE: "2027-01-20 18:00",
        Kind.FEEDBACK: "2027-01-21 08:00",
        Kind.CHECK_IN: "2027-01-21 10:00",
    }


def test_after_an_afternoon_people_are_asked_that_evening() -> None:
    moments = planned("2027-01-20 14:00", "2027-01-20 16:00", "2026-12-20 10:00")
    assert moments[Kind.FEEDBACK] == "2027-01-20 18:00"


def test_an_early_café_is_recalled_at_eight() -> None:
    moments = planned("2027-01-20 08:30", "2027-01-20 10:00", "2026-12-20 23:00")
    assert moments[Kind.ANNOUNCEMENT] == "2026-12-21 08:00"
    assert moments[Kind.HOUR_BEFORE] == "2027-01-20 08:00"


def test_a_café_at_eight_has_nothing_an_hour_before() -> None:
    moments = planned("2027-01-20 08:00", "2027-01-20 10:00", "2026-12-20 10:00")
    assert Kind.HOUR_BEFORE not in moments


def test_a_café_five_days_ahead_has_no_reminder_at_seven() -> None:
    assert planned("2027-01-20 19:00", "2027-01-20 21:00", "2027-01-15 10:00").keys() == {
        Kind.ANNOUNCEMENT,
        Kind.DAY_BEFORE,
        Kind.HOUR_BEFORE,
        Kind.FEEDBACK,
        Kind.CHECK_IN,
    }


@pytest.mark.parametrize(
    ("start", "day_before", "hour_before"),
    [
        ("2027-03-14 19:00", "2027-03-13 19:00", "2027-03-14 18:00"),  # 23 h between them
        ("2027-11-07 19:00", "2027-11-06 19:00", "2027-11-07 18:00"),  # 25 h between them
    ],
)
def test_when_the_clocks_change_the_hour_stays(
    start: str, day_before: str, hour_before: str
) -> None:
    moments = planned(start, start[:11] + "21:00", "2027-01-01 10:00")
    assert (moments[Kind.DAY_BEFORE], moments[Kind.HOUR_BEFORE]) == (day_before, hour_before)


def test_what_comes_too_late_is_missed_and_not_said() -> None:
    expiry = {
        due.kind: f"{due.expires_at:%Y-%m-%d %H:%M}"
        for due in plan(at("2027-01-20 19:00"), at("2027-01-20 21:00"), at("2026-12-20 10:00"))
    }
    assert expiry == {
        Kind.ANNOUNCEMENT: "2027-01-20 19:00",
        Kind.WEEK_BEFORE: "2027-01-18 19:00",
        Kind.DAY_BEFORE: "2027-01-20 17:00",
        Kind.HOUR_BEFORE: "2027-01-20 19:00",
        Kind.FEEDBACK: "2027-01-23 21:00",
        Kind.CHECK_IN: "2027-01-23 10:00",
    }


@pytest.mark.parametrize(
    ("now", "rings"),
    [
        ("2027-01-10 12:00", "2027-01-10 12:00"),
        ("2027-01-10 22:00", "2027-01-11 08:00"),
        ("2027-01-19 18:59", "2027-01-19 18:59"),
        ("2027-01-19 22:00", "2027-01-19 22:00"),  # within 24 h: at once
        ("2027-01-20 05:00", "2027-01-20 05:00"),
    ],
)
def test_news_of_a_move_rings_by_day_but_at_once_on_the_last_day(now: str, rings: str) -> None:
    assert rings_at(at(now), at("2027-01-20 19:00")) == at(rings)


@settings(deadline=None)
@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1)),  # noqa: DTZ001
    st.integers(1, 60 * 24 * 60),
    st.integers(15, 12 * 60),
)
def test_whatever_the_hour_it_rings_by_day_in_order_and_once(
    falls: datetime, ahead: int, lasts: int
) -> None:
    now = falls.replace(second=0, microsecond=0, tzinfo=EAST)
    start = now.astimezone(UTC) + timedelta(minutes=ahead)
    dues = plan(start, start + timedelta(minutes=lasts), now)
    assert len({due.kind for due in dues}) == len(dues)
    for due in dues:
        assert not is_night(due.at)
        assert now.astimezone(UTC) <= due.at.astimezone(UTC) < due.expires_at.astimezone(UTC)
    before = [due for due in dues if due.kind not in (Kind.FEEDBACK, Kind.CHECK_IN)]
    assert all(due.at.astimezone(UTC) < start for due in before)
    reminders = [due.at.astimezone(UTC) for due in before if due.kind is not Kind.ANNOUNCEMENT]
    assert reminders == sorted(reminders)
