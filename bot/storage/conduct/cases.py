"""Cases: one a person and matter, who did what on it, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.storage import audit
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text
from bot.storage.persons import person_hash
from moderation.conduct.ladder import Past, Step

ACT_OF = {
    Step.NOTHING: "nothing",
    Step.REMINDER: "reminder",
    Step.WARNING: "warning",
    Step.SUSPENSION: "suspension",
    Step.REMOVAL: "removal",
}
"""The word by which each step is written down and named in content."""


@dataclass(frozen=True, slots=True)
class Case:
    """A matter about a person, without its evidence. ``user_id`` is 0 once it was forgotten."""

    id: int
    user_id: int
    rule: str
    """The rule that opened it, or nothing for a report."""
    article: int
    to_coordinators: bool
    """Whether it is about a moderator: coordinators alone see it, in private."""
    opened_at: datetime
    taken_by: int | None
    step: Step | None
    decided_at: datetime | None
    banned: bool
    until: datetime | None
    """When a suspension ends."""
    told: str | None
    """Whether what was written to the person arrived: ``yes``, ``no``, or not known yet."""
    trouble: str | None
    """Why Telegram did not carry out the last step asked for."""
    undone: bool
    """Whether an appeal annulled the decision."""
    language: str | None
    """What its person read, kept where they were erased while it was open."""
    rehearsal: bool
    """Whether it was decided in dry run: nothing followed, and it counts for nothing."""

    @property
    def reference(self) -> str:
        """The name moderators know the case by."""
        return reference(self.id)

    @property
    def has_effect(self) -> bool:
        """Whether something was decided about its person that they were told."""
        return bool(self.step) and not self.rehearsal

    @property
    def is_erased(self) -> bool:
        """Whether its person was erased: nothing is left to look at again."""
        return self.user_id == 0

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.step is None


def reference(number: int) -> str:
    """Return the name that moderators know a case by."""
    return f"C-{number}"


async def open_case(
    tx: Transaction,
    user_id: int,
    now: datetime,
    *,
    article: int,
    rule: str = "",
    to_coordinators: bool = False,
) -> Case:
    """Open a case about a person; ``article`` is the one of the code that it falls under."""
    number = await tx.insert(
        "INSERT INTO cases (user_id, person, rule, article, to_coordinators, opened_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (user_id, person_hash(tx, user_id), rule, article, int(to_coordinators), to_text(now)),
    )
    return await again(tx, number)


async def case(tx: Transaction, number: int) -> Case | None:
    """Return a case by its number, unless its person was forgotten."""
    row = await tx.row("SELECT * FROM cases WHERE id = ? AND user_id NOT NULL", (number,))
    return _case(row) if row else None


async def again(tx: Transaction, number: int) -> Case:
    """Return a case as the step has changed it; raise LookupError where there is none."""
    found = await case(tx, number)
    if found is None:
        raise LookupError(f"case {number} vanished")
    return found


async def of(tx: Transaction, user_id: int) -> list[Case]:
    """Return the cases about a person, the newest first."""
    found = await tx.rows(
        "SELECT * FROM cases WHERE person = ? ORDER BY id DESC", (person_hash(tx, user_id),)
    )
    return [_case(row) for row in found]


async def open_of(tx: Transaction, user_id: int) -> list[Case]:
    """Return the open cases about a person, the newest first."""
    found = await tx.rows(
        "SELECT * FROM cases WHERE user_id = ? AND step IS NULL ORDER BY id DESC", (user_id,)
    )
    return [_case(row) for row in found]


async def all_open(tx: Transaction) -> list[Case]:
    """Return every open case, the oldest first."""
    found = await tx.rows("SELECT * FROM cases WHERE step IS NULL AND user_id NOT NULL ORDER BY id")
    return [_case(row) for row in found]


async def newest(tx: Transaction, limit: int) -> list[Case]:
    """Return the cases opened last, the newest first."""
    found = await tx.rows(
        "SELECT * FROM cases WHERE user_id NOT NULL ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [_case(row) for row in found]


async def opened_between(tx: Transaction, since: datetime, until: datetime) -> list[Case]:
    """Return the cases opened from a moment to another (excluded), the oldest first."""
    found = await tx.rows(
        "SELECT * FROM cases WHERE opened_at >= ? AND opened_at < ? AND user_id NOT NULL"
        " ORDER BY id",
        (to_text(since), to_text(until)),
    )
    return [_case(row) for row in found]


async def decided_between(tx: Transaction, since: datetime, until: datetime) -> list[Case]:
    """Return the cases decided from a moment to another (excluded), the oldest first."""
    found = await tx.rows(
        "SELECT * FROM cases WHERE decided_at >= ? AND decided_at < ? ORDER BY decided_at, id",
        (to_text(since), to_text(until)),
    )
    return [_case(row) for row in found]


async def past(tx: Transaction, user_id: int, but: int = 0) -> list[Past]:
    """Return the steps taken in the cases about a person, but for one case; oldest first."""
    found = await tx.rows(
        "SELECT step, decided_at, undone FROM cases"
        " WHERE person = ? AND id <> ? AND step > 0 AND rehearsal = 0 ORDER BY decided_at",
        (person_hash(tx, user_id), but),
    )
    return [Past(Step(row[0]), from_text(row[1]), bool(row[2])) for row in found]


async def suspended_until(
    tx: Transaction, user_id: int, now: datetime, but: int = 0
) -> datetime | None:
    """Return when the last suspension of somebody ends that runs, but for that of one case."""
    row = await tx.row(
        "SELECT MAX(until) FROM cases"
        " WHERE person = ? AND id <> ? AND undone = 0 AND rehearsal = 0 AND until > ?",
        (person_hash(tx, user_id), but, to_text(now)),
    )
    return maybe(row[0]) if row else None


async def update(tx: Transaction, number: int, **columns: Any) -> Case:
    """Change columns of a case; moments and flags are written as the table wants."""
    names = ", ".join(f"{name} = ?" for name in columns)
    values = [_column(value) for value in columns.values()]
    await tx.write(f"UPDATE cases SET {names} WHERE id = ?", (*values, number))
    return await again(tx, number)


# What moderators did


async def note_act(
    tx: Transaction, number: int, moderator: int, act: str, now: datetime, detail: str = ""
) -> None:
    """Write down what a moderator did with a case, there and in the audit."""
    await audit.note(tx, moderator, f"conduct.{act}", reference(number), now, detail)
    await tx.write(
        "INSERT INTO case_acts (case_id, moderator_id, act, detail, at) VALUES (?, ?, ?, ?, ?)",
        (number, moderator, act, detail or None, to_text(now)),
    )


async def undo_acts(tx: Transaction, number: int, act: str, moderator: int | None = None) -> None:
    """Mark acts on a case as undone, those of one moderator or of all."""
    await tx.write(
        "UPDATE case_acts SET undone = 1 WHERE case_id = ? AND act = ?"
        " AND (? IS NULL OR moderator_id = ?)",
        (number, act, moderator, moderator),
    )


async def standing(tx: Transaction, number: int, act: str) -> dict[int, str]:
    """Return the moderators whose act on a case stands, each with its detail."""
    found = await tx.rows(
        "SELECT moderator_id, detail FROM case_acts"
        " WHERE case_id = ? AND act = ? AND undone = 0 ORDER BY id",
        (number, act),
    )
    return {row[0]: row[1] or "" for row in found}


async def decided_by(tx: Transaction, found: Case) -> frozenset[int]:
    """Return who took the decision that stands on a case."""
    if found.step is None:
        return frozenset()
    return frozenset(await standing(tx, found.id, ACT_OF[found.step]))


async def delete_old(tx: Transaction, before: datetime) -> int:
    """Delete the cases decided before a moment, with all that was kept of them."""
    old = "SELECT id FROM cases WHERE decided_at < ?"
    at = (to_text(before),)
    for table in ("case_findings", "case_evidence", "case_acts", "appeals", "reports"):
        await tx.write(f"DELETE FROM {table} WHERE case_id IN ({old})", at)
    return await tx.write("DELETE FROM cases WHERE decided_at < ?", at)


def _column(value: Any) -> Any:
    match value:
        case datetime():
            return to_text(value)
        case bool() | Step():
            return int(value)
    return value


def _case(row: Row) -> Case:
    return Case(
        id=row["id"],
        user_id=row["user_id"] or 0,
        rule=row["rule"],
        article=row["article"],
        to_coordinators=bool(row["to_coordinators"]),
        opened_at=from_text(row["opened_at"]),
        taken_by=row["taken_by"],
        step=None if row["step"] is None else Step(row["step"]),
        decided_at=maybe(row["decided_at"]),
        banned=bool(row["banned"]),
        until=maybe(row["until"]),
        told=row["told"],
        trouble=row["trouble"],
        undone=bool(row["undone"]),
        language=row["language"],
        rehearsal=bool(row["rehearsal"]),
    )
