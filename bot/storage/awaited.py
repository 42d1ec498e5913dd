"""What somebody's next private message is about, after a button that asked for words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.storage.database import Transaction
from bot.storage.moments import to_text

LASTS = timedelta(hours=1)
"""Later, what somebody writes is about something else."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is awaited: ``report``, ``forward``, ``moderator``, ``team``, ``appeal``, ``verify``,
    ``theme`` or ``day``.

    ``about`` is the number of the report, case or person concerned, 0 where there is none.
    """

    what: str
    about: int


async def expect(tx: Transaction, user_id: int, what: str, about: int, now: datetime) -> None:
    """Note what the next message is about, in place of what was awaited before."""
    await tx.write(
        "INSERT INTO awaited (user_id, what, about, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (user_id) DO UPDATE SET what = excluded.what, about = excluded.about,"
        " at = excluded.at",
        (user_id, what, about, to_text(now)),
    )


async def of(tx: Transaction, user_id: int, now: datetime) -> Awaited | None:
    """Return what is awaited of somebody, or None once an hour has passed."""
    row = await tx.row(
        "SELECT what, about FROM awaited WHERE user_id = ? AND at > ?",
        (user_id, to_text(now - LASTS)),
    )
    return Awaited(row["what"], row["about"]) if row else None


async def end(tx: Transaction, user_id: int) -> None:
    """Await nothing more of somebody."""
    await tx.write("DELETE FROM awaited WHERE user_id = ?", (user_id,))


async def forget_old(tx: Transaction, now: datetime) -> None:
    """Forget what is awaited no more."""
    await tx.write("DELETE FROM awaited WHERE at <= ?", (to_text(now - LASTS),))
