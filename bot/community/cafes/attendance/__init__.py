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
from bot.community.cafes.attendance.importing import Fault, Wrong, read_csv
from bot.community.cafes.attendance.layout import Headings, as_text
from bot.community.cafes.attendance.sheets import as_csv, as_xlsx
from bot.community.cafes.attendance.table import Difference, Row, Table, Totals

__all__ = [
    "Attendance",
    "CheckIn",
    "Closed",
    "Corrected",
    "Counts",
    "Difference",
    "Fault",
    "Group",
    "Headings",
    "Impossible",
    "Row",
    "Table",
    "Totals",
    "Wrong",
    "as_csv",
    "as_text",
    "as_xlsx",
    "close",
    "correct",
    "read_csv",
]
