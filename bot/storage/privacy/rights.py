"""Access and erasure: everything held of somebody, given to them or destroyed (P-39.1, s. 27-28.1).

Both read :data:`HOLDINGS` and nothing else: what is not there is neither given nor erased.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.crypto import CryptoError
from bot.storage.database import Row, Transaction
from bot.storage.moments import to_text
from bot.storage.persons import person_hash
from bot.storage.privacy.holdings import CONDUCT, COUNTS, HOLDINGS, MACHINE, Holding
from bot.storage.sealed import SEALED, SealedColumn
from moderation.conduct.ladder import WARNINGS_FADE_AFTER

_SEALED = {(column.table, column.column): column for column in SEALED}

Record = dict[str, Any]

NOBODY = 0
"""The Telegram id of nobody."""

ERASED_AFTER = timedelta(days=30)
"""How long who was erased while a case was open stays known in it once it is decided."""


async def held(
    tx: Transaction, user_id: int, holdings: Sequence[Holding] = HOLDINGS
) -> dict[str, list[Record]]:
    """Return what is given to somebody, by table: each row's columns, opened where sealed."""
    found: dict[str, list[Record]] = {}
    for holding in holdings:
        if not holding.given:
            continue
        records = await _records(tx, holding, user_id)
        if records:
            found.setdefault(holding.table, []).extend(records)
    return found


async def _records(tx: Transaction, holding: Holding, user_id: int) -> list[Record]:
    sealed = [_SEALED[holding.table, c] for c in holding.given if (holding.table, c) in _SEALED]
    places = "".join(f", {s.row} AS row_{s.column}, {s.person} AS of_{s.column}" for s in sealed)
    found = await tx.rows(
        f"SELECT {', '.join(holding.given)}{places} FROM {holding.table} WHERE {holding.whose}",
        _who(tx, user_id),
    )
    records = [_record(tx, holding, sealed, row) for row in found]
    if not holding.opened:
        return records
    return [record for record in records if _mentions(record[holding.opened], user_id)]


def _record(tx: Transaction, holding: Holding, sealed: list[SealedColumn], row: Row) -> Record:
    record = {column: row[column] for column in holding.given}
    for s in sealed:
        cell = row[s.column]
        place = row[f"row_{s.column}"], row[f"of_{s.column}"]
        record[s.column] = tx.unseal(cell, s.table, s.column, *place) if cell else None
    return record


async def erase(tx: Transaction, user_id: int, now: datetime) -> int:
    """Destroy what identifies somebody; return how many rows were deleted or emptied.

    The same call again destroys what came since, and is harmless. Once committed, the file is
    rewritten so that the bytes are nowhere.
    """
    return await _erase(tx, _who(tx, user_id) | _at(now))


async def _erase(tx: Transaction, who: dict[str, Any]) -> int:
    changed = sum([await _erase_one(tx, holding, who) for holding in HOLDINGS])
    tx.cache.clear()
    if changed:
        tx.leave_no_trace()
    return changed


async def erase_traces(tx: Transaction, user_id: int, now: datetime) -> None:
    """Destroy what the machine itself still holds of somebody who was just erased."""
    who = _who(tx, user_id) | _at(now)
    if sum([await _erase_one(tx, holding, who) for holding in MACHINE]):
        tx.leave_no_trace()


async def _erase_one(tx: Transaction, holding: Holding, who: dict[str, Any]) -> int:
    table, changed = holding.table, 0
    if holding.opened:
        return await _delete_mentions(tx, holding, who["user"])
    if holding.gone:
        condition = f"({holding.whose}) AND {holding.gone}"
        changed += await tx.write(f"DELETE FROM {table} WHERE {condition}", who)
    if holding.emptied:
        cells = ", ".join(f"{column} = {value}" for column, value in holding.emptied.items())
        changed += await tx.write(f"UPDATE {table} SET {cells} WHERE {holding.whose}", who)
    return changed


