"""What the parts of a text say of a day and of an hour, before it is known which ones they are."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Which(StrEnum):
    """Which one of the days of that name."""

    THIS = "this"
    COMING = "coming"
    """The nearest one after today."""
    NEXT = "next"
    """The nearest one or the one of next week: not everyone means the same."""
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as said: ``fixed`` where it cannot be twelve hours later."""

    hour: int
    minute: int = 0
    fixed: bool = False
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a text says; None is what it does not say."""

    weekday: int | None = None
    which: Which | None = None
    nth: int | None = None
    """Which weekday of its month, from 1, or from -1 backwards."""
    weeks_after: int | None = None
    """Weeks added to the day said: "en huit" is one."""
    day: int | None = None
    """Of the month; -1 is the last one."""
    month: int | None = None
    year: int | None = None
    month_shift: int | None = None
    """The month, counted from this one."""
    any_month: bool | None = None
    """"du mois": whichever month comes."""
    year_shift: int | None = None
    dates: tuple[tuple[int | None, int, int], ...] | None = None
    """The readings of a date in numbers: year, month, day."""
    offsets: tuple[int, ...] | None = None
    """Days from today; two where the words are used for both."""
    in_weeks: int | None = None
    in_months: int | None = None
    week_shift: int | None = None
    """The week, counted from this one."""
    weekend: bool | None = None
    part: Part | None = None
    start: Clock | None = None
    end: Clock | None = None
    lasts: int | None = None
    """Minutes."""
    in_minutes: int | None = None

    def merge(self, other: Facts) -> Facts | None:
        """Return both together, or None where they contradict each other."""
        changes = {}
        for name in _NAMES:
            mine, theirs = getattr(self, name), getattr(other, name)
            if theirs is not None:
                if mine is not None and mine != theirs:
                    return None
                changes[name] = theirs
        return replace(self, **changes)


_NAMES = tuple(field.name for field in fields(Facts))
NOTHING = Facts()
