"""An e-mail address, disguised or not."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

_ADDRESS = re.compile(
    r"[a-z0-9][a-z0-9._%+-]{0,40} ?(?:@|\((?:at|a|arobas|arobase)\)|\[at\]| arobase? ) ?"
    r"[a-z0-9-]{1,40}(?:\.[a-z0-9.-]{1,40}|(?: point | dot | ?[(\[](?:dot|point)[)\]] ?)[a-z]{2,8})"
)
_SIGNS = ("@", "arobas", "(a", "[at]")


def email(folded: Folded) -> Finding | None:
    """An e-mail address, also written with "arobase" and "point"."""
    if not any(sign in folded.plain for sign in _SIGNS):
        return None
    found = _ADDRESS.search(folded.plain)
    return found and Finding("email", folded.excerpt(*found.span()), Strength.CAUTION)
