"""How a phrase is written down: a pattern over plain tokens, and what it says.

Tokens are parted by single spaces; a phrase begins and ends with whole tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.community.cafes.reading import lexicon
from bot.community.cafes.reading.facts import Facts

Match = re.Match[str]
Said = tuple[Facts, int]
"""What a phrase says, and the place in the text where it ends."""
Phrase = Callable[[str, int], Iterator[Said]]
"""Reads the text from a place on."""

_SUFFIX = "(?:er|ere|ier|re|e|eme|ieme|st|nd|rd|th)"
_SLOTS = {
    "WEEKDAY": lexicon.one_of(lexicon.WEEKDAYS),
    "MONTH": lexicon.one_of(lexicon.MONTHS),
    "ORDINAL": rf"(?:{lexicon.one_of(lexicon.ORDINALS)}|\d\d? {_SUFFIX})",
    "LAST": lexicon.one_of(lexicon.LAST),
    "NUMBER": rf"(?:{lexicon.one_of(lexicon.NUMBERS)}|\d\d?)",
    "YEAR": rf"(?:20\d\d|{lexicon.one_of(lexicon.YEARS)})",
    "PART": lexicon.one_of(lexicon.PARTS),
}
_SLOT = re.compile(rf"\b(?:(\w+):)?({'|'.join(_SLOTS)})\b")
_DIGITS = re.compile(r"\d+")


def pattern(written: str) -> re.Pattern[str]:
    """Compile a pattern whose slots are the words of the lexicon.

    ``WEEKDAY`` matches one of its words; ``day:ORDINAL`` does too, as the group ``day``.
    """
    return re.compile(rf"(?:{_SLOT.sub(_slot, written)})(?= |$)")


def phrase(written: str, says: Callable[[Match], Facts | None]) -> Phrase:
    """Return the phrase of a pattern; ``says`` returns None where a match says nothing."""
    compiled = pattern(written)

    def read(text: str, at: int) -> Iterator[Said]:
        found = compiled.match(text, at)
        facts = says(found) if found else None
        if found and facts is not None:
            yield facts, found.end()

    return read


def number(words: str) -> int:
    """Return the number that words, digits or an ordinal say."""
    if digits := _DIGITS.match(words):
        return int(digits[0])
    return lexicon.NUMBERS[words] if words in lexicon.NUMBERS else lexicon.ORDINALS[words]


def year(words: str) -> int:
    """Return the year that digits or words say."""
    return int(words) if words.isdigit() else lexicon.YEARS[words]


def _slot(slot: Match) -> str:
    name, words = slot[1], _SLOTS[slot[2]]
    return f"(?P<{name}>{words})" if name else words
