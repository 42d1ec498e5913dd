"""What a title that everybody will read may not hold, though a message may: a name, a link."""

from __future__ import annotations

import re
from enum import StrEnum

from moderation.folding import fold
from moderation.language.lexicon.first_names import FIRST_NAMES

_LINK = re.compile(
    r"://|\bwww\.|\bt\.me\b|\b[\w-]+\.(?:ca|com|org|net|info|quebec)\b", re.IGNORECASE
)
_HANDLE = re.compile(r"(?<!\w)@\w{3,}")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# "Dr Bouchard", "Judge Roy": a capital follows, which "le juge et l'enfant" has not.
_SOMEBODY = re.compile(
    r"\b(?:[Dd]re?|[Dd]octeure?|[Dd]octor|[Mm]aître|Me|[Mm]me|[Mm]adame|[Mm]onsieur|M\.|M[rs]s?"
    r"|[Jj]uge|[Jj]udge)\.? [A-ZÀ-Ý][\w'-]+"
)
_SAINTS = ("saint", "sainte", "st", "ste")


class Fault(StrEnum):
    """What is wrong with a title."""

    EMPTY = "empty"
    """It says nothing that can be read."""
    NAMES = "names"
    """It names somebody, by a first name, a title or a handle."""
    LINKS = "links"


def fault(title: str) -> Fault | None:
    """Return what a title holds that it may not, or None."""
    plain = fold(title).plain
    if not _WORD.search(plain):
        return Fault.EMPTY
    if _LINK.search(title):
        return Fault.LINKS
    named = any(_is_first_name(word) for word in _WORD.findall(plain))
    if named or _HANDLE.search(title) or _SOMEBODY.search(title):
        return Fault.NAMES
    return None


def _is_first_name(word: str) -> bool:
    """Tell whether a word is a first name, compound or not; "Sainte-Justine" is a place."""
    first, *_ = parts = word.split("-")
    return first not in _SAINTS and any(part in FIRST_NAMES for part in parts)
