"""What the bot asked somebody to write about a café: one question at a time for each person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that waits; ``said`` is what was already said and not enough, of a date."""

    cafe_id: int
    what: str
    asked_at: datetime
    said: str = field(default="", repr=False)


async def ask(tx: Transaction, user_id: int, prompt: Prompt) -> None:
    """Note what somebody was asked; what they were asked before waits no more."""
    said = tx.seal(prompt.said, "cafe_prompts", "said", user_id) if prompt.said else None
    await tx.write(
        "INSERT OR REPLACE INTO cafe_prompts VALUES (?, ?, ?, ?, ?)",
        (user_id, prompt.cafe_id, prompt.what, said, to_text(prompt.asked_at)),
    )


async def prompt(tx: Transaction, user_id: int) -> Prompt | None:
    """Return what somebody was asked, or None."""
    row = await tx.row("SELECT * FROM cafe_prompts WHERE user_id = ?", (user_id,))
    if row is None:
        return None
    said = tx.unseal(row["said"], "cafe_prompts", "said", user_id) if row["said"] else ""
    return Prompt(row["cafe_id"], row["what"], from_text(row["asked_at"]), said)


async def forget(tx: Transaction, user_id: int) -> None:
    """Wait for nothing from somebody."""
    await tx.write("DELETE FROM cafe_prompts WHERE user_id = ?", (user_id,))
