"""A digest of everything the database holds of other people than one."""

from __future__ import annotations

from hashlib import sha256

from bot.storage import themes
from bot.storage.database import Transaction
from bot.storage.persons import person_hash
from bot.storage.privacy.holdings import HOLDINGS

MACHINE = frozenset(("inbox", "outbox", "messages", "agenda", "sqlite_sequence"))
"""The queues: what the bot says back is no effect on anybody."""

COUNTS = frozenset(("faq_counts", "faq_misses", "faq_said"))
"""What everybody may add to by asking questions: counts, and questions without who asked."""


async def state_of_others(tx: Transaction, user_ids: list[int]) -> dict[str, str]:
    """Return a hash over every row of each table, but for what is held of some people."""
    tables = await tx.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    state = {}
    for (table,) in map(tuple, tables):
        if table in MACHINE | COUNTS:
            continue
        if table == "theme_supporters":
            state[table] = str(await _followed_by_others(tx, user_ids))
            continue
        others = f"NOT ({_own(tx, table, user_ids)})"
        found = await tx.rows(f"SELECT * FROM {table} WHERE {others}")  # noqa: S608 (our own names)
        state[table] = sha256(repr([tuple(row) for row in found]).encode()).hexdigest()
    return state


async def _followed_by_others(tx: Transaction, user_ids: list[int]) -> list[tuple[int, list[int]]]:
    """Return who follows which theme; to follow one is a member's own choice."""
    ids = [row[0] for row in await tx.rows("SELECT id FROM themes ORDER BY id")]
    found = [(theme_id, await themes.supporters(tx, theme_id)) for theme_id in ids]
    return [(theme_id, sorted(set(who) - set(user_ids))) for theme_id, who in found]


def _own(tx: Transaction, table: str, user_ids: list[int]) -> str:
    """Return the condition that picks the rows of these people, ids and hashes written out."""
    conditions = ["0"]
    for user_id in user_ids:
        person = f"x'{person_hash(tx, user_id).hex()}'"
        for holding in HOLDINGS:
            if holding.table == table and not holding.opened:
                whose = holding.whose.replace(":user", str(user_id)).replace(":person", person)
                conditions.append(f"({whose})")
    return f"COALESCE({' OR '.join(conditions)}, 0)"
