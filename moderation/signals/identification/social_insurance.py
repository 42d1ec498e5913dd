"""A social insurance number."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

_FIGURES = 9
_NINE = re.compile(r"(?<![\d-])\d{3}([ .-]{0,2})\d{3}\1\d{3}(?![\d-])")
_NAME = "(?:nas|sin|assurance sociale|social insurance)"
_NAMED = re.compile(rf"\b{_NAME}\b[^\d\n]{{0,25}}(\d(?:[ .-]{{0,2}}\d){{8}})(?!\d)")
_NAMED_AFTER = re.compile(
    rf"(?<![\d.,-])(\d{{3}}[ .-]?\d{{3}}[ .-]?\d{{3}})(?!\d)[^\d\n]{{1,15}}\b{_NAME}\b"
)


def social_insurance(folded: Folded) -> Finding | None:
    """Nine digits that hold by their check digit (Luhn), or that are named so."""
    if folded.figures < _FIGURES:
        return None
    for found in _NINE.finditer(folded.plain):
        if holds(re.sub(r"\D", "", found[0])):
            return Finding("social_insurance", folded.excerpt(*found.span()), Strength.SERIOUS)
    named = _NAMED.search(folded.plain) or _NAMED_AFTER.search(folded.plain)
    return named and Finding("social_insurance", folded.excerpt(*named.span(1)), Strength.SERIOUS)


def holds(digits: str) -> bool:
    """Whether the last digit checks the others (Luhn); no number begins with 0 or 8."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0 and digits[0] not in "08"
