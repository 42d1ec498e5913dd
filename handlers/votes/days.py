"""Reads the day that a moderator types for the end of a vote."""

from __future__ import annotations

import re
from datetime import date

from content import Words
from moderation.folding import fold

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBER = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)?\b")


def read_day(text: str, words: Words, today: date) -> date | None:
    """Return the day that a text names, ``2026-12-08`` or ``8 décembre``, or None.

    A day without a year is the next one of that name, ``today`` excluded.
    """
    if found := _ISO.search(text):
        return _day(*(int(part) for part in found.groups()))
    said, day = fold(text).plain, _NUMBER.search(text)
    months = (n for n, name in enumerate(words.months, 1) if fold(name).plain in said)
    month = next(months, None)
    if day is None or month is None:
        return None
    this_year = _day(today.year, month, int(day[1]))
    if this_year is not None and this_year <= today:
        return _day(today.year + 1, month, int(day[1]))
    return this_year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
