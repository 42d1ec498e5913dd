"""What a reading of a date and an hour can come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Doubt(StrEnum):
    """Why a moment has more than one reading."""

    DAY = "day"
    """Two days fit: "mercredi prochain" said on a Monday, "05/06"."""
    WEEKDAY = "weekday"
    """The day of the week contradicts the date."""
    HOUR = "hour"
    """Morning or evening: "7 h"."""
    CLOCKS = "clocks"
    """The clocks change: the hour exists twice that night, or not at all."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One moment, in the future; ``end`` where it was said. Both in the zone of the reading."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class HourMissing:
    """The day alone was said."""

    day: date


@dataclass(frozen=True, slots=True)
class DayMissing:
    """The hour alone was said; None where even it has two readings ("7 h")."""

    start: time | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several readings, soonest first: the person chooses, nothing is guessed."""

    why: Doubt
    choices: tuple[Understood | HourMissing, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """The day, or the moment where an hour was said, is over."""

    day: date
    start: datetime | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """No reading; ``words`` are those that no reading could place, as written."""

    words: tuple[str, ...] = ()


Reading = Understood | HourMissing | DayMissing | Ambiguous | Past | NotUnderstood
