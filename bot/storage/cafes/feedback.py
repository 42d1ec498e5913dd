"""What people say of an evening. Nobody stands beside a text, and nothing dates or orders it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.storage.database import Transaction

QUESTIONS = ("liked", "disliked")


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was said of a café, and how many people said something."""

    liked: tuple[str, ...] = field(repr=False)
    disliked: tuple[str, ...] = field(repr=False)
    people: int


async def give(tx: Transaction, cafe_id: int, user_id: int, question: str, text: str) -> bool:
    """Keep a text under a random name; False where this person answered that question before.

    That a person answered is noted apart, without a time, and nothing leads to the text.
    """
    if not await _note(tx, cafe_id, user_id, question):
        return False
    name = secrets.token_hex(16)
    await tx.write(
        "INSERT INTO cafe_feedback VALUES (?, ?, ?, ?)",
        (name, cafe_id, question, tx.seal(text, "cafe_feedback", "text", name)),
    )
    return True


async def given(tx: Transaction, cafe_id: int, user_id: int) -> set[str]:
    """Return which questions somebody answered."""
    rows = await tx.rows(
        "SELECT question FROM cafe_feedback_given WHERE cafe_id = ? AND user_id = ?",
        (cafe_id, user_id),
    )
    return {row[0] for row in rows}


async def add_interest(
    tx: Transaction, cafe_id: int, user_id: int, theme_ids: Iterable[int]
) -> bool:
    """Count the themes somebody would like; False where they said so before."""
    if not await _note(tx, cafe_id, user_id, "themes"):
        return False
    await tx.write_many(
        "INSERT INTO cafe_interest VALUES (?, ?, 1)"
        " ON CONFLICT (cafe_id, theme_id) DO UPDATE SET n = n + 1",
        [(cafe_id, theme) for theme in theme_ids],
    )
    return True


async def interest(tx: Transaction, cafe_id: int) -> dict[int, int]:
    """Return how many people would like each theme."""
    rows = await tx.rows("SELECT theme_id, n FROM cafe_interest WHERE cafe_id = ?", (cafe_id,))
    return {row[0]: row[1] for row in rows}


async def of_cafe(tx: Transaction, cafe_id: int) -> Feedback:
    """Return what was said of a café."""
    rows = await tx.rows("SELECT * FROM cafe_feedback WHERE cafe_id = ?", (cafe_id,))
    said: dict[str, list[str]] = {question: [] for question in QUESTIONS}
    for row in rows:
        said[row["question"]].append(tx.unseal(row["text"], "cafe_feedback", "text", row["id"]))
    people = await tx.row(
        "SELECT COUNT(DISTINCT user_id) FROM cafe_feedback_given"
        " WHERE cafe_id = ? AND question IN ('liked', 'disliked')",
        (cafe_id,),
    )
    return Feedback(tuple(said["liked"]), tuple(said["disliked"]), people[0] if people else 0)


async def _note(tx: Transaction, cafe_id: int, user_id: int, question: str) -> bool:
    return (
        await tx.write(
            "INSERT OR IGNORE INTO cafe_feedback_given VALUES (?, ?, ?)",
            (cafe_id, user_id, question),
        )
        == 1
    )
