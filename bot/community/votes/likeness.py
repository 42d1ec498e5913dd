"""How alike two themes are, to suggest that they be merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from difflib import SequenceMatcher

ALIKE = 0.5
"""From here two themes may be the same one; a moderator decides."""
_SAME_WORD = 0.8
"""Two stems that share so much differ by a slip of the finger."""


def likeness(
    one: Collection[str], other: Collection[str], used: Mapping[str, int] | None = None
) -> float:
    """Return from 0 to 1 how much two titles share, each given by the stems of its words.

    Stems are folded and words that say nothing are left out by whoever reads the titles, so
    neither accents, case, word order nor endings count. ``used`` says how many themes use a word:
    what many share ("comprendre") tells little. A slip of the finger counts little.
    """
    weights = used or {}
    shared = sum(_weight(word, weights) * _best(word, other) for word in {*one})
    shared += sum(_weight(word, weights) * _best(word, one) for word in {*other})
    whole = sum(_weight(word, weights) for word in (*{*one}, *{*other}))
    return shared / whole if whole else 0.0


def alike(words: Collection[str], others: Mapping[int, Collection[str]]) -> list[int]:
    """Return the themes that may be the same as one proposed, the most alike first."""
    used = Counter(word for known in others.values() for word in {*known})
    found = {theme: likeness(words, known, used) for theme, known in others.items()}
    kept = (theme for theme in found if found[theme] >= ALIKE)
    return sorted(kept, key=lambda theme: (-found[theme], theme))


def _weight(word: str, used: Mapping[str, int]) -> float:
    return 1 / max(used.get(word, 1), 1)


def _best(word: str, others: Collection[str]) -> float:
    return max((_same(word, other) for other in others), default=0.0)


def _same(word: str, other: str) -> float:
    if word == other:
        return 1.0
    first, second = sorted((word, other))  # the ratio depends on which comes first
    matched = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return matched if matched >= _SAME_WORD else 0.0
