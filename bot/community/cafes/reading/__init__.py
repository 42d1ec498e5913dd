"""Reads a date and an hour as they are said in Québec, in French and in English."""

from bot.community.cafes.reading.moments import Found, find_moment, read_moment
from bot.community.cafes.reading.verdicts import (
    Ambiguous,
    DayMissing,
    Doubt,
    HourMissing,
    NotUnderstood,
    Past,
    Reading,
    Understood,
)

__all__ = [
    "Ambiguous",
    "DayMissing",
    "Doubt",
    "Found",
    "HourMissing",
    "NotUnderstood",
    "Past",
    "Reading",
    "Understood",
    "find_moment",
    "read_moment",
]
