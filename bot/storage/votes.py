"""Votes: what each is about, who may take part, what was published of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from bot.community.members import Origin, Status
from bot.community.votes.elections import Method
from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text


class State(StrEnum):
    """Where a vote stands; a void one is not counted."""

    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Choice:
    """A theme as it stood at the opening."""

    theme_id: int
    proposed_on: date
    treated_on: date | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote, without its ballots. ``secret`` is what the public draw starts from."""

    id: int
    method: Method
    seats: int
    state: State
    opened_by: int
    opened_at: datetime
    closes_at: datetime
    secret: str = field(repr=False)
    publication: str | None = field(repr=False)
    adopted_at: datetime | None
    """When the winners went to the next cafés."""
    choices: tuple[Choice, ...]

    @property
    def is_ranked(self) -> bool:
        """Whether ballots order themes."""
        return self.method is Method.SCHULZE

    @property
    def themes(self) -> tuple[int, ...]:
        """The numbers of the themes, in their order."""
        return tuple(choice.theme_id for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Elector:
    """Somebody and the two facts that decide whether they take part."""

    user_id: int
    was_member: bool
    is_member: bool


async def open_vote(
    tx: Transaction,
    method: Method,
    seats: int,
    choices: Iterable[Choice],
    secret: str,
    opened_by: int,
    now: datetime,
    closes_at: datetime,
) -> int:
    """Open a vote, and note who is known to be in the group now; return its number.

    The database refuses a second open one.
    """
    number = await next_number(tx)
    await tx.write(
        "INSERT INTO votes (id, method, seats, opened_by, opened_at, closes_at, secret)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            method,
            seats,
            opened_by,
            to_text(now),
            to_text(closes_at),
            tx.seal(secret, "votes", "secret", number),
        ),
    )
    await tx.write_many(
        "INSERT INTO vote_themes (vote_id, theme_id, proposed_on, treated_on) VALUES (?, ?, ?, ?)",
        [
            (number, c.theme_id, c.proposed_on.isoformat(), c.treated_on and str(c.treated_on))
            for c in choices
        ],
    )
    await tx.write(
        "INSERT INTO electors (vote_id, user_id, inside) SELECT ?, user_id,"
        " status NOT IN ('left', 'banned') AND origin IS NOT 'unscreened'"
        " FROM memberships WHERE place = 'group'",
        (number,),
    )
    return number


async def next_number(tx: Transaction) -> int:
    """Return the number that the next vote takes: never one that was taken before."""
    row = await tx.row("SELECT seq FROM sqlite_sequence WHERE name = 'votes'")
    return (row[0] if row else 0) + 1


async def vote(tx: Transaction, number: int) -> Vote | None:
    """Return a vote by its number."""
    if ("vote", number) in tx.cache:
        return cast(Vote, tx.cache["vote", number])
    row = await tx.row("SELECT * FROM votes WHERE id = ?", (number,))
    if row is None:
        return None
    found = await tx.rows(
        "SELECT theme_id, proposed_on, treated_on FROM vote_themes WHERE vote_id = ?"
        " ORDER BY theme_id",
        (number,),
    )
    tx.cache["vote", number] = read = _vote(tx, row, tuple(_choice(choice) for choice in found))
    return read


async def standing(tx: Transaction) -> Vote | None:
    """Return the vote that is open, or None."""
    row = await tx.row("SELECT id FROM votes WHERE state = 'open'")
    return await vote(tx, row[0]) if row else None


async def open_numbers(tx: Transaction) -> set[int]:
    """Return the numbers of the votes that are open: one or none."""
    return {row[0] for row in await tx.rows("SELECT id FROM votes WHERE state = 'open'")}


async def publication(tx: Transaction, number: int) -> str | None:
    """Return what was published of a vote, None where it was not counted."""
    row = await tx.row("SELECT publication FROM votes WHERE id = ?", (number,))
    return row[0] if row else None


async def publish(tx: Transaction, number: int, publication: str) -> None:
    """Close an open vote with what is published of it."""
    tx.cache.pop(("vote", number), None)
    await tx.write(
        "UPDATE votes SET state = 'closed', publication = ? WHERE id = ? AND state = 'open'",
        (publication, number),
    )


async def annul(tx: Transaction, number: int) -> None:
    """Close an open vote without counting it."""
    tx.cache.pop(("vote", number), None)
    await tx.write("UPDATE votes SET state = 'void' WHERE id = ? AND state = 'open'", (number,))


