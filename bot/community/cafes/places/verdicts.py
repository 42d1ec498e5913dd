"""What an answer, an offer or a change of capacity comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.community.cafes.places.seats import Answer, Choice, Places


class Why(StrEnum):
    """Why an answer does not count."""

    CLOSED = "closed"
    """Registration is closed; "no" is still heard until the beginning."""
    BEGUN = "begun"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Seated:
    """The person has a place, or two with a relative."""

    seats: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing free for now: the person waits at this position, from 1."""

    position: int


@dataclass(frozen=True, slots=True)
class Noted:
    """Maybe or no: the person holds no place."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Same:
    """The answer was already this one."""


@dataclass(frozen=True, slots=True)
class NoRoomForGuest:
    """The person keeps the place, there is none for a relative."""


@dataclass(frozen=True, slots=True)
class NotOffered:
    """No place is held for this person, or no longer."""


@dataclass(frozen=True, slots=True)
class TooFew:
    """The capacity cannot go below the seats taken or held: nobody is put out."""

    taken: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer does not count."""

    why: Why


Verdict = Seated | Waiting | Noted | Same | NoRoomForGuest | NotOffered | TooFew | Refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided: the verdict for who asked, the places after, and who must be told.

    ``offers`` are the answers to which a freed place was just offered; ``lapsed`` those whose
    offer just ran out.
    """

    places: Places
    verdict: Verdict | None = None
    offers: tuple[Answer, ...] = ()
    lapsed: tuple[Answer, ...] = ()

    def changed(self, before: Places) -> tuple[Answer, ...]:
        """Return the answers that are new or differ from those of ``before``."""
        return tuple(answer for answer in self.places.answers if answer not in before.answers)
