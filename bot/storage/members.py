"""The two chats, the people, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from bot.community.members import Origin, Place, Relation, Status
from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text
from bot.storage.persons import person_hash

_CHATS = "chats"


@dataclass(frozen=True, slots=True)
class LinkedChat:
    """One of the two chats, as linked to this bot."""

    place: Place
    chat_id: int
    linked_at: datetime
    member_count: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """What is kept of somebody who wrote to the bot."""

    user_id: int
    name: str
    language: str | None
    private_chat: bool
    """Whether they opened the private chat, so that the bot may write to them."""
    unreachable_since: datetime | None
    silent: bool
    """Whether they asked for no announcements (/silence)."""
    relation: Relation | None
    """How they stand to the child; None until they are asked."""


@dataclass(frozen=True, slots=True)
class Membership:
    """Where somebody stands in a chat, how they came in, since when."""

    status: Status
    origin: Origin | None
    since: datetime

    @property
    def by_right(self) -> bool:
        """Whether they are in the chat, and did not come in past the screening."""
        return self.status.is_in and self.origin is not Origin.UNSCREENED


async def link_chat(tx: Transaction, place: Place, chat_id: int, now: datetime) -> None:
    """Note which chat is the group or the moderators' chat; a later call replaces it."""
    tx.cache.clear()
    await tx.write(
        "INSERT INTO chats (place, chat_id, linked_at) VALUES (?, ?, ?)"
        " ON CONFLICT (place) DO UPDATE SET chat_id = excluded.chat_id,"
        " linked_at = excluded.linked_at, member_count = NULL, former_id = NULL"
        " WHERE chat_id <> excluded.chat_id",
        (place, chat_id, to_text(now)),
    )


async def linked_chats(tx: Transaction) -> dict[Place, LinkedChat]:
    """Return the chats that are linked."""
    if _CHATS in tx.cache:
        return cast(dict[Place, LinkedChat], tx.cache[_CHATS])
    found = await tx.rows("SELECT place, chat_id, linked_at, member_count FROM chats")
    chats = (LinkedChat(Place(r[0]), r[1], from_text(r[2]), r[3]) for r in found)
    tx.cache[_CHATS] = {chat.place: chat for chat in chats}
    return cast(dict[Place, LinkedChat], tx.cache[_CHATS])


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """Rewrite a chat's id (group made supergroup), and remember the former one."""
    tx.cache.clear()
    await tx.write(
        "UPDATE chats SET chat_id = ?, former_id = chat_id WHERE chat_id = ?", (new, old)
    )


async def set_member_count(tx: Transaction, place: Place, count: int) -> None:
    """Note how many members Telegram counts in a chat."""
    tx.cache.clear()
    await tx.write("UPDATE chats SET member_count = ? WHERE place = ?", (count, place))


async def meet(
    tx: Transaction,
    user_id: int,
    name: str,
    now: datetime,
    *,
    language: str | None = None,
    private: bool = False,
    username: str | None = None,
) -> None:
    """Note somebody who wrote: their display name, first language seen, reachable again.

    Their @name is kept as a keyed hash alone, which recognises it and does not tell it.
    """
    await tx.write(
        "INSERT INTO people (user_id, name, language, private_chat, seen_at, handle)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, handle = excluded.handle,"
        " language = COALESCE(language, excluded.language),"
        " private_chat = MAX(private_chat, excluded.private_chat),"
        " unreachable_since = CASE WHEN excluded.private_chat THEN NULL"
        "  ELSE unreachable_since END, seen_at = excluded.seen_at",
        (
            user_id,
            tx.seal(name, "people", "name", user_id, user_id),
            language,
            int(private),
            to_text(now),
            handle(tx, username) if username else None,
        ),
    )


def handle(tx: Transaction, username: str) -> bytes:
    """Return the keyed hash by which an @name is recognised."""
    return tx.keyed_hash("username", username.removeprefix("@").casefold())


async def person(tx: Transaction, user_id: int) -> Person | None:
    """Return what is kept of somebody."""
    row = await tx.row("SELECT * FROM people WHERE user_id = ?", (user_id,))
    if row is None:
        return None
    name = tx.unseal(row["name"], "people", "name", user_id, user_id) if row["name"] else ""
    since = row["unreachable_since"]
    return Person(
        user_id,
        name,
        row["language"],
        bool(row["private_chat"]),
        since and from_text(since),
        bool(row["silent"]),
        Relation(row["relation"]) if row["relation"] else None,
    )


