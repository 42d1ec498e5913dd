"""Pauses: who left for a while and may come back without new questions, known by a hash alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text
from bot.storage.persons import person_hash


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause that was begun and not ended by a return; both moments are aware."""

    left_at: datetime
    until: datetime


async def begin(tx: Transaction, user_id: int, now: datetime, until: datetime) -> None:
    """Note that somebody leaves, and until when they may come back."""
    await tx.write(
        "INSERT OR REPLACE INTO pauses (person, left_at, until) VALUES (?, ?, ?)",
        (person_hash(tx, user_id), to_text(now), to_text(until)),
    )


async def of(tx: Transaction, user_id: int) -> Pause | None:
    """Return somebody's newest pause, unless they came back from it."""
    row = await tx.row(
        "SELECT left_at, until, returned_at FROM pauses WHERE person = ?"
        " ORDER BY left_at DESC LIMIT 1",
        (person_hash(tx, user_id),),
    )
    if row is None or row["returned_at"] is not None:
        return None
    return Pause(from_text(row["left_at"]), from_text(row["until"]))


async def end(tx: Transaction, user_id: int, now: datetime) -> None:
    """Note that somebody comes back."""
    await tx.write(
        "UPDATE pauses SET returned_at = ? WHERE person = ? AND returned_at IS NULL",
        (to_text(now), person_hash(tx, user_id)),
    )


async def forget_over(tx: Transaction, before: datetime) -> int:
    """Delete the pauses from which nobody can come back since a moment; return how many."""
    return await tx.write("DELETE FROM pauses WHERE until < ?", (to_text(before),))
