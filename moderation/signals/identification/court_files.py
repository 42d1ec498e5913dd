"""The number of a court file, which Québec law keeps out of family matters told in public."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

# 500-12-123456-789: courthouse, jurisdiction, number, check; people space or dot it.
_FIGURES = 14
_NUMBER = re.compile(r"(?<!\d)\d{3}([ ._/-]{0,3})\d\d[ ._/-]{0,3}\d{6}(?:[ ._/-]{0,3}\d{3})(?!\d)")


def court_file(folded: Folded) -> Finding | None:
    """A court file number (Code of Civil Procedure, art. 15-16: family matters are anonymous)."""
    if folded.figures < _FIGURES:
        return None
    found = _NUMBER.search(folded.plain)
    return found and Finding("court_file", folded.excerpt(*found.span()), Strength.CAUTION)
