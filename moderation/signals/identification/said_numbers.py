"""Numbers said in words, whole or in part: « cinq un quatre, 555, zéro un douze »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_FEWEST = 7
"""Figures and number words, of a telephone number said in the shortest way."""


@dataclass(frozen=True, slots=True)
class Said:
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
        if run and not _BETWEEN.fullmatch(plain, run[-1].end(), found.start()):
            yield from _read(run)
            run = []
        run.append(found)
    yield from _read(run)


def _read(run: list[re.Match[str]]) -> Iterator[tuple[Said, ...]]:
    if len(run) > 2 and any(found[0] in _VALUES for found in run):
        yield tuple(_said(run))


def _said(run: list[re.Match[str]]) -> Iterator[Said]:
    at = 0
    while at < len(run):
        if run[at][0] in _VALUES:
            value, after = _value(run, at)
            yield Said(str(value), run[at].start(), run[after - 1].end(), in_words=True)
        else:
            after = at + 1
            yield Said(run[at][0], *run[at].span(), in_words=False)
        at = after


def _value(run: list[re.Match[str]], at: int) -> tuple[int, int]:
    """The value said from a word on, and the place after: « cinq cent quatorze » is 514."""
    value, at = _below_hundred(run, at)
    if value < 10 and _worth(run, at) == 100:
        value, at = max(value, 1) * 100, at + 1
    elif value != 100:
        return value, at
    if 0 < _worth(run, at) < 100:
        rest, after = _below_hundred(run, at)
        if _worth(run, after) != 100:
            return value + rest, after
    return value, at


def _below_hundred(run: list[re.Match[str]], at: int) -> tuple[int, int]:
    value = _worth(run, at)
    if value == 4 and _worth(run, at + 1) == 20:  # quatre-vingts
        value, at = 80, at + 1
    following = _worth(run, at + 1)
    if value in range(20, 100, 10) and 0 < following < (20 if value in (60, 80) else 10):
        value, at = value + following, at + 1
    if value in (70, 90) and 0 < (following := _worth(run, at + 1)) < 10 and _ten(run, at):
        value, at = value + following, at + 1  # soixante-dix-sept
    return value, at + 1


def _ten(run: list[re.Match[str]], at: int) -> bool:
    return run[at][0] in ("dix", "ten")


def _worth(run: list[re.Match[str]], at: int) -> int:
    return _VALUES.get(run[at][0], -1) if at < len(run) else -1
