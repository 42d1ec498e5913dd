"""Reads past years from a CSV file, in French or in English; what is wrong names its line."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.community.cafes.attendance.counts import Counts, Group
from bot.community.cafes.attendance.sheets import unescaped
from bot.community.cafes.attendance.table import Row, Table, Totals

MOST = 10_000


class Wrong(StrEnum):
    """Why a line cannot be read."""

    EMPTY = "empty"
    HEADING_UNKNOWN = "heading_unknown"
    HEADING_TWICE = "heading_twice"
    HEADING_MISSING = "heading_missing"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    TOTAL_MISSING = "total_missing"
    MORE_THAN_TOTAL = "more_than_total"
    """The groups add up to more than the total."""
    REMAINDER = "remainder"
    """The unclassified column is not what the groups leave of the total."""
    TWICE = "twice"
    """The same day at the same place as another line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, on which line of the file, from 1; ``value`` is what stands there."""

    line: int
    why: Wrong
    value: str = ""


class _Stop(Exception):
    """A line cannot be read."""

    def __init__(self, why: Wrong, value: str = "") -> None:
        self.why, self.value = why, value


_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "day": ("date", "jour", "day"),
    "place": ("lieu", "endroit", "ville", "place", "city", "location"),
    "total": ("participants", "nombre de participants", "nb participants", "total", "attendance"),
    "father": ("pere", "peres", "father", "fathers"),
    "mother": ("mere", "meres", "mother", "mothers"),
    "family": (
        *("autres famille", "autre famille", "autres familles", "famille"),
        *("other family", "others family", "family"),
    ),
    "professional": (
        *("prof", "profs", "professionnel", "professionnels"),
        *("professional", "professionals"),
    ),
    "unclassified": ("non classe", "non classes", "non classee", "unclassified"),
    "theme": ("theme", "sujet", "topic"),
}
_NEEDED = ("day", "place", "total")
_NOT_GIVEN = frozenset(("", "–", "-", "—", "−", "nd", "n d", "na", "n a"))
_TOTALS = ("total", "totaux", "totals", "somme")
_SHARES = ("part", "parts", "share", "shares", "pourcentage", "%")

Cells = Mapping[str, str]


def read_csv(file: bytes) -> Table | tuple[Fault, ...]:
    """Return the table of a file, or all that is wrong with it.

    Columns stand in any order and are parted by commas, semicolons or tabs. A line that begins
    with "total" gives the totals of the report; where they are those of the rows, they say nothing
    more. "–" is "not given". A line of shares is not read: shares are counted.
    """
    lines = list(_lines(_decoded(file)))
    if not lines:
        return (Fault(1, Wrong.EMPTY),)
    number, titles = lines[0]
    names = [_name(title) for title in titles]
    faults = list(_heading_faults(number, titles, names))
    return tuple(faults) or _table([name or "" for name in names], lines[1:])


def _table(
    names: Sequence[str], lines: Sequence[tuple[int, list[str]]]
) -> Table | tuple[Fault, ...]:
    rows: dict[tuple[date, str], Row] = {}
    reported: Totals | None = None
    faults: list[Fault] = []
    for number, values in lines:
        cells = dict(zip(names, [*values, *[""] * len(names)], strict=False))
        try:
            if _first(cells["day"]) in _TOTALS:
                reported = _totals(cells)
            elif _first(cells["day"]) not in _SHARES:
                row = _row(cells)
                if rows.setdefault((row.day, row.place), row) is not row:
                    raise _Stop(Wrong.TWICE, cells["day"])
        except _Stop as stop:
            faults.append(Fault(number, stop.why, stop.value))
    if faults or not rows:
        return tuple(faults) or (Fault(1, Wrong.EMPTY),)
    table = Table(tuple(rows.values()))
    return table if reported in (None, table.counted) else Table(table.rows, reported)


def _row(cells: Cells) -> Row:
    totals = _totals(cells)
    row = Row(
        day=_day(cells["day"]),
        place=_text(cells, "place"),
        total=totals.total,
        counts=totals.counts,
        theme=_text(cells, "theme"),
    )
    if not row.place:
        raise _Stop(Wrong.PLACE)
    if row.unclassified < 0:
        raise _Stop(Wrong.MORE_THAN_TOTAL, str(row.counts.classified))
    if (left := _count(cells.get("unclassified", ""))) not in (None, row.unclassified):
        raise _Stop(Wrong.REMAINDER, str(left))
    return row


def _totals(cells: Cells) -> Totals:
    total = _count(cells["total"])
    if total is None:
        raise _Stop(Wrong.TOTAL_MISSING)
    return Totals(total, Counts.of({group: _count(cells.get(group, "")) for group in Group}))


def _count(written: str) -> int | None:
    plain = _plain(written)
    if plain in _NOT_GIVEN:
        return None
    digits = "".join(plain.split())
    if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(MOST)):
        raise _Stop(Wrong.NUMBER, written)
    return int(digits)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip().replace("/", "-"))
    except ValueError:
        raise _Stop(Wrong.DATE, written) from None


def _text(cells: Cells, name: str) -> str:
    return unescaped(cells.get(name, "")).strip()


def _decoded(file: bytes) -> str:
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return file.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, with the number of the line on which each begins."""
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    begins = 1
    for values in reader:
        if any(value.strip() for value in values):
            yield begins, values
        begins = reader.line_num + 1


def _heading_faults(
    number: int, titles: Sequence[str], names: Sequence[str | None]
) -> Iterator[Fault]:
    for title, name in zip(titles, names, strict=True):
        if name is None:
            yield Fault(number, Wrong.HEADING_UNKNOWN, title)
        elif name and names.count(name) > 1:
            yield Fault(number, Wrong.HEADING_TWICE, title)
    for needed in _NEEDED:
        if needed not in names:
            yield Fault(number, Wrong.HEADING_MISSING, needed)


def _name(title: str) -> str | None:
    """The column of a heading; a column without a heading holds nothing that is read."""
    if not title.strip():
        return ""
    return next((name for name, known in _HEADINGS.items() if _plain(title) in known), None)


def _first(written: str) -> str:
    words = _plain(written).split()
    return words[0] if words else ""


def _plain(text: str) -> str:
    """A text without case, accents, dots and signs of number."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(letters.replace("#", " ").replace(".", " ").split())
