"""Signs that are nothing by themselves and an attack together."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author, outside_asides
from moderation.language.words import Words
from moderation.signals.facts import MessageFacts

Pairs = frozenset[tuple[str, str]]


def gathered(facts: MessageFacts, rule: str, signs: Patterns, together: Pairs) -> Finding | None:
    """Two signs that go together, anywhere in a message: « j'ai son adresse … elle va payer »."""
    for reading in facts.readings:
        found = _meant(reading, signs)
        for one, other in together:
            if one in found and other in found:
                start = min(found[one].start, found[other].start)
                end = max(found[one].end, found[other].end)
                return Finding(rule, facts.excerpt(reading, start, end), Strength.CAUTION)
    return None


def _meant(reading: Words, signs: Patterns) -> dict[str, Match]:
    """The first match of each kind of sign that the author means."""
    found: dict[str, Match] = {}
    for match in outside_asides(signs.matches(reading)):
        if match.name not in found and borne_by_the_author(reading, match):
            found[match.name] = match
    return found
