"""What each moderator decided on a file, and took back."""

from __future__ import annotations

from datetime import datetime

from bot.storage import audit
from bot.storage.database import Transaction
from bot.storage.moments import to_text
from bot.storage.screening.files import Application, reference
from moderation.screening.decisions import FileState


async def note_review(
    tx: Transaction, number: int, moderator: int, act: str, now: datetime, detail: str = ""
) -> None:
    """Write down what a moderator did with a file, there and in the audit."""
    await audit.note(tx, moderator, f"screening.{act}", reference(number), now, detail)
    await tx.write(
        "INSERT INTO reviews (application_id, moderator_id, act, detail, at)"
        " VALUES (?, ?, ?, ?, ?)",
        (number, moderator, act, detail or None, to_text(now)),
    )


async def undo_reviews(
    tx: Transaction, number: int, act: str, moderator: int | None = None
) -> None:
    """Mark acts on a file as undone, those of one moderator or of all."""
    await tx.write(
        "UPDATE reviews SET undone = 1 WHERE application_id = ? AND act = ?"
        " AND (? IS NULL OR moderator_id = ?)",
        (number, act, moderator, moderator),
    )


async def standing(tx: Transaction, number: int, act: str) -> frozenset[int]:
    """Return the moderators whose act on a file stands."""
    found = await tx.rows(
        "SELECT DISTINCT moderator_id FROM reviews"
        " WHERE application_id = ? AND act = ? AND undone = 0",
        (number, act),
    )
    return frozenset(row[0] for row in found)


async def file_state(tx: Transaction, file: Application, moderators: int) -> FileState:
    """Return the facts that decide who may do what on a file."""
    return FileState(
        status=file.status,
        applicant=file.user_id,
        flagged=file.flagged,
        approvals=await standing(tx, file.id, "accept"),
        recused=await standing(tx, file.id, "recuse"),
        moderators=moderators,
        decided_at=file.decided_at,
        decided_by=file.decided_by,
        entered=file.entered_at is not None,
    )
