"""Reports: who reports what to moderators, kept so that a reporter is never named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class Report:
    """One report; ``category`` is a key of ``reports.categories``, ``words`` may be empty.

    ``reporter`` is None once the case is forgotten. Nobody is ever shown who it is.
    """

    id: int
    case: int
    reporter: int | None
    category: str
    words: str = field(repr=False)
    at: datetime


async def add(tx: Transaction, case: int, reporter: int, category: str, now: datetime) -> int:
    """Keep a report of a case; return its number."""
    return await tx.insert(
        "INSERT INTO reports (case_id, reporter_id, category, at) VALUES (?, ?, ?, ?)",
        (case, reporter, category, to_text(now)),
    )


async def report(tx: Transaction, number: int) -> Report | None:
    """Return a report by its number."""
    row = await tx.row("SELECT * FROM reports WHERE id = ?", (number,))
    return _report(tx, row) if row else None


async def set_category(tx: Transaction, number: int, category: str) -> None:
    """Say what a report is about."""
    await tx.write("UPDATE reports SET category = ? WHERE id = ?", (category, number))


async def set_words(tx: Transaction, number: int, words: str) -> None:
    """Keep what the reporter says, in place of what they said before."""
    sealed = tx.seal(words, "reports", "words", number)
    await tx.write("UPDATE reports SET words = ? WHERE id = ?", (sealed, number))


async def of(tx: Transaction, case: int) -> list[Report]:
    """Return the reports of a case, the oldest first."""
    found = await tx.rows("SELECT * FROM reports WHERE case_id = ? ORDER BY id", (case,))
    return [_report(tx, row) for row in found]


async def reporters(tx: Transaction, case: int) -> frozenset[int]:
    """Return who reported a case: they never decide on it."""
    return frozenset(each.reporter for each in await of(tx, case) if each.reporter is not None)


async def sent(tx: Transaction, reporter: int, since: datetime) -> list[datetime]:
    """Return when somebody reported, since a moment."""
    found = await tx.rows(
        "SELECT at FROM reports WHERE reporter_id = ? AND at >= ?", (reporter, to_text(since))
    )
    return [from_text(row["at"]) for row in found]


async def to_thank(tx: Transaction, case: int, now: datetime) -> frozenset[int]:
    """Return who waits to hear that a case is settled, and note that they are told."""
    found = await tx.rows(
        "SELECT DISTINCT reporter_id FROM reports"
        " WHERE case_id = ? AND reporter_id NOT NULL AND told_at IS NULL",
        (case,),
    )
    await tx.write(
        "UPDATE reports SET told_at = ? WHERE case_id = ? AND told_at IS NULL",
        (to_text(now), case),
    )
    return frozenset(row["reporter_id"] for row in found)


async def forget(tx: Transaction, case: int) -> None:
    """Destroy what reporters wrote about a case, and who they are; the category stays."""
    await tx.write("UPDATE reports SET words = NULL, reporter_id = NULL WHERE case_id = ?", (case,))


def _report(tx: Transaction, row: Row) -> Report:
    words = tx.unseal(row["words"], "reports", "words", row["id"]) if row["words"] else ""
    at = from_text(row["at"])
    return Report(row["id"], row["case_id"], row["reporter_id"], row["category"], words, at)
