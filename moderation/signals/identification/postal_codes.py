"""A postal code, which tells the side of a street."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

# The letters that Canada Post uses; people space or dash them.
_FIGURES = 3
_CODE = re.compile(
    r"(?<![a-z0-9])[abceghj-nprstvxy] ?\d ?[abceghj-nprstv-z](?: {0,2}|-)\d ?[abceghj-nprstv-z]"
    r" ?\d(?![a-z0-9])"
)


def postal_code(folded: Folded) -> Finding | None:
    """A whole Canadian postal code (H2X 1Y4)."""
    if folded.figures < _FIGURES:
        return None
    found = _CODE.search(folded.plain)
    return found and Finding("postal_code", folded.excerpt(*found.span()), Strength.CAUTION)
