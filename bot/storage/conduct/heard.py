"""What was heard in the last hour: who wrote when, and a keyed hash of what, never the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text

_MOST_ALIKE = 8
_MOST_BY_ONE = 12
"""Rows looked at: as many as it takes to know repetition and a flood, however many there are."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody wrote something: the same text as the one in question, or any other."""

    author: int
    at: datetime
    same: bool


def digest(tx: Transaction, text: str) -> bytes | None:
    """Return what stands for a text among those of the last hour; None for no text."""
    return tx.keyed_hash("heard", text) if text else None


async def recent(
    tx: Transaction,
    author: int,
    same: bytes | None,
    since: datetime,
    minute: datetime,
) -> list[Heard]:
    """Return what is alike since a moment, and what the author wrote in the last minute."""
    found = await tx.rows(
        "SELECT * FROM (SELECT author, at, 1 AS same FROM heard WHERE same = ? AND at > ?"
        " ORDER BY at DESC LIMIT ?)"
        " UNION ALL"
        " SELECT * FROM (SELECT author, at, 0 AS same FROM heard WHERE author = ? AND at > ?"
        " AND same IS NOT ? ORDER BY at DESC LIMIT ?)",
        (same, to_text(since), _MOST_ALIKE, author, to_text(minute), same, _MOST_BY_ONE),
    )
    return [Heard(row[0], from_text(row[1]), bool(row[2])) for row in found]


async def note(
    tx: Transaction,
    message_id: int,
    author: int,
    at: datetime,
    same: bytes | None,
    album: str | None,
) -> None:
    """Note that somebody wrote."""
    await tx.write(
        "INSERT OR IGNORE INTO heard (message_id, author, at, same, album) VALUES (?, ?, ?, ?, ?)",
        (message_id, author, to_text(at), same, album),
    )


async def album(tx: Transaction, album: str) -> list[int]:
    """Return the messages heard of an album."""
    found = await tx.rows("SELECT message_id FROM heard WHERE album = ?", (album,))
    return [row[0] for row in found]


async def forget(tx: Transaction, before: datetime) -> int:
    """Forget what was heard before a moment."""
    return await tx.write("DELETE FROM heard WHERE at < ?", (to_text(before),))
