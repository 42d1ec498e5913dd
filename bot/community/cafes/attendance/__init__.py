"""Who came: counts at the door, closing, correction, and the year's table."""

from bot.community.cafes.attendance.counts import Attendance, Counts, Group
from bot.community.cafes.attendance.door import (
    CheckIn,
    Closed,
    Corrected,
    Impossible,
    close,
    correct,
)
from bot.community.cafes.attendance.table import Row, Table, Totals

__all__ = [
    "Attendance",
    "CheckIn",
    "Closed",
    "Corrected",
    "Counts",
    "Group",
    "Impossible",
    "Row",
    "Table",
    "Totals",
    "close",
    "correct",
]
