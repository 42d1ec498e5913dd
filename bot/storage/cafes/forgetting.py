"""What is forgotten of cafés: who came, who planned, what was written; the figures stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text

_OLD = "(SELECT id FROM cafes WHERE COALESCE(ends_at, updated_at) < :before)"

_NAMING = (
    "cafe_answers",
    "cafe_calendars",
    "cafe_feedback_given",
    "cafe_feedback",
    "cafe_mailings",
    "cafe_prompts",
)
"""The tables of which nothing is counted later on."""


async def count_without_name(tx: Transaction, user_id: int) -> None:
    """Let whoever was ticked by name at the door stay in the count, without their name."""
    await _unname(tx, "user_id = :user", {"user": user_id})


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Leave nothing but figures, a date, a city and a theme of cafés that ended before a moment.

    Drafts that nobody touched since go whole. Returns how many rows went or lost a name.
    """
    old = {"before": to_text(before)}
    gone = await _unname(tx, f"cafe_id IN {_OLD}", old)
    for table in _NAMING:
        gone += await tx.write(f"DELETE FROM {table} WHERE cafe_id IN {_OLD}", old)
    gone += await _forget_organisers(tx, old)
    gone += await tx.write(
        f"DELETE FROM cafes WHERE state IN ('draft', 'dropped') AND id IN {_OLD}", old
    )
    return gone


async def forget_prompts(tx: Transaction, before: datetime) -> int:
    """Delete what was asked before a moment and never answered, and the links that ran out."""
    then = (to_text(before),)
    asked = await tx.write("DELETE FROM cafe_prompts WHERE asked_at < ?", then)
    return asked + await tx.write("DELETE FROM cafe_host_links WHERE expires_at < ?", then)


async def _unname(tx: Transaction, whose: str, values: Mapping[str, object]) -> int:
    await tx.write(
        "INSERT INTO cafe_door (cafe_id, what, n) SELECT cafe_id, relation, COUNT(*)"
        f" FROM cafe_present WHERE {whose} GROUP BY cafe_id, relation"
        " ON CONFLICT (cafe_id, what) DO UPDATE SET n = n + excluded.n",
        values,
    )
    return await tx.write(f"DELETE FROM cafe_present WHERE {whose}", values)


async def _forget_organisers(tx: Transaction, old: Mapping[str, object]) -> int:
    """Take away who planned, hosted, closed and corrected, and the words that no table needs."""
    gone = await tx.write(
        "UPDATE cafes SET created_by = 0, host_id = NULL, cohost_id = NULL, rule = NULL,"
        " address = NULL, link = NULL, guest = NULL, access = NULL, bring = NULL"
        f" WHERE created_by <> 0 AND id IN {_OLD}",
        old,
    )
    gone += await tx.write(f"DELETE FROM cafe_host_links WHERE cafe_id IN {_OLD}", old)
    for table, column in (("cafe_attendance", "closed_by"), ("cafe_corrections", "corrected_by")):
        gone += await tx.write(
            f"UPDATE {table} SET {column} = 0 WHERE {column} <> 0 AND cafe_id IN {_OLD}", old
        )
    return gone + await tx.write(
        "UPDATE cafe_series SET created_by = 0 WHERE created_by <> 0"
        f" AND NOT EXISTS (SELECT 1 FROM cafes WHERE series_id = cafe_series.id"
        f" AND id NOT IN {_OLD})",
        old,
    )
