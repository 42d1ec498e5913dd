"""Who settled a call of which nobody knew whether it had arrived."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text


async def note_settled(tx: Transaction, seq: int, user_id: int, now: datetime) -> None:
    """Note who settled an uncertain call; a later settling of the same call replaces it."""
    await tx.write(
        "INSERT OR REPLACE INTO settled_calls (seq, settled_by, settled_at) VALUES (?, ?, ?)",
        (seq, user_id, to_text(now)),
    )


async def settled_by(tx: Transaction, seq: int) -> int | None:
    """Return who settled an uncertain call, or None where nobody did."""
    row = await tx.row("SELECT settled_by FROM settled_calls WHERE seq = ?", (seq,))
    return row[0] if row else None


async def forget_settled(tx: Transaction, before: datetime) -> int:
    """Delete what was settled before a moment."""
    return await tx.write("DELETE FROM settled_calls WHERE settled_at < ?", (to_text(before),))
