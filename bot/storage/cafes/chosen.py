"""The themes that a vote chose: those that wait for a café, and the café that each went to."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text


async def keep(tx: Transaction, theme_id: int, rank: int, now: datetime) -> None:
    """Keep a theme for the next café that has none; one that waits already keeps its place."""
    await tx.write(
        "INSERT INTO cafe_chosen_themes (theme_id, rank, chosen_at) VALUES (?, ?, ?)"
        " ON CONFLICT (theme_id) DO UPDATE SET rank = excluded.rank,"
        " chosen_at = excluded.chosen_at, cafe_id = NULL WHERE cafe_id IS NOT NULL",
        (theme_id, rank, to_text(now)),
    )


async def give(tx: Transaction, theme_id: int, cafe_id: int) -> None:
    """Note the café that a theme went to."""
    await tx.write(
        "UPDATE cafe_chosen_themes SET cafe_id = ? WHERE theme_id = ?", (cafe_id, theme_id)
    )


async def first_waiting(tx: Transaction) -> int | None:
    """Return the first theme that waits for a café, or None."""
    row = await tx.row(
        "SELECT theme_id FROM cafe_chosen_themes WHERE cafe_id IS NULL"
        " ORDER BY chosen_at, rank LIMIT 1"
    )
    return int(row[0]) if row else None


async def take_back(tx: Transaction, theme_id: int) -> int | None:
    """Choose a theme no more; return the café that it went to, or None."""
    row = await tx.row("SELECT cafe_id FROM cafe_chosen_themes WHERE theme_id = ?", (theme_id,))
    await tx.write("DELETE FROM cafe_chosen_themes WHERE theme_id = ?", (theme_id,))
    return row[0] if row else None
