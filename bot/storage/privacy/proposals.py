"""What two persons must agree to: proposed by one, settled by another, void after a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that one person proposes. ``subject`` is an id or a number, never words."""

    id: int
    kind: str
    subject: str
    proposed_by: int
    expires_at: datetime
    state: str

    def is_open(self, now: datetime) -> bool:
        """Tell whether somebody may still agree."""
        return self.state == "open" and now < self.expires_at


async def propose(
    tx: Transaction, kind: str, subject: str, proposed_by: int, now: datetime, expires_at: datetime
) -> Proposal:
    """Write a proposal; where the same one is open already, return that one."""
    row = await tx.row(
        "SELECT * FROM pair_proposals WHERE kind = ? AND subject = ? AND state = 'open'"
        " AND expires_at > ?",
        (kind, subject, to_text(now)),
    )
    if row is not None:
        return _proposal(row)
    number = await tx.insert(
        "INSERT INTO pair_proposals (kind, subject, proposed_by, proposed_at, expires_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (kind, subject, proposed_by, to_text(now), to_text(expires_at)),
    )
    return Proposal(number, kind, subject, proposed_by, expires_at, "open")


async def proposal(tx: Transaction, number: int) -> Proposal | None:
    """Return a proposal by its number."""
    row = await tx.row("SELECT * FROM pair_proposals WHERE id = ?", (number,))
    return _proposal(row) if row else None


async def settle(
    tx: Transaction, number: int, state: str, settled_by: int | None, now: datetime
) -> bool:
    """Close an open proposal as ``agreed``, ``declined`` or ``expired``; False where it was."""
    changed = await tx.write(
        "UPDATE pair_proposals SET state = ?, settled_by = ?, settled_at = ?"
        " WHERE id = ? AND state = 'open'",
        (state, settled_by, to_text(now), number),
    )
    return changed == 1


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Delete what was proposed before a moment; return how many."""
    return await tx.write("DELETE FROM pair_proposals WHERE proposed_at < ?", (to_text(before),))


def _proposal(row: Row) -> Proposal:
    return Proposal(
        row["id"],
        row["kind"],
        row["subject"],
        row["proposed_by"],
        from_text(row["expires_at"]),
        row["state"],
    )
