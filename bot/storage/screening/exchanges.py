"""What moderators asked of somebody, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail that was asked of the person, and the answer when it came."""

    id: int
    asked_by: int
    asked_at: datetime
    question: str = field(repr=False)
    answered_at: datetime | None
    answer: str = field(repr=False)


async def ask_detail(
    tx: Transaction, number: int, asked_by: int, question: str, now: datetime
) -> Detail:
    """Keep a detail that a moderator asks (or room for what the person adds), still unanswered."""
    detail = await tx.insert(
        "INSERT INTO details (application_id, asked_by, asked_at, question) VALUES (?, ?, ?, ?)",
        (number, asked_by, to_text(now), b""),
    )
    sealed = tx.seal(question, "details", "question", detail)
    await tx.write("UPDATE details SET question = ? WHERE id = ?", (sealed, detail))
    return Detail(detail, asked_by, now, question, None, "")


async def details(tx: Transaction, number: int) -> list[Detail]:
    """Return the details asked about a file, the oldest first."""
    found = await tx.rows("SELECT * FROM details WHERE application_id = ? ORDER BY id", (number,))
    return [_detail(tx, row) for row in found]


async def last_detail(tx: Transaction, number: int) -> Detail | None:
    """Return the newest detail asked about a file."""
    found = await details(tx, number)
    return found[-1] if found else None


async def answer_detail(tx: Transaction, detail: Detail, text: str, now: datetime) -> None:
    """Keep the answer to a detail, in place of the one before."""
    await tx.write(
        "UPDATE details SET answer = ?, answered_at = ? WHERE id = ?",
        (tx.seal(text, "details", "answer", detail.id), to_text(now), detail.id),
    )


def _detail(tx: Transaction, row: Row) -> Detail:
    answer = tx.unseal(row["answer"], "details", "answer", row["id"]) if row["answer"] else ""
    return Detail(
        row["id"],
        row["asked_by"],
        from_text(row["asked_at"]),
        tx.unseal(row["question"], "details", "question", row["id"]),
        maybe(row["answered_at"]),
        answer,
    )
