"""The waiting list: freed places are offered in order, for a while, then to the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from bot.community.cafes.places.seats import Answer, Choice, Places, Standing
from bot.community.cafes.places.verdicts import (
    Noted,
    NotOffered,
    Outcome,
    Refused,
    Same,
    Seated,
    Verdict,
    Waiting,
    Why,
)
from bot.community.quiet import awake, is_night

LASTS = (
    (timedelta(hours=48), timedelta(hours=12)),
    (timedelta(hours=6), timedelta(hours=2)),
    (timedelta(0), timedelta(minutes=30)),
)
"""How long an offer stands, by how far the café is when it is made."""
TO_WAKE = timedelta(hours=1)
"""What is left to answer in the morning of an offer that would end at night."""


def offer_ends(now: datetime, starts_at: datetime) -> datetime:
    """Return until when a place freed now is held for the next person.

    ``now`` is local. The time runs from the moment when the offer may ring, never ends at night,
    and never goes past the beginning.
    """
    rings = awake(now)
    lasts = next((lasts for ahead, lasts in LASTS if starts_at - rings >= ahead), timedelta(0))
    ends = rings + lasts
    if is_night(ends):
        ends = awake(ends) + TO_WAKE
    return min(ends, starts_at.astimezone(now.tzinfo))


def fill(places: Places, now: datetime, verdict: Verdict | None = None) -> Outcome:
    """Offer what is free to those who wait, in order; ``now`` is local.

    Whoever wants two seats is offered one where one is left, and may decline it to keep waiting
    for both; until then nobody behind is asked.
    """
    if places.cancelled or now >= places.starts_at:
        return Outcome(places, verdict)
    ends = offer_ends(now, places.starts_at)
    offers = []
    for waiting in places.waiting:
        seats = waiting.seats if places.free is None else min(places.free, waiting.seats)
        if seats == 0:
            break
        if seats < waiting.seats and waiting.whole:
            continue
        offer = replace(waiting, standing=Standing.OFFERED, offered=seats, offer_ends=ends)
        places = places.put(offer)
        offers.append(offer)
    return Outcome(places, verdict, tuple(offers))


def accept(places: Places, person: int, now: datetime) -> Outcome:
    """Take the seats that are held for the person: those offered, no more.

    Late is not too late while nobody else was asked.
    """
    if refusal := _over(places, now):
        return refusal
    answer = places.of(person)
    if answer is None or answer.standing is not Standing.OFFERED:
        return Outcome(places, NotOffered())
    return Outcome(places.put(seated(answer, answer.offered)), Seated(answer.offered))


def decline(places: Places, person: int, now: datetime) -> Outcome:
    """Leave the held seats to the next one.

    Whoever declines one seat because two are wanted keeps the same turn, and waits for both.
    """
    if refusal := _over(places, now):
        return refusal
    answer = places.of(person)
    if answer is None or answer.standing is not Standing.OFFERED:
        return Outcome(places, NotOffered())
    if answer.offered < answer.seats:
        waits = replace(unheld(answer, Standing.WAITING), whole=True)
        after = places.put(waits)
        return fill(after, now, Waiting(after.position(person)))
    return fill(places.put(unheld(answer, Standing.NO)), now, Noted(Choice.NO))


def expire(places: Places, now: datetime) -> Outcome:
    """End the offers that ran out, and offer their seats to the next ones."""
    over = {a.person for a in places.answers if a.offer_ends is not None and a.offer_ends <= now}
    return pass_over(places, over, now)


def pass_over(places: Places, people: Collection[int], now: datetime) -> Outcome:
    """End the offers made to some people, and offer their seats to the next ones."""
    lapsed = tuple(
        unheld(answer, Standing.LAPSED)
        for answer in places.answers
        if answer.standing is Standing.OFFERED and answer.person in people
    )
    for answer in lapsed:
        places = places.put(answer)
    return replace(fill(places, now), lapsed=lapsed)


def keep_waiting(places: Places, person: int, wants: bool) -> Outcome:
    """Note whether a person without a place waits for one at the next café."""
    answer = places.of(person)
    if answer is None or answer.standing not in (Standing.WAITING, Standing.LAPSED):
        return Outcome(places, NotOffered())
    if answer.next_time == wants:
        return Outcome(places, Same())
    return Outcome(places.put(replace(answer, next_time=wants)))


def carry(previous: Places, opened: Places, now: datetime) -> Outcome:
    """Put those who kept waiting at the head of the next café's list, in their order, and offer."""
    for answer in previous.answers:
        waits = answer.standing in (Standing.WAITING, Standing.LAPSED) and answer.next_time
        if waits and opened.of(answer.person) is None:
            place = Answer(answer.person, Standing.WAITING, opened.next_turn, answer.seats)
            opened = opened.put(place)
    return fill(opened, now)


def seated(answer: Answer, seats: int) -> Answer:
    """The answer with its seats taken."""
    return replace(unheld(answer, Standing.SEATED), seats=seats, whole=False, next_time=False)


def unheld(answer: Answer, standing: Standing) -> Answer:
    """The answer in another standing, without any offer."""
    return replace(answer, standing=standing, offered=0, offer_ends=None)


def _over(places: Places, now: datetime) -> Outcome | None:
    if places.cancelled:
        return Outcome(places, Refused(Why.CANCELLED))
    return Outcome(places, Refused(Why.BEGUN)) if now >= places.starts_at else None
