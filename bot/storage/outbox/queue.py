"""What waits to leave: put, merged, chosen, called off, moved with its chat."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text
from bot.storage.outbox.calls import COLUMNS, EDITS, Call, OutboxRow, read_row, sealed_params
from bot.storage.outbox.outcomes import mark_failed

MISSED = "missed"
"""The reason why a call failed that was not made in time."""


async def put(tx: Transaction, call: Call, now: datetime) -> bool:
    """Queue a call; return False where its key is already known and nothing was queued.

    A newer edit of a message replaces the content of one that still waits, also that of the
    sending itself, so that a person sees the last state once instead of each state in turn. An
    edit that waits goes as early as the newer one would.
    """
    if call.targets and call.method in EDITS and await _merge(tx, call):
        return True
    key = call.key or secrets.token_hex(12)
    return (
        await tx.write(
            "INSERT OR IGNORE INTO outbox (key, chat_id, lane, method, params, message, targets,"
            " wants, repeatable, not_before, expires_at, urgent_from, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                call.chat_id,
                int(call.lane),
                call.method,
                sealed_params(tx, key, call.params, call.echo),
                call.message,
                int(call.targets),
                call.wants,
                int(call.repeatable),
                *map(_maybe_text, (call.not_before, call.expires_at, call.urgent_from)),
                to_text(now),
            ),
        )
        == 1
    )


async def _merge(tx: Transaction, call: Call) -> bool:
    """Put an edit into the newest row of its message, where that one has not left yet."""
    row = await tx.row(
        f"SELECT {COLUMNS}, o.state FROM outbox o WHERE message = ?"
        " AND state IN ('waiting', 'in_flight') ORDER BY seq DESC LIMIT 1",
        (call.message,),
    )
    if row is None or row["state"] != "waiting" or row["method"] not in (*EDITS, "sendMessage"):
        return False
    older = read_row(tx, row).call
    if older.method == "editMessageReplyMarkup" != call.method:
        return False
    params = {**older.params, **call.params}
    if "reply_markup" not in call.params:
        params.pop("reply_markup", None)
    lane = min(call.lane, older.lane) if older.method in EDITS else older.lane
    await tx.write(
        "UPDATE outbox SET params = ?, lane = ? WHERE seq = ?",
        (sealed_params(tx, row["key"], params, older.echo), int(lane), row["seq"]),
    )
    return True


async def ready(tx: Transaction, now: datetime, limit: int, *, day: bool) -> list[OutboxRow]:
    """Return the calls that may leave now, by lane and age; announcements only by ``day``.

    For each chat and lane only the oldest open row may leave, and a row about a named message
    waits for the sending of that message. What waits for the day holds nothing urgent back. A
    change to what stands rings nobody and waits for no day: left behind by urgent news under the
    same name, it would take the place of its words in the morning.
    """
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox o WHERE o.state IN ('waiting', 'in_flight')"
        " AND o.state = 'waiting' AND (o.not_before IS NULL OR o.not_before <= :now)"
        " AND (:day OR o.lane < 2 OR o.targets OR o.urgent_from <= :now)"
        " AND (o.chat_id IS NULL OR NOT EXISTS (SELECT 1 FROM outbox e WHERE e.chat_id = o.chat_id"
        "  AND e.lane = o.lane AND e.seq < o.seq AND e.state IN ('waiting', 'in_flight')"
        "  AND (:day OR e.lane < 2 OR e.urgent_from <= :now OR e.state = 'in_flight')))"
        " AND (o.targets = 0 OR NOT EXISTS (SELECT 1 FROM outbox s WHERE s.message = o.message"
        "  AND s.targets = 0 AND s.seq < o.seq AND s.state IN ('waiting', 'in_flight')))"
        " ORDER BY o.lane, o.seq LIMIT :limit",
        {"now": to_text(now), "day": day, "limit": limit},
    )
    return [read_row(tx, row) for row in found]


async def next_moment(tx: Transaction, now: datetime) -> datetime | None:
    """Return when the first row that must wait may leave or becomes urgent, or None."""
    row = await tx.row(
        "SELECT MIN(moment) FROM (SELECT MIN(not_before) AS moment FROM outbox"
        "  WHERE state IN ('waiting', 'in_flight') AND state = 'waiting' AND not_before > :now"
        " UNION ALL SELECT MIN(urgent_from) FROM outbox"
        "  WHERE state IN ('waiting', 'in_flight') AND state = 'waiting' AND urgent_from > :now)",
        {"now": to_text(now)},
    )
    return from_text(row[0]) if row and row[0] else None


async def announcements_wait(tx: Transaction) -> bool:
    """Tell whether there is something to announce that has not left."""
    row = await tx.row(
        "SELECT 1 FROM outbox WHERE state IN ('waiting', 'in_flight') AND state = 'waiting'"
        " AND lane = 2 AND targets = 0 LIMIT 1"
    )
    return row is not None


async def expired(tx: Transaction, now: datetime, limit: int) -> list[OutboxRow]:
    """Return calls that wait and are no longer true."""
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox o WHERE o.state = 'waiting' AND o.expires_at <= ?"
        " ORDER BY o.expires_at LIMIT ?",
        (to_text(now), limit),
    )
    return [read_row(tx, row) for row in found]


async def end_keys(tx: Transaction, key_start: str, now: datetime) -> list[int]:
    """Let calls whose keys begin so be true no longer; return the chats that still waited.

    What waits is missed at once, so that no later change goes into it. What is on its way or
    uncertain ends too: it is never made again.
    """
    reach = {"first": key_start, "last": f"{key_start}~", "now": to_text(now)}
    which = "key >= :first AND key < :last AND (expires_at IS NULL OR expires_at > :now)"
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox o WHERE {which} AND state = 'waiting' ORDER BY seq", reach
    )
    waited = [read_row(tx, row) for row in found]
    for row in waited:
        await mark_failed(tx, row, MISSED, now)
    await tx.write(
        f"UPDATE outbox SET expires_at = :now WHERE {which}"
        " AND state IN ('in_flight', 'uncertain')",
        reach,
    )
    return [row.call.chat_id for row in waited if row.call.chat_id is not None]


async def take(tx: Transaction, seqs: Sequence[int], now: datetime) -> list[OutboxRow]:
    """Note, before the calls are made, that they may have been made; return what they are now.

    Between the choice and this moment a newer edit may have gone into a row, the row away, or
    what it says may have ended.
    """
    if not seqs:
        return []
    marks = ",".join("?" * len(seqs))
    await tx.write(
        "UPDATE outbox SET state = 'in_flight', attempts = attempts + 1"
        f" WHERE seq IN ({marks}) AND state = 'waiting' AND (expires_at IS NULL OR expires_at > ?)",
        (*seqs, to_text(now)),
    )
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox o WHERE seq IN ({marks}) AND state = 'in_flight'", seqs
    )
    order = {seq: place for place, seq in enumerate(seqs)}
    return sorted((read_row(tx, row) for row in found), key=lambda row: order[row.seq])


async def in_flight(tx: Transaction) -> list[OutboxRow]:
    """Return the calls that were on their way when the last process ended."""
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox o WHERE state IN ('waiting', 'in_flight')"
        " AND state = 'in_flight' ORDER BY seq"
    )
    return [read_row(tx, row) for row in found]


async def put_back(
    tx: Transaction, seq: int, not_before: datetime | None, error: str | None = None
) -> None:
    """Let a call wait again, until ``not_before`` where there is one."""
    await tx.write(
        "UPDATE outbox SET state = 'waiting', not_before = ?, error = ? WHERE seq = ?",
        (_maybe_text(not_before), error, seq),
    )


async def call_off(tx: Transaction, key_start: str) -> bool:
    """Drop the calls whose keys begin so, where they have not left; tell whether there was one."""
    dropped = await tx.write(
        "DELETE FROM outbox WHERE state IN ('waiting', 'in_flight') AND state = 'waiting'"
        " AND attempts = 0 AND substr(key, 1, ?) = ?",
        (len(key_start), key_start),
    )
    return dropped > 0


async def is_open(tx: Transaction, message_name: str) -> bool:
    """Tell whether the sending of a named message still waits or is on its way."""
    row = await tx.row(
        "SELECT 1 FROM outbox WHERE message = ? AND targets = 0"
        " AND state IN ('waiting', 'in_flight') LIMIT 1",
        (message_name,),
    )
    return row is not None


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """Rewrite a chat's id in what waits and in the messages known (group made supergroup)."""
    found = await tx.rows(f"SELECT {COLUMNS} FROM outbox o WHERE state IN ('waiting', 'in_flight')")
    for row in map(partial(read_row, tx), found):
        call = row.call
        if not row.unreadable and old in (call.chat_id, call.params.get("chat_id")):
            sealed = sealed_params(tx, call.key, {**call.params, "chat_id": new}, call.echo)
            chat_id = new if call.chat_id == old else call.chat_id
            await tx.write(
                "UPDATE outbox SET params = ?, chat_id = ? WHERE seq = ?",
                (sealed, chat_id, row.seq),
            )
    await tx.write("DELETE FROM messages WHERE chat_id = ?", (old,))


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Delete calls that ended, or became uncertain, before a moment."""
    return await tx.write(
        "DELETE FROM outbox WHERE state IN ('done', 'failed', 'uncertain') AND finished_at < ?",
        (to_text(before),),
    )


@dataclass(frozen=True, slots=True)
class OutboxState:
    """How many calls wait and how many are uncertain."""

    waiting: int
    uncertain: int


async def state(tx: Transaction) -> OutboxState:
    """Return the state of the outbox, for ``entraide status``."""
    waiting = await tx.row("SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'in_flight')")
    unsure = await tx.row("SELECT COUNT(*) FROM outbox WHERE state = 'uncertain'")
    return OutboxState(waiting[0] if waiting else 0, unsure[0] if unsure else 0)


def _maybe_text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None
