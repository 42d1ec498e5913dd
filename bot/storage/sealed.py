"""Every sealed column of the schema, and what is done to all of them: count by key, seal again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.crypto import KeyRing
from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of sealed cells: what names the row, and the person, in each cell's seal.

    ``row`` and ``person`` are SQL expressions over the table; ``key`` lists the columns that find
    the row again.
    """

    table: str
    column: str
    row: str
    person: str = "''"
    key: str = "rowid"

    @property
    def _filled(self) -> str:
        return f"{self.table} WHERE length({self.column}) > 0"

    async def key_ids(self, tx: Transaction) -> Counter[str]:
        """Return how many cells each key seals."""
        # Ten bytes hold the format, the length of the id and the longest id.
        starts = await tx.rows(f"SELECT substr({self.column}, 1, 10) FROM {self._filled}")
        return Counter(KeyRing.key_id_of(start[0]) for start in starts)

    async def opened(self, tx: Transaction, keys: KeyRing) -> list[tuple[dict[str, str], bytes]]:
        """Return each cell's place and what it hides; raise CryptoError for one that won't open."""
        query = f"SELECT {self.row}, {self.person}, {self.column} FROM {self._filled} ORDER BY "
        found = await tx.rows(query + self.key)
        cells = []
        for row, person, sealed in found:
            place = {
                "table": self.table,
                "column": self.column,
                "row": str(row),
                "person": str(person),
            }
            cells.append((place, keys.open(sealed, **place)))
        return cells

    async def reseal(self, tx: Transaction, keys: KeyRing) -> int:
        """Seal every cell again with the current key; return how many."""
        where = await tx.rows(f"SELECT {self.key} FROM {self._filled} ORDER BY {self.key}")
        cells = await self.opened(tx, keys)
        marks = ", ".join("?" * len(self.key.split(",")))
        return await tx.write_many(
            f"UPDATE {self.table} SET {self.column} = ? WHERE ({self.key}) = ({marks})",
            [
                (keys.seal(plain, **place), *found)
                for found, (place, plain) in zip(where, cells, strict=True)
            ],
        )


SEALED: tuple[SealedColumn, ...] = (
    SealedColumn("secrets", "sealed", "name"),
    SealedColumn("inbox", "payload", "kind || ':' || key"),
    SealedColumn("outbox", "params", "key"),
    SealedColumn("people", "name", "user_id", "user_id"),
    SealedColumn("applications", "review", "id"),
    SealedColumn("applications", "link", "id"),
    SealedColumn(
        "answers", "text", "application_id || ':' || question", "''", "application_id, question"
    ),
    SealedColumn("details", "question", "id"),
    SealedColumn("details", "answer", "id"),
    SealedColumn("faq_asked", "text", "id", "user_id"),
    SealedColumn("faq_misses", "text", "id"),
    SealedColumn("faq_misses", "answer", "id"),
    SealedColumn("faq_thread_texts", "text", "id"),
    SealedColumn(
        "incident_fields", "text", "incident_id || ':' || field", "''", "incident_id, field"
    ),
    SealedColumn("reports", "words", "id"),
    SealedColumn("appeals", "words", "case_id", key="case_id"),
    SealedColumn("case_evidence", "text", "id"),
    SealedColumn("case_findings", "excerpt", "id"),
    *(
        SealedColumn("cafes", column, "id")
        for column in ("rule", "city", "address", "link", "theme", "guest", "access", "bring")
    ),
    SealedColumn("cafe_prompts", "said", "user_id"),
    SealedColumn("cafe_feedback", "text", "id", key="id"),
    SealedColumn("proposals", "text", "id", "user_id"),
    SealedColumn("theme_supporters", "user_id", "theme_id", key="theme_id, person"),
    SealedColumn("votes", "secret", "id"),
)

HASHED: tuple[tuple[str, str], ...] = (
    ("applications", "person"),
    ("consents", "person"),
    ("code_acceptances", "person"),
    ("faq_misses", "same"),
    ("people", "handle"),
    ("erasures", "person"),
    ("protections", "owner"),
    ("protected_forms", "form"),
    ("pauses", "person"),
    ("likenesses", "name"),
    ("cases", "person"),
    ("cafe_host_links", "token"),
    ("theme_supporters", "person"),
    ("ballots", "person"),
    ("ballots", "chosen"),
)
"""Columns of keyed hashes, and of what only the key of a vote opens: nothing that the ring does."""


async def key_ids(tx: Transaction) -> Counter[str]:
    """Return how many cells of the whole database each key seals."""
    return sum([await column.key_ids(tx) for column in SEALED], Counter())


async def reseal_all(tx: Transaction, keys: KeyRing) -> int:
    """Seal every cell again with the current key, then open each with that key alone.

    Returns how many cells there are. Raises CryptoError, which undoes the whole of it.
    """
    count = sum([await column.reseal(tx, keys) for column in SEALED])
    alone = keys.without(keys.ids[1:])
    for column in SEALED:
        await column.opened(tx, alone)
    return count
