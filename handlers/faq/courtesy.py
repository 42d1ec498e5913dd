"""Thanks: what somebody says who asks nothing more."""

from __future__ import annotations

from content.search.folding import words

_THANKS = frozenset({"merci", "mercis", "thanks", "thank", "thx"})
LONGEST = 8
"""Words: who says more says something else too."""


def thanks(text: str) -> bool:
    """Tell whether a text that has no answer says thank you, and asks nothing."""
    said = words(text)
    return "?" not in text and len(said) <= LONGEST and not _THANKS.isdisjoint(said)
