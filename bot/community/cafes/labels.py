"""What a part of a line says of itself: "thème …", "16 places", "en ligne", "au centre …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.community.cafes.reading.lexicon import NUMBERS
from bot.community.cafes.reading.tokens import fold

_TITLE = r"(?:me|ma[iî]tre|dre?|mme|mr?s?|prof(?:esseure?)?)\.?\s"
_LABELS = {
    name: re.compile(rf"(?:{pattern})\s*:?\s*(?P<value>\S.*)", re.I | re.S)
    for name, pattern in {
        "theme": r"(?:th[eè]me|theme|sujet|topic|subject)\b(?: du (?:mois|soir))?",
        "guest": rf"(?:(?:professionnel(?:le)?s? )?invit[ée]e?s?|(?:special )?guests?)\b"
        rf"|(?:avec|with)(?=\s+{_TITLE})",
        "host": r"(?:anim[ée]e? par|animat(?:eur|rice)|h[ôo]te(?:sse)?|host(?:ed by)?)\b",
        "city": r"(?:ville|city)\b",
        "room": r"(?:lieu|adresse|address|place|venue)\b(?=\s*:)",
        "bring": r"(?:(?:[àa] )?apporte[rz]|amene[rz]|amenez|(?:please )?bring|what to bring)\b",
        "access": r"(?:accessibilit[ée]|accessibility)\b",
    }.items()
}
_ACCESS = re.compile(
    r"(?:accessible|fauteuil|wheelchair|ascenseur|elevator|rampe|ramp|stationnement|parking)\b"
)
_CAPACITY = re.compile(
    r"(?:capacite|maximum|max|limite a|up to|jusqu'a)?(?: de)? ?:? ?(?P<number>\d{1,4}|[a-z -]+)"
    r" (?:places?|personnes?|participants?|participantes?|seats?|spots?|people)"
    r"(?: (?:max|maximum|disponibles|available|au plus))?"
)
_ONLINE = (
    r"(?:en ligne|online|(?:sur |par |on |via |by )?(?:zoom|teams|google meet|visio(?:conference)?)"
    r"|virtuel(?:le)?|en virtuel|virtual|a distance)"
)
_IN_PERSON = r"(?:en personne|in person|en presentiel|presentiel|sur place|on site)"
_AND = r"\s*(?:et|and|\+|&|/|ou|or)\s*(?:aussi |also )?"
_IS_ONLINE = re.compile(_ONLINE)
_IS_IN_PERSON = re.compile(_IN_PERSON)
_IS_BOTH = re.compile(
    rf"(?:hybride?|les deux|both|{_ONLINE}{_AND}{_IN_PERSON}|{_IN_PERSON}{_AND}{_ONLINE})"
)
_THEN_ONLINE = re.compile(rf"{_AND}{_ONLINE}$")
_FIRST_ONLINE = re.compile(rf"^{_ONLINE}{_AND}")
_AT = re.compile(r"(?:à la|à l['’]|au|aux|à|a|dans|at the|at|in)\s*\b", re.I)
_ROOM = re.compile(
    r"(?:centre|center|salle|local|maison|bibliotheque|library|eglise|church|room|hall|ecole|school"
    r"|community|sous-sol|basement|pavillon|parc|park|\d+e? etage|\d+(?:st|nd|rd|th) floor|porte"
    r"|\d+,? (?:rue|av|avenue|boul|boulevard|chemin|place)|\d+ \w+ (?:street|st|ave|road))\b"
)

_ROOM_AFTER = re.compile(
    r"[A-ZÀ-Þ]\S*(?: \S+){0,4} (?i:cent(?:re|er)|library|church|school|hall|room|park|building)"
)
"""A name, then what it is, as English says it: "Les Pins centre"."""


def setting_of(part: str) -> tuple[bool, bool, str]:
    """Tell whether a part says "in person", "online", and return what else it says."""
    folded = fold(part)
    if _IS_BOTH.fullmatch(folded):
        return True, True, ""
    if _IS_ONLINE.fullmatch(folded):
        return False, True, ""
    if _IS_IN_PERSON.fullmatch(folded):
        return True, False, ""
    if len(folded) == len(part):
        if then := _THEN_ONLINE.search(folded):
            return False, True, part[: then.start()]
        if first := _FIRST_ONLINE.match(folded):
            return False, True, part[first.end() :]
    return False, False, part


def labelled(part: str) -> tuple[str, str] | None:
    """Return the field that a part names, and its value; None where it names none."""
    folded = fold(part)
    if (found := _CAPACITY.fullmatch(folded)) and (places := _number(found["number"])):
        return "capacity", str(places)
    if _ACCESS.match(folded):
        return "access", part
    for name, pattern in _LABELS.items():
        if label := pattern.fullmatch(part):
            return name, label["value"].strip()
    return None


def place_of(part: str, cities: Sequence[str]) -> dict[str, str]:
    """Return the city and the room that a part names; nothing where it names neither."""
    bare = _AT.sub("", part, count=1) if _AT.match(part) else part
    for city in sorted(cities, key=len, reverse=True):
        if fold(bare) == fold(city):
            return {"city": city}
        rest = bare[len(city) :]
        if fold(bare[: len(city)]) == fold(city) and not rest[:1].isalnum():
            room = place_of(rest.strip(" ()-–"), ())
            return {"city": city, **room} if room else {}
    return {"room": bare} if _ROOM.match(fold(bare)) or _ROOM_AFTER.fullmatch(bare) else {}


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written) or None
    return NUMBERS.get(written.replace("-", " ")) or None
