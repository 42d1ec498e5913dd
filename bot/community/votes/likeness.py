"""How alike two themes are, to suggest that they be merged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher

ALIKE = 0.6
"""From here two themes may be the same one; a moderator decides."""
_SAME_WORD = 0.8
"""Two stems that share so much differ by a slip of the finger."""


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return from 0 to 1 how much two titles share, each given by the stems of its words.

    Stems are folded and words that say nothing are left out by whoever reads the titles, so
    neither accents, case, word order nor endings count. A slip of the finger counts little.
    """
    shorter, longer = sorted((frozenset(one), frozenset(other)), key=len)
    if not shorter:
        return 0.0
    shared = sum(max(_same(word, known) for known in longer) for word in shorter)
    return 2 * shared / (len(shorter) + len(longer))


def alike(words: Collection[str], others: Mapping[int, Collection[str]]) -> list[int]:
    """Return the themes that may be the same as one proposed, the most alike first."""
    found = {theme: likeness(words, known) for theme, known in others.items()}
    kept = (theme for theme in found if found[theme] >= ALIKE)
    return sorted(kept, key=lambda theme: (-found[theme], theme))


def _same(word: str, known: str) -> float:
    if word == known:
        return 1.0
    matched = SequenceMatcher(None, word, known, autojunk=False).ratio()
    return matched if matched >= _SAME_WORD else 0.0
