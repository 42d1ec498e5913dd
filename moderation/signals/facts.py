"""What a message carries, as far as the signals read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from moderation.folding import Folded, fold
from moderation.language.split_words import rejoined
from moderation.language.words import Words, words


@dataclass(frozen=True, slots=True)
class Recent:
    """A message of the last minutes in the same chat: who wrote it, when, and its text.

    ``at`` is aware.
    """

    author: int
    at: datetime
    text: str


@dataclass(frozen=True)
class MessageFacts:
    """One message, caption, edit or poll, with everything in which words or traces may hide.

    ``text`` is the text or the caption; ``links`` are the addresses of its entities and buttons,
    the hidden ones included; ``quote`` is what it quotes of another message. ``forwarded_from``
    tells a forward's origin: ``channel``, ``chat``, ``user`` or ``hidden``. ``sender_chat`` is
    the id of a channel or group that posts instead of a person, unless that is allowed.
    ``days_here`` counts the days since the author joined, None when unknown. ``allowed_numbers``
    are those of the help lines, in any spelling. ``recent`` are other messages of the last
    minutes, the author's included, without this one; ``at`` is aware.
    """

    text: str = ""
    poll: tuple[str, ...] = ()
    quote: str = ""
    file_name: str = ""
    contact: str = ""
    live_location: bool = False
    links: tuple[str, ...] = ()
    forwarded_from: str = ""
    via_bot: str = ""
    sender_chat: int | None = None
    author: int = 0
    at: datetime | None = None
    days_here: int | None = None
    allowed_numbers: frozenset[str] = frozenset()
    recent: tuple[Recent, ...] = ()

    @cached_property
    def said(self) -> Folded:
        """The author's own words: what they quote or forward is not theirs to answer for."""
        return fold("\n".join(part for part in (self.text, *self.poll) if part))

    @cached_property
    def shown(self) -> Folded:
        """Everything that the message lets others read, quotes and file names included."""
        parts = (self.text, *self.poll, self.quote, self.file_name.replace("_", " "))
        text = "\n".join(part for part in parts if part)
        return self.said if text == self.said.text else fold(text)

    @cached_property
    def readings(self) -> tuple[Words, ...]:
        """The words said, split ones whole again, and, where that differs, without disguises."""
        said = self.said
        plain = words(self._whole)
        if not _may_be_disguised(said):
            return (plain,)
        return plain, words(said.tight)

    @cached_property
    def _whole(self) -> str:
        """The plain reading with split words whole again, at the same places."""
        return rejoined(self.said.plain)

    def excerpt(self, reading: Words, start: int, end: int) -> str:
        """What the person wrote, for the words ``start`` to ``end`` (excluded) of a reading."""
        first = reading.spans[start][0]
        last = max(reading.spans[end - 1][1], first + 1)
        if reading is not self.readings[0]:
            return self.said.excerpt(first, last, tight=True)
        return self.said.excerpt(first, self._written_to(last))

    def _written_to(self, last: int) -> int:
        """Where a word that ends at ``last`` ends as written: a split one goes on further."""
        spaces = len(self._whole) - len(self._whole[last:].lstrip(" "))
        return len(self.said.plain[:spaces].rstrip()) if spaces > last else last


def _may_be_disguised(folded: Folded) -> bool:
    """Whether digits, signs or spaces stand inside words: doubled letters alone are ordinary."""
    return folded.collapsed != folded.tight