async def _delete_mentions(tx: Transaction, holding: Holding, user_id: int) -> int:
    """Delete the rows whose sealed text names somebody: no condition can look inside.

    A text that cannot be decrypted names nobody: it goes when its time is over.
    """
    if user_id == NOBODY:
        return 0
    s = _SEALED[holding.table, holding.opened]
    found = await tx.rows(
        f"SELECT {s.key}, {s.row} AS row_, {s.person} AS of_, {s.column} AS cell"
        f" FROM {s.table} WHERE {s.column} NOT NULL AND {holding.whose}"
    )
    naming = [tuple(row)[:-3] for row in found if _mentions(_opened(tx, s, row), user_id)]
    marks = ", ".join("?" * len(s.key.split(",")))
    return await tx.write_many(f"DELETE FROM {s.table} WHERE ({s.key}) = ({marks})", naming)


def _opened(tx: Transaction, sealed: SealedColumn, row: Row) -> str | None:
    try:
        return tx.unseal(row["cell"], sealed.table, sealed.column, row["row_"], row["of_"])
    except CryptoError:
        return None


def _mentions(text: str | None, user_id: int) -> bool:
    """Tell whether a text holds an id whole, not as a part of a longer number."""
    return bool(re.search(rf"(?<!\d){user_id}(?!\d)", text or ""))


def _who(tx: Transaction, user_id: int) -> dict[str, Any]:
    return {"user": user_id, "person": person_hash(tx, user_id)}


def _at(now: datetime) -> dict[str, Any]:
    """Return the moments that decide what an erasure leaves."""
    return {"now": to_text(now), "faded": to_text(now - WARNINGS_FADE_AFTER)}


# The list of erased persons


async def note_erasure(tx: Transaction, user_id: int, now: datetime) -> None:
    """Remember by a keyed hash that somebody was erased, for the day a backup is put back."""
    await tx.write(
        "INSERT INTO erasures (person, erased_at) VALUES (?, ?)"
        " ON CONFLICT (person) DO UPDATE SET erased_at = excluded.erased_at",
        (person_hash(tx, user_id), to_text(now)),
    )


async def erasures(tx: Transaction) -> dict[bytes, str]:
    """Return who was erased, and when (UTC text)."""
    return {row[0]: row[1] for row in await tx.rows("SELECT person, erased_at FROM erasures")}


async def finish(tx: Transaction, now: datetime) -> int:
    """End what an erasure had to leave: the cases decided since, the decisions that count no more.

    Who has come back since is known again, and their record with them. Returns how many of both.
    """
    found = await tx.rows(
        "SELECT DISTINCT c.user_id FROM cases c JOIN erasures e ON e.person = c.person"
        " WHERE c.user_id NOT NULL AND c.decided_at < ? AND c.opened_at < e.erased_at"
        " AND c.user_id NOT IN (SELECT user_id FROM people)",
        (to_text(now - ERASED_AFTER),),
    )
    for row in found:
        for holding in CONDUCT:
            await _erase_one(tx, holding, _who(tx, row["user_id"]) | _at(now))
    forgotten = f"user_id IS NULL AND person <> x'' AND NOT {COUNTS}"
    return len(found) + await tx.write(
        f"UPDATE cases SET person = x'' WHERE {forgotten}",
        {"faded": to_text(now - WARNINGS_FADE_AFTER)},
    )


async def replay(tx: Transaction, known: dict[bytes, str], now: datetime) -> int:
    """Erase again whoever was erased since this copy was made; return how many came back.

    ``known`` is the list kept elsewhere. What the copy itself lists was erased before it was made.
    """
    own = await erasures(tx)
    since = {person: at for person, at in known.items() if own.get(person, "") < at}
    users = {person_hash(tx, user): user for user in await _everyone(tx)} if since else {}
    back = 0
    for person in since:
        who = {"user": users.get(person, NOBODY), "person": person} | _at(now)
        back += await _erase(tx, who) > 0
    await tx.write_many("INSERT OR REPLACE INTO erasures VALUES (?, ?)", list(since.items()))
    return back


async def _everyone(tx: Transaction) -> list[int]:
    """Return every Telegram id by which the database knows somebody."""
    tables = [h.table for h in HOLDINGS if h.whose == "user_id = :user"]
    named = [f"SELECT user_id FROM {table}" for table in ("applications", *tables)]
    found = await tx.rows(" UNION ".join([*named, "SELECT chat_id FROM outbox"]))
    return [row[0] for row in found if row[0] is not None and row[0] > 0]
