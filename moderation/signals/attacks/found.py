"""How an attack is told from the words that merely resemble one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from moderation.findings import Finding, Strength
from moderation.language.laughter import laughs
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author, outside_asides
from moderation.language.words import Words
from moderation.signals.facts import MessageFacts

_MOST = 64  # matches looked at closely, in a text made to hurt

Check = Callable[[Words, Match], bool]


def strongest(
    facts: MessageFacts,
    rule: str,
    wanted: Patterns,
    strengths: dict[str, Strength],
    means_it: Check = borne_by_the_author,
) -> Finding | None:
    """The finding of the heaviest table that matches and passes the check, or None.

    ``strengths`` gives, by the name of a table, how much a match in it weighs; what the table of
    resemblances holds is set aside, with all that overlaps it.
    """
    best: tuple[Strength, Words, Match] | None = None
    for reading in facts.readings:
        for match in islice(outside_asides(wanted.matches(reading)), _MOST):
            strength = strengths[match.name]
            if (best is None or strength > best[0]) and means_it(reading, match):
                best = (strength, reading, match)
    if best is None:
        return None
    strength, reading, match = best
    return Finding(rule, facts.excerpt(reading, match.start, match.end), strength)


def in_jest(facts: MessageFacts, finding: Finding) -> Finding:
    """The same, no more than a note where the author laughs: a person tells which laugh it is."""
    if laughs(facts.said.plain):
        return replace(finding, strength=Strength.NOTE)
    return finding
