"""A telephone number of somebody, never that of a help line."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

_DIGITS = re.compile(r"(?<!\d)\d(?:[ .()/-]{0,3}\d){9,13}(?!\d)")
_GROUP = re.compile(r"\d+")
_GROUPINGS = frozenset({(10,), (3, 7), (6, 4), (3, 3, 4), (3, 3, 2, 2), (1,) * 10})
# North American Numbering Plan: neither the area nor the exchange begins with 0 or 1.
_NUMBER = re.compile(r"[2-9]\d\d[2-9]\d{6}")
# Toll-free numbers are those of organisations, help lines first.
_TOLL_FREE = frozenset({"800", "822", "833", "844", "855", "866", "877", "888"})
# Text lines of SOS violence conjugale and Tel-jeunes.
_HELP_LINES = frozenset({"4386011211", "5146001002"})


def phone(folded: Folded) -> Finding | None:
    """A number of the North American plan: 514 555-0199, 514.555.0199, +1 (514) 555-0199."""
    for found in _DIGITS.finditer(folded.plain):
        number = _number(found[0])
        if number and number[:3] not in _TOLL_FREE and number not in _HELP_LINES:
            return Finding("phone", folded.excerpt(*found.span()), Strength.NOTE)
    return None


def _number(written: str) -> str | None:
    groups = _GROUP.findall(written)
    if len("".join(groups)) == 11 and groups[0].startswith("1"):
        groups = [group for group in (groups[0][1:], *groups[1:]) if group]
    number = "".join(groups)
    grouped = tuple(map(len, groups)) in _GROUPINGS
    return number if grouped and _NUMBER.fullmatch(number) else None
