"""A street address, with its number."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded

_NUMBER = r"(?<![\d$.,-])\d{1,5}[a-h]?(?:-\d{1,3})?,? "
_FRENCH = re.compile(
    _NUMBER + r"(?:bis,? )?(?:\d{1,3}e |premiere |grande )?"
    r"(?:rue|avenue|av\.?|ave\.?|boul(?:evard)?\.?|blvd|bd|chemin|ch\.|chem\.|rang|montee|impasse"
    r"|terrasse|croissant|allee|cote|place|route)\b"
    r"(?! (?:a|au|aux|pour|dans|en|et|ou|qui|sur|libre|disponible)\b)(?: [a-z0-9]|[,.\n]|$)"
)
_ENGLISH = re.compile(
    _NUMBER + r"(?:[nsew]\.? )?(?P<name>[a-z0-9'-]{2,20})(?: [a-z'-]{2,20})? "
    r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|crescent|cres|drive|dr|court|place)\b"
)
_DOOR = re.compile(
    _NUMBER + r"(?:[a-z][a-z'-]{2,25} ){1,4}(?<!en )(?:apt|app|appt|appartement|apartment|unit)\b"
    r"\.? ?#?\d"
)
_NOT_STREETS = frozenset(
    """
    way lane minute minutes min hour hours day days week weeks month months year years km miles
    dollars people kids times more other good and of on in the a to pm am h ans fois jours heures
    """.split()  # noqa: SIM905
)
_AT_HOME = re.compile(
    r"\b(?:habite(?:nt|s)?|habitait|reste(?:nt|s)?|restait|demeure(?:nt)?|vis|vit|vivent|vivait|adresse"
    r"|demenagee? au|chez (?:eux|lui|elle|moi|nous) au|live|lives|living|lived|address|moved to"
    r"|staying at|stays at|(?:we're|i'm|he's|she's|they're|is|are) at)\b[^.!?\n\d]{0,25}"
    r"(?P<number>\d{1,5}),? (?:[a-z]{1,3} )?(?P<street>[a-z]{3,20})"
)


def address(folded: Folded) -> Finding | None:
    """A number and a street (« 12, rue des Érables », "34 Main Street", « j'habite au 56 … »)."""
    if not folded.figures:
        return None
    plain = folded.plain
    found = _FRENCH.search(plain) or _DOOR.search(plain) or _english(folded) or _at_home(folded)
    return found and Finding("address", folded.excerpt(*found.span()), Strength.CAUTION)


def _english(folded: Folded) -> re.Match[str] | None:
    for found in _ENGLISH.finditer(folded.plain):
        if found["name"] not in _NOT_STREETS and not found["name"].isdigit():
            return found
    return None


def _at_home(folded: Folded) -> re.Match[str] | None:
    """After « j'habite au », a number and a capital are enough."""
    for found in _AT_HOME.finditer(folded.plain):
        if folded.written(*found.span("street"))[:1].isupper():
            return found
    return None
