"""Which days the facts may mean, seen from today."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from bot.community.cafes.reading.facts import Facts, Which
from bot.community.cafes.reading.verdicts import Doubt

Days = tuple[date, ...]
WEEK = 7
MONTHS_AHEAD = 12
YEARS_AHEAD = 8
"""29 February comes again within eight years."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The days that are possible, past ones too; ``doubt`` where the text contradicts itself."""

    days: Days
    doubt: Doubt | None = None


def candidates(facts: Facts, today: date) -> Candidates | None:
    """Return the days that facts may mean; None where they name no day."""
    if not _is_whole(facts):
        return Candidates(())
    found = [days for rule in _RULES if (days := rule(facts, today)) is not None]
    if not found:
        return None
    agreed = [day for day in found[0] if all(day in days for days in found[1:])]
    if not agreed:
        return Candidates(_ordered(day for days in found for day in days), Doubt.DAY)
    weekday = facts.weekday
    kept = [day for day in agreed if weekday is None or day.weekday() == weekday]
    if weekday is None or kept:
        return Candidates(_ordered(kept))
    return Candidates(_ordered(_either(agreed, weekday, facts)), Doubt.WEEKDAY)


def _is_whole(facts: Facts) -> bool:
    """Tell whether all that is said of the day counts: what would be ignored may change it."""
    dated = facts.day is not None or facts.nth is not None
    year = facts.year is not None or facts.year_shift is not None
    if (facts.month is not None or facts.month_shift is not None) and not dated:
        return False
    if year and facts.dates is None and (not dated or facts.month is None):
        return False
    if facts.weeks_after is not None:
        bases = (facts.day, facts.dates, facts.nth, facts.in_weeks, facts.week_shift)
        return all(base is None for base in bases)
    return True


def _ordered(days: Iterator[date] | list[date]) -> Days:
    return tuple(sorted(set(days)))


def _either(days: list[date], weekday: int, facts: Facts) -> Iterator[date]:
    """The date or the day of the week is wrong: each as said, the other one mended."""
    for day in days:
        yield day
        yield _nearest(day, weekday)
        if facts.day and facts.month is None and facts.month_shift is None:
            same = (other for other in _monthly(facts.day, day) if other.weekday() == weekday)
            yield from islice(same, 1)


def _by_offset(facts: Facts, today: date) -> Days | None:
    if facts.offsets is None:
        return None
    after = WEEK * (facts.weeks_after or 0)
    return tuple(today + timedelta(days=offset + after) for offset in facts.offsets)


def _by_months(facts: Facts, today: date) -> Days | None:
    if facts.in_months is None:
        return None
    year, month = _shifted(today, facts.in_months)
    length = monthrange(year, month)[1]
    if today.day <= length:
        return (date(year, month, today.day),)
    last = date(year, month, length)
    return (last, last + timedelta(days=1))


def _by_numbers(facts: Facts, today: date) -> Days | None:
    if facts.dates is None:
        return None
    known = facts.year or _year(facts, today)
    found = (
        day
        for year, month, number in facts.dates
        for day in _dated(year or known, month, number, today)
    )
    days = _ordered(found)
    return tuple(day for day in days if day >= today) or days


def _by_date(facts: Facts, today: date) -> Days | None:
    if facts.day is None:
        return None
    if facts.month is not None:
        return tuple(_dated(_year(facts, today), facts.month, facts.day, today))
    if facts.month_shift is not None:
        return tuple(_in_month(*_shifted(today, facts.month_shift), facts.day))
    coming = tuple(islice(_monthly(facts.day, today), 2))
    return coming if coming[0] == today else coming[:1]


def _by_nth(facts: Facts, today: date) -> Days | None:
    if facts.nth is None or facts.weekday is None:
        return None
    if facts.month is not None and (year := _year(facts, today)):
        return tuple(_nth(year, facts.month, facts))
    if facts.month_shift is not None:
        return tuple(_nth(*_shifted(today, facts.month_shift), facts))
    if facts.month is None and facts.nth < 0 and not facts.any_month:
        return (_coming(today, facts.weekday) - timedelta(days=WEEK),)
    months = (_shifted(today, shift) for shift in range(MONTHS_AHEAD + 1))
    wanted = (at for at in months if facts.month in (None, at[1]))
    return tuple(islice((d for at in wanted for d in _nth(*at, facts) if d >= today), 1))


