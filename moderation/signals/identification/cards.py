"""What identifies somebody without a word: a contact card, a live location."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.folding import shown


def contact_card(contact: str) -> Finding | None:
    """A contact card, by the name that it shows."""
    return Finding("contact_card", shown(contact), Strength.CAUTION) if contact else None


def live_location(shared: bool) -> Finding | None:
    """A live location, which shows where somebody is as they move."""
    return Finding("live_location", "", Strength.CAUTION) if shared else None
