"""The traces of the machine: the newest rows of its queues, without what they say."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """A row of the inbox. Times are text, as :mod:`bot.storage.moments` writes them."""

    seq: int
    kind: str
    key: str
    state: str
    attempts: int
    received_at: str
    error: str | None


@dataclass(frozen=True, slots=True)
class Departure:
    """A row of the outbox. Those of one ``created_at`` were written by one transaction's step."""

    seq: int
    method: str
    chat_id: int | None
    state: str
    attempts: int
    created_at: str
    not_before: str | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Due:
    """A row of the agenda that waits."""

    name: str
    key: str
    due_at: str


async def arrivals(tx: Transaction, limit: int) -> list[Arrival]:
    """Return the newest rows of the inbox, newest first."""
    found = await tx.rows(
        "SELECT seq, kind, key, state, attempts, received_at, error FROM inbox"
        " ORDER BY seq DESC LIMIT ?",
        (limit,),
    )
    return [Arrival(*row) for row in found]


async def departures(tx: Transaction, limit: int) -> list[Departure]:
    """Return the newest rows of the outbox, newest first."""
    found = await tx.rows(
        "SELECT seq, method, chat_id, state, attempts, created_at, not_before, error FROM outbox"
        " ORDER BY seq DESC LIMIT ?",
        (limit,),
    )
    return [Departure(*row) for row in found]


async def next_dues(tx: Transaction, limit: int) -> list[Due]:
    """Return what falls due next, soonest first."""
    found = await tx.rows(
        "SELECT name, key, due_at FROM agenda WHERE state = 'waiting' ORDER BY due_at LIMIT ?",
        (limit,),
    )
    return [Due(*row) for row in found]
