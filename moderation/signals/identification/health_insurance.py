"""A Québec health insurance number."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

# Four letters of the name, year, month (plus 50 for women) and day of birth, then two characters
# of which the first may be a letter.
_FIGURES = 7
_NUMBER = re.compile(
    r"(?<![a-z0-9])[a-z]{4}[ .-]{0,2}\d{2} ?(?P<month>\d{2})[ .-]{0,2}(?P<day>\d{2}) ?[a-z0-9]\d"
    r"(?![a-z0-9])"
)


def health_insurance(folded: Folded) -> Finding | None:
    """A number of the Régie de l'assurance maladie (TREM 8051 0112)."""
    if folded.figures < _FIGURES:
        return None
    for found in _NUMBER.finditer(folded.plain):
        if 1 <= int(found["month"]) % 50 <= 12 and 1 <= int(found["day"]) <= 31:
            return Finding("health_insurance", folded.excerpt(*found.span()), Strength.SERIOUS)
    return None
