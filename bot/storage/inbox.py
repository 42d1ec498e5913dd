"""The inbox: everything that must be handled, in the order it arrived."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.crypto import CryptoError
from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text

Kind = Literal["update", "result", "due", "fact"]

ATTEMPTS = 3
"""A row that fails this many times is set aside, so that the rest goes on."""

KEYS_KEPT = timedelta(days=7)
"""How long a worked row's key is kept, to recognise the same update served again."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A row to work: its order, its kind, its unique key within the kind, what it says.

    ``fault`` tells why what it says cannot be read: the row waits no less in its place.
    """

    seq: int
    kind: Kind
    key: str
    payload: dict[str, Any]
    attempts: int
    fault: CryptoError | None = None


async def put(
    tx: Transaction, kind: Kind, key: str, payload: Mapping[str, Any], now: datetime
) -> bool:
    """Add one row; return False where the same (kind, key) is already known."""
    return await put_many(tx, kind, [(key, payload)], now) == 1


async def put_many(
    tx: Transaction, kind: Kind, entries: Sequence[tuple[str, Mapping[str, Any]]], now: datetime
) -> int:
    """Add rows in their order; return how many were new."""
    at = to_text(now)
    return await tx.write_many(
        "INSERT OR IGNORE INTO inbox (kind, key, payload, received_at) VALUES (?, ?, ?, ?)",
        [(kind, key, _seal(tx, kind, key, payload), at) for key, payload in entries],
    )


async def waiting(tx: Transaction, limit: int) -> list[InboxRow]:
    """Return the next rows to work, oldest first."""
    found = await tx.rows(
        "SELECT seq, kind, key, payload, attempts FROM inbox"
        " WHERE state = 'waiting' ORDER BY seq LIMIT ?",
        (limit,),
    )
    return [_row(tx, row) for row in found]


async def mark_done(tx: Transaction, seqs: Sequence[int]) -> None:
    """Close worked rows and empty what they said; their keys stay for a week."""
    await tx.write(
        "UPDATE inbox SET state = 'done', payload = NULL WHERE seq IN"
        f" ({','.join('?' * len(seqs))})",
        seqs,
    )


async def count_attempt(tx: Transaction, row: InboxRow, error: str) -> bool:
    """Note a failure (``error`` names a type and a place, no content); tell if it is the last.

    A row that failed its last attempt is set aside with what it said, for a person to look at.
    """
    last = row.attempts + 1 >= ATTEMPTS
    await tx.write(
        "UPDATE inbox SET attempts = attempts + 1, error = ?, state = ? WHERE seq = ?",
        (error, "aside" if last else "waiting", row.seq),
    )
    return last


async def forget_old(tx: Transaction, now: datetime) -> int:
    """Delete the keys of rows worked more than a week ago, and rows set aside for 30 days."""
    done = await tx.write(
        "DELETE FROM inbox WHERE state = 'done' AND received_at < ?", (to_text(now - KEYS_KEPT),)
    )
    return done + await tx.write(
        "DELETE FROM inbox WHERE state = 'aside' AND received_at < ?",
        (to_text(now - timedelta(days=30)),),
    )


async def forget_aside(tx: Transaction, said: str) -> None:
    """Empty the rows set aside whose payload, as JSON, holds some words."""
    found = await tx.rows(
        "SELECT seq, kind, key, payload, attempts FROM inbox WHERE state = 'aside'"
    )
    seqs = [row["seq"] for row in found if said in json.dumps(_row(tx, row).payload)]
    await mark_done(tx, seqs)


@dataclass(frozen=True, slots=True)
class InboxState:
    """How many rows wait, how many were set aside, and since when the oldest waits."""

    waiting: int
    aside: int
    oldest: datetime | None


async def state(tx: Transaction) -> InboxState:
    """Return the state of the inbox, for ``entraide status``."""
    row = await tx.row(
        "SELECT COALESCE(SUM(state = 'waiting'), 0), COALESCE(SUM(state = 'aside'), 0),"
        " MIN(CASE WHEN state = 'waiting' THEN received_at END)"
        " FROM inbox WHERE state IN ('waiting', 'aside')"
    )
    assert row is not None  # noqa: S101 - an aggregate always has one row
    return InboxState(row[0], row[1], from_text(row[2]) if row[2] else None)


def _seal(tx: Transaction, kind: str, key: str, payload: Mapping[str, Any]) -> bytes:
    # Half a surrogate pair, which is no UTF-8 and goes into no column, becomes a question mark.
    text = json.dumps(payload, separators=(",", ":"), ensure_ascii=False)
    return tx.seal(text.encode(errors="replace").decode(), "inbox", "payload", f"{kind}:{key}")


def _row(tx: Transaction, row: Any) -> InboxRow:
    seq, kind, key, sealed, attempts = row
    try:
        payload = json.loads(tx.unseal(sealed, "inbox", "payload", f"{kind}:{key}"))
    except CryptoError as error:
        return InboxRow(seq, kind, key, {}, attempts, error)
    return InboxRow(seq, kind, key, payload, attempts)
