"""Hides what could identify somebody in a question, before others read it."""

from __future__ import annotations

import re
import unicodedata

from moderation.folding import fold
from moderation.language.lexicon.first_names import FIRST_NAMES

HIDDEN = "…"
LONGEST = 300
"""Characters: enough to tell what was asked; the rest of a story stays with who told it."""

_ADDRESS = re.compile(r"\S+@\S+|@\w+|https?://\S+|www\.\S+|\S+\.(?:com|ca|org|net|qc)\b\S*", re.I)
_DIGITS = re.compile(r"\d(?:[ ./()-]{0,2}\d)+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Numbers that everyone knows: help lines, and the age of somebody or a count below a hundred.
_KNOWN_NUMBERS = frozenset({"911", "811", "988", "211"})


def masked(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line in which names, numbers and addresses read ``…``.

    It has ``longest`` characters at most before they are hidden; the rest is left out.

    Numbers of three figures and more go, and every word with a capital that neither begins a
    sentence nor is an abbreviation (DPJ, TS); a common first name goes however it is written. It
    prefers to hide too much: what remains only has to tell what the question was about.
    """
    line = " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())
    hidden = _ADDRESS.sub(HIDDEN, line[:longest])
    hidden = _DIGITS.sub(lambda found: _number(found[0]), hidden)
    return _WORD.sub(lambda found: _word(found, hidden), hidden)


def _number(written: str) -> str:
    figures = re.sub(r"\D", "", written)
    return written if len(figures) < 3 or figures in _KNOWN_NUMBERS else HIDDEN


def _word(found: re.Match[str], text: str) -> str:
    word = found[0]
    if any(part in FIRST_NAMES for part in fold(word).plain.split("-")):
        return HIDDEN
    begins = text[: found.start()].rstrip(" \"'«([-–—")[-1:] in {"", ".", "!", "?", "\n", ":"}
    named = word[0].isupper() and not (word.isupper() and len(word) <= 5)
    return HIDDEN if named and not begins and not _is_elided(found, text) else word


def _is_elided(found: re.Match[str], text: str) -> bool:
    """``I'm``, ``J'ai`` in the middle: one letter before an apostrophe names nobody."""
    return len(found[0]) == 1 and text[found.end() : found.end() + 1] in ("'", "’", " ", "")
