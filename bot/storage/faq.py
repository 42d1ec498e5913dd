"""Questions asked of the bot: what was found, what was not, what a coordinator confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, to_text


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked, and the entry they got. ``text`` is empty where a button was pressed."""

    id: int
    user_id: int
    language: str
    text: str = field(repr=False)
    entry: str
    judged: bool


@dataclass(frozen=True, slots=True)
class Miss:
    """A question without a useful answer, without who asked, cleaned of what identifies.

    ``kind`` is ``unknown`` or ``not_useful``; ``entry`` is the answer that was not useful.
    """

    id: int
    kind: str
    language: str
    entry: str
    text: str = field(repr=False)
    times: int
    answer: str = field(repr=False)
    last_at: datetime
    state: str


# What was asked


async def note_asked(
    tx: Transaction, user_id: int, language: str, text: str, entry: str, now: datetime
) -> int:
    """Keep what somebody asked for a while, so that what they press next finds it."""
    asked = await tx.insert(
        "INSERT INTO faq_asked (user_id, at, language, entry) VALUES (?, ?, ?, ?)",
        (user_id, to_text(now), language, entry),
    )
    if text:
        sealed = tx.seal(text, "faq_asked", "text", asked, user_id)
        await tx.write("UPDATE faq_asked SET text = ? WHERE id = ?", (sealed, asked))
    return asked


async def asked(tx: Transaction, number: int, user_id: int) -> Asked | None:
    """Return what somebody asked; None where it is forgotten or another's."""
    row = await tx.row("SELECT * FROM faq_asked WHERE id = ? AND user_id = ?", (number, user_id))
    if row is None:
        return None
    text = tx.unseal(row["text"], "faq_asked", "text", number, user_id) if row["text"] else ""
    return Asked(number, user_id, row["language"], text, row["entry"], bool(row["judged"]))


async def last_asked(tx: Transaction, user_id: int) -> Asked | None:
    """Return what somebody wrote last."""
    row = await tx.row(
        "SELECT id FROM faq_asked WHERE user_id = ? AND text NOT NULL ORDER BY id DESC LIMIT 1",
        (user_id,),
    )
    return await asked(tx, row[0], user_id) if row else None


async def asked_since(tx: Transaction, user_id: int, moment: datetime) -> int:
    """Return how many times somebody wrote a question or a follow-up since a moment."""
    row = await tx.row(
        "SELECT (SELECT COUNT(*) FROM faq_asked WHERE user_id = ?1 AND at > ?2 AND text NOT NULL)"
        " + (SELECT COUNT(*) FROM faq_thread_texts t JOIN faq_threads h ON h.id = t.thread_id"
        " WHERE h.user_id = ?1 AND t.moderator_id IS NULL AND t.at > ?2)",
        (user_id, to_text(moment)),
    )
    return int(row[0]) if row else 0


async def judge(tx: Transaction, number: int) -> bool:
    """Note that somebody judged an answer; False where they had already."""
    return (
        await tx.write("UPDATE faq_asked SET judged = 1 WHERE id = ? AND NOT judged", (number,))
        == 1
    )


async def forget_text(tx: Transaction, number: int) -> None:
    """Forget the words of a question that a person has now, and who its miss came from."""
    await tx.write("UPDATE faq_asked SET text = NULL, miss_id = NULL WHERE id = ?", (number,))


# What was not found


async def note_miss(
    tx: Transaction, asked: int, kind: str, language: str, text: str, entry: str, now: datetime
) -> None:
    """Add a cleaned question to the moderators' list; the same one counts once more."""
    same = tx.keyed_hash("miss", kind, language, entry, text.casefold())
    at = to_text(now)
    row = await tx.row("SELECT id FROM faq_misses WHERE same = ? AND state = 'open'", (same,))
    if row:
        miss = int(row[0])
        await tx.write(
            "UPDATE faq_misses SET times = times + 1, last_at = ? WHERE id = ?", (at, miss)
        )
    else:
        miss = await tx.insert(
            "INSERT INTO faq_misses (kind, language, entry, text, same, first_at, last_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (kind, language, entry, b"", same, at, at),
        )
        sealed = tx.seal(text, "faq_misses", "text", miss)
        await tx.write("UPDATE faq_misses SET text = ? WHERE id = ?", (sealed, miss))
    await tx.write("UPDATE faq_asked SET miss_id = ? WHERE id = ?", (miss, asked))


async def misses(tx: Transaction, kind: str) -> list[Miss]:
    """Return the open misses of a kind, what was asked most first."""
    found = await tx.rows(
        "SELECT * FROM faq_misses WHERE state = 'open' AND kind = ? ORDER BY times DESC, id",
        (kind,),
    )
    return [_miss(tx, row) for row in found]


async def miss(tx: Transaction, number: int) -> Miss | None:
    """Return one miss."""
    row = await tx.row("SELECT * FROM faq_misses WHERE id = ?", (number,))
    return _miss(tx, row) if row else None


def _miss(tx: Transaction, row: Row) -> Miss:
    text, answer = (
        tx.unseal(row[column], "faq_misses", column, row["id"]) if row[column] else ""
        for column in ("text", "answer")
    )
    return Miss(
        row["id"],
        row["kind"],
        row["language"],
        row["entry"],
        text,
        row["times"],
        answer,
        from_text(row["last_at"]),
        row["state"],
    )


