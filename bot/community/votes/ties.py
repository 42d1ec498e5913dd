"""What separates themes that the ballots leave equal: a rule published before the vote.

First the theme that has waited longest: one that was never treated before any other, then the one
treated longest ago. Then the one proposed on the earlier day. Then a draw that anyone can redo:
for each theme, the SHA-256 of the seed, a colon and the theme's number (``<seed>:7``), in UTF-8,
written in hexadecimal; the smallest comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from bot.community.votes.elections import Rule
from bot.community.votes.themes import Theme

_RULES = (Rule.NEVER_TREATED, Rule.WAITED, Rule.PROPOSED, Rule.DRAW)


def drawn(seed: str, theme: int) -> str:
    """Return a theme's lot: the smallest comes first."""
    return sha256(f"{seed}:{theme}".encode()).hexdigest()


class TieRule:
    """The rule, for the themes of one vote."""

    def __init__(self, themes: Iterable[Theme], seed: str) -> None:
        self._keys = {
            theme.id: (
                theme.treated_on is not None,
                theme.treated_on or date.min,
                theme.proposed_on,
                drawn(seed, theme.id),
            )
            for theme in themes
        }

    def sorted(self, tied: Iterable[int]) -> tuple[int, ...]:
        """Return tied themes in the order of the rule."""
        return tuple(sorted(tied, key=self._keys.__getitem__))

    def between(self, first: int, second: int) -> Rule:
        """Return what puts a tied theme before the next."""
        pairs = zip(_RULES, self._keys[first], self._keys[second], strict=True)
        return next(rule for rule, ours, theirs in pairs if ours != theirs)
