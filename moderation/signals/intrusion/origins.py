"""Messages that do not come from a person of the group."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.folding import shown
from moderation.signals.facts import MessageFacts


def channel_forward(facts: MessageFacts) -> Finding | None:
    """A message forwarded from a channel or another group."""
    if facts.forwarded_from not in {"channel", "chat"}:
        return None
    return Finding("channel_forward", shown(facts.text), Strength.CAUTION)


def other_bot(facts: MessageFacts) -> Finding | None:
    """A message written through another bot."""
    return Finding("other_bot", shown(facts.via_bot), Strength.CAUTION) if facts.via_bot else None


def channel_as_person(facts: MessageFacts) -> Finding | None:
    """A channel or a group that posts as if it were a person."""
    if facts.sender_chat is None:
        return None
    return Finding("channel_as_person", shown(facts.text), Strength.CAUTION)
