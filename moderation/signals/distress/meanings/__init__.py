"""Distress by its meaning: who does not want to live, how, and who is hurt by whom."""

from __future__ import annotations

from moderation.folding import Folded
from moderation.language.patterns import Match, Patterns
from moderation.language.scope import outside_asides
from moderation.language.words import Words
from moderation.signals.distress.meanings.children import CHILD_IN_DANGER
from moderation.signals.distress.meanings.resemblances import ASIDE
from moderation.signals.distress.meanings.self_harm import SELF_HARM
from moderation.signals.distress.meanings.suicide import SUICIDE
from moderation.signals.distress.meanings.violence import VIOLENCE

# The gravest first.
_TABLES = {
    "suicide": SUICIDE,
    "self_harm": SELF_HARM,
    "child_in_danger": CHILD_IN_DANGER,
    "violence": VIOLENCE,
}
_PATTERNS = Patterns({"aside": ASIDE} | _TABLES)
_ORDER = tuple(_TABLES)


def meaning(folded: Folded, plain: Words) -> tuple[str, str] | None:
    """The gravest kind of distress that a text means, and the person's words, or None.

    ``plain`` is what :func:`moderation.language.words.words` reads in ``folded.plain``.
    """
    if found := _gravest(plain):
        first, last = plain.spans[found.start][0], plain.spans[found.end - 1][1]
        return found.name, folded.excerpt(first, max(last, first + 1))
    return None


def _gravest(reading: Words) -> Match | None:
    kept = outside_asides(_PATTERNS.matches(reading))
    return min(kept, key=lambda match: _ORDER.index(match.name), default=None)
