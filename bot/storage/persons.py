"""What stands for a person where they must be recognised but not named."""

from __future__ import annotations

from bot.storage.database import Transaction


def person_hash(tx: Transaction, user_id: int) -> bytes:
    """Return the keyed hash of a person: the same wherever they are recognised without a name."""
    return tx.keyed_hash("person", user_id)
