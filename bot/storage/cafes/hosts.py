"""The links that make somebody the host of one café: each works once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text


@dataclass(frozen=True, slots=True)
class HostLink:
    """What a link offers: ``seat`` is ``host`` or ``cohost``."""

    cafe_id: int
    seat: str
    made_by: int


async def make_link(
    tx: Transaction, token: str, link: HostLink, now: datetime, expires_at: datetime
) -> None:
    """Keep a link by its keyed hash; the former one for the same seat works no more."""
    await tx.write(
        "DELETE FROM cafe_host_links WHERE (cafe_id = ? AND seat = ?) OR expires_at < ?",
        (link.cafe_id, link.seat, to_text(now)),
    )
    await tx.write(
        "INSERT INTO cafe_host_links VALUES (?, ?, ?, ?, ?)",
        (_hash(tx, token), link.cafe_id, link.seat, link.made_by, to_text(expires_at)),
    )


async def link(tx: Transaction, token: str, now: datetime) -> HostLink | None:
    """Return what a link offers, or None where it works no more."""
    row = await tx.row(
        "SELECT cafe_id, seat, made_by FROM cafe_host_links WHERE token = ? AND expires_at >= ?",
        (_hash(tx, token), to_text(now)),
    )
    return HostLink(*row) if row else None


async def use_link(tx: Transaction, token: str) -> None:
    """Forget a link: it was used."""
    await tx.write("DELETE FROM cafe_host_links WHERE token = ?", (_hash(tx, token),))


async def count_wrong(tx: Transaction, user_id: int, now: datetime) -> None:
    """Note that somebody came with what is no link, or with one that works no more."""
    await tx.write("INSERT INTO cafe_wrong_links VALUES (?, ?)", (user_id, to_text(now)))


async def wrong(tx: Transaction, user_id: int, since: datetime) -> int:
    """Return how often somebody did so since a moment."""
    row = await tx.row(
        "SELECT COUNT(*) FROM cafe_wrong_links WHERE user_id = ? AND at > ?",
        (user_id, to_text(since)),
    )
    return row[0] if row else 0


async def forget_wrong(tx: Transaction, before: datetime) -> int:
    """Forget who did so before a moment."""
    return await tx.write("DELETE FROM cafe_wrong_links WHERE at <= ?", (to_text(before),))


def _hash(tx: Transaction, token: str) -> bytes:
    return tx.keyed_hash("cafe_host", token)
