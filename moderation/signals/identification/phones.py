"""A telephone number of somebody, never that of a help line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from moderation.findings import Finding, Strength
from moderation.folding import Folded
from moderation.signals.identification.said_numbers import Said, said_numbers

_DIGITS = re.compile(r"(?<!\d)\d(?:[ .()/_*-]{0,3}\d){9,13}(?!\d)")
_LETTER_O = re.compile(r"(?<=[\d.-])o(?=\d)|(?<=\d)o(?=[\d .-])")  # 613-555-O122
_GROUP = re.compile(r"\d+")
_GROUPINGS = frozenset({(10,), (3, 7), (6, 4), (3, 3, 4), (3, 3, 2, 2), (1,) * 10})
# North American Numbering Plan: neither the area nor the exchange begins with 0 or 1.
_NUMBER = re.compile(r"[2-9]\d\d[2-9]\d{6}")
# With words between, a real area code nearby keeps amounts and dates out.
_AREAS = frozenset(
    """
    514 438 263 450 579 354 418 581 367 819 873 468 613 343 753 416 647 437 905 289 365 742 506 902
    """.split()  # noqa: SIM905
)
_BEGINS_AREA = frozenset(area[0] for area in _AREAS)
_WITH_WORDS = re.compile(
    r"(?<![\d$])(\d{3})(?!\d)(?!,\d)[^\d$%\n]{1,20}(\d{3})(?!\d)[^\d$%\n]{1,20}"
    r"(\d{4}|\d\d[^\d$%\n]{1,12}\d\d)(?!\d|[ ]?\$)"
)
_ABROAD = re.compile(
    r"(?<!\d)(?:\+(?!1\b)[2-9]\d{0,2}(?:[ .-]?\d){8,11}|0[1-79](?:[ .-]?\d\d){4})(?!\d)"
)
_FEWEST, _WHOLE, _AREA = 9, 10, 3  # figures: a number from abroad may be short
# Toll-free numbers are those of organisations, help lines first.
_TOLL_FREE = frozenset({"800", "822", "833", "844", "855", "866", "877", "888"})
# Those that answer on a local number too: the text lines of SOS violence conjugale and Tel-jeunes,
# Suicide Action Montréal, Interligne, Drogue : aide et référence, Tel-Écoute, Tel-Aînés.
_HELP_LINES = frozenset(
    """
    4386011211 5146001002 5147234000 5148660103 5145272626 5144934484 5143532463
    """.split()  # noqa: SIM905
)


def phone(folded: Folded, allowed: frozenset[str] = frozenset()) -> Finding | None:
    """A number of the North American plan, or from abroad, that is not ``allowed``.

    514 555-0199, 514.555.0199, +1 (514) 555-0199, « 514 puis 555 et 0199 », « cinq un quatre… ».
    ``allowed`` are numbers in any spelling; toll-free ones always are.
    """
    for start, end, number in _written(folded):
        if number[:3] not in _TOLL_FREE and number not in _known(allowed):
            return Finding("phone", folded.excerpt(start, end), Strength.CAUTION)
    return None


def numbers(folded: Folded) -> tuple[str, ...]:
    """Return the telephone numbers that a text holds, as digits alone."""
    return tuple(dict.fromkeys(number for _, _, number in _written(folded)))


@lru_cache(maxsize=8)
def _known(allowed: frozenset[str]) -> frozenset[str]:
    return _HELP_LINES | {_bare(number) for number in allowed}


def _written(folded: Folded) -> Iterator[tuple[int, int, str]]:
    return chain(_in_figures(folded), _spelled_out(folded))


def _in_figures(folded: Folded) -> Iterator[tuple[int, int, str]]:
    if folded.figures < _FEWEST:
        return
    plain = _LETTER_O.sub("0", folded.plain)
    for found in _DIGITS.finditer(plain):
        if number := _number(found[0]):
            yield *found.span(), number
    for found in _WITH_WORDS.finditer(plain):
        number = "".join(_GROUP.findall(found[0]))
        if found[1] in _AREAS and _NUMBER.fullmatch(number):
            yield *found.span(), number
    for found in _ABROAD.finditer(plain):
        yield *found.span(), "".join(_GROUP.findall(found[0]))


def _spelled_out(folded: Folded) -> Iterator[tuple[int, int, str]]:
    for run in said_numbers(folded.plain, folded.figures):
        for first, said in enumerate(run):
            if said.figures[0] in _BEGINS_AREA and (number := _whole(run, first)):
                last = first + len(number)
                yield said.start, run[last - 1].end, "".join(number)


def _whole(run: tuple[Said, ...], first: int) -> list[str]:
    """The parts of a number that begins there: words are many, a real area code tells it."""
    area = "".join([said.figures for said in run[first : first + _AREA]])
    if area[:_AREA] not in _AREAS:
        return []
    number: list[str] = []
    for said in run[first : first + _WHOLE]:
        number.append(said.figures)
        if sum(map(len, number)) >= _WHOLE:
            break
    in_words = any(said.in_words for said in run[first : first + len(number)])
    return number if in_words and _NUMBER.fullmatch("".join(number)) else []


def _bare(written: str) -> str:
    digits = "".join(_GROUP.findall(written))
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits


def _number(written: str) -> str | None:
    groups = _GROUP.findall(written)
    if len("".join(groups)) == 11 and groups[0].startswith("1"):
        groups = [group for group in (groups[0][1:], *groups[1:]) if group]
    number = "".join(groups)
    grouped = tuple(map(len, groups)) in _GROUPINGS
    return number if grouped and _NUMBER.fullmatch(number) else None
