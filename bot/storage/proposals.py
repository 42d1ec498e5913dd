"""Themes that members propose, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.storage.database import Row, Transaction
from bot.storage.moments import maybe, to_text


class State(StrEnum):
    """What became of a proposal."""

    WAITING = "waiting"
    APPROVED = "approved"
    MERGED = "merged"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A theme that somebody proposes."""

    id: int
    user_id: int
    text: str = field(repr=False)
    language: str
    state: State
    theme_id: int | None
    reason: str | None
    decided_by: int | None
    decided_at: datetime | None


async def propose(tx: Transaction, user_id: int, text: str, language: str, now: datetime) -> int:
    """Keep a proposal; return its number."""
    row = await tx.row("SELECT seq FROM sqlite_sequence WHERE name = 'proposals'")
    number = (row[0] if row else 0) + 1
    await tx.write(
        "INSERT INTO proposals (id, user_id, text, language, proposed_at) VALUES (?, ?, ?, ?, ?)",
        (
            number,
            user_id,
            tx.seal(text, "proposals", "text", number, user_id),
            language,
            to_text(now),
        ),
    )
    return number


async def proposal(tx: Transaction, number: int) -> Proposal | None:
    """Return a proposal by its number, unless it was forgotten."""
    row = await tx.row("SELECT * FROM proposals WHERE id = ?", (number,))
    return _proposal(tx, row) if row else None


async def made_since(tx: Transaction, user_id: int, since: datetime) -> int:
    """Return how many themes somebody proposed since a moment."""
    row = await tx.row(
        "SELECT COUNT(*) FROM proposals WHERE user_id = ? AND proposed_at > ?",
        (user_id, to_text(since)),
    )
    return row[0] if row else 0


async def decide(
    tx: Transaction,
    number: int,
    state: State,
    by: int,
    now: datetime,
    *,
    theme_id: int | None = None,
    reason: str | None = None,
) -> bool:
    """Settle a proposal that waits; False where it does not wait any more."""
    changed = await tx.write(
        "UPDATE proposals SET state = ?, theme_id = ?, reason = ?, decided_by = ?, decided_at = ?"
        " WHERE id = ? AND state = 'waiting'",
        (state, theme_id, reason, by, to_text(now), number),
    )
    return changed == 1


async def reopen(tx: Transaction, number: int) -> None:
    """Let a proposal wait again."""
    await tx.write(
        "UPDATE proposals SET state = 'waiting', theme_id = NULL, reason = NULL,"
        " decided_by = NULL, decided_at = NULL WHERE id = ?",
        (number,),
    )


async def forget_decided(tx: Transaction, before: datetime) -> int:
    """Delete proposals settled before a moment: the theme stays, who proposed it does not."""
    return await tx.write("DELETE FROM proposals WHERE decided_at < ?", (to_text(before),))


async def forget_unheard(tx: Transaction, before: datetime) -> int:
    """Delete proposals made before a moment that nobody ever settled."""
    return await tx.write(
        "DELETE FROM proposals WHERE state = 'waiting' AND proposed_at < ?", (to_text(before),)
    )


def _proposal(tx: Transaction, row: Row) -> Proposal:
    number, user_id = row["id"], row["user_id"]
    return Proposal(
        number,
        user_id,
        tx.unseal(row["text"], "proposals", "text", number, user_id),
        row["language"],
        State(row["state"]),
        row["theme_id"],
        row["reason"],
        row["decided_by"],
        maybe(row["decided_at"]),
    )
