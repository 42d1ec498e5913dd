"""The places of one café and everyone's answer: the facts that decisions are made on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Choice(StrEnum):
    """What a person says."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Standing(StrEnum):
    """What an answer comes to."""

    SEATED = "seated"
    OFFERED = "offered"
    """A freed place is held for the person until ``offer_ends``."""
    WAITING = "waiting"
    LAPSED = "lapsed"
    """An offer ran out without an answer: no other one comes unless the person says yes again."""
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer. ``turn`` orders the waiting list."""

    person: int
    standing: Standing
    turn: int
    seats: int = 1
    """How many are wanted: 2 with a relative."""
    offered: int = 0
    """How many are held while ``OFFERED``: perhaps fewer than wanted."""
    offer_ends: datetime | None = None
    whole: bool = False
    """Fewer seats than wanted were declined: only all of them are offered from now on."""
    next_time: bool = False
    """Without a place here, the person waits for one at the next café."""

    @property
    def held(self) -> int:
        """How many seats the answer takes out of those that are free."""
        if self.standing is Standing.SEATED:
            return self.seats
        return self.offered if self.standing is Standing.OFFERED else 0


@dataclass(frozen=True, slots=True)
class Places:
    """A café's places; ``capacity`` is None where everyone fits."""

    capacity: int | None
    starts_at: datetime
    closes_at: datetime
    """When registration closes: no new yes from then on."""
    answers: tuple[Answer, ...] = ()
    """One a person, in the order of their turns."""
    cancelled: bool = False

    @property
    def taken(self) -> int:
        """How many seats are taken or held for someone."""
        return sum(answer.held for answer in self.answers)

    @property
    def free(self) -> int | None:
        """How many seats are left; never negative; None where everyone fits."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def waiting(self) -> tuple[Answer, ...]:
        """The waiting list, first come first."""
        return tuple(a for a in self.answers if a.standing is Standing.WAITING)

    def of(self, person: int) -> Answer | None:
        """Return a person's answer, or None."""
        return next((answer for answer in self.answers if answer.person == person), None)

    def position(self, person: int) -> int:
        """Return a waiting person's place in the list, from 1; 0 for whoever does not wait."""
        people = [answer.person for answer in self.waiting]
        return people.index(person) + 1 if person in people else 0

    def count(self, standing: Standing) -> int:
        """Return how many people stand so; relatives are not counted."""
        return sum(answer.standing is standing for answer in self.answers)

    def has_room(self, seats: int) -> bool:
        """Tell whether so many seats are free."""
        return self.free is None or self.free >= seats

    def put(self, answer: Answer) -> Places:
        """Return the places with this answer in the stead of the person's former one."""
        others = (other for other in self.answers if other.person != answer.person)
        return replace(self, answers=tuple(sorted((*others, answer), key=lambda a: a.turn)))

    @property
    def next_turn(self) -> int:
        """The turn of whoever comes now."""
        return max((answer.turn for answer in self.answers), default=0) + 1
