"""Display names shown to moderators because they resemble one of theirs, each once."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text


async def note(tx: Transaction, user_id: int, name: str, moderator_id: int, now: datetime) -> bool:
    """Note that somebody's name resembles a moderator's; tell whether that is new."""
    written = await tx.write(
        "INSERT OR IGNORE INTO likenesses (user_id, name, moderator_id, at) VALUES (?, ?, ?, ?)",
        (user_id, tx.keyed_hash("likeness", name), moderator_id, to_text(now)),
    )
    return written == 1


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Forget the likenesses noted before a moment; return how many."""
    return await tx.write("DELETE FROM likenesses WHERE at < ?", (to_text(before),))
