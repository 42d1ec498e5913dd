"""What somebody agreed to, and withdrew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.moments import from_text, maybe, to_text
from bot.storage.persons import person_hash


@dataclass(frozen=True, slots=True)
class Consent:
    """A line of the ledger: for what, which text, when, and when it was withdrawn."""

    purpose: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None


async def give_consent(
    tx: Transaction,
    user_id: int,
    purpose: str,
    version: str,
    digest: str,
    language: str,
    now: datetime,
) -> None:
    """Write a consent in the ledger: who, for what, which text, when (P-39.1, s. 14)."""
    await tx.write(
        "INSERT INTO consents (person, purpose, version, digest, language, given_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (person_hash(tx, user_id), purpose, version, digest, language, to_text(now)),
    )


async def has_consented(tx: Transaction, user_id: int, purpose: str, since: datetime) -> bool:
    """Tell whether a consent given since a moment stands: each request asks anew."""
    row = await tx.row(
        "SELECT 1 FROM consents WHERE person = ? AND purpose = ? AND given_at >= ?"
        " AND withdrawn_at IS NULL",
        (person_hash(tx, user_id), purpose, to_text(since)),
    )
    return row is not None


async def consents(tx: Transaction, user_id: int) -> list[Consent]:
    """Return what somebody agreed to, the oldest first."""
    found = await tx.rows(
        "SELECT purpose, version, given_at, withdrawn_at FROM consents WHERE person = ?"
        " ORDER BY id",
        (person_hash(tx, user_id),),
    )
    return [Consent(row[0], row[1], from_text(row[2]), maybe(row[3])) for row in found]


async def code_accepted(tx: Transaction, user_id: int) -> list[tuple[str, datetime]]:
    """Return which versions of the code of conduct somebody accepted, and when."""
    found = await tx.rows(
        "SELECT version, accepted_at FROM code_acceptances WHERE person = ? ORDER BY accepted_at",
        (person_hash(tx, user_id),),
    )
    return [(row[0], from_text(row[1])) for row in found]


async def withdraw_consent(tx: Transaction, user_id: int, purpose: str, now: datetime) -> None:
    """Note in the ledger that a consent was withdrawn."""
    await tx.write(
        "UPDATE consents SET withdrawn_at = ?"
        " WHERE person = ? AND purpose = ? AND withdrawn_at IS NULL",
        (to_text(now), person_hash(tx, user_id), purpose),
    )


async def accept_code(
    tx: Transaction, user_id: int, version: str, digest: str, language: str, now: datetime
) -> None:
    """Keep the proof that a person accepted a version of the code of conduct."""
    await tx.write(
        "INSERT OR IGNORE INTO code_acceptances (person, version, digest, language, accepted_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (person_hash(tx, user_id), version, digest, language, to_text(now)),
    )
