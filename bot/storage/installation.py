"""The installation code, the wrong tries, and the linking of a chat."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from bot.community.members import Place
from bot.storage import members
from bot.storage.database import Transaction
from bot.storage.moments import to_text

_CODE = "installation_code"
_HOUR = timedelta(hours=1)


async def set_code(tx: Transaction, code: str) -> None:
    """Keep a code by its keyed hash alone; it replaces the former."""
    sealed = tx.seal(_hash(tx, code), "secrets", "sealed", _CODE)
    await tx.write(
        "INSERT INTO secrets (name, sealed) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
        (_CODE, sealed),
    )


async def is_code(tx: Transaction, code: str) -> bool:
    """Tell whether a code is the one that holds now, in a time that says nothing of it."""
    row = await tx.row("SELECT sealed FROM secrets WHERE name = ?", (_CODE,))
    if row is None:
        return False
    known = tx.unseal(row["sealed"], "secrets", "sealed", _CODE)
    return hmac.compare_digest(known, _hash(tx, code))


async def forget_code(tx: Transaction) -> None:
    """Forget the code: no chat can be linked until the next start makes another."""
    await tx.write("DELETE FROM secrets WHERE name = ?", (_CODE,))


async def count_wrong_try(tx: Transaction, user_id: int, now: datetime) -> None:
    """Note that somebody gave a wrong code; what is older than an hour is forgotten."""
    await tx.write("DELETE FROM installation_tries WHERE at <= ?", (to_text(now - _HOUR),))
    await tx.write("INSERT INTO installation_tries VALUES (?, ?)", (user_id, to_text(now)))


async def forget_tries(tx: Transaction, before: datetime) -> int:
    """Forget the wrong codes given before a moment."""
    return await tx.write("DELETE FROM installation_tries WHERE at <= ?", (to_text(before),))


async def wrong_tries(tx: Transaction, user_id: int, now: datetime) -> int:
    """Return how many wrong codes somebody gave in the last hour."""
    row = await tx.row(
        "SELECT COUNT(*) FROM installation_tries WHERE user_id = ? AND at > ?",
        (user_id, to_text(now - _HOUR)),
    )
    return row[0] if row else 0


async def link(tx: Transaction, place: Place, chat_id: int, now: datetime) -> None:
    """Link a chat to a place.

    Where another chat held the place, who stood in that one is forgotten: a role must not follow
    from a chat that counts no more. Where this chat held the other place, it leaves it. The id
    that the chat of this place had before it became a supergroup names it still.
    """
    row = await tx.row("SELECT chat_id, former_id FROM chats WHERE place = ?", (place,))
    if row is not None and row["former_id"] == chat_id:
        return
    if row is not None and row["chat_id"] != chat_id:
        await tx.write("DELETE FROM memberships WHERE place = ?", (place,))
    await tx.write("DELETE FROM chats WHERE chat_id = ? AND place <> ?", (chat_id, place))
    await members.link_chat(tx, place, chat_id, now)


def _hash(tx: Transaction, code: str) -> str:
    return tx.keyed_hash("installation", code).hex()
