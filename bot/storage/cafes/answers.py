"""The answers: who comes, who waits, who took the calendar file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.community.cafes.places import Answer, Places, Standing
from bot.community.members import Relation
from bot.storage.cafes.programme import Cafe, State, known
from bot.storage.database import Row, Transaction
from bot.storage.moments import maybe, to_text


async def places(tx: Transaction, cafe: Cafe) -> Places:
    """Return a café's places with every answer, in the order of their turns."""
    rows = await tx.rows("SELECT * FROM cafe_answers WHERE cafe_id = ? ORDER BY turn", (cafe.id,))
    return Places(
        cafe.capacity,
        cafe.start,
        cafe.closes,
        tuple(_answer(row) for row in rows),
        cancelled=cafe.state is State.CANCELLED,
    )


async def store(tx: Transaction, cafe_id: int, answers: Iterable[Answer], now: datetime) -> None:
    """Write answers that are new or changed."""
    await tx.write_many(
        "INSERT INTO cafe_answers (cafe_id, user_id, standing, turn, seats, offered, offer_ends,"
        " whole, next_time, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (cafe_id, user_id) DO UPDATE SET standing = excluded.standing,"
        " turn = excluded.turn, seats = excluded.seats, offered = excluded.offered,"
        " offer_ends = excluded.offer_ends, whole = excluded.whole,"
        " next_time = excluded.next_time, answered_at = excluded.answered_at",
        [
            (
                cafe_id,
                answer.person,
                answer.standing,
                answer.turn,
                answer.seats,
                answer.offered,
                to_text(answer.offer_ends) if answer.offer_ends else None,
                answer.whole,
                answer.next_time,
                to_text(now),
            )
            for answer in answers
        ],
    )


async def delete(tx: Transaction, cafe_id: int, user_id: int) -> None:
    """Forget somebody's answer, and that they took the calendar file."""
    for table in ("cafe_answers", "cafe_calendars"):
        await tx.write(f"DELETE FROM {table} WHERE cafe_id = ? AND user_id = ?", (cafe_id, user_id))


async def of_person(tx: Transaction, user_id: int, now: datetime) -> list[tuple[Cafe, Answer]]:
    """Return somebody's answers to the cafés that are still to come, soonest first."""
    rows = await tx.rows(
        "SELECT a.* FROM cafe_answers a JOIN cafes c ON c.id = a.cafe_id"
        " WHERE a.user_id = ? AND c.state = 'open' AND c.starts_at > ? ORDER BY c.starts_at",
        (user_id, to_text(now)),
    )
    return [(await known(tx, row["cafe_id"]), _answer(row)) for row in rows]


async def relations(tx: Transaction, cafe_id: int) -> dict[int, Relation]:
    """Return how those who came or come stand to the child, as they said for this café or before.

    Who never said is missing.
    """
    rows = await tx.rows(
        "SELECT a.user_id, COALESCE(a.relation, p.relation) FROM cafe_answers a"
        " LEFT JOIN people p ON p.user_id = a.user_id WHERE a.cafe_id = ?",
        (cafe_id,),
    )
    return {row[0]: Relation(row[1]) for row in rows if row[1]}


async def set_relation(tx: Transaction, cafe_id: int, user_id: int, relation: Relation) -> None:
    """Note how somebody wants to be counted at one café."""
    await tx.write(
        "UPDATE cafe_answers SET relation = ? WHERE cafe_id = ? AND user_id = ?",
        (relation, cafe_id, user_id),
    )


async def take_calendar(tx: Transaction, cafe_id: int, user_id: int) -> None:
    """Note that somebody has the calendar file, and is to get the next ones."""
    await tx.write("INSERT OR IGNORE INTO cafe_calendars VALUES (?, ?)", (cafe_id, user_id))


async def with_calendar(tx: Transaction, cafe_id: int) -> set[int]:
    """Return who has the calendar file of a café."""
    rows = await tx.rows("SELECT user_id FROM cafe_calendars WHERE cafe_id = ?", (cafe_id,))
    return {row[0] for row in rows}


def _answer(row: Row) -> Answer:
    return Answer(
        row["user_id"],
        Standing(row["standing"]),
        row["turn"],
        row["seats"],
        row["offered"],
        maybe(row["offer_ends"]),
        bool(row["whole"]),
        bool(row["next_time"]),
    )
