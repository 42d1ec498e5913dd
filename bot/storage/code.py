"""The code of conduct as people accept it: its editions, who accepted which, who was asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, maybe, to_text
from bot.storage.persons import person_hash


@dataclass(frozen=True, slots=True)
class Edition:
    """The code in every language, as it stood from a day on.

    ``asks`` says whether those who had accepted another one are asked again.
    """

    edition: str
    version: str
    since: datetime
    asks: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """When somebody was asked to accept an edition, and reminded."""

    at: datetime
    reminded_at: datetime | None


async def newest(tx: Transaction) -> Edition | None:
    """Return the edition taken in last, or None before the first."""
    row = await tx.row("SELECT * FROM code_editions ORDER BY since DESC, rowid DESC LIMIT 1")
    if row is None:
        return None
    return Edition(row["edition"], row["version"], from_text(row["since"]), bool(row["asks"]))


async def has_changed(tx: Transaction) -> bool:
    """Tell whether another edition stood before the one of today."""
    row = await tx.row("SELECT COUNT(*) FROM code_editions")
    return row is not None and row[0] > 1


async def take_in(
    tx: Transaction, edition: str, version: str, now: datetime, *, asks: bool
) -> None:
    """Note that an edition stands from now on; one that comes back stands anew."""
    await tx.write(
        "INSERT INTO code_editions (edition, version, since, asks) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (edition) DO UPDATE SET since = excluded.since, asks = excluded.asks",
        (edition, version, to_text(now), int(asks)),
    )


async def begin_asking(tx: Transaction, edition: str) -> None:
    """Have everyone who did not accept an edition asked."""
    await tx.write("UPDATE code_editions SET asks = 1 WHERE edition = ?", (edition,))


async def lacking(
    tx: Transaction, people: Iterable[int], digests: Collection[str]
) -> tuple[int, ...]:
    """Return, of these people, those who accepted none of these texts."""
    marks = ", ".join("?" * len(digests))
    found = await tx.rows(
        f"SELECT DISTINCT person FROM code_acceptances WHERE digest IN ({marks})", tuple(digests)
    )
    accepted = {row["person"] for row in found}
    return tuple(user for user in people if person_hash(tx, user) not in accepted)


async def accepted(tx: Transaction, user_id: int) -> tuple[str, datetime] | None:
    """Return the version that somebody accepted last, and when."""
    row = await tx.row(
        "SELECT version, accepted_at FROM code_acceptances WHERE person = ?"
        " ORDER BY accepted_at DESC LIMIT 1",
        (person_hash(tx, user_id),),
    )
    return (row["version"], from_text(row["accepted_at"])) if row else None


async def asked(tx: Transaction, edition: str) -> dict[int, Asked]:
    """Return who was asked to accept an edition."""
    found = await tx.rows("SELECT * FROM code_asks WHERE edition = ?", (edition,))
    return {
        row["user_id"]: Asked(from_text(row["asked_at"]), maybe(row["reminded_at"]))
        for row in found
    }


async def note_asked(tx: Transaction, edition: str, user_id: int, now: datetime) -> None:
    """Note that somebody was asked; the second time, reminded."""
    await tx.write(
        "INSERT INTO code_asks (edition, user_id, asked_at) VALUES (?, ?, ?)"
        " ON CONFLICT (edition, user_id) DO UPDATE SET reminded_at = excluded.asked_at",
        (edition, user_id, to_text(now)),
    )
