"""Questions handed to a person: who asked, what was said on both sides, what still waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage import audit
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text


@dataclass(frozen=True, slots=True)
class Thread:
    """A question handed to a person. ``waiting_since`` is the oldest word without an answer."""

    id: int
    user_id: int
    language: str
    opened_at: datetime
    waiting_since: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None

    @property
    def reference(self) -> str:
        """The name moderators know the question by."""
        return f"Q-{self.id}"


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a thread; ``moderator_id`` is None where the person wrote it."""

    id: int
    moderator_id: int | None
    text: str = field(repr=False)
    at: datetime


async def open_thread(tx: Transaction, user_id: int, language: str, now: datetime) -> Thread:
    """Open a thread for somebody."""
    number = await tx.insert(
        "INSERT INTO faq_threads (user_id, language, opened_at) VALUES (?, ?, ?)",
        (user_id, language, to_text(now)),
    )
    return Thread(number, user_id, language, now, None, None, None)


async def thread(tx: Transaction, number: int) -> Thread | None:
    """Return a thread by its number."""
    row = await tx.row("SELECT * FROM faq_threads WHERE id = ?", (number,))
    return _thread(row) if row else None


async def open_of(tx: Transaction, user_id: int) -> Thread | None:
    """Return somebody's newest open thread."""
    row = await tx.row(
        "SELECT * FROM faq_threads WHERE user_id = ? AND closed_at IS NULL"
        " ORDER BY id DESC LIMIT 1",
        (user_id,),
    )
    return _thread(row) if row else None


async def waiting(tx: Transaction) -> list[Thread]:
    """Return the threads in which somebody waits for an answer, the oldest first."""
    found = await tx.rows(
        "SELECT * FROM faq_threads WHERE waiting_since NOT NULL ORDER BY waiting_since, id"
    )
    return [_thread(row) for row in found]


async def add(
    tx: Transaction, thread: int, text: str, now: datetime, moderator_id: int | None = None
) -> int:
    """Add what somebody says; a thread that was closed is open again. Return the text's number."""
    at = to_text(now)
    number = await tx.insert(
        "INSERT INTO faq_thread_texts (thread_id, moderator_id, text, at) VALUES (?, ?, ?, ?)",
        (thread, moderator_id, b"", at),
    )
    sealed = tx.seal(text, "faq_thread_texts", "text", number)
    await tx.write("UPDATE faq_thread_texts SET text = ? WHERE id = ?", (sealed, number))
    if moderator_id is None:
        change = "waiting_since = COALESCE(waiting_since, ?)"
    else:
        await audit.note(tx, moderator_id, "faq.answer", f"Q-{thread}", now)
        change = "waiting_since = NULL, answered_at = ?"
    await tx.write(f"UPDATE faq_threads SET {change}, closed_at = NULL WHERE id = ?", (at, thread))
    return number


async def texts(tx: Transaction, thread: int) -> list[Said]:
    """Return what was said in a thread, the oldest first; nothing once it was destroyed."""
    found = await tx.rows(
        "SELECT * FROM faq_thread_texts WHERE thread_id = ? ORDER BY id", (thread,)
    )
    return [
        Said(
            row["id"],
            row["moderator_id"],
            tx.unseal(row["text"], "faq_thread_texts", "text", row["id"]),
            from_text(row["at"]),
        )
        for row in found
    ]


async def close(tx: Transaction, number: int, now: datetime) -> bool:
    """Close a thread; False where it was closed already."""
    changed = await tx.write(
        "UPDATE faq_threads SET closed_at = ?, waiting_since = NULL"
        " WHERE id = ? AND closed_at IS NULL",
        (to_text(now), number),
    )
    return changed == 1


async def withdraw(tx: Transaction, number: int) -> bool:
    """Destroy a thread that its person takes back; False once somebody answered."""
    row = await tx.row("SELECT 1 FROM faq_threads WHERE id = ? AND answered_at IS NULL", (number,))
    if row is None:
        return False
    await tx.write("DELETE FROM faq_thread_texts WHERE thread_id = ?", (number,))
    return await tx.write("DELETE FROM faq_threads WHERE id = ?", (number,)) == 1


async def reopen(tx: Transaction, number: int) -> bool:
    """Let a closed thread wait again from its oldest word without an answer; False without one."""
    oldest = (
        "(SELECT MIN(at) FROM faq_thread_texts WHERE thread_id = faq_threads.id"
        " AND moderator_id IS NULL AND at > COALESCE(answered_at, ''))"
    )
    changed = await tx.write(
        f"UPDATE faq_threads SET closed_at = NULL, waiting_since = {oldest}"
        f" WHERE id = ? AND closed_at NOT NULL AND {oldest} NOT NULL",
        (number,),
    )
    return changed == 1


async def forget_closed(tx: Transaction, before: datetime) -> int:
    """Destroy the threads that were closed before a moment; return how many."""
    old = "SELECT id FROM faq_threads WHERE closed_at < ?"
    at = to_text(before)
    await tx.write(f"DELETE FROM faq_thread_texts WHERE thread_id IN ({old})", (at,))
    return await tx.write("DELETE FROM faq_threads WHERE closed_at < ?", (at,))


def _thread(row: Row) -> Thread:
    return Thread(
        row["id"],
        row["user_id"],
        row["language"],
        from_text(row["opened_at"]),
        maybe(row["waiting_since"]),
        maybe(row["answered_at"]),
        maybe(row["closed_at"]),
    )
