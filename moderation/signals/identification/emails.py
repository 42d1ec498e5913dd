"""An e-mail address, disguised or not."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

_LOCAL = r"[a-z0-9][a-z0-9._%+-]{0,40}"
_NAMED = r"[a-z0-9-]{2,40}"
_POINT = (
    r"(?: ?\. ?| ?, ?(?=(?:com|ca|net|org|fr|qc)\b)| (?:point|dot) | ?[(\[](?:point|dot)[)\]] ?)"
)
_AT = r"(?: ?@ ?| ?[(\[{](?:at|a|arr?obase?|@)[)\]}] ?| (?:arr?obases?|arobas|a commercial) )"
_ENDING = r"(?:com|ca|net|org|fr|qc|edu|info|me|io|co|uk|us|be|ch|quebec|live)\b"
_ADDRESS = re.compile(
    rf"{_LOCAL}{_AT}{_NAMED}(?:\.[a-z0-9.-]{{1,40}}|{_POINT}[a-z]{{2,8}}\b)"
    r"|\b(?!(?:chat|text|look|us|me|them|him|her|it|is|are) at )"
    rf"{_LOCAL} at (?!th|what|which|some|any|one|no\b){_NAMED}{_POINT}{_ENDING}"
)
_SIGNS = ("@", "arobas", "arrobas", "(a", "[a", "{a", " at ", "commercial")


def email(folded: Folded) -> Finding | None:
    """An e-mail address, also written with "arobase" and "point"."""
    if not any(sign in folded.plain for sign in _SIGNS):
        return None
    found = _ADDRESS.search(folded.plain)
    return found and Finding("email", folded.excerpt(*found.span()), Strength.CAUTION)
