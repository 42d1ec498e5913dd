"""A call to the Bot API, and how it is kept: sealed, with its place in the queue."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from bot.crypto import CryptoError
from bot.storage.database import Row, Transaction
from bot.storage.moments import maybe


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


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A call with its place in the queue, and how many times it left.

    What an ``unreadable`` one says cannot be decrypted: it is not made, and the rest goes on.
    """

    seq: int
    call: Call
    attempts: int
    unreadable: bool = False


COLUMNS = (
    "o.seq, o.key, o.chat_id, o.lane, o.method, o.params, o.message, o.targets, o.wants,"
    " o.repeatable, o.attempts, o.expires_at"
)


EDITS = ("editMessageText", "editMessageReplyMarkup")


def attachment(file_name: str, content: bytes) -> dict[str, str]:
    """Return a file as a parameter of a call: text until the call leaves."""
    return {"file_name": file_name, "base64": b64encode(content).decode("ascii")}


def sealed_params(
    tx: Transaction, key: str, params: Mapping[str, Any], echo: Mapping[str, Any]
) -> bytes:
    """Return what a call says, encrypted under its key."""
    text = json.dumps({"params": params, "echo": echo}, separators=(",", ":"))
    return tx.seal(text, "outbox", "params", key)


def read_row(tx: Transaction, row: Row) -> OutboxRow:
    """Return a row of :data:`COLUMNS` with its call decrypted, or ``unreadable``."""
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
