"""The outbox: everything to say or do on Telegram, written with the change that wants it."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from functools import partial
from typing import Any

from bot.crypto import CryptoError
from bot.storage import inbox
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text
from content.markup import strip_tags


class Lane(IntEnum):
    """Which queue a call waits in; a lower lane goes first.

    ACTS (deletes, restrictions, approvals, answers to presses) are not paced. PEOPLE carries help,
    screening and answers. BULK carries announcements: they leave by day.
    """

    ACTS = 0
    PEOPLE = 1
    BULK = 2


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the Bot API.

    ``params`` are the method's own. ``chat_id`` orders the call among those of its chat and lane;
    without it, the call waits for nothing. ``key`` is unique where a repeat would hurt. ``message``
    names the message that the call makes, or, with ``targets``, the one it edits or deletes, whose
    id is filled in when the call leaves. ``wants`` names who gets the result as an inbox row, with
    ``echo``. A call that is not ``repeatable`` is never sent again by itself when it is uncertain
    whether it arrived. ``not_before`` keeps it back until a moment. From ``expires_at`` on it is no
    longer true: what has not left by then is missed. In the lane BULK, ``urgent_from`` lets it
    leave at night too, from that moment on.
    """

    method: str
    params: Mapping[str, Any]
    chat_id: int | None = None
    lane: Lane = Lane.PEOPLE
    key: str = ""
    message: str | None = None
    targets: bool = False
    wants: str | None = None
    echo: Mapping[str, Any] = field(default_factory=dict)
    repeatable: bool = True
    not_before: datetime | None = None
    expires_at: datetime | None = None
    urgent_from: datetime | None = None


MISSED = "missed"
"""The reason why a call failed that was not made in time."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A call with its place in the queue, and how many times it left.

    What an ``unreadable`` one says cannot be decrypted: it is not made, and the rest goes on.
    """

    seq: int
    call: Call
    attempts: int
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class SentMessage:
    """Where a named message stands on Telegram."""

    chat_id: int
    message_id: int
    sent_at: datetime


_COLUMNS = (
    "o.seq, o.key, o.chat_id, o.lane, o.method, o.params, o.message, o.targets, o.wants,"
    " o.repeatable, o.attempts, o.expires_at"
)

_EDITS = ("editMessageText", "editMessageReplyMarkup")


def attachment(file_name: str, content: bytes) -> dict[str, str]:
    """Return a file as a parameter of a call: text until the call leaves."""
    return {"file_name": file_name, "base64": b64encode(content).decode("ascii")}


async def put(tx: Transaction, call: Call, now: datetime) -> bool:
    """Queue a call; return False where its key is already known and nothing was queued.

    A newer edit of a message replaces the content of one that still waits, also that of the
    sending itself, so that a person sees the last state once instead of each state in turn. An
    edit that waits goes as early as the newer one would.
    """
    if call.targets and call.method in _EDITS and await _merge(tx, call):
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
                _seal(tx, key, call.params, call.echo),
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
        f"SELECT {_COLUMNS}, o.state FROM outbox o WHERE message = ?"
        " AND state IN ('waiting', 'in_flight') ORDER BY seq DESC LIMIT 1",
        (call.message,),
    )
    if row is None or row["state"] != "waiting" or row["method"] not in (*_EDITS, "sendMessage"):
        return False
    older = _row(tx, row).call
    if older.method == "editMessageReplyMarkup" != call.method:
        return False
    params = {**older.params, **call.params}
    if "reply_markup" not in call.params:
        params.pop("reply_markup", None)
    lane = min(call.lane, older.lane) if older.method in _EDITS else older.lane
    await tx.write(
        "UPDATE outbox SET params = ?, lane = ? WHERE seq = ?",
        (_seal(tx, row["key"], params, older.echo), int(lane), row["seq"]),
    )
    return True