async def adopt(tx: Transaction, number: int, now: datetime) -> bool:
    """Note that the winners went to the next cafés; False where that was done already."""
    tx.cache.pop(("vote", number), None)
    changed = await tx.write(
        "UPDATE votes SET adopted_at = ? WHERE id = ? AND state = 'closed' AND adopted_at IS NULL",
        (to_text(now), number),
    )
    return changed == 1


async def take_back(tx: Transaction, number: int) -> None:
    """Note that the winners do not go to the next cafés after all."""
    tx.cache.pop(("vote", number), None)
    await tx.write("UPDATE votes SET adopted_at = NULL WHERE id = ?", (number,))


# Who takes part

_ELECTORS = (
    "SELECT m.user_id, e.inside, m.status, m.origin FROM memberships m"
    " LEFT JOIN electors e ON e.vote_id = ? AND e.user_id = m.user_id WHERE m.place = 'group'"
)


async def elector(tx: Transaction, number: int, user_id: int) -> Elector:
    """Return what is known of somebody as an elector of a vote."""
    row = await tx.row(f"{_ELECTORS} AND m.user_id = ?", (number, user_id))
    return _elector(row) if row else Elector(user_id, was_member=False, is_member=False)


async def electors(tx: Transaction, number: int) -> list[Elector]:
    """Return everybody who is known to the group, in it or not."""
    return [_elector(row) for row in await tx.rows(_ELECTORS, (number,))]


async def exclude(tx: Transaction, number: int, user_id: int) -> None:
    """Note that somebody takes no part in a vote any more, even if they come back."""
    await tx.write(
        "INSERT INTO electors (vote_id, user_id, inside) VALUES (?, ?, 0)"
        " ON CONFLICT (vote_id, user_id) DO UPDATE SET inside = 0",
        (number, user_id),
    )


def _elector(row: Row) -> Elector:
    """Who was not known at the opening and is in since before the bot was in before the vote."""
    was = row["origin"] == Origin.BEFORE if row["inside"] is None else bool(row["inside"])
    by_right = Status(row["status"]).is_in and row["origin"] != Origin.UNSCREENED
    return Elector(row["user_id"], was, by_right)


# What a moderator prepares


@dataclass(frozen=True, slots=True)
class Draft:
    """A vote as a moderator prepares it; ``closes_on`` is a local day."""

    seats: int
    ranked: bool
    themes: tuple[int, ...]
    closes_on: date


async def draft(tx: Transaction, user_id: int) -> Draft | None:
    """Return what somebody prepares."""
    row = await tx.row("SELECT * FROM vote_drafts WHERE user_id = ?", (user_id,))
    if row is None:
        return None
    themes = tuple(json.loads(row["themes"]))
    return Draft(row["seats"], bool(row["ranked"]), themes, date.fromisoformat(row["closes_on"]))


async def keep_draft(tx: Transaction, user_id: int, prepared: Draft) -> None:
    """Keep what somebody prepares, in the place of what they had."""
    await tx.write(
        "INSERT OR REPLACE INTO vote_drafts (user_id, seats, ranked, themes, closes_on)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            user_id,
            prepared.seats,
            int(prepared.ranked),
            json.dumps(prepared.themes),
            prepared.closes_on.isoformat(),
        ),
    )


async def drop_draft(tx: Transaction, user_id: int) -> None:
    """Forget what somebody prepared."""
    await tx.write("DELETE FROM vote_drafts WHERE user_id = ?", (user_id,))


# What is forgotten


async def forget_drafts(tx: Transaction, before: datetime) -> int:
    """Delete the drafts of votes that were to close before a day, and were never opened."""
    day = before.date().isoformat()
    return await tx.write("DELETE FROM vote_drafts WHERE closes_on < ?", (day,))


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Delete the votes that closed before a moment; their results stay in the group's chat."""
    old = "(SELECT id FROM votes WHERE closes_at < ?)"
    then = (to_text(before),)
    for table in ("ballots", "electors", "vote_themes"):
        await tx.write(f"DELETE FROM {table} WHERE vote_id IN {old}", then)
    return await tx.write("DELETE FROM votes WHERE closes_at < ?", then)


def _vote(tx: Transaction, row: Row, choices: tuple[Choice, ...]) -> Vote:
    return Vote(
        row["id"],
        Method(row["method"]),
        row["seats"],
        State(row["state"]),
        row["opened_by"],
        from_text(row["opened_at"]),
        from_text(row["closes_at"]),
        tx.unseal(row["secret"], "votes", "secret", row["id"]),
        row["publication"],
        maybe(row["adopted_at"]),
        choices,
    )


def _choice(row: Row) -> Choice:
    treated = date.fromisoformat(row["treated_on"]) if row["treated_on"] else None
    return Choice(row["theme_id"], date.fromisoformat(row["proposed_on"]), treated)
