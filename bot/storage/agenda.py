"""The agenda: what falls due and when, one row an occurrence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something due: the name that says who handles it, and the key of what it is about."""

    name: str
    key: str
    due_at: str


async def schedule(
    tx: Transaction, name: str, key: object, due_at: datetime, expires_at: datetime | None = None
) -> None:
    """Note that (name, key) falls due; a later call for the same pair moves it.

    Past ``expires_at`` an item that could not run in time is marked missed and does not run;
    without it, a late item runs once.
    """
    await tx.write(
        "INSERT INTO agenda (name, key, due_at, expires_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (name, key) DO UPDATE SET due_at = excluded.due_at,"
        " expires_at = excluded.expires_at, state = 'waiting'",
        (name, str(key), to_text(due_at), to_text(expires_at) if expires_at else None),
    )


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Where an item stands: ``waiting``, ``posted`` (it ran) or ``missed``."""

    due_at: datetime
    state: str


async def item(tx: Transaction, name: str, key: object) -> AgendaItem | None:
    """Return an item, or None where there is none."""
    row = await tx.row(
        "SELECT due_at, state FROM agenda WHERE name = ? AND key = ?", (name, str(key))
    )
    return AgendaItem(from_text(row[0]), row[1]) if row else None


async def postpone(tx: Transaction, name: str, key: object, due_at: datetime) -> None:
    """Let an item fall due again later; it expires when it would have."""
    await tx.write(
        "UPDATE agenda SET due_at = ?, state = 'waiting' WHERE name = ? AND key = ?",
        (to_text(due_at), name, str(key)),
    )


async def cancel(tx: Transaction, key: object, *names: str) -> None:
    """Take the named items of one key off the agenda."""
    await tx.write(
        f"DELETE FROM agenda WHERE key = ? AND name IN ({','.join('?' * len(names))})",
        (str(key), *names),
    )


async def due(tx: Transaction, now: datetime) -> list[DueItem]:
    """Return what is due now and has not expired, earliest first."""
    at = to_text(now)
    found = await tx.rows(
        "SELECT name, key, due_at FROM agenda WHERE state = 'waiting' AND due_at <= ?"
        " AND (expires_at IS NULL OR expires_at >= ?) ORDER BY due_at, name, key",
        (at, at),
    )
    return [DueItem(*row) for row in found]


async def mark_posted(tx: Transaction, items: list[DueItem]) -> None:
    """Note that items went to the inbox."""
    await tx.write_many(
        "UPDATE agenda SET state = 'posted' WHERE name = ? AND key = ? AND due_at = ?",
        [(item.name, item.key, item.due_at) for item in items],
    )


async def mark_missed(tx: Transaction, now: datetime) -> int:
    """Mark what expired before it could run; return how many."""
    return await tx.write(
        "UPDATE agenda SET state = 'missed' WHERE state = 'waiting' AND expires_at < ?",
        (to_text(now),),
    )


async def next_due_at(tx: Transaction) -> str | None:
    """Return when the next item falls due (UTC text), or None."""
    row = await tx.row("SELECT MIN(due_at) FROM agenda WHERE state = 'waiting'")
    return row[0] if row else None


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Delete items that ran or were missed before a moment."""
    return await tx.write(
        "DELETE FROM agenda WHERE state <> 'waiting' AND due_at < ?", (to_text(before),)
    )
