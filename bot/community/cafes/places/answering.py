"""What a person's answer changes, and a change of capacity."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.community.cafes.places.seats import Answer, Choice, Places, Standing
from bot.community.cafes.places.verdicts import (
    NoRoomForGuest,
    Noted,
    Outcome,
    Refused,
    Same,
    Seated,
    TooFew,
    Waiting,
    Why,
)
from bot.community.cafes.places.waiting import accept, fill, seated, unheld


def answer(places: Places, person: int, choice: Choice, plus_one: bool, now: datetime) -> Outcome:
    """Decide what a person's answer does; ``plus_one`` asks for two seats. ``now`` is local."""
    before = places.of(person)
    seats = 2 if plus_one else 1
    asks_for = seats if choice is Choice.YES else 0
    if why := _closed(places, before, asks_for, now):
        return Outcome(places, Refused(why))
    if choice is not Choice.YES:
        return _without_place(places, before, person, choice, now)
    if before is not None and before.standing is Standing.SEATED:
        return _other_number(places, before, seats, now)
    if before is not None and before.standing is Standing.OFFERED:
        return _take_offer(places, before, seats, now)
    return _line_up(places, before, person, seats, now)


def leave(places: Places, person: int, now: datetime) -> Outcome:
    """Take a person out of a café (gone from the group): what was held goes to the next one."""
    others = tuple(answer for answer in places.answers if answer.person != person)
    return fill(replace(places, answers=others), now)


def resize(places: Places, capacity: int | None, now: datetime) -> Outcome:
    """Change the capacity: new places are offered, and nobody who holds one is put out."""
    if capacity is not None and capacity < places.taken:
        return Outcome(places, TooFew(places.taken))
    return fill(replace(places, capacity=capacity), now)


def _closed(places: Places, before: Answer | None, seats: int, now: datetime) -> Why | None:
    """Why an answer that asks for so many seats comes too late: not for seats already held."""
    if places.cancelled:
        return Why.CANCELLED
    if now >= places.starts_at:
        return Why.BEGUN
    held = before.held if before else 0
    offered = before is not None and before.standing is Standing.OFFERED
    return Why.CLOSED if now >= places.closes_at and seats > held and not offered else None


def _without_place(
    places: Places, before: Answer | None, person: int, choice: Choice, now: datetime
) -> Outcome:
    standing = Standing.MAYBE if choice is Choice.MAYBE else Standing.NO
    if before is not None and before.standing is standing:
        return Outcome(places, Same())
    after = replace(
        unheld(before, standing) if before else Answer(person, standing, places.next_turn),
        seats=1,
        whole=False,
        next_time=False,
    )
    return fill(places.put(after), now, Noted(choice))


def _other_number(places: Places, before: Answer, seats: int, now: datetime) -> Outcome:
    if seats == before.seats:
        return Outcome(places, Same())
    more = seats - before.seats
    if more > 0 and (places.waiting or not places.has_room(more)):
        return Outcome(places, NoRoomForGuest())
    return fill(places.put(seated(before, seats)), now, Seated(seats))


def _take_offer(places: Places, before: Answer, seats: int, now: datetime) -> Outcome:
    taken = min(seats, before.offered)
    return fill(places.put(seated(before, taken)), now, Seated(taken))


def _line_up(
    places: Places, before: Answer | None, person: int, seats: int, now: datetime
) -> Outcome:
    """Take a place, or the end of the list: an earlier turn counts only while one waits."""
    waits = before is not None and before.standing is Standing.WAITING
    if before is not None and waits and before.seats == seats:
        return Outcome(places, Same())
    turn = before.turn if before is not None and waits else places.next_turn
    queued = places.put(Answer(person, Standing.WAITING, turn, seats))
    filled = fill(queued, now)
    mine = filled.places.of(person)
    if mine is not None and mine.offered == seats:
        after = accept(filled.places, person, now)
        others = tuple(offer for offer in filled.offers if offer.person != person)
        return replace(after, offers=others)
    return _waits(queued, filled, person)


def _waits(queued: Places, filled: Outcome, person: int) -> Outcome:
    return replace(filled, verdict=Waiting(queued.position(person)))
