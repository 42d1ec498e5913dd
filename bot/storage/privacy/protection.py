"""The private lists of people whom somebody does not want to meet here: keyed hashes alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.storage import members
from bot.storage.database import Transaction
from bot.storage.moments import from_text, to_text
from bot.storage.persons import person_hash
from moderation.names import name_forms

MOST = 20
"""People on one list."""


@dataclass(frozen=True, slots=True)
class Protection:
    """One person on somebody's list: what it was made of and when, never who."""

    id: int
    kind: str
    added_at: datetime


async def add(
    tx: Transaction, owner_id: int, kind: str, forms: Iterable[bytes], now: datetime
) -> int:
    """Put somebody on a list by the hashes of their forms; return the entry's number."""
    number = await tx.insert(
        "INSERT INTO protections (owner, kind, added_at) VALUES (?, ?, ?)",
        (person_hash(tx, owner_id), kind, to_text(now)),
    )
    await tx.write_many(
        "INSERT OR IGNORE INTO protected_forms (form, protection_id) VALUES (?, ?)",
        [(form, number) for form in forms],
    )
    return number


def account_forms(tx: Transaction, user_id: int) -> list[bytes]:
    """Return the hashes that recognise an account by its id."""
    return [tx.keyed_hash("account", user_id)]


def username_forms(tx: Transaction, username: str) -> list[bytes]:
    """Return the hashes that recognise an @name."""
    return [members.handle(tx, username)]


def phone_forms(tx: Transaction, number: str) -> list[bytes]:
    """Return the hashes that recognise a telephone number by its last ten digits."""
    return [tx.keyed_hash("phone", number[-10:])]


def forms_of_name(tx: Transaction, name: str) -> list[bytes]:
    """Return the hashes that recognise a name, its variants included; none for a single word."""
    return [tx.keyed_hash("name", form) for form in sorted(name_forms(name))]


async def listed(tx: Transaction, owner_id: int) -> list[Protection]:
    """Return the entries of somebody's own list, the oldest first."""
    found = await tx.rows(
        "SELECT id, kind, added_at FROM protections WHERE owner = ? ORDER BY id",
        (person_hash(tx, owner_id),),
    )
    return [Protection(row[0], row[1], from_text(row[2])) for row in found]


async def remove(tx: Transaction, owner_id: int, number: int) -> bool:
    """Take an entry off its owner's list; False where it is not theirs, or is gone."""
    own = (number, person_hash(tx, owner_id))
    lists = "(SELECT id FROM protections WHERE id = ? AND owner = ?)"
    await tx.write(f"DELETE FROM protected_forms WHERE protection_id IN {lists}", own)
    return await tx.write("DELETE FROM protections WHERE id = ? AND owner = ?", own) == 1


async def conflicts(tx: Transaction, user_id: int, name: str, phones: Iterable[str] = ()) -> bool:
    """Tell whether somebody is on anyone's list but their own; never whose, never how."""
    return bool(await _recognising(tx, user_id, name, phones))


async def is_news(
    tx: Transaction, entry: int, user_id: int, name: str, phones: Iterable[str] = ()
) -> bool:
    """Tell whether an entry is the first of all lists to recognise somebody."""
    return await _recognising(tx, user_id, name, phones) == {entry}


async def _recognising(tx: Transaction, user_id: int, name: str, phones: Iterable[str]) -> set[int]:
    """Return the entries that recognise somebody, but for those of their own list."""
    forms = [*account_forms(tx, user_id), *forms_of_name(tx, name)]
    for number in phones:
        forms += phone_forms(tx, number)
    row = await tx.row("SELECT handle FROM people WHERE user_id = ?", (user_id,))
    if row is not None and row["handle"]:
        forms.append(row["handle"])
    marks = ",".join("?" * len(forms))
    found = await tx.rows(
        "SELECT DISTINCT p.id FROM protected_forms f JOIN protections p ON p.id = f.protection_id"
        f" WHERE f.form IN ({marks}) AND p.owner <> ?",
        (*forms, person_hash(tx, user_id)),
    )
    return {row[0] for row in found}