async def ready(tx: Transaction, now: datetime, limit: int, *, day: bool) -> list[OutboxRow]:
    """Return the calls that may leave now, by lane and age; announcements only by ``day``.

    For each chat and lane only the oldest open row may leave, and a row about a named message
    waits for the sending of that message. What waits for the day holds nothing urgent back.
    """
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM outbox o WHERE o.state IN ('waiting', 'in_flight')"
        " AND o.state = 'waiting' AND (o.not_before IS NULL OR o.not_before <= :now)"
        " AND (:day OR o.lane < 2 OR o.urgent_from <= :now)"
        " AND (o.chat_id IS NULL OR NOT EXISTS (SELECT 1 FROM outbox e WHERE e.chat_id = o.chat_id"
        "  AND e.lane = o.lane AND e.seq < o.seq AND e.state IN ('waiting', 'in_flight')"
        "  AND (:day OR e.lane < 2 OR e.urgent_from <= :now OR e.state = 'in_flight')))"
        " AND (o.targets = 0 OR NOT EXISTS (SELECT 1 FROM outbox s WHERE s.message = o.message"
        "  AND s.targets = 0 AND s.seq < o.seq AND s.state IN ('waiting', 'in_flight')))"
        " ORDER BY o.lane, o.seq LIMIT :limit",
        {"now": to_text(now), "day": day, "limit": limit},
    )
    return [_row(tx, row) for row in found]


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
        " AND lane = 2 LIMIT 1"
    )
    return row is not None


async def expired(tx: Transaction, now: datetime, limit: int) -> list[OutboxRow]:
    """Return calls that wait and are no longer true."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM outbox o WHERE o.state = 'waiting' AND o.expires_at <= ?"
        " ORDER BY o.expires_at LIMIT ?",
        (to_text(now), limit),
    )
    return [_row(tx, row) for row in found]


async def end_keys(tx: Transaction, key_start: str, now: datetime) -> list[int]:
    """Let calls whose keys begin so be true no longer; return the chats that still waited.

    What is on its way or uncertain ends too: it is never made again.
    """
    reach = {"first": key_start, "last": f"{key_start}~", "now": to_text(now)}
    which = "key >= :first AND key < :last AND (expires_at IS NULL OR expires_at > :now)"
    waited = await tx.rows(
        f"SELECT chat_id FROM outbox WHERE {which} AND state = 'waiting' ORDER BY seq", reach
    )
    await tx.write(
        f"UPDATE outbox SET expires_at = :now WHERE {which}"
        " AND state IN ('waiting', 'in_flight', 'uncertain')",
        reach,
    )
    return [row["chat_id"] for row in waited]


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
        f"SELECT {_COLUMNS} FROM outbox o WHERE seq IN ({marks}) AND state = 'in_flight'", seqs
    )
    order = {seq: place for place, seq in enumerate(seqs)}
    return sorted((_row(tx, row) for row in found), key=lambda row: order[row.seq])


async def in_flight(tx: Transaction) -> list[OutboxRow]:
    """Return the calls that were on their way when the last process ended."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM outbox o WHERE state IN ('waiting', 'in_flight')"
        " AND state = 'in_flight' ORDER BY seq"
    )
    return [_row(tx, row) for row in found]


async def mark_done(tx: Transaction, row: OutboxRow, result: Any, now: datetime) -> None:
    """Close a call that worked: learn its message's id, and hand its result to who wants it."""
    await _finish(tx, row.seq, "done", None, now)
    call = row.call
    if call.message and not call.targets and isinstance(result, Mapping):
        await learn_message(
            tx, call.message, result["chat"]["id"], result["message_id"], now, sent=True
        )
    if call.wants:
        await _report(tx, row, {"ok": True, "result": result}, now)


async def mark_failed(tx: Transaction, row: OutboxRow, reason: str, now: datetime) -> None:
    """Close a call that Telegram refused; ``reason`` is a word of the table of refusals."""
    await _finish(tx, row.seq, "failed", reason, now)
    if row.call.wants:
        await _report(tx, row, {"ok": False, "reason": reason}, now)


async def mark_uncertain(tx: Transaction, row: OutboxRow, now: datetime) -> None:
    """Set aside a sending that may or may not have arrived, for a person to decide."""
    await tx.write(
        "UPDATE outbox SET state = 'uncertain', finished_at = ? WHERE seq = ?",
        (to_text(now), row.seq),
    )


async def put_back(
    tx: Transaction, seq: int, not_before: datetime | None, error: str | None = None
) -> None:
    """Let a call wait again, until ``not_before`` where there is one."""
    await tx.write(
        "UPDATE outbox SET state = 'waiting', not_before = ?, error = ? WHERE seq = ?",
        (_maybe_text(not_before), error, seq),
    )


