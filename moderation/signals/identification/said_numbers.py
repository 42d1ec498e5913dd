"""Numbers said in words, whole or in part: « cinq un quatre, 555, zéro un douze »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = (
    "zero|oh", "un|une|one", "deux|two", "trois|three", "quatre|four", "cinq|five", "six",
    "sept|seven", "huit|eight", "neuf|nine", "dix|ten", "onze|eleven", "douze|twelve",
    "treize|thirteen", "quatorze|fourteen", "quinze|fifteen", "seize|sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "vingt|twenty", "trente|thirty", "quarante|forty", "cinquante|fifty", "soixante|sixty",
    "septante|seventy", "octante|eighty", "nonante|ninety",
)  # fmt: skip
_VALUES = {
    word: value
    for words, value in (
        *zip(_UNITS, range(20), strict=True),
        *zip(_TENS, range(20, 100, 10), strict=True),
        ("cent|cents|hundred", 100),
    )
    for word in words.split("|")
}
_WORD = re.compile(rf"\d+|\b(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b")
_BETWEEN = re.compile(r"[ ,./()-]{0,3}(?:(?:et|and|puis|pis|then) )?")
_TELLING = tuple(word for word, value in _VALUES.items() if 2 <= value <= 9 or value == 100)
"""No area code is said without one of these, unless figures say all of it."""
_USUAL = frozenset({"", " ", "-", ", "})
_FEWEST = 7
"""Figures and number words, of a telephone number said in the shortest way."""


class Said(NamedTuple):
    """One number as said: its figures, where it stands, and whether words say it."""

    figures: str
    start: int
    end: int
    in_words: bool


def said_numbers(plain: str, figures: int) -> Iterator[tuple[Said, ...]]:
    """The runs of numbers that stand side by side in a folded text, those said in words alone.

    ``figures`` is how many figures the text holds: a text without enough of them, or of words
    for them, is not read.
    """
    if not any(map(plain.__contains__, _TELLING)):
        return
    if sum(map(plain.count, _VALUES)) + figures < _FEWEST:
        return
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(plain):
        gap = plain[run[-1].end() : found.start()] if run else ""
        if gap not in _USUAL and not _BETWEEN.fullmatch(gap):
            yield from _read(run)
            run = []
        run.append(found)
    yield from _read(run)


def _read(run: list[re.Match[str]]) -> Iterator[tuple[Said, ...]]:
    worth = [_VALUES.get(found[0], -1) for found in run]
    if len(run) > 2 and max(worth) >= 0:
        yield tuple(_said(run, [*worth, -1, -1]))


def _said(run: list[re.Match[str]], worth: list[int]) -> Iterator[Said]:
    at = 0
    while at < len(run):
        start, after = run[at].start(), at + 1
        if in_words := worth[at] >= 0:
            value, after = _value(worth, at)
        figures = str(value) if in_words else run[at][0]
        yield Said(figures, start, run[after - 1].end(), in_words)
        at = after


def _value(worth: list[int], at: int) -> tuple[int, int]:
    """The value said from a place on, and the place after: « cinq cent quatorze » is 514."""
    value, at = _below_hundred(worth, at)
    if value < 10 and worth[at] == 100:
        value, at = max(value, 1) * 100, at + 1
    elif value != 100:
        return value, at
    if 0 < worth[at] < 100:
        rest, after = _below_hundred(worth, at)
        if worth[after] != 100:  # « cinq cent | cinq cent… »
            return value + rest, after
    return value, at


def _below_hundred(worth: list[int], at: int) -> tuple[int, int]:
    value, at = worth[at], at + 1
    if value == 4 and worth[at] == 20:  # quatre-vingts
        value, at = 80, at + 1
    if value in _ROUND and 0 < worth[at] < (20 if value in (60, 80) else 10):
        ten = worth[at] == 10
        value, at = value + worth[at], at + 1
        if ten and 0 < worth[at] < 10:  # soixante-dix-sept
            value, at = value + worth[at], at + 1
    return value, at


_ROUND = frozenset(range(20, 100, 10))
