"""The themes: what cafés may be about, how wished for each is, when it was last treated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import to_text


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; ``key`` names a starting theme's words in content, any other has a ``title``."""

    id: int
    key: str | None
    title: str | None
    interest: int
    treated_on: date | None


async def add_starting(tx: Transaction, keys: Iterable[str], now: datetime) -> None:
    """Take the starting themes in, once each, in their order."""
    for key in keys:
        await tx.write(
            "INSERT INTO themes (key, added_at) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
            (key, to_text(now)),
        )


async def standing(tx: Transaction) -> tuple[Theme, ...]:
    """Return the themes that stand, the most wished for first, then the oldest."""
    rows = await tx.rows("SELECT * FROM themes WHERE state = 'standing' ORDER BY interest DESC, id")
    return tuple(_theme(row) for row in rows)


async def theme(tx: Transaction, theme_id: int) -> Theme | None:
    """Return a theme, standing or not."""
    row = await tx.row("SELECT * FROM themes WHERE id = ?", (theme_id,))
    return _theme(row) if row else None


async def mark_treated(tx: Transaction, theme_id: int, on: date) -> None:
    """Note the day a café was about a theme; an earlier day never replaces a later one."""
    await tx.write(
        "UPDATE themes SET treated_on = ? WHERE id = ? AND (treated_on IS NULL OR treated_on < ?)",
        (on.isoformat(), theme_id, on.isoformat()),
    )


def _theme(row: Row) -> Theme:
    treated = date.fromisoformat(row["treated_on"]) if row["treated_on"] else None
    return Theme(row["id"], row["key"], row["title"], row["interest"], treated)
