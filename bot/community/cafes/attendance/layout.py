"""The table as cells, in the order of the activity report, and as text on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.community.cafes.attendance.counts import Counts, Group
from bot.community.cafes.attendance.table import Row, Table

NOT_GIVEN = "–"

Cell = str | int | date


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of the table, in the reader's language; short ones for a phone."""

    day: str
    place: str
    total: str
    father: str
    mother: str
    family: str
    professional: str
    unclassified: str
    theme: str
    totals: str
    """Before the line of totals."""
    shares: str
    """Before the line of shares."""


def cells(table: Table, headings: Headings) -> Iterator[tuple[Cell, ...]]:
    """Return the lines: headings, cafés, totals, shares."""
    words = headings
    numbers = (words.total, words.father, words.mother, words.family, words.professional)
    yield (words.day, words.place, *numbers, words.unclassified, words.theme)
    for row in table.rows:
        yield (row.day, row.place, *_numbers(row.total, row.counts), row.unclassified, row.theme)
    totals = table.totals
    summed = _numbers(totals.total, totals.counts)
    yield (words.totals, "", *summed, table.unclassified, "")
    yield (words.shares, "", "", *map(_share, map(totals.share, Group)), "", "")


def as_text(table: Table, headings: Headings) -> str:
    """Return the table in columns for a phone: under each café's figures, its place and theme."""
    words = headings
    shown = (words.father, words.mother, words.family, words.professional)
    totals = table.totals
    lines = [
        ("", words.total, *shown, words.unclassified),
        *(_figures(row) for row in table.rows),
        (words.totals, *map(str, _numbers(totals.total, totals.counts)), str(table.unclassified)),
        (words.shares, "", *map(_share, map(totals.share, Group)), ""),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = [_aligned(line, widths) for line in lines]
    captions = [f"  {' · '.join(filter(None, (row.place, row.theme)))}" for row in table.rows]
    under = [line for pair in zip(text[1:-2], captions, strict=True) for line in pair]
    return "\n".join((text[0], *under, *text[-2:]))


def _figures(row: Row) -> tuple[str, ...]:
    numbers = map(str, _numbers(row.total, row.counts))
    return (row.day.isoformat(), *numbers, str(row.unclassified))


def _numbers(total: int, counts: Counts) -> tuple[int | str, ...]:
    return (total, *(_given(counts[group]) for group in Group))


def _given(number: int | None) -> int | str:
    return NOT_GIVEN if number is None else number


def _share(share: int | None) -> str:
    return NOT_GIVEN if share is None else f"{share} %"


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(line, widths, strict=True)
    return " ".join((first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)))
