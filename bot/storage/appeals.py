"""Appeals: who asks that a decision be looked at again, who took it, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal of the decision on a case; ``granted`` is None until it is answered."""

    case: int
    user_id: int
    words: str = field(repr=False)
    at: datetime
    taken_by: int | None
    answered_by: int | None
    answered_at: datetime | None
    granted: bool | None

    @property
    def is_open(self) -> bool:
        """Whether nobody answered it yet."""
        return self.answered_at is None


async def make(tx: Transaction, case: int, user_id: int, now: datetime) -> Appeal:
    """Keep an appeal of the decision that stands, in place of one of an earlier decision."""
    await tx.write(
        "INSERT OR REPLACE INTO appeals (case_id, user_id, at) VALUES (?, ?, ?)",
        (case, user_id, to_text(now)),
    )
    found = await of(tx, case)
    if found is None:
        raise LookupError(f"the appeal of case {case} vanished")
    return found


async def of(tx: Transaction, case: int) -> Appeal | None:
    """Return the appeal of a case, or None."""
    row = await tx.row("SELECT * FROM appeals WHERE case_id = ?", (case,))
    return _appeal(tx, row) if row else None


async def still_open(tx: Transaction) -> list[Appeal]:
    """Return the appeals without an answer, the oldest first."""
    found = await tx.rows("SELECT * FROM appeals WHERE answered_at IS NULL ORDER BY at, case_id")
    return [_appeal(tx, row) for row in found]


async def waits_for(tx: Transaction, user_id: int) -> bool:
    """Tell whether an appeal of somebody is without an answer."""
    found = await tx.row(
        "SELECT 1 FROM appeals WHERE user_id = ? AND answered_at IS NULL", (user_id,)
    )
    return found is not None


async def set_words(tx: Transaction, case: int, words: str) -> None:
    """Keep what the person says for themselves."""
    sealed = tx.seal(words, "appeals", "words", case)
    await tx.write("UPDATE appeals SET words = ? WHERE case_id = ?", (sealed, case))


async def take(tx: Transaction, case: int, moderator: int | None) -> None:
    """Note who looks after an appeal, or that nobody does any more."""
    await tx.write("UPDATE appeals SET taken_by = ? WHERE case_id = ?", (moderator, case))


async def answer(
    tx: Transaction, case: int, moderator: int, now: datetime, *, granted: bool
) -> None:
    """Note the outcome of an appeal."""
    await tx.write(
        "UPDATE appeals SET answered_by = ?, answered_at = ?, granted = ? WHERE case_id = ?",
        (moderator, to_text(now), int(granted), case),
    )


async def reopen(tx: Transaction, case: int) -> None:
    """Have an appeal wait for an answer again."""
    await tx.write(
        "UPDATE appeals SET answered_by = NULL, answered_at = NULL, granted = NULL"
        " WHERE case_id = ?",
        (case,),
    )


async def forget_words(tx: Transaction, case: int) -> None:
    """Destroy what the person said; the outcome stays."""
    await tx.write("UPDATE appeals SET words = NULL WHERE case_id = ?", (case,))


def _appeal(tx: Transaction, row: Row) -> Appeal:
    number = row["case_id"]
    return Appeal(
        number,
        row["user_id"],
        tx.unseal(row["words"], "appeals", "words", number) if row["words"] else "",
        from_text(row["at"]),
        row["taken_by"],
        row["answered_by"],
        maybe(row["answered_at"]),
        None if row["granted"] is None else bool(row["granted"]),
    )
