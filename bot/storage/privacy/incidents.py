"""The register of confidentiality incidents: eight fields each (P-39.1, s. 3.8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.storage.database import Row, Transaction
from bot.storage.moments import from_text, maybe, to_text

FIELDS = (
    "data",
    "circumstances",
    "period",
    "known_on",
    "people",
    "serious_risk",
    "told_on",
    "measures",
)
"""What the register holds of each incident (regulation A-2.1, r. 3.1, s. 7), in its order."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident: who noted it, when, and what was written of it so far, by field."""

    id: int
    noted_by: int
    begun_at: datetime
    registered_at: datetime | None
    fields: dict[str, str] = field(repr=False)

    @property
    def reference(self) -> str:
        """The name it is known by."""
        return f"I-{self.id}"

    @property
    def next_field(self) -> str | None:
        """The first field without words, or None once all have some."""
        return next((name for name in FIELDS if name not in self.fields), None)


async def begin(tx: Transaction, noted_by: int, now: datetime) -> Incident:
    """Open an incident."""
    number = await tx.insert(
        "INSERT INTO incidents (noted_by, begun_at) VALUES (?, ?)", (noted_by, to_text(now))
    )
    return Incident(number, noted_by, now, None, {})


async def incident(tx: Transaction, number: int) -> Incident | None:
    """Return an incident by its number."""
    row = await tx.row("SELECT * FROM incidents WHERE id = ?", (number,))
    return await _incident(tx, row) if row else None


async def all_of(tx: Transaction) -> list[Incident]:
    """Return the register, the newest first."""
    found = await tx.rows("SELECT * FROM incidents ORDER BY id DESC")
    return [await _incident(tx, row) for row in found]


async def write_field(tx: Transaction, number: int, name: str, text: str) -> None:
    """Keep what is said of one field, in place of what was said before."""
    await tx.write(
        "INSERT INTO incident_fields (incident_id, field, text) VALUES (?, ?, ?)"
        " ON CONFLICT (incident_id, field) DO UPDATE SET text = excluded.text",
        (number, name, tx.seal(text, "incident_fields", "text", f"{number}:{name}")),
    )


async def register(tx: Transaction, number: int, now: datetime) -> None:
    """Note that all the fields of an incident are filled; the first time stays."""
    await tx.write(
        "UPDATE incidents SET registered_at = COALESCE(registered_at, ?) WHERE id = ?",
        (to_text(now), number),
    )


async def forget_old(tx: Transaction, before: datetime) -> int:
    """Delete the incidents begun before a moment; return how many."""
    old = "SELECT id FROM incidents WHERE begun_at < ?"
    at = (to_text(before),)
    await tx.write(f"DELETE FROM incident_fields WHERE incident_id IN ({old})", at)
    return await tx.write("DELETE FROM incidents WHERE begun_at < ?", at)


async def _incident(tx: Transaction, row: Row) -> Incident:
    found = await tx.rows(
        "SELECT field, text FROM incident_fields WHERE incident_id = ?", (row["id"],)
    )
    fields = {
        f["field"]: tx.unseal(f["text"], "incident_fields", "text", f"{row['id']}:{f['field']}")
        for f in found
    }
    return Incident(
        row["id"],
        row["noted_by"],
        from_text(row["begun_at"]),
        maybe(row["registered_at"]),
        fields,
    )
