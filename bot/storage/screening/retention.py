"""What is forgotten of files, and when."""

from __future__ import annotations

from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import to_text
from bot.storage.screening.files import OPEN, update


async def forget_answers(tx: Transaction, number: int) -> None:
    """Destroy what a person wrote in a file; the outcome and its dates stay."""
    await tx.write("DELETE FROM answers WHERE application_id = ?", (number,))
    await tx.write("DELETE FROM details WHERE application_id = ?", (number,))
    await update(tx, number, review=None, region=None)


async def forget_person(tx: Transaction, number: int) -> None:
    """Cut the tie between a refused or abandoned file and its person; a keyed hash stays."""
    await update(tx, number, user_id=None)


async def end_invited(tx: Transaction, before: datetime) -> int:
    """End, without a name, the files of who asked on Telegram before a moment and said no more."""
    return await tx.write(
        "UPDATE applications SET status = 'expired', user_id = NULL, decided_at = opened_at"
        " WHERE status = 'invited' AND opened_at < ?",
        (to_text(before),),
    )


async def forget_gone(tx: Transaction, before: datetime) -> int:
    """Cut the tie between an accepted file and a person who is not in the group any more.

    A membership that ended is forgotten first: see :func:`bot.storage.members.forget_left`.
    """
    return await tx.write(
        "UPDATE applications SET user_id = NULL, link = NULL WHERE status = 'accepted'"
        " AND user_id NOT NULL AND decided_at < ? AND user_id NOT IN"
        " (SELECT user_id FROM memberships WHERE place = 'group')",
        (to_text(before),),
    )


async def forget_old_answers(tx: Transaction, before: datetime) -> int:
    """Destroy what people wrote in files that ended before a moment; return how many files."""
    numbers = await ended_with_answers(tx, before)
    for number in numbers:
        await forget_answers(tx, number)
    return len(numbers)


async def delete_old(tx: Transaction, before: datetime) -> int:
    """Delete files that ended before a moment without admission, or of people who left since."""
    old = (
        "SELECT id FROM applications WHERE (status IN ('refused', 'withdrawn', 'expired')"
        " OR (status = 'accepted' AND user_id IS NULL)) AND COALESCE(decided_at, opened_at) < ?"
    )
    await tx.write(f"DELETE FROM reviews WHERE application_id IN ({old})", (to_text(before),))
    deleted = await tx.write(f"DELETE FROM applications WHERE id IN ({old})", (to_text(before),))
    for table, since in (("consents", "given_at"), ("code_acceptances", "accepted_at")):
        await tx.write(
            f"DELETE FROM {table} WHERE {since} < ?"
            " AND person NOT IN (SELECT person FROM applications)",
            (to_text(before),),
        )
    return deleted


async def ended_with_answers(tx: Transaction, before: datetime) -> list[int]:
    """Return the files that ended before a moment and still hold what their person wrote."""
    found = await tx.rows(
        f"SELECT id FROM applications WHERE status NOT IN {OPEN}"
        " AND COALESCE(decided_at, opened_at) < ? AND (review NOT NULL"
        " OR id IN (SELECT application_id FROM answers)"
        " OR id IN (SELECT application_id FROM details))",
        (to_text(before),),
    )
    return [row["id"] for row in found]
