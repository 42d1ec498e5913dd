"""From a text to one moment, to a question, or to nothing: the reader's two doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.community.cafes.reading.verdicts import NotUnderstood, Past, Reading, Understood


@dataclass(frozen=True, slots=True)
class Found:
    """A moment found inside a longer text, and the text that is left, in its order."""

    reading: Reading
    rest: tuple[str, ...]


def read_moment(text: str, now: datetime) -> Reading:
    """Read a text that says a moment and nothing else.

    ``now`` is local: its zone is the zone of what is read.
    """
    try:
        start = datetime.fromisoformat(text.strip())
    except ValueError:
        return NotUnderstood((text,))
    start = start if start.tzinfo else start.replace(tzinfo=now.tzinfo)
    start = start.astimezone(now.tzinfo)
    return Understood(start) if start > now else Past(start.date(), start)


def find_moment(text: str, now: datetime) -> Found:
    """Read the moment that a text says among other things, parted by commas."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for part in parts:
        reading = read_moment(part, now)
        if not isinstance(reading, NotUnderstood):
            return Found(reading, tuple(other for other in parts if other is not part))
    return Found(NotUnderstood(), tuple(parts))
