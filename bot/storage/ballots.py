"""The ballots of a vote: one a person, under a hash, unreadable without the key of the vote."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage.database import Transaction
from bot.storage.vote_keys import VoteKey


async def cast(
    tx: Transaction, key: VoteKey, vote: int, user_id: int, chosen: tuple[int, ...]
) -> None:
    """Put a person's ballot in the place of the one they had; one that names nothing goes away."""
    person = key.person(user_id)
    if not chosen:
        await withdraw(tx, key, vote, user_id)
        return
    await tx.write(
        "INSERT INTO ballots (vote_id, person, chosen) VALUES (?, ?, ?)"
        " ON CONFLICT (vote_id, person) DO UPDATE SET chosen = excluded.chosen",
        (vote, person, key.seal(chosen, person)),
    )


async def withdraw(tx: Transaction, key: VoteKey, vote: int, user_id: int) -> None:
    """Take a person's ballot out, if there is one."""
    await tx.write(
        "DELETE FROM ballots WHERE vote_id = ? AND person = ?", (vote, key.person(user_id))
    )


async def of(tx: Transaction, key: VoteKey, vote: int, user_id: int) -> tuple[int, ...]:
    """Return the themes of a person's ballot in their order, none where they have not voted."""
    person = key.person(user_id)
    row = await tx.row(
        "SELECT chosen FROM ballots WHERE vote_id = ? AND person = ?", (vote, person)
    )
    return key.open(row[0], person) if row else ()


async def among(
    tx: Transaction, key: VoteKey, vote: int, people: Iterable[int]
) -> list[tuple[int, ...]]:
    """Return what the ballots of these people say, in the order of the hashes, which tells nothing.

    The ballots of anybody else are left out.
    """
    known = {key.person(user_id) for user_id in people}
    found = await tx.rows("SELECT person, chosen FROM ballots WHERE vote_id = ?", (vote,))
    return [key.open(row[1], row[0]) for row in found if row[0] in known]


async def voters(tx: Transaction, key: VoteKey, vote: int, people: Iterable[int]) -> set[int]:
    """Return who of these people has a ballot: to remind the others, while the key is there."""
    found = await tx.rows("SELECT person FROM ballots WHERE vote_id = ?", (vote,))
    cast = {row[0] for row in found}
    return {user_id for user_id in people if key.person(user_id) in cast}


async def count(tx: Transaction, vote: int) -> int:
    """Return how many ballots lie there."""
    row = await tx.row("SELECT COUNT(*) FROM ballots WHERE vote_id = ?", (vote,))
    return row[0] if row else 0


async def empty(tx: Transaction, vote: int) -> None:
    """Remove every ballot of a vote, with the list of who could cast one."""
    await tx.write("DELETE FROM ballots WHERE vote_id = ?", (vote,))
    await tx.write("DELETE FROM electors WHERE vote_id = ?", (vote,))
