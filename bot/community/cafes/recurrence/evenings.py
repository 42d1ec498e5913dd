"""The evenings of a series: which days its rule gives, and on which it rests."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

WEEK = 7


@dataclass(frozen=True, slots=True)
class Rule:
    """Which days, at what hours.

    ``weekday`` is 0 for Monday. ``nth`` is which one of the month, 1 to 5, or -1 for the last;
    None for every ``weeks`` weeks, counted from the first one on or after ``since``.
    """

    weekday: int
    nth: int | None
    start: time
    end: time | None = None
    weeks: int = 1
    since: date | None = None
    skipped_months: frozenset[int] = frozenset()
    skips_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One evening of a series, in its zone."""

    start: datetime
    end: datetime | None


def occurrences(rule: Rule, first: date, last: date, now: datetime) -> Iterator[Occurrence]:
    """Return the evenings of a series from ``first`` to ``last``, both included.

    They are in the zone of ``now``. A month without a fifth Wednesday has none; an evening on a
    skipped day is not moved to another.
    """
    days = _weekly(rule, first, last) if rule.nth is None else _monthly(rule, rule.nth, first, last)
    for day in days:
        if not is_skipped(rule, day):
            yield _evening(rule, day, now)


def is_skipped(rule: Rule, day: date) -> bool:
    """Tell whether the series rests on that day."""
    return day.month in rule.skipped_months or (rule.skips_holidays and is_holiday(day))


def is_holiday(day: date) -> bool:
    """Tell whether a day is a public holiday of Québec (24 June and the Patriots' Day included)."""
    return day in _holidays(day.year)


@lru_cache(maxsize=32)
def _holidays(year: int) -> frozenset[date]:
    # Loaded by who prepares a series: the bot starts sooner without it.
    from holidays import country_holidays

    return frozenset(country_holidays("CA", subdiv="QC", years=year))


def _monthly(rule: Rule, nth: int, first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        day = _nth_weekday(month, rule.weekday, nth)
        if day is not None and first <= day <= last:
            yield day
        month = (month + timedelta(days=31)).replace(day=1)


def _nth_weekday(month: date, weekday: int, nth: int) -> date | None:
    length = monthrange(month.year, month.month)[1]
    earliest = 1 + (weekday - month.weekday()) % WEEK
    days = range(earliest, length + 1, WEEK)
    if not -len(days) <= nth <= len(days):
        return None
    return month.replace(day=days[nth - 1 if nth > 0 else nth])


def _weekly(rule: Rule, first: date, last: date) -> Iterator[date]:
    anchor = rule.since or first
    day = anchor + timedelta(days=(rule.weekday - anchor.weekday()) % WEEK)
    step = timedelta(weeks=rule.weeks)
    if day < first:
        day += step * -((day - first) // step)
    while day <= last:
        yield day
        day += step


def _evening(rule: Rule, day: date, now: datetime) -> Occurrence:
    start = datetime.combine(day, rule.start, now.tzinfo)
    if rule.end is None:
        return Occurrence(start, None)
    over = day + timedelta(days=rule.end <= rule.start)
    return Occurrence(start, datetime.combine(over, rule.end, now.tzinfo))
