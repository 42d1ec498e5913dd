"""Who came: the count at the door, the figures once closed, corrections, past years."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from bot.community.cafes.attendance import (
    Attendance,
    CheckIn,
    Corrected,
    Counts,
    Group,
    Row,
    Table,
    Totals,
)
from bot.storage.database import Row as Stored
from bot.storage.database import Transaction
from bot.storage.moments import to_text

NOBODY_KNOWS = "unclassified"
FIRST_TIMERS, GUESTS = "first_timers", "guests"
_COUNTS = "total, father, mother, family, professional"


async def check_in(tx: Transaction, cafe_id: int) -> CheckIn:
    """Return the count at the door as it stands."""
    named = await tx.rows(
        "SELECT user_id, relation FROM cafe_present WHERE cafe_id = ?", (cafe_id,)
    )
    rows = await tx.rows("SELECT what, n FROM cafe_door WHERE cafe_id = ?", (cafe_id,))
    numbers = {row["what"]: row["n"] for row in rows}
    return CheckIn(
        {row["user_id"]: group_of(row["relation"]) for row in named},
        {group_of(what): n for what, n in numbers.items() if what not in (FIRST_TIMERS, GUESTS)},
        numbers.get(FIRST_TIMERS, 0),
        numbers.get(GUESTS, 0),
    )


async def set_check_in(tx: Transaction, cafe_id: int, check_in: CheckIn) -> None:
    """Replace the count at the door."""
    numbers = {group_name(group): n for group, n in check_in.others.items()}
    numbers |= {FIRST_TIMERS: check_in.first_timers, GUESTS: check_in.guests}
    for table in ("cafe_present", "cafe_door"):
        await tx.write(f"DELETE FROM {table} WHERE cafe_id = ?", (cafe_id,))
    await tx.write_many(
        "INSERT INTO cafe_present VALUES (?, ?, ?)",
        [(cafe_id, who, group_name(group)) for who, group in check_in.named.items()],
    )
    await tx.write_many(
        "INSERT INTO cafe_door VALUES (?, ?, ?)",
        [(cafe_id, what, n) for what, n in numbers.items() if n],
    )


async def was_there(tx: Transaction, cafe_id: int) -> set[int]:
    """Return who was ticked by name."""
    rows = await tx.rows("SELECT user_id FROM cafe_present WHERE cafe_id = ?", (cafe_id,))
    return {row[0] for row in rows}


async def close(
    tx: Transaction, cafe_id: int, figures: Attendance, closed_by: int, now: datetime
) -> None:
    """Keep the figures of an evening."""
    await tx.write(
        f"INSERT INTO cafe_attendance (cafe_id, {_COUNTS}, first_timers, guests, closed_by,"
        " closed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (cafe_id, *_values(figures), closed_by, to_text(now)),
    )


async def attendance(tx: Transaction, cafe_id: int) -> Attendance | None:
    """Return the figures of an evening, or None until it is closed."""
    row = await tx.row("SELECT * FROM cafe_attendance WHERE cafe_id = ?", (cafe_id,))
    if row is None:
        return None
    return Attendance(row["total"], _counts(row), row["first_timers"], row["guests"])


async def correct(
    tx: Transaction, cafe_id: int, corrected: Corrected, corrected_by: int, now: datetime
) -> None:
    """Change the figures; those before stay, with who changed them and when."""
    await tx.write(
        "UPDATE cafe_attendance SET total = ?, father = ?, mother = ?, family = ?,"
        " professional = ?, first_timers = ?, guests = ? WHERE cafe_id = ?",
        (*_values(corrected.after), cafe_id),
    )
    await tx.write(
        "INSERT INTO cafe_corrections (cafe_id, before, after, corrected_by, corrected_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            cafe_id,
            json.dumps(asdict(corrected.before)),
            json.dumps(asdict(corrected.after)),
            corrected_by,
            to_text(now),
        ),
    )


async def corrections(tx: Transaction, cafe_id: int) -> list[tuple[int, datetime]]:
    """Return who corrected an evening's figures and when, oldest first."""
    rows = await tx.rows(
        "SELECT corrected_by, corrected_at FROM cafe_corrections WHERE cafe_id = ? ORDER BY id",
        (cafe_id,),
    )
    return [(row[0], datetime.fromisoformat(row[1])) for row in rows]


# The table of the year


async def closed(tx: Transaction) -> list[tuple[int, Attendance]]:
    """Return the figures of every evening closed, by café, in the order of their dates."""
    rows = await tx.rows(
        "SELECT a.* FROM cafe_attendance a JOIN cafes c ON c.id = a.cafe_id ORDER BY c.starts_at"
    )
    return [
        (row["cafe_id"], Attendance(row["total"], _counts(row), row["first_timers"], row["guests"]))
        for row in rows
    ]


async def past(tx: Transaction) -> list[Row]:
    """Return the rows of past years, in the order of their dates."""
    rows = await tx.rows("SELECT * FROM cafe_past ORDER BY day, id")
    return [
        Row(date.fromisoformat(row["day"]), row["place"], row["total"], _counts(row), row["theme"])
        for row in rows
    ]


async def take_past(tx: Transaction, table: Table) -> int:
    """Take in a past year as it is, with its reported totals where it has some; return its rows.

    A row that is known already (same day, same place) is replaced.
    """
    rows = sorted(table.rows, key=lambda row: row.day)
    for row in rows:
        await tx.write(
            f"INSERT INTO cafe_past (day, place, theme, {_COUNTS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (day, place) DO UPDATE SET theme = excluded.theme,"
            " total = excluded.total, father = excluded.father, mother = excluded.mother,"
            " family = excluded.family, professional = excluded.professional",
            (row.day.isoformat(), row.place, row.theme, row.total, *_four(row.counts)),
        )
    if rows and table.reported is not None:
        ends = (rows[0].day.isoformat(), rows[-1].day.isoformat())
        await tx.write(
            f"INSERT OR REPLACE INTO cafe_reported (first_day, last_day, cafes, {_COUNTS})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*ends, len(rows), table.reported.total, *_four(table.reported.counts)),
        )
    return len(rows)


async def reported(tx: Transaction, first: date, last: date, cafes: int) -> Totals | None:
    """Return the totals that a past report gave for exactly these cafés, or None."""
    row = await tx.row(
        "SELECT * FROM cafe_reported WHERE first_day = ? AND last_day = ? AND cafes = ?",
        (first.isoformat(), last.isoformat(), cafes),
    )
    return Totals(row["total"], _counts(row)) if row else None


def group_of(name: str) -> Group | None:
    """Return the group that a relation counts in; None for whoever is not classified."""
    return None if name == NOBODY_KNOWS else Group(name)


def group_name(group: Group | None) -> str:
    """Return the word for a group, or for those whom nobody classified."""
    return NOBODY_KNOWS if group is None else group.value


def _four(counts: Counts) -> tuple[int | None, ...]:
    return tuple(counts[group] for group in Group)


def _values(figures: Attendance) -> tuple[int | None, ...]:
    return (figures.total, *_four(figures.counts), figures.first_timers, figures.guests)


def _counts(row: Stored) -> Counts:
    return Counts.of({group: row[group.value] for group in Group})
