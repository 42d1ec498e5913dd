"""One typed line that says a whole café: "mercredi 20 janvier 19 h, Montréal, thème Juridique"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.community.cafes.reading import Reading, find_moment


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
    """Read a line against the standing themes and the cities known; ``now`` is local."""
    found = find_moment([part.strip() for part in line.split(",") if part.strip()], now)
    return Draft(when=found.reading, leftovers=found.rest)