async def askers(tx: Transaction, miss: int) -> list[Asked]:
    """Return what was asked, of which a miss is the cleaned trace: for the bot's eyes alone."""
    found = await tx.rows("SELECT id, user_id FROM faq_asked WHERE miss_id = ?", (miss,))
    read = [await asked(tx, row[0], row[1]) for row in found]
    unique = {one.user_id: one for one in read if one is not None}
    return list(unique.values())


async def answer_miss(tx: Transaction, number: int, answer: str) -> None:
    """Keep what was answered once; who asked is no longer tied to the question."""
    sealed = tx.seal(answer, "faq_misses", "answer", number)
    await tx.write("UPDATE faq_misses SET answer = ? WHERE id = ?", (sealed, number))
    await _untie(tx, number)


async def settle_miss(tx: Transaction, number: int, state: str) -> bool:
    """Take a miss off the list, its words kept for a while; False where it was off already."""
    changed = await tx.write(
        "UPDATE faq_misses SET state = ? WHERE id = ? AND state = 'open'", (state, number)
    )
    return changed == 1


async def reopen_miss(tx: Transaction, number: int) -> bool:
    """Put a miss back on the list; False once its words are destroyed, or where it was asked
    again since.
    """
    changed = await tx.write(
        "UPDATE faq_misses AS m SET state = 'open'"
        " WHERE id = ? AND state <> 'open' AND length(text) > 0 AND NOT EXISTS"
        " (SELECT 1 FROM faq_misses o WHERE o.same = m.same AND o.state = 'open')",
        (number,),
    )
    return changed == 1


async def end_miss(tx: Transaction, number: int) -> None:
    """Destroy the words of a miss that is off the list, and who it came from."""
    changed = await tx.write(
        "UPDATE faq_misses SET text = x'', answer = NULL WHERE id = ? AND state <> 'open'",
        (number,),
    )
    if changed:
        await _untie(tx, number)


async def _untie(tx: Transaction, number: int) -> None:
    await tx.write("UPDATE faq_asked SET miss_id = NULL WHERE miss_id = ?", (number,))


# Counts


async def count(tx: Transaction, topics: Iterable[str], outcome: str, now: datetime) -> None:
    """Count an outcome for each topic; a question without any topic counts under ``""``."""
    rows = [(f"{now:%Y-%m}", topic, outcome) for topic in (tuple(topics) or ("",))]
    await tx.write_many(
        "INSERT INTO faq_counts (month, topic, outcome, times) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (month, topic, outcome) DO UPDATE SET times = times + 1",
        rows,
    )


async def not_found(tx: Transaction, since: datetime) -> Counter[str]:
    """Return how often each topic was sought in vain, by month from that of ``since``."""
    found = await tx.rows(
        "SELECT topic, SUM(times) FROM faq_counts"
        " WHERE outcome IN ('unknown', 'not_useful') AND month >= ? GROUP BY topic",
        (f"{since:%Y-%m}",),
    )
    return Counter({row[0]: row[1] for row in found})


# Confirmed answers


@dataclass(frozen=True, slots=True)
class Confirmed:
    """That a coordinator confirmed an answer, as it read then."""

    digest: str
    at: datetime


async def confirm(tx: Transaction, entry: str, digest: str, user_id: int, now: datetime) -> None:
    """Note that a coordinator confirms an entry; ``digest`` is that of its answers."""
    await tx.write(
        "INSERT OR REPLACE INTO faq_confirmed (entry, digest, confirmed_by, confirmed_at)"
        " VALUES (?, ?, ?, ?)",
        (entry, digest, user_id, to_text(now)),
    )


async def unconfirm(tx: Transaction, entry: str) -> bool:
    """Take a confirmation back; False where there was none."""
    return await tx.write("DELETE FROM faq_confirmed WHERE entry = ?", (entry,)) == 1


async def confirmed(tx: Transaction) -> dict[str, Confirmed]:
    """Return the confirmations, by entry."""
    found = await tx.rows("SELECT entry, digest, confirmed_at FROM faq_confirmed")
    return {row[0]: Confirmed(row[1], from_text(row[2])) for row in found}


# What was said in the group


async def say_once(tx: Transaction, entry: str, since: datetime, now: datetime) -> bool:
    """Note that an answer is given in the group; False where it was given since a moment."""
    changed = await tx.write(
        "INSERT INTO faq_said (entry, said_at) VALUES (?, ?) ON CONFLICT (entry)"
        " DO UPDATE SET said_at = excluded.said_at WHERE said_at <= ?",
        (entry, to_text(now), to_text(since)),
    )
    return changed == 1


# Forgetting


async def forget_asked(tx: Transaction, before: datetime) -> int:
    """Forget what was asked before a moment; return how many."""
    return await tx.write("DELETE FROM faq_asked WHERE at < ?", (to_text(before),))


async def forget_misses(tx: Transaction, before: datetime) -> int:
    """Destroy the words of questions that nobody asked again since a moment; return how many."""
    return await tx.write(
        "UPDATE faq_misses SET state = 'dropped', text = x'', answer = NULL"
        " WHERE state = 'open' AND last_at < ?",
        (to_text(before),),
    )
