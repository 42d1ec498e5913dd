"""Whatever order people answer, leave and wait in: never oversold, never out of turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.community.cafes.places import (
    Choice,
    Noted,
    NotOffered,
    Outcome,
    Places,
    Refused,
    Same,
    Seated,
    Standing,
    Waiting,
    accept,
    answer,
    decline,
    expire,
    keep_waiting,
    leave,
    resize,
)

EAST = ZoneInfo("America/Toronto")
BEGINS = datetime(2027, 1, 20, 19, tzinfo=EAST)
SEATS_OF = {Standing.SEATED: lambda a: a.seats, Standing.OFFERED: lambda a: a.offered}
people = st.integers(1, 9)


class Cafe(RuleBasedStateMachine):
    """Up to nine people at a café of few places, over some days."""

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2027, 1, 4, 12, tzinfo=EAST)
        self.places = Places(3, BEGINS, BEGINS - timedelta(hours=2))

    def follow(self, outcome: Outcome) -> None:
        before, self.places = self.places, outcome.places
        self.changes_are_complete(before, outcome)
        self.offers_go_in_turn(before, outcome)

    def changes_are_complete(self, before: Places, outcome: Outcome) -> None:
        stored = {a.person: a for a in before.answers if outcome.places.of(a.person)}
        stored |= {a.person: a for a in outcome.changed(before)}
        assert sorted(stored.values(), key=lambda a: a.turn) == list(outcome.places.answers)
        assert all(outcome.places.of(offer.person) == offer for offer in outcome.offers)

    def offers_go_in_turn(self, before: Places, outcome: Outcome) -> None:
        """Nobody is offered a place while one with an earlier turn could take it."""
        turns = [offer.turn for offer in outcome.offers]
        assert turns == sorted(turns)
        for offer in outcome.offers:
            for other in outcome.places.waiting:
                assert other.turn > offer.turn or (other.whole and offer.offered < other.seats)

    @rule(person=people, choice=st.sampled_from(Choice), plus_one=st.booleans())
    def says(self, person: int, choice: Choice, plus_one: bool) -> None:
        before = self.places
        waiting = [a.person for a in before.waiting if not a.whole]
        outcome = answer(self.places, person, choice, plus_one, self.now)
        if isinstance(outcome.verdict, Refused):
            assert outcome.places == before
        self.follow(outcome)
        mine = self.places.of(person)
        if isinstance(outcome.verdict, Seated):
            assert mine is not None
            assert (mine.standing, mine.seats) == (Standing.SEATED, outcome.verdict.seats)
            newly = before.of(person) is None or before.of(person).held == 0  # type: ignore[union-attr]
            assert not (newly and [other for other in waiting if other != person])
        if isinstance(outcome.verdict, Noted | Same) and choice is not Choice.YES:
            assert mine is not None
            assert mine.held == 0

    @rule(person=people)
    def accepts(self, person: int) -> None:
        held = self.places.of(person)
        outcome = accept(self.places, person, self.now)
        if isinstance(outcome.verdict, Seated):
            assert held is not None
            assert held.offered == outcome.verdict.seats
        self.follow(outcome)

    @rule(person=people)
    def declines(self, person: int) -> None:
        before = self.places.of(person)
        outcome = decline(self.places, person, self.now)
        self.follow(outcome)
        if isinstance(outcome.verdict, Waiting):
            assert before is not None
            assert self.places.of(person).turn == before.turn  # type: ignore[union-attr]
        elif not isinstance(outcome.verdict, NotOffered | Refused):
            assert self.places.of(person).standing is Standing.NO  # type: ignore[union-attr]

    @rule(person=people)
    def leaves(self, person: int) -> None:
        self.follow(leave(self.places, person, self.now))
        assert self.places.of(person) is None

    @rule(person=people, wants=st.booleans())
    def keeps_waiting(self, person: int, wants: bool) -> None:
        self.follow(keep_waiting(self.places, person, wants))

    @rule(capacity=st.none() | st.integers(0, 8))
    def is_resized(self, capacity: int | None) -> None:
        self.follow(resize(self.places, capacity, self.now))

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.follow(expire(self.places, self.now))
        assert all(a.offer_ends is None or a.offer_ends > self.now for a in self.places.answers)

    @rule()
    def is_cancelled_and_taken_up_again(self) -> None:
        cancelled = replace(self.places, cancelled=True)
        assert answer(cancelled, 1, Choice.YES, False, self.now).places == cancelled

    @invariant()
    def is_never_oversold(self) -> None:
        held = [
            SEATS_OF[a.standing](a) if a.standing in SEATS_OF else 0 for a in self.places.answers
        ]
        assert sum(held) == self.places.taken
        if self.places.capacity is not None:
            assert sum(held) <= self.places.capacity
            assert self.places.free == self.places.capacity - sum(held)

    @invariant()
    def everyone_stands_once(self) -> None:
        answers = self.places.answers
        assert len({a.person for a in answers}) == len({a.turn for a in answers}) == len(answers)
        assert sum(self.places.count(standing) for standing in Standing) == len(answers)
        assert all((a.standing is Standing.OFFERED) == (a.offer_ends is not None) for a in answers)
        assert all((a.standing is Standing.OFFERED) == (a.offered > 0) for a in answers)

    @invariant()
    def no_place_stays_empty_while_someone_waits_for_it(self) -> None:
        if self.now < BEGINS and self.places.free:
            assert all(a.whole and a.seats > self.places.free for a in self.places.waiting)


Cafe.TestCase.settings = settings(deadline=None, max_examples=60, stateful_step_count=30)
TestCafe = Cafe.TestCase
