"""Hate against a group of people, whoever reads it."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import borne_by_the_author, disapproved
from moderation.language.words import Words
from moderation.signals.attacks.found import strongest
from moderation.signals.attacks.tables import hate as tables
from moderation.signals.facts import MessageFacts

_STRENGTHS = {
    "violence": Strength.SERIOUS,
    "contempt": Strength.CAUTION,
    "slur": Strength.CAUTION,
    "rejection": Strength.CAUTION,
    "they": Strength.CAUTION,
}
_NEAR = 4
_REACH = 25  # words between a group and the pronoun that stands for it

_PATTERNS = Patterns(
    {
        "aside": tables.ASIDE,
        "violence": tables.VIOLENCE,
        "contempt": tables.CONTEMPT,
        "slur": tables.SLUR,
        "rejection": tables.REJECTION,
        "they": tables.THEY,
    }
)


def hate(facts: MessageFacts) -> Finding | None:
    """Contempt, violence or slurs against people for what they are.

    Naming a group, defending it, denying or disapproving of hate, and anger at an institution
    or a trade (judges, lawyers) are none.
    """
    return strongest(facts, "hate", _PATTERNS, _STRENGTHS, _meant)


def _meant(words: Words, match: Match) -> bool:
    if match.name == "they" and not _stands_for_a_group(words, match):
        return False
    if match.name == "slur" and _claimed(words, match):
        return False
    if _nobody_should(words, match):
        return False
    return borne_by_the_author(words, match) and not disapproved(words, match)


def _nobody_should(words: Words, match: Match) -> bool:
    """« personne ne devrait… », "you can't…": what is denied just before, in the same clause."""
    for at in range(match.start - 1, max(match.start - 5, -1), -1):
        if "PAUSE" in words.keys[at]:
            return False
        if "NEG" in words.keys[at]:
            return True
    return False


def _stands_for_a_group(words: Words, match: Match) -> bool:
    before = words.keys[max(match.start - _REACH, 0) : match.start]
    return any("ORIGIN" in keys or "SLUR" in keys for keys in before) or any(
        "GROUP" in keys and keys[0].endswith(("s", "men")) for keys in before[-_NEAR:]
    )


def _claimed(words: Words, match: Match) -> bool:
    """A slur that the author takes for themselves: "we are proud …"."""
    near = words.keys[max(match.start - 5, 0) : match.start + 1]
    mine = any(
        {"I", "my", "mon", "ma", "mes", "our", "nos", "notre", "me", "us"} & set(keys)
        for keys in near
    )
    return mine and not any({"HATE", "YOU", "VIOL", "GO", "NEG"} & set(keys) for keys in near)
