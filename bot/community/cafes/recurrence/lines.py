"""Finds the rhythm of a series in a typed line: "tous les mercredis 19 h, Montréal, 16 places"."""

from __future__ import annotations

import re
from datetime import datetime

from bot.community.cafes.reading.tokens import tokens_of
from bot.community.cafes.recurrence.evenings import Rule
from bot.community.cafes.recurrence.wording import DAYS, Lack, read_rule

LONGEST = 4
"""Parts: the day, the hours, and two that say what is skipped."""

_BREAK = re.compile(r"[,;\n]")
_BEGINS = re.compile(
    r"\b(?:chaque|every|each|tous les|toutes les|du mois|of the month|sur deux|weekly|hebdomadaire"
    rf"|{DAYS.pattern})\b"
)


def rhythm_in(line: str, now: datetime) -> tuple[str, str]:
    """Return the words of a line that say a rhythm, and the rest of it; ``now`` is local.

    An hour or what is skipped may follow after a comma. The first is empty where the line says no
    rhythm.
    """
    parts = [part.strip() for part in _BREAK.split(line)]
    for first, part in enumerate(parts):
        if not _BEGINS.search(" ".join(token.text for token in tokens_of(part))):
            continue
        ends = range(min(len(parts), first + LONGEST), first, -1)
        said = {", ".join(parts[first:end]): end for end in ends}
        rules = {words: read_rule(words, now) for words in said}
        whole = [words for words, rule in rules.items() if isinstance(rule, Rule)]
        lacking = [
            words
            for words, rule in rules.items()
            if not isinstance(rule, Rule) and rule.lacks is Lack.HOUR
        ]
        for words in (*whole, *lacking):
            return words, ", ".join([*parts[:first], *parts[said[words] :]])
    return "", line
