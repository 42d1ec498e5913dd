"""A café with few places: nobody is forgotten, nobody passes before another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.community.cafes.places import (
    Choice,
    NoRoomForGuest,
    Noted,
    NotOffered,
    Outcome,
    Places,
    Refused,
    Same,
    Seated,
    Standing,
    TooFew,
    Verdict,
    Waiting,
    Why,
    accept,
    answer,
    carry,
    decline,
    expire,
    keep_waiting,
    leave,
    resize,
)
from bot.community.cafes.places.waiting import offer_ends

EAST = ZoneInfo("America/Toronto")
NOON = datetime(2027, 1, 4, 12, tzinfo=EAST)
BEGINS = datetime(2027, 1, 20, 19, tzinfo=EAST)
ANA, LUC, ZOE, MAX, EVE = range(1, 6)
HOUR = timedelta(hours=1)


def cafe(capacity: int | None, *people: int) -> Places:
    """A café to which these people said yes, in this order."""
    places = Places(capacity, BEGINS, BEGINS - 24 * HOUR)
    for person in people:
        places = says(places, person).places
    return places


def says(
    places: Places, person: int, choice: Choice = Choice.YES, *, with_one: bool = False
) -> Outcome:
    return answer(places, person, choice, with_one, NOON)


def standings(places: Places) -> dict[int, Standing]:
    return {answer.person: answer.standing for answer in places.answers}


def test_people_have_places_while_there_are_some() -> None:
    places = cafe(2)
    first = says(places, ANA)
    assert (first.verdict, first.places.free) == (Seated(1), 1)
    second = says(first.places, LUC)
    assert (second.verdict, second.places.free) == (Seated(1), 0)
    third = says(second.places, ZOE)
    assert (third.verdict, third.places.free) == (Waiting(1), 0)
    assert says(third.places, MAX).verdict == Waiting(2)


def test_a_relative_takes_a_second_place() -> None:
    outcome = says(cafe(3, ANA), LUC, with_one=True)
    assert (outcome.verdict, outcome.places.free) == (Seated(2), 0)


def test_where_everyone_fits_nobody_waits() -> None:
    places = cafe(None, ANA, LUC)
    assert says(places, ZOE, with_one=True).verdict == Seated(2)
    assert places.free is None


def test_maybe_and_no_hold_no_place() -> None:
    places = cafe(1)
    assert says(places, ANA, Choice.MAYBE).verdict == Noted(Choice.MAYBE)
    places = says(places, ANA, Choice.MAYBE).places
    assert says(places, LUC).verdict == Seated(1)
    assert (places.count(Standing.MAYBE), places.free) == (1, 1)


def test_the_same_answer_changes_nothing() -> None:
    places = cafe(1, ANA, LUC)
    for person in (ANA, LUC):
        assert says(places, person) == Outcome(places, Same())
    no = says(places, ZOE, Choice.NO).places
    assert says(no, ZOE, Choice.NO) == Outcome(no, Same())


def test_a_freed_place_is_offered_to_the_first_who_waits() -> None:
    places = cafe(1, ANA, LUC, ZOE)
    freed = says(places, ANA, Choice.NO)
    assert freed.verdict == Noted(Choice.NO)
    assert [offer.person for offer in freed.offers] == [LUC]
    assert freed.places.free == 0
    taken = accept(freed.places, LUC, NOON)
    assert taken.verdict == Seated(1)
    assert standings(taken.places) == {
        ANA: Standing.NO,
        LUC: Standing.SEATED,
        ZOE: Standing.WAITING,
    }


def test_yes_on_the_card_takes_the_offered_place() -> None:
    freed = says(cafe(1, ANA, LUC), ANA, Choice.NO).places
    assert says(freed, LUC).verdict == Seated(1)


def test_nobody_takes_a_place_that_is_offered_to_another() -> None:
    freed = says(cafe(1, ANA, LUC), ANA, Choice.NO).places
    assert accept(freed, ZOE, NOON).verdict == NotOffered()
    assert says(freed, ZOE).verdict == Waiting(1)


def test_a_declined_place_goes_to_the_next() -> None:
    freed = says(cafe(1, ANA, LUC, ZOE), ANA, Choice.NO).places
    declined = decline(freed, LUC, NOON)
    assert declined.verdict == Noted(Choice.NO)
    assert [offer.person for offer in declined.offers] == [ZOE]
    assert decline(declined.places, LUC, NOON).verdict == NotOffered()


def test_an_offer_that_runs_out_goes_to_the_next() -> None:
    freed = says(cafe(1, ANA, LUC, ZOE), ANA, Choice.NO)
    (offer,) = freed.offers
    assert offer.offer_ends is not None
    assert expire(freed.places, offer.offer_ends - HOUR).lapsed == ()
    late = expire(freed.places, offer.offer_ends)
    assert [answer.person for answer in late.lapsed] == [LUC]
    assert [answer.person for answer in late.offers] == [ZOE]
    assert standings(late.places)[LUC] is Standing.LAPSED
    again = answer(late.places, LUC, Choice.YES, False, offer.offer_ends)
    assert again.verdict == Waiting(1)


def test_who_wants_two_may_come_alone_or_wait_for_both() -> None:
    places = says(cafe(2, ANA, LUC), ZOE, with_one=True).places
    places = says(places, MAX).places
    one = says(places, ANA, Choice.NO)
    assert [(offer.person, offer.offered) for offer in one.offers] == [(ZOE, 1)]
    assert accept(one.places, ZOE, NOON).verdict == Seated(1)
    waits = decline(one.places, ZOE, NOON)
    assert waits.verdict == Waiting(1)
    assert [(offer.person, offer.offered) for offer in waits.offers] == [(MAX, 1)]
    both = leave(says(waits.places, LUC, Choice.NO).places, MAX, NOON)
    assert [(offer.person, offer.offered) for offer in both.offers] == [(ZOE, 2)]


def test_a_relative_is_added_only_where_nobody_waits() -> None:
    places = cafe(2, ANA)
    assert says(places, ANA, with_one=True).verdict == Seated(2)
    full = says(places, LUC).places
    assert says(full, ANA, with_one=True) == Outcome(full, NoRoomForGuest())
    waited = says(cafe(3, ANA, LUC), ZOE, with_one=True).places
    waited = decline(waited, ZOE, NOON).places
    assert (waited.free, len(waited.waiting)) == (1, 1)
    assert says(waited, ANA, with_one=True).verdict == NoRoomForGuest()


def test_who_asks_for_two_is_not_given_one_without_a_word() -> None:
    asked = says(cafe(2, ANA), LUC, with_one=True)
    assert asked.verdict == Waiting(1)
    assert [(offer.person, offer.offered) for offer in asked.offers] == [(LUC, 1)]


def test_without_the_relative_a_place_is_freed() -> None:
    places = says(cafe(2), ANA, with_one=True).places
    places = says(places, LUC).places
    alone = says(places, ANA)
    assert alone.verdict == Seated(1)
    assert [offer.person for offer in alone.offers] == [LUC]


def test_a_bigger_room_is_offered_in_order() -> None:
    places = cafe(1, ANA, LUC, ZOE, MAX)
    bigger = resize(places, 3, NOON)
    assert [offer.person for offer in bigger.offers] == [LUC, ZOE]


def test_a_smaller_room_puts_nobody_out() -> None:
    places = cafe(3, ANA, LUC)
    assert resize(places, 1, NOON) == Outcome(places, TooFew(2))
    assert resize(places, 2, NOON).places.free == 0


def test_who_leaves_the_group_leaves_a_place() -> None:
    gone = leave(cafe(1, ANA, LUC), ANA, NOON)
    assert [offer.person for offer in gone.offers] == [LUC]
    assert gone.places.of(ANA) is None


@pytest.mark.parametrize(
    ("now", "choice", "verdict"),
    [
        (BEGINS - 24 * HOUR, Choice.YES, Refused(Why.CLOSED)),
        (BEGINS - HOUR, Choice.MAYBE, Noted(Choice.MAYBE)),
        (BEGINS - HOUR, Choice.NO, Noted(Choice.NO)),
        (BEGINS, Choice.NO, Refused(Why.BEGUN)),
        (BEGINS, Choice.YES, Refused(Why.BEGUN)),
    ],
)
def test_registration_closes_before_the_café_begins(
    now: datetime, choice: Choice, verdict: Verdict
) -> None:
    assert answer(cafe(5, ANA), LUC, choice, False, now).verdict == verdict


def test_an_offer_may_still_be_taken_after_registration_closed() -> None:
    late = BEGINS - 5 * HOUR
    freed = answer(cafe(1, ANA, LUC), ANA, Choice.NO, False, late)
    assert accept(freed.places, LUC, late + timedelta(minutes=10)).verdict == Seated(1)
    assert accept(freed.places, LUC, BEGINS).verdict == Refused(Why.BEGUN)


def test_yes_after_registration_closed_still_takes_an_offer() -> None:
    late = BEGINS - 5 * HOUR
    freed = answer(cafe(1, ANA, LUC), ANA, Choice.NO, False, late)
    assert answer(freed.places, LUC, Choice.YES, False, late).verdict == Seated(1)


def test_after_registration_closed_one_may_come_alone_but_not_bring_another() -> None:
    late = BEGINS - 5 * HOUR
    both = says(cafe(3, LUC), ANA, with_one=True).places
    assert answer(both, ANA, Choice.YES, False, late).verdict == Seated(1)
    alone = cafe(3, ANA)
    assert answer(alone, ANA, Choice.YES, True, late).verdict == Refused(Why.CLOSED)


def test_an_offer_may_be_taken_late_while_nobody_else_was_asked() -> None:
    freed = says(cafe(1, ANA, LUC, ZOE), ANA, Choice.NO)
    (offer,) = freed.offers
    assert offer.offer_ends is not None
    assert accept(freed.places, LUC, offer.offer_ends + HOUR).verdict == Seated(1)
    passed = expire(freed.places, offer.offer_ends).places
    assert accept(passed, LUC, offer.offer_ends + HOUR).verdict == NotOffered()


def test_a_cancelled_café_takes_no_answer_and_offers_nothing() -> None:
    places = replace(cafe(1, ANA, LUC), cancelled=True)
    assert says(places, ZOE).verdict == Refused(Why.CANCELLED)
    assert accept(places, LUC, NOON).verdict == Refused(Why.CANCELLED)
    assert leave(places, ANA, NOON).offers == ()


def test_who_kept_waiting_is_first_at_the_next_café() -> None:
    places = cafe(1, ANA, LUC, ZOE, MAX)
    for person in (MAX, LUC):
        places = keep_waiting(places, person, wants=True).places
    assert keep_waiting(places, LUC, wants=True).verdict == Same()
    assert keep_waiting(places, ANA, wants=True).verdict == NotOffered()
    following = carry(places, Places(1, BEGINS + 28 * 24 * HOUR, BEGINS), NOON)
    assert [offer.person for offer in following.offers] == [LUC]
    assert [answer.person for answer in following.places.waiting] == [MAX]
    assert carry(places, following.places, NOON).places == following.places


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        (datetime(2027, 1, 4, 8, tzinfo=EAST), datetime(2027, 1, 4, 20, tzinfo=EAST)),
        (datetime(2027, 1, 4, 12, tzinfo=EAST), datetime(2027, 1, 5, 9, tzinfo=EAST)),
        (datetime(2027, 1, 4, 23, tzinfo=EAST), datetime(2027, 1, 5, 20, tzinfo=EAST)),
        (datetime(2027, 1, 19, 12, tzinfo=EAST), datetime(2027, 1, 19, 14, tzinfo=EAST)),
        (datetime(2027, 1, 20, 14, tzinfo=EAST), datetime(2027, 1, 20, 14, 30, tzinfo=EAST)),
        (datetime(2027, 1, 20, 18, 50, tzinfo=EAST), BEGINS),
    ],
)
def test_an_offer_leaves_time_to_wake_and_ends_before_the_café(
    now: datetime, ends: datetime
) -> None:
    assert offer_ends(now, BEGINS) == ends
