"""Display names: whether one could be taken for a moderator's, or for the moderation itself."""

from __future__ import annotations

from moderation.folding import fold

SHORTEST_TO_COMPARE = 5
"""Letters: shorter names are one letter apart by chance (Lea, Léo)."""

_LOOKS = tuple(str.maketrans(table) for table in ({}, {"0": "o", "1": "l", "I": "l", "|": "l"}))
"""A one and a capital i are read as an l too: on most screens they are the same stroke."""

_OFFICE = ("moderat", "admin", "cordonat", "cordinat")
"""As the tight reading has them: without doubled letters."""


def resembles(name: str, other: str) -> bool:
    """Whether two display names look the same to somebody who reads them quickly.

    Both are folded (accents, look-alikes, leet, spaces set between letters); the order of words
    and what is no letter do not count, and longer names may be one letter apart. A name of two
    words with others added to it is still that name.
    """
    return any(_same(one, two) for one in _readings(name) for two in _readings(other))


def _readings(name: str) -> list[list[str]]:
    """Return the words of a name, its signs that two letters look like read as each of them."""
    return [words for table in _LOOKS if (words := _words(name.translate(table)))]


def _same(one: list[str], two: list[str]) -> bool:
    if sorted(one) == sorted(two) or "".join(one) == "".join(two):
        return True
    if min(len(one), len(two)) > 1 and (set(one) <= set(two) or set(two) <= set(one)):
        return True
    first, second = "".join(one), "".join(two)
    return min(len(first), len(second)) >= SHORTEST_TO_COMPARE and _one_apart(first, second)


def claims_office(name: str) -> bool:
    """Whether a display name says that its bearer moderates or administers."""
    return any(word.startswith(_OFFICE) for word in _words(name))


def _words(name: str) -> list[str]:
    tight = fold(name).tight
    return "".join(c if c.isalpha() else " " for c in tight).split()


def _one_apart(one: str, two: str) -> bool:
    """Whether one letter added, left out, changed or swapped with its neighbour makes the other."""
    if abs(len(one) - len(two)) > 1:
        return False
    short, long = sorted((one, two), key=len)
    start = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = long[start : start + 2][::-1] + long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or short[start:] == swapped
