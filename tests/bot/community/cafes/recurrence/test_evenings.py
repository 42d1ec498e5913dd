"""The evenings of a series, from 2026 to 2036, are those that python-dateutil counts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil import rrule
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.cafes.recurrence import Occurrence, Rule, is_holiday, occurrences

EAST = ZoneInfo("America/Toronto")
NOW = datetime(2026, 1, 1, tzinfo=EAST)
FIRST, LAST = date(2026, 1, 1), date(2036, 12, 31)
DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)
SEVEN, NINE = time(19), time(21)

dates = st.dates(FIRST, LAST)


def days_of(rule: Rule, first: date = FIRST, last: date = LAST) -> list[date]:
    return [evening.start.date() for evening in occurrences(rule, first, last, NOW)]


def counted(first: date, last: date, **how: object) -> list[date]:
    """The days that python-dateutil counts from ``first`` to ``last``."""
    start = datetime.combine(first, time())
    until = datetime.combine(last, time())
    return [day.date() for day in rrule.rrule(dtstart=start, until=until, **how)]  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1, -2]), dates, dates)
def test_a_weekday_of_the_month(weekday: int, nth: int, one: date, other: date) -> None:
    first, last = sorted((one, other))
    expected = counted(first, last, freq=rrule.MONTHLY, byweekday=DAYS[weekday](nth))
    assert days_of(Rule(weekday, nth, SEVEN), first, last) == expected


@settings(deadline=None)
@given(st.integers(0, 6), st.integers(1, 4), dates, dates, dates)
def test_every_few_weeks(weekday: int, weeks: int, since: date, one: date, other: date) -> None:
    first, last = sorted((one, other))
    anchor = since + timedelta(days=(weekday - since.weekday()) % 7)
    every = counted(anchor, last, freq=rrule.WEEKLY, interval=weeks) if anchor <= last else []
    expected = [day for day in every if day >= first]
    rule = Rule(weekday, None, SEVEN, weeks=weeks, since=since)
    assert [day for day in days_of(rule, first, last) if day >= anchor] == expected


@settings(deadline=None)
@given(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]), st.sets(st.integers(1, 12)))
def test_skipped_months_and_holidays_rest(weekday: int, nth: int, months: set[int]) -> None:
    rule = Rule(weekday, nth, SEVEN, skipped_months=frozenset(months), skips_holidays=True)
    every = counted(FIRST, LAST, freq=rrule.MONTHLY, byweekday=DAYS[weekday](nth))
    expected = [day for day in every if day.month not in months and not is_holiday(day)]
    assert days_of(rule) == expected


def test_the_public_holidays_of_quebec_are_known_for_ten_years() -> None:
    for year in range(2026, 2037):
        fixed = [date(year, *day) for day in ((1, 1), (6, 24), (7, 1), (12, 25))]
        patriots = date(year, 5, 24) - timedelta(days=date(year, 5, 24).weekday())
        labour = counted(
            date(year, 9, 1), date(year, 9, 30), freq=rrule.MONTHLY, byweekday=DAYS[0](1)
        )
        thanks = counted(
            date(year, 10, 1), date(year, 10, 31), freq=rrule.MONTHLY, byweekday=DAYS[0](2)
        )
        good_friday = easter(year) - timedelta(days=2)
        assert all(map(is_holiday, (*fixed, patriots, *labour, *thanks, good_friday)))
        assert not is_holiday(date(year, 11, 15))
        assert sum(is_holiday(date(year, 1, 1) + timedelta(days=n)) for n in range(365)) <= 13


def test_an_evening_keeps_its_hour_when_the_clocks_change() -> None:
    march = list(occurrences(Rule(2, 2, SEVEN, NINE), date(2027, 2, 1), date(2027, 3, 31), NOW))
    assert [(e.start.hour, e.start.utcoffset()) for e in march] == [
        (19, timedelta(hours=-5)),
        (19, timedelta(hours=-5)),
    ]
    april = list(occurrences(Rule(2, 2, SEVEN, NINE), date(2027, 4, 1), date(2027, 4, 30), NOW))
    assert april[0].start.utcoffset() == timedelta(hours=-4)


def test_an_evening_may_end_after_midnight() -> None:
    (only,) = occurrences(Rule(4, 1, time(22), time(1)), date(2027, 1, 1), date(2027, 1, 31), NOW)
    assert only == Occurrence(
        datetime(2027, 1, 1, 22, tzinfo=EAST), datetime(2027, 1, 2, 1, tzinfo=EAST)
    )
