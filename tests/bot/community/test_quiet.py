"""Nothing rings between 21:00 and 8:00, whatever the clocks do that night."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.quiet import awake, is_night

EAST = ZoneInfo("America/Toronto")


@pytest.mark.parametrize(
    ("falls", "rings"),
    [
        ("2027-01-20 08:00", "2027-01-20 08:00"),
        ("2027-01-20 20:59", "2027-01-20 20:59"),
        ("2027-01-20 21:00", "2027-01-21 08:00"),
        ("2027-01-20 23:59", "2027-01-21 08:00"),
        ("2027-01-20 00:00", "2027-01-20 08:00"),
        ("2027-01-20 07:59", "2027-01-20 08:00"),
        ("2027-03-13 23:00", "2027-03-14 08:00"),
        ("2027-12-31 22:00", "2028-01-01 08:00"),
    ],
)
def test_what_falls_at_night_waits_for_the_morning(falls: str, rings: str) -> None:
    at = datetime.fromisoformat(falls).replace(tzinfo=EAST)
    assert awake(at) == datetime.fromisoformat(rings).replace(tzinfo=EAST)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1)))  # noqa: DTZ001
def test_what_waits_rings_by_day_and_within_a_night(falls: datetime) -> None:
    at = falls.replace(tzinfo=EAST)
    assert not is_night(awake(at))
    assert 0 <= (awake(at).replace(tzinfo=None) - falls).total_seconds() <= 11 * 3600
