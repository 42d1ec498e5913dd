"""The same text again and again, or too many messages."""

from __future__ import annotations

import re
from datetime import timedelta

from moderation.findings import Finding, Strength
from moderation.folding import fold, shown
from moderation.signals.facts import MessageFacts

FLOOD_WITHIN = timedelta(minutes=1)
FLOOD_OVER = 10
REPEATED_WITHIN = timedelta(minutes=60)
BY_ONE, BY_SEVERAL = 3, 3
"""How many times one person may write a text, or how many people, before it is a repetition."""

SHORTEST = 20  # letters: « merci », « bon courage à toi » are said by everybody
_SIGNS = re.compile(r"[^a-z0-9]+")


def flood(facts: MessageFacts) -> Finding | None:
    """More than 10 messages of one person in a minute, this one included."""
    if facts.at is None:
        return None
    since = facts.at - FLOOD_WITHIN
    written = 1 + sum(m.author == facts.author and m.at > since for m in facts.recent)
    return Finding("flood", shown(facts.text), Strength.CAUTION) if written > FLOOD_OVER else None


def repetition(facts: MessageFacts) -> Finding | None:
    """A text of some length written three times in an hour by one person, or by three people."""
    if facts.at is None:
        return None
    since = facts.at - REPEATED_WITHIN
    recent = [m for m in facts.recent if m.at > since and m.text]
    text = bare(facts.text) if recent else ""
    if len(text) < SHORTEST:
        return None
    authors = [m.author for m in recent if bare(m.text) == text]
    several = len({*authors, facts.author}) >= BY_SEVERAL
    if authors.count(facts.author) + 1 < BY_ONE and not several:
        return None
    return Finding("repetition", shown(facts.text), Strength.CAUTION)


def bare(text: str) -> str:
    """Return what two spellings of the same text have in common."""
    return _SIGNS.sub("", fold(text).plain)
