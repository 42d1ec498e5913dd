"""What was heard in the last hour: who wrote when, and a fingerprint of what, never the words."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from moderation.signals.facts import Recent
from moderation.signals.intrusion.repetition import (
    BY_ONE,
    BY_SEVERAL,
    FLOOD_OVER,
    REPEATED_WITHIN,
    SHORTEST,
    bare,
)

_ALIKE = BY_ONE + BY_SEVERAL
_BY_ONE = FLOOD_OVER + 1
"""How many of each the rules need to know: enough, however many were written."""


@dataclass(frozen=True, slots=True)
class _Note:
    message: int
    author: int
    at: datetime
    same: int
    album: str

    @property
    def keys(self) -> tuple[object, ...]:
        """Under what it is found again: its author, its fingerprint in a tuple, its album."""
        fingerprint = ((self.same,),) if self.same else ()
        return (self.author, *fingerprint, *filter(None, (self.album,)))


class Heard:
    """The last hour of a chat, in memory alone: a restart forgets it, and nothing is written down.

    A fingerprint is Python's own hash of a text, keyed anew by each process.
    """

    def __init__(self) -> None:
        self._notes: deque[_Note] = deque()
        self._by: defaultdict[object, deque[_Note]] = defaultdict(deque)
        """The same notes by author, by fingerprint, and by album."""

    def hear(
        self, author: int, text: str, message: int, at: datetime, album: str = ""
    ) -> tuple[Recent, ...]:
        """Note a new message, once; return what was heard before it that the rules need.

        ``at`` is when it was written (aware). What is alike is given back as its very text, all
        else bare.
        """
        self._forget(at)
        same = hash(bare(text)) if len(text) >= SHORTEST else 0
        note = _Note(message, author, at, same, album)
        before = [*self._last(author, _BY_ONE), *self._last((same,), _ALIKE)]
        self._keep(note)
        return tuple(
            Recent(one.author, one.at, text if one.same == same else "")
            for one in dict.fromkeys(before)
            if one.message != message
        )

    def album(self, album: str) -> list[int]:
        """Return the messages of an album heard so far."""
        return [note.message for note in self._by.get(album, ())]

    def _last(self, key: object, most: int) -> Iterator[_Note]:
        return islice(reversed(self._by.get(key, ())), most)

    def _keep(self, note: _Note) -> None:
        if note in self._by[note.author]:
            return  # the same row, worked again
        self._notes.append(note)
        for key in note.keys:
            self._by[key].append(note)

    def _forget(self, now: datetime) -> None:
        while self._notes and now - self._notes[0].at >= REPEATED_WITHIN:
            note = self._notes.popleft()
            for key in note.keys:
                self._by[key].popleft()
                if not self._by[key]:
                    del self._by[key]