async def uncertain(tx: Transaction, seq: int) -> list[OutboxRow]:
    """Return an uncertain call; with it, those of the same announcement, oldest first.

    Announcements of one kind have keys that differ in their last part alone, who it is for.
    """
    row = await tx.row("SELECT key, lane FROM outbox WHERE seq = ?", (seq,))
    if row is None:
        return []
    together = f"{row['key'].rpartition(':')[0]}:"
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM outbox o WHERE o.state = 'uncertain'"
        " AND (o.seq = :seq OR o.lane = 2 AND :lane = 2 AND o.key >= :start AND o.key < :end)"
        " ORDER BY o.seq",
        {"seq": seq, "lane": row["lane"], "start": together, "end": f"{together}~"},
    )
    return [_row(tx, one) for one in found]


async def settle_uncertain(tx: Transaction, seq: int, *, again: bool, now: datetime) -> bool:
    """Send an uncertain call again, or take it as arrived; False where that was done already."""
    changed = await tx.write(
        "UPDATE outbox SET state = ?, params = CASE WHEN ? THEN params END, finished_at = ?"
        " WHERE seq = ? AND state = 'uncertain'",
        ("waiting" if again else "done", again, None if again else to_text(now), seq),
    )
    return changed == 1


async def call_off(tx: Transaction, key_start: str) -> bool:
    """Drop the calls whose keys begin so, where they have not left; tell whether there was one."""
    dropped = await tx.write(
        "DELETE FROM outbox WHERE state IN ('waiting', 'in_flight') AND state = 'waiting'"
        " AND attempts = 0 AND substr(key, 1, ?) = ?",
        (len(key_start), key_start),
    )
    return dropped > 0


async def erase_named(tx: Transaction, name_start: str) -> None:
    """Delete the calls about messages whose names begin so, made or not; forget the messages.

    What is on its way stays until it ends.
    """
    for table, column, kept in (
        ("outbox", "message", "state <> 'in_flight'"),
        ("messages", "name", "1"),
    ):
        await tx.write(
            f"DELETE FROM {table} WHERE substr({column}, 1, ?) = ? AND {kept}",
            (len(name_start), name_start),
        )


async def drop_uncertain(tx: Transaction, name: str, now: datetime) -> None:
    """Take uncertain sendings of a named message as arrived: they are not to be sent again."""
    await tx.write(
        "UPDATE outbox SET state = 'done', params = NULL, finished_at = ?"
        " WHERE message = ? AND targets = 0 AND state = 'uncertain'",
        (to_text(now), name),
    )


async def learn_message(
    tx: Transaction,
    name: str,
    chat_id: int,
    message_id: int,
    now: datetime,
    *,
    sent: bool = False,
) -> None:
    """Remember where a named message stands.

    ``sent`` says that its call just answered. Otherwise a press on the message teaches it, which
    also settles a sending that was uncertain; it never replaces what is known already.
    """
    clause = (
        "UPDATE SET chat_id = excluded.chat_id, message_id = excluded.message_id,"
        " sent_at = excluded.sent_at"
        if sent
        else "NOTHING"
    )
    await tx.write(
        "INSERT INTO messages (name, chat_id, message_id, sent_at) VALUES (?, ?, ?, ?)"
        f" ON CONFLICT (name) DO {clause}",
        (name, chat_id, message_id, to_text(now)),
    )
    if not sent:
        await drop_uncertain(tx, name, now)
        await tx.write(  # about to be sent again, for want of an answer
            "DELETE FROM outbox WHERE message = ? AND targets = 0 AND attempts > 0"
            " AND state IN ('waiting', 'in_flight') AND state = 'waiting'",
            (name,),
        )


async def message(tx: Transaction, name: str) -> SentMessage | None:
    """Return where a named message stands, or None while that is not known."""
    row = await tx.row("SELECT chat_id, message_id, sent_at FROM messages WHERE name = ?", (name,))
    return SentMessage(row[0], row[1], from_text(row[2])) if row else None


async def holders(tx: Transaction, name_start: str) -> list[int]:
    """Return the chats where a message stands whose name begins so."""
    rows = await tx.rows(
        "SELECT chat_id FROM messages WHERE name >= ? AND name < ? ORDER BY chat_id",
        (name_start, f"{name_start}~"),
    )
    return [row["chat_id"] for row in rows]


