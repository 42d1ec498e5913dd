"""What is sent to many about a café: to whom, in chunks, and how far it got."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.community.members import Place
from bot.storage.database import Transaction
from bot.storage.moments import to_text
from bot.storage.outbox import MISSED

CHUNK = 50
"""How many messages one transaction queues: people wait behind it for some milliseconds."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """One sending to many; ``edition`` tells two of a kind about one café apart."""

    id: int
    cafe_id: int
    kind: str
    edition: int
    audience: int
    """How many it was meant for when it began."""

    @property
    def keys(self) -> str:
        """How the keys of its messages begin in the outbox."""
        return f"cafe:{self.cafe_id}:{self.kind}:{self.edition}:"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a mailing got."""

    audience: int
    sent: int
    failed: int
    missed: int
    """What did not leave in time, or was no longer true."""
    uncertain: tuple[int, ...]
    """The people of whom nobody knows whether it reached them."""


async def begin(
    tx: Transaction, cafe_id: int, kind: str, edition: int, audience: int, now: datetime
) -> Mailing | None:
    """Note a mailing, or return None where it began already."""
    number = await tx.write(
        "INSERT OR IGNORE INTO cafe_mailings (cafe_id, kind, edition, audience, begun_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (cafe_id, kind, edition, audience, to_text(now)),
    )
    return await _of(tx, cafe_id, kind, edition) if number else None


async def first(tx: Transaction, cafe_id: int, kind: str) -> Mailing | None:
    """Return the first mailing of a kind about a café, whatever its edition."""
    found = [mailing for mailing in await of_cafe(tx, cafe_id) if mailing.kind == kind]
    return found[-1] if found else None


async def set_audience(tx: Transaction, mailing: Mailing, audience: int) -> None:
    """Note for how many a mailing is that was begun before anybody knew; 0 takes it back."""
    if audience:
        query = "UPDATE cafe_mailings SET audience = ? WHERE id = ?"
        await tx.write(query, (audience, mailing.id))
    else:
        await tx.write("DELETE FROM cafe_mailings WHERE id = ?", (mailing.id,))


async def written_to(tx: Transaction, cafe_id: int, kind: str) -> set[int]:
    """Return to whom a letter of a kind about a café left, leaves, or perhaps left."""
    start = f"cafe:{cafe_id}:{kind}:"
    rows = await tx.rows(
        "SELECT chat_id FROM outbox WHERE key >= ? AND key < ? AND state <> 'failed'",
        (start, f"{start}~"),
    )
    return {int(row[0]) for row in rows}


async def mailing(tx: Transaction, number: int) -> Mailing | None:
    """Return a mailing."""
    row = await tx.row(
        "SELECT id, cafe_id, kind, edition, audience FROM cafe_mailings WHERE id = ?", (number,)
    )
    return Mailing(*row) if row else None


async def of_cafe(tx: Transaction, cafe_id: int) -> list[Mailing]:
    """Return a café's mailings, the latest first."""
    rows = await tx.rows(
        "SELECT id, cafe_id, kind, edition, audience FROM cafe_mailings WHERE cafe_id = ?"
        " ORDER BY id DESC",
        (cafe_id,),
    )
    return [Mailing(*row) for row in rows]


async def progress(tx: Transaction, mailing: Mailing) -> Progress:
    """Return how many messages left, failed, were missed, or may not have arrived."""
    rows = await tx.rows(
        "SELECT state, error, chat_id FROM outbox WHERE key >= ? AND key < ?",
        (mailing.keys, f"{mailing.keys}~"),
    )
    states = [row["state"] for row in rows]
    unsure = tuple(row["chat_id"] for row in rows if row["state"] == "uncertain")
    missed = sum(row["error"] == MISSED for row in rows if row["state"] == "failed")
    failed = states.count("failed") - missed
    return Progress(mailing.audience, states.count("done"), failed, missed, unsure)


async def wanting(tx: Transaction, chosen: Iterable[int] | None = None) -> list[int]:
    """Return, in order, the members who take announcements in private.

    With ``chosen``, those among them. Who left the group, asked for silence, or cannot be written
    to is left out.
    """
    rows = await tx.rows(
        "SELECT p.user_id FROM people p JOIN memberships m ON m.user_id = p.user_id"
        " WHERE m.place = ? AND m.status NOT IN ('left', 'banned')"
        " AND COALESCE(m.origin, '') <> 'unscreened'"
        " AND p.private_chat AND NOT p.silent ORDER BY p.user_id",
        (Place.GROUP,),
    )
    found = [int(row[0]) for row in rows]
    wanted = None if chosen is None else set(chosen)
    return [person for person in found if wanted is None or person in wanted]


async def reachable(tx: Transaction, chosen: Iterable[int]) -> list[int]:
    """Return, in order, those of some people whom the bot can write to, silent or not."""
    rows = await tx.rows("SELECT user_id FROM people WHERE private_chat ORDER BY user_id")
    wanted = set(chosen)
    return [int(row[0]) for row in rows if row[0] in wanted]


async def _of(tx: Transaction, cafe_id: int, kind: str, edition: int) -> Mailing | None:
    row = await tx.row(
        "SELECT id, cafe_id, kind, edition, audience FROM cafe_mailings"
        " WHERE cafe_id = ? AND kind = ? AND edition = ?",
        (cafe_id, kind, edition),
    )
    return Mailing(*row) if row else None
