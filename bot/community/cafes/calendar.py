"""The calendar file of one café or of several, that every phone reads (RFC 5545)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Entraide//Cafes-rencontres//FR"
_LINE_BREAK = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""All that some reader takes for the end of a line."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A café as a calendar shows it; the words are those of the reader's language.

    ``uid`` never changes in a café's life; ``sequence`` grows by one at each change.
    ``place`` is what everyone may know (the city, "en ligne"); ``address`` and ``link`` are for
    those who said yes.
    """

    uid: str
    sequence: int
    start: datetime
    end: datetime
    updated_at: datetime
    title: str
    description: str = ""
    place: str = ""
    address: str = ""
    link: str = ""
    cancelled: bool = False


def calendar_file(meetings: Iterable[Meeting], *, name: str = "", private: bool = False) -> bytes:
    """Return the file: UTC times, CRLF, lines folded at 75 octets.

    ``private`` puts in the exact address and the link: only for a person who said yes.
    """
    # Loaded with the first file: the bot starts sooner without it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", _written(name))
    for meeting in meetings:
        calendar.add_component(_event(meeting, private))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, private: bool) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.updated_at.astimezone(UTC))
    event.add("last-modified", meeting.updated_at.astimezone(UTC))
    event.add("dtstart", meeting.start.astimezone(UTC))
    event.add("dtend", meeting.end.astimezone(UTC))
    event.add("summary", _written(meeting.title))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    place = meeting.address if private and meeting.address else meeting.place
    if place:
        event.add("location", _written(place))
    if meeting.description:
        event.add("description", _written(meeting.description))
    if private and meeting.link:
        event.add("url", "".join(_written(meeting.link).split()))
    return event


def _written(text: str) -> str:
    """A text without what no calendar may hold: control characters, foreign line breaks."""
    lines = _LINE_BREAK.sub("\n", text)
    kept = (c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept).strip()
