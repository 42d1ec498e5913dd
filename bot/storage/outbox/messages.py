"""Where the named messages stand on Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text
from bot.storage.outbox.calls import COLUMNS, read_row
from content.markup import bound, strip_tags


@dataclass(frozen=True, slots=True)
class SentMessage:
    """Where a named message stands on Telegram."""

    chat_id: int
    message_id: int
    sent_at: datetime


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


async def drop_uncertain(tx: Transaction, name: str, now: datetime) -> None:
    """Take uncertain sendings of a named message as arrived: they are not to be sent again."""
    await tx.write(
        "UPDATE outbox SET state = 'done', params = NULL, finished_at = ?"
        " WHERE message = ? AND targets = 0 AND state = 'uncertain'",
        (to_text(now), name),
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
        f"SELECT {COLUMNS} FROM outbox o WHERE o.chat_id = ? AND o.attempts > 0"
        " AND o.message IS NOT NULL AND o.targets = 0"
        " AND o.state IN ('waiting', 'in_flight', 'uncertain') ORDER BY o.seq DESC",
        (chat_id,),
    )
    calls = (read_row(tx, row).call for row in found)
    said = ((call.message, strip_tags(call.params.get("text", ""))) for call in calls)
    wanted = bound(text).strip()
    return next((name for name, words in said if bound(words).strip() == wanted), None)


async def rename_message(tx: Transaction, name: str) -> None:
    """Keep a named message under a longer name: the next one of that name is a new one."""
    await tx.write("UPDATE messages SET name = name || ':' || message_id WHERE name = ?", (name,))


async def renamed(tx: Transaction, name: str) -> list[str]:
    """Return the longer names of the messages that bore a name before."""
    longer = f"{name}:"
    rows = await tx.rows(
        "SELECT name FROM messages WHERE substr(name, 1, ?) = ? ORDER BY name",
        (len(longer), longer),
    )
    return [row["name"] for row in rows]


async def forget_message(tx: Transaction, name: str) -> None:
    """Forget a named message: the next one of that name is a new one."""
    await tx.write("DELETE FROM messages WHERE name = ?", (name,))


async def forget_messages(tx: Transaction, before: datetime, name_start: str = "") -> int:
    """Forget the messages sent before a moment whose names begin so; return how many."""
    return await tx.write(
        "DELETE FROM messages WHERE sent_at < ? AND substr(name, 1, ?) = ?",
        (to_text(before), len(name_start), name_start),
    )


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
