"""One typed line that says a whole café: "mercredi 20 janvier 19 h, Montréal, thème Juridique"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from bot.community.cafes.labels import labelled, place_of, setting_of
from bot.community.cafes.reading import Reading, find_moment
from bot.community.cafes.reading.tokens import tokens_of

_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\",;.!?)\]]")
_BREAK = re.compile(r"[,;\n]|\s[-–—·•]\s(?=\D)")
_NUMBER = re.compile(r"\d{1,5}")
_STREET = re.compile(
    r"(?:rue|av|avenue|boul|boulevard|chemin|place|\w+ (?:street|st|ave|road))\b", re.I
)
SHORTEST = 5
"""Letters: fewer than that do not name a theme of the list by a part of it."""


class Setting(StrEnum):
    """Where people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line says of a café; empty where it says nothing."""

    when: Reading
    setting: Setting | None = None
    city: str = ""
    room: str = ""
    link: str = ""
    theme: str = ""
    """As the list spells it where it is in the list, else as written."""
    guest: str = ""
    host: str = ""
    capacity: int | None = None
    access: str = ""
    bring: str = ""
    leftovers: tuple[str, ...] = ()
    """What was not understood, as written: never dropped."""


def read_line(line: str, now: datetime, themes: Sequence[str], cities: Sequence[str]) -> Draft:
    """Read a line against the standing themes and the cities known; ``now`` is local.

    The first part that says a thing counts; one that says it again is left over.
    """
    text = unicodedata.normalize("NFC", line)
    links = _LINK.findall(text)
    said: dict[str, str] = {"link": links[0]} if links else {}
    unlabelled = list(links[1:])
    online = bool(links)
    in_person = False
    for part in _parts(_LINK.sub(",", text)):
        here, there, rest = setting_of(part)
        in_person, online = in_person or here, online or there
        if rest and not _note(said, labelled(rest) or _theme(rest, themes)):
            unlabelled.append(rest)
    found = find_moment(unlabelled, now)
    leftovers = [part for part in found.rest if not _note_place(said, part, cities)]
    if "theme" in said:
        said["theme"] = standing(said["theme"], themes) or said["theme"]
    return _draft(found.reading, said, leftovers, online, in_person)


def standing(theme: str, themes: Sequence[str]) -> str | None:
    """Return the theme of the list that is named: in full, or by words of one alone of them."""
    wanted = _words(theme)
    exact = [known for known in themes if _words(known) == wanted]
    if exact or len(wanted.strip()) < SHORTEST:
        return exact[0] if exact else None
    holding = [known for known in themes if wanted in _words(known)]
    return holding[0] if len(holding) == 1 else None


def _draft(
    when: Reading, said: dict[str, str], leftovers: Sequence[str], online: bool, in_person: bool
) -> Draft:
    capacity = said.pop("capacity", None)
    in_person = in_person or "city" in said or "room" in said
    setting = {
        (True, True): Setting.BOTH,
        (True, False): Setting.ONLINE,
        (False, True): Setting.IN_PERSON,
    }.get((online, in_person))
    return Draft(
        when=when,
        setting=setting,
        capacity=int(capacity) if capacity else None,
        leftovers=tuple(leftovers),
        **said,
    )


def _parts(text: str) -> Iterator[str]:
    """The parts of a line; a number and the street that follows it are one."""
    parts = [part.strip(" .\t") for part in _BREAK.split(text)]
    parts = [part for part in parts if part]
    joined = False
    for part, following in pairwise([*parts, ""]):
        if joined:
            joined = False
        elif _NUMBER.fullmatch(part) and _STREET.match(following):
            joined = True
            yield f"{part}, {following}"
        else:
            yield part


def _note(said: dict[str, str], found: tuple[str, str] | None) -> bool:
    if found is None or found[0] in said:
        return False
    said[found[0]] = found[1]
    return True


def _note_place(said: dict[str, str], part: str, cities: Sequence[str]) -> bool:
    found = place_of(part, cities)
    if "city" in said and "city" in found:
        return False
    if "room" in said and "room" in found:
        found["room"] = f"{said['room']}, {found['room']}"
    said.update(found)
    return bool(found)


def _theme(part: str, themes: Sequence[str]) -> tuple[str, str] | None:
    """A theme of the list, written without a label."""
    named = next((theme for theme in themes if _words(theme) == _words(part)), None)
    return ("theme", named) if named else None


def _words(text: str) -> str:
    return f" {' '.join(token.text for token in tokens_of(text) if token.text.isalnum())} "
