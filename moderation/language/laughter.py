"""Laughter, as people write it: what is said laughing may be no more than a joke."""

from __future__ import annotations

import re

_LAUGHTER = re.compile(
    r"\b(?:(?:ha|he|hi|ah){2,}h?|lo+l|mdr+|lmao|lmfao|ptdr|rofl|xd|jk)\b|[\U0001f602\U0001f923\U0001f606]"
    r"|\b(?:just (?:kidding|joking)|je (?:te )?niaise|je blague|c'est une joke)\b"
)


def laughs(plain: str) -> bool:
    """Whether somebody laughs in a folded text, or says that it is a joke."""
    return _LAUGHTER.search(plain) is not None