def _by_week(facts: Facts, today: date) -> Days | None:
    shift = facts.week_shift if facts.in_weeks is None else facts.in_weeks
    if shift is None:
        return None
    then = today + timedelta(days=WEEK * shift)
    if facts.weekday is None and facts.in_weeks is not None:
        return (then,)
    if facts.weekday is None:
        alone = facts.day is None and facts.dates is None
        return None if alone else tuple(_around(then))
    days = {_in_week(then, facts.weekday, first) for first in _FIRST_DAYS}
    if facts.in_weeks is not None:
        days.add(_coming(then, facts.weekday))
    return _ordered(iter(days))


def _by_weekday(facts: Facts, today: date) -> Days | None:
    others = (facts.offsets, facts.day, facts.dates, facts.in_weeks, facts.week_shift, facts.nth)
    if facts.weekday is None or any(other is not None for other in others):
        return None
    coming = _coming(today, facts.weekday)
    week = timedelta(days=WEEK)
    if facts.which is Which.LAST:
        return (coming - week,)
    after = week * (facts.weeks_after or 0)
    if facts.which is Which.THIS:
        return (coming + after,)
    if facts.which is Which.COMING:
        return (_coming(today + timedelta(days=1), facts.weekday) + after,)
    if facts.which is Which.NEXT:
        return _ordered(day + after for day in _next(facts.weekday, today))
    return (coming + after, coming + week + after) if coming == today else (coming + after,)


def _by_weekend(facts: Facts, today: date) -> Days | None:
    if not facts.weekend:
        return None
    saturday = _coming(today, 5)
    days = [saturday, saturday + timedelta(days=1)]
    if facts.which is Which.NEXT:
        days += [day + timedelta(days=WEEK) for day in days]
    return tuple(days)


_RULES: tuple[Callable[[Facts, date], Days | None], ...] = (
    _by_offset,
    _by_months,
    _by_numbers,
    _by_date,
    _by_nth,
    _by_week,
    _by_weekday,
    _by_weekend,
)
_FIRST_DAYS = (0, 6)
"""A week begins on Monday for some, on Sunday on the calendars of Québec."""


def _next(weekday: int, today: date) -> Iterator[date]:
    """The nearest one, and the one of next week, whichever day weeks begin on."""
    yield _coming(today + timedelta(days=1), weekday)
    for first in _FIRST_DAYS:
        yield _in_week(today + timedelta(days=WEEK), weekday, first)


def _coming(day: date, weekday: int) -> date:
    """The first such weekday from this day on, itself included."""
    return day + timedelta(days=(weekday - day.weekday()) % WEEK)


def _nearest(day: date, weekday: int) -> date:
    return _coming(day - timedelta(days=3), weekday)


def _in_week(day: date, weekday: int, first: int) -> date:
    begins = day - timedelta(days=(day.weekday() - first) % WEEK)
    return _coming(begins, weekday)


def _around(day: date) -> Iterator[date]:
    """The days of the week of this day, whichever day weeks begin on."""
    return (_in_week(day, weekday, first) for first in _FIRST_DAYS for weekday in range(WEEK))


def _year(facts: Facts, today: date) -> int | None:
    if facts.year is not None:
        return facts.year
    return None if facts.year_shift is None else today.year + facts.year_shift


def _shifted(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def _dated(year: int | None, month: int, number: int, today: date) -> Iterator[date]:
    """The date in its year; without a year, the next one to come."""
    if year is not None:
        return _in_month(year, month, number)
    years = range(today.year, today.year + YEARS_AHEAD + 1)
    return islice((d for at in years for d in _in_month(at, month, number) if d >= today), 1)


def _monthly(number: int, today: date) -> Iterator[date]:
    """The days of that number in the coming months, today included."""
    months = (_shifted(today, shift) for shift in range(MONTHS_AHEAD + 1))
    return (day for at in months for day in _in_month(*at, number) if day >= today)


def _in_month(year: int, month: int, number: int) -> Iterator[date]:
    """The day of that number, if the month has it; -1 is its last one."""
    length = monthrange(year, month)[1]
    number = length if number == -1 else number
    if 1 <= number <= length:
        yield date(year, month, number)


def _nth(year: int, month: int, facts: Facts) -> Iterator[date]:
    weekday, nth = facts.weekday or 0, facts.nth or 0
    length = monthrange(year, month)[1]
    days = [d for d in (date(year, month, n + 1) for n in range(length)) if d.weekday() == weekday]
    if -len(days) <= nth <= len(days):
        yield days[nth - 1 if nth > 0 else nth]
