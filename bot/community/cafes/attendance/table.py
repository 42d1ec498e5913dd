"""The year's table: its rows exactly as reported, their totals, and each group's share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.community.cafes.attendance.counts import Counts, Group


@dataclass(frozen=True, slots=True)
class Row:
    """One café of the table."""

    day: date
    place: str
    total: int
    counts: Counts
    theme: str

    @property
    def unclassified(self) -> int:
        """How many people nobody classified."""
        return self.total - self.counts.classified


@dataclass(frozen=True, slots=True)
class Totals:
    """The line of totals: as the rows give it, or as a report gave it."""

    total: int
    counts: Counts

    def share(self, group: Group) -> int | None:
        """Return a group's share of the total in whole percents, halves up; None if not given."""
        number = self.counts[group]
        return None if number is None or self.total == 0 else percent(number, self.total)


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that a report gave and that its own rows do not give."""

    group: Group | None
    """None is the total of participants."""
    reported: int | None
    counted: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows in order, and the totals of a past report where one was given with them."""

    rows: tuple[Row, ...]
    reported: Totals | None = None

    @property
    def counted(self) -> Totals:
        """The totals that the rows give; a column that no row gives is not given either."""
        counts = Counts.of({group: self._sum(group) for group in Group})
        return Totals(sum(row.total for row in self.rows), counts)

    @property
    def totals(self) -> Totals:
        """The totals to show: a report's own stand, even where its rows give others."""
        return self.reported or self.counted

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where a report's totals and its rows do not agree: shown, never corrected."""
        reported, counted = self.totals, self.counted
        pairs = [
            Difference(None, reported.total, counted.total),
            *(Difference(group, reported.counts[group], counted.counts[group]) for group in Group),
        ]
        return tuple(pair for pair in pairs if pair.reported != pair.counted)

    @property
    def unclassified(self) -> int:
        """How many people nobody classified, over all rows."""
        return sum(row.unclassified for row in self.rows)

    def _sum(self, group: Group) -> int | None:
        given = [number for row in self.rows if (number := row.counts[group]) is not None]
        return sum(given) if given else None


def percent(part: int, whole: int) -> int:
    """Return a share in whole percents, halves up: 15 of 82 is 18."""
    return (200 * part + whole) // (2 * whole)