async def message_name(tx: Transaction, chat_id: int, message_id: int) -> str | None:
    """Return the name under which a message was sent, or None."""
    row = await tx.row(
        "SELECT name FROM messages WHERE chat_id = ? AND message_id = ?", (chat_id, message_id)
    )
    return row[0] if row else None


async def leaving_name(tx: Transaction, chat_id: int, text: str) -> str | None:
    """Return the name of the message on its way to a chat that says just this, or None.

    Who reads a message may reply before the answer to its sending is known here.
    """
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM outbox o WHERE o.chat_id = ? AND o.attempts > 0"
        " AND o.message IS NOT NULL AND o.targets = 0"
        " AND o.state IN ('waiting', 'in_flight', 'uncertain') ORDER BY o.seq DESC",
        (chat_id,),
    )
    calls = (_row(tx, row).call for row in found)
    said = ((call.message, strip_tags(call.params.get("text", ""))) for call in calls)
    return next((name for name, words in said if words.strip() == text.strip()), None)


async def is_open(tx: Transaction, message_name: str) -> bool:
    """Tell whether the sending of a named message still waits or is on its way."""
    row = await tx.row(
        "SELECT 1 FROM outbox WHERE message = ? AND targets = 0"
        " AND state IN ('waiting', 'in_flight') LIMIT 1",
        (message_name,),
    )
    return row is not None


async def forget_message(tx: Transaction, name: str) -> None:
    """Forget a named message: the next one of that name is a new one."""
    await tx.write("DELETE FROM messages WHERE name = ?", (name,))


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """Rewrite a chat's id in what waits and in the messages known (group made supergroup)."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM outbox o WHERE state IN ('waiting', 'in_flight')"
    )
    for row in map(partial(_row, tx), found):
        call = row.call
        if not row.unreadable and old in (call.chat_id, call.params.get("chat_id")):
            sealed = _seal(tx, call.key, {**call.params, "chat_id": new}, call.echo)
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


async def forget_messages(tx: Transaction, before: datetime, name_start: str = "") -> int:
    """Forget the messages sent before a moment whose names begin so; return how many."""
    return await tx.write(
        "DELETE FROM messages WHERE sent_at < ? AND substr(name, 1, ?) = ?",
        (to_text(before), len(name_start), name_start),
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


async def _finish(tx: Transaction, seq: int, state: str, error: str | None, now: datetime) -> None:
    await tx.write(
        "UPDATE outbox SET state = ?, params = NULL, error = ?, finished_at = ? WHERE seq = ?",
        (state, error, to_text(now), seq),
    )


async def _report(
    tx: Transaction, row: OutboxRow, outcome: Mapping[str, Any], now: datetime
) -> None:
    payload = {"wants": row.call.wants, "echo": row.call.echo, **outcome}
    await inbox.put(tx, "result", f"{row.seq}:{row.attempts}", payload, now)


def _maybe_text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None


def _seal(tx: Transaction, key: str, params: Mapping[str, Any], echo: Mapping[str, Any]) -> bytes:
    text = json.dumps({"params": params, "echo": echo}, separators=(",", ":"))
    return tx.seal(text, "outbox", "params", key)


def _row(tx: Transaction, row: Row) -> OutboxRow:
    content = _opened(tx, row)
    call = Call(
        method=row["method"],
        params=content.get("params", {}),
        chat_id=row["chat_id"],
        lane=Lane(row["lane"]),
        key=row["key"],
        message=row["message"],
        targets=bool(row["targets"]),
        wants=row["wants"],
        echo=content.get("echo", {}),
        repeatable=bool(row["repeatable"]),
        expires_at=maybe(row["expires_at"]),
    )
    return OutboxRow(row["seq"], call, row["attempts"], unreadable=not content)


def _opened(tx: Transaction, row: Row) -> dict[str, Any]:
    """The parameters and the echo of a call, or nothing where they cannot be decrypted."""
    try:
        content: dict[str, Any] = json.loads(
            tx.unseal(row["params"], "outbox", "params", row["key"])
        )
    except CryptoError:
        return {}
    return content
