"""The themes that a vote chose: those that wait for a café, and the café that each went to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text


@dataclass(frozen=True, slots=True)
class Given:
    """The café that a theme went to, as the edition that it made of it.

    ``edition`` is None where somebody had set the theme by hand.
    """

    cafe_id: int
    edition: int | None


async def keep(tx: Transaction, theme_id: int, rank: int, now: datetime) -> None:
    """Keep a theme for the next café that has none; one that waits already keeps its place."""
    await tx.write(
        "INSERT INTO cafe_chosen_themes (theme_id, rank, chosen_at) VALUES (?, ?, ?)"
        " ON CONFLICT (theme_id) DO UPDATE SET rank = excluded.rank,"
        " chosen_at = excluded.chosen_at, cafe_id = NULL, edition = NULL WHERE cafe_id NOT NULL",
        (theme_id, rank, to_text(now)),
    )


async def give(tx: Transaction, theme_id: int, cafe_id: int, edition: int | None = None) -> None:
    """Note the café that a theme which waits went to; without an edition, by hand."""
    await tx.write(
        "UPDATE cafe_chosen_themes SET cafe_id = ?, edition = ?"
        " WHERE theme_id = ? AND cafe_id IS NULL",
        (cafe_id, edition, theme_id),
    )


async def set_free(tx: Transaction, cafe_id: int, but: int | None = None) -> None:
    """Let the themes that went to a café wait for another; ``but`` is one that it keeps."""
    await tx.write(
        "UPDATE cafe_chosen_themes SET cafe_id = NULL, edition = NULL"
        " WHERE cafe_id = ? AND theme_id IS NOT ?",
        (cafe_id, but),
    )


async def first_waiting(tx: Transaction) -> int | None:
    """Return the first theme that waits for a café, or None."""
    row = await tx.row(
        "SELECT theme_id FROM cafe_chosen_themes WHERE cafe_id IS NULL"
        " ORDER BY chosen_at, rank LIMIT 1"
    )
    return int(row[0]) if row else None


async def take_back(tx: Transaction, theme_id: int) -> Given | None:
    """Choose a theme no more; return the café that it went to, or None."""
    row = await tx.row(
        "SELECT cafe_id, edition FROM cafe_chosen_themes WHERE theme_id = ?", (theme_id,)
    )
    await tx.write("DELETE FROM cafe_chosen_themes WHERE theme_id = ?", (theme_id,))
    return Given(*row) if row and row[0] is not None else None
