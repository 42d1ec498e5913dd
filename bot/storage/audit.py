"""The audit: who decided what, as references in a chain of hashes that only grows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, to_text

BOT = 0
"""Stands for the bot where nobody pressed: what fell due, what a chat told."""

KEPT = timedelta(days=730)
"""Two years, then the oldest lines are cut."""

_START = ""
_COLUMNS = "seq, at, actor_id, act, subject, detail, previous"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: who did what to what, when. References only: ids, case numbers, articles."""

    seq: int
    at: datetime
    actor_id: int
    act: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Intact:
    """Every line follows from the one before; ``head`` is the last hash, ``count`` the lines."""

    head: str
    count: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The first line that does not follow.

    ``how`` is ``missing`` (lines before it are gone, or it stands out of its place), ``changed``
    (its fields are not those that were hashed), ``chain`` (it follows another line) or ``cut``
    (the head that somebody noted is in the chain no more).
    """

    seq: int
    how: str


async def note(
    tx: Transaction, actor_id: int, act: str, subject: str, now: datetime, detail: str = ""
) -> None:
    """Add a line: ``subject`` is a reference (``D-12``, ``C-3``, ``user:42``), never a text."""
    last, previous = await _end(tx)
    seq, at = last + 1, to_text(now)
    line = (seq, at, actor_id, act, subject, detail, previous)
    await tx.write(
        f"INSERT INTO audit ({_COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*line, _hash(line)),
    )


async def names(tx: Transaction, user_id: int) -> bool:
    """Tell whether a line names somebody by their number: whom an act is about, or who acted."""
    row = await tx.row(
        "SELECT 1 FROM audit WHERE subject = ? OR actor_id = ? LIMIT 1",
        (f"user:{user_id}", user_id),
    )
    return row is not None


async def verify(tx: Transaction, noted: str = "") -> Intact | Broken:
    """Follow the chain from its last cut to its end.

    Any line changed, removed, moved or slipped in is found, but for what happens at the very end:
    a chain whose last lines are gone is a shorter chain that holds. That is why the weekly digest
    carries the head, out of reach of who holds the database; ``noted`` is such a head (or how it
    begins), which must stand in the chain still.
    """
    seq, previous = await _cut(tx)
    rows = await tx.rows(f"SELECT {_COLUMNS}, hash FROM audit ORDER BY seq")
    seen = previous.startswith(noted)
    for row in rows:
        if how := _fault(row, seq, previous):
            return Broken(row["seq"], how)
        seq, previous = row["seq"], row["hash"]
        seen = seen or previous.startswith(noted)
    return Intact(previous, len(rows)) if seen else Broken(seq, "cut")


async def entries(tx: Transaction, subject: str) -> list[Entry]:
    """Return the lines about one thing, the oldest first."""
    found = await tx.rows("SELECT * FROM audit WHERE subject = ? ORDER BY seq", (subject,))
    return [
        Entry(
            row["seq"],
            from_text(row["at"]),
            row["actor_id"],
            row["act"],
            row["subject"],
            row["detail"],
        )
        for row in found
    ]


async def cut(tx: Transaction, before: datetime, now: datetime) -> int:
    """Delete the lines older than a moment; the hash of the last of them stays.

    Only the oldest go: a line that is young enough keeps all that follow it. Returns how many.
    """
    row = await tx.row(
        "SELECT seq, hash FROM audit WHERE seq <"
        " COALESCE((SELECT MIN(seq) FROM audit WHERE at >= ?1), 1 + (SELECT MAX(seq) FROM audit))"
        " ORDER BY seq DESC LIMIT 1",
        (to_text(before),),
    )
    if row is None:
        return 0
    await tx.write(
        "INSERT INTO audit_cuts (seq, hash, before, cut_at) VALUES (?, ?, ?, ?)",
        (row["seq"], row["hash"], to_text(before), to_text(now)),
    )
    return await tx.write("DELETE FROM audit WHERE seq <= ?", (row["seq"],))


def _fault(row: Row, seq: int, previous: str) -> str:
    if row["seq"] != seq + 1:
        return "missing"
    if row["hash"] != _hash(tuple(row)[:-1]):
        return "changed"
    return "" if row["previous"] == previous else "chain"


async def _end(tx: Transaction) -> tuple[int, str]:
    """Return the number and the hash of the last line, also where all were cut."""
    row = await tx.row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    return (row["seq"], row["hash"]) if row else await _cut(tx)


async def _cut(tx: Transaction) -> tuple[int, str]:
    row = await tx.row("SELECT seq, hash FROM audit_cuts ORDER BY seq DESC LIMIT 1")
    return (row["seq"], row["hash"]) if row else (0, _START)


def _hash(line: tuple[object, ...]) -> str:
    """Return the SHA-256 of a line's fields and of the hash before it, in hexadecimal."""
    return sha256(json.dumps(line, separators=(",", ":")).encode()).hexdigest()