async def set_language(tx: Transaction, user_id: int, language: str) -> None:
    """Remember the language that somebody chose."""
    await tx.write("UPDATE people SET language = ? WHERE user_id = ?", (language, user_id))


async def set_silent(tx: Transaction, user_id: int, *, silent: bool) -> None:
    """Remember whether somebody wants announcements."""
    await tx.write("UPDATE people SET silent = ? WHERE user_id = ?", (int(silent), user_id))


async def set_relation(tx: Transaction, user_id: int, relation: Relation) -> None:
    """Remember how somebody stands to the child, or that they do not say."""
    await tx.write("UPDATE people SET relation = ? WHERE user_id = ?", (relation, user_id))


async def mark_unreachable(tx: Transaction, user_id: int, now: datetime) -> None:
    """Note that private messages cannot reach somebody until they write again."""
    await tx.write(
        "UPDATE people SET unreachable_since = ?, private_chat = 0 WHERE user_id = ?",
        (to_text(now), user_id),
    )


async def forget_strangers(tx: Transaction, before: datetime) -> int:
    """Delete who was last seen before a moment, is in neither chat, and has no file by name."""
    return await tx.write(
        "DELETE FROM people WHERE seen_at < ? AND user_id NOT IN"
        " (SELECT user_id FROM applications WHERE user_id NOT NULL)"
        " AND user_id NOT IN"
        " (SELECT user_id FROM memberships WHERE status NOT IN ('left', 'banned'))",
        (to_text(before),),
    )


async def forget_left(tx: Transaction, before: datetime) -> int:
    """Delete the memberships of who left a chat before a moment, and their private lists."""
    return await _forget_left(tx, "status = 'left' AND since < ?", before)


async def forget_outsiders(tx: Transaction, before: datetime) -> int:
    """Delete what Telegram said, before a moment, of who was in neither chat when it was asked."""
    return await _forget_left(tx, "status = 'left' AND origin IS NULL AND since < ?", before)


async def _forget_left(tx: Transaction, left: str, before: datetime) -> int:
    tx.cache.clear()
    at = (to_text(before),)
    for row in await tx.rows(f"SELECT DISTINCT user_id FROM memberships WHERE {left}", at):
        owner = person_hash(tx, row["user_id"])
        lists = "(SELECT id FROM protections WHERE owner = ?)"
        await tx.write(f"DELETE FROM protected_forms WHERE protection_id IN {lists}", (owner,))
        await tx.write("DELETE FROM protections WHERE owner = ?", (owner,))
    return await tx.write(f"DELETE FROM memberships WHERE {left}", at)


async def forget_banned(tx: Transaction, before: datetime) -> int:
    """Forget who was put out before a moment; Telegram itself keeps the door shut."""
    tx.cache.clear()
    return await tx.write(
        "DELETE FROM memberships WHERE status = 'banned' AND since < ?", (to_text(before),)
    )


async def membership(tx: Transaction, place: Place, user_id: int) -> Membership | None:
    """Return where somebody stands in a chat, or None when that is not known."""
    if (place, user_id) in tx.cache:
        return cast(Membership, tx.cache[place, user_id])
    row = await tx.row(
        "SELECT status, origin, since FROM memberships WHERE place = ? AND user_id = ?",
        (place, user_id),
    )
    if row is None:
        return None
    found = Membership(Status(row[0]), Origin(row[1]) if row[1] else None, from_text(row[2]))
    tx.cache[place, user_id] = found
    return found


async def set_membership(
    tx: Transaction,
    place: Place,
    user_id: int,
    status: Status,
    now: datetime,
    origin: Origin | None = None,
) -> None:
    """Note where somebody stands; without an origin, the one known stays.

    Who is suspended, freed or promoted has not come in anew: since when they are there stays.
    """
    tx.cache.pop((place, user_id), None)
    await tx.write(
        "INSERT INTO memberships (place, user_id, status, origin, since) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place, user_id) DO UPDATE SET status = excluded.status,"
        " origin = COALESCE(excluded.origin, origin),"
        " since = CASE WHEN status IN ('left', 'banned') OR excluded.status IN ('left', 'banned')"
        "  THEN excluded.since ELSE since END",
        (place, user_id, status, origin, to_text(now)),
    )


async def present(tx: Transaction, place: Place) -> dict[int, Status]:
    """Return those known to be in a chat, by user id."""
    found = await tx.rows(
        "SELECT user_id, status FROM memberships"
        " WHERE place = ? AND status NOT IN ('left', 'banned')",
        (place,),
    )
    return {row[0]: Status(row[1]) for row in found}
