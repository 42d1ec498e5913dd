"""The rule of a series: "le troisième mercredi du mois, 19 h à 21 h, sauf juillet"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Rule:
    """Which days, at what hours.

    ``weekday`` is 0 for Monday. ``nth`` is which one of the month, 1 to 5, or -1 for the last;
    None for every ``weeks`` weeks counted from the first one on or after ``since``.
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


@dataclass(frozen=True, slots=True)
class NoRule:
    """No rule was understood; ``words`` are those that nothing explains, as written."""

    words: tuple[str, ...] = ()


def read_rule(text: str, now: datetime) -> Rule | NoRule:
    """Read the rule of a series, in French or in English; ``now`` is local."""
    return NoRule((text,))


def occurrences(rule: Rule, first: date, last: date, now: datetime) -> Iterator[Occurrence]:
    """Return the evenings of a series from ``first`` to ``last``, both included, in the zone of
    ``now``."""
    return iter(())
