"""The waiting list: a freed place is offered for a while, then to the next one."""

from __future__ import annotations

from dataclasses import replace

from bot.community.cafes.places import Answer, Outcome, Standing, carry, expire, pass_over
from bot.community.quiet import awake
from bot.storage import agenda, members
from bot.storage.cafes import answers, programme
from bot.storage.cafes.programme import Cafe, State
from handlers.buttons import Button, column, pack
from handlers.cafes import card, own, saying
from handlers.context import Context
from handlers.routes import Due, Routes

OFFER, OFFERS_END = "cafes.offer", "cafes.offers_end"


def register(on: Routes) -> None:
    """An offer that had to wait for the morning, and the end of offers."""
    on.due(OFFER, offer_in_the_morning)
    on.due(OFFERS_END, end_offers)


async def offer_in_the_morning(due: Due, context: Context) -> None:
    """Make an offer that was kept for the morning, if it still stands."""
    cafe_id, user_id = (int(part) for part in due.key.split(":"))
    cafe = await programme.known(context.tx, cafe_id)
    answer = (await answers.places(context.tx, cafe)).of(user_id)
    stands = answer is not None and answer.standing is Standing.OFFERED
    if context.is_night:
        await agenda.postpone(context.tx, OFFER, due.key, awake(context.local_now))
    elif answer is not None and stands and cafe.state is State.OPEN:
        await _offer(cafe, answer, context)


async def _offer(cafe: Cafe, answer: Answer, context: Context) -> None:
    if answer.offer_ends is None:
        return
    words = await context.words(answer.person)
    text = words.count(
        "cafes.offer",
        answer.offered,
        when=saying.moment(cafe.start, words, context),
        until=saying.moment(answer.offer_ends, words, context),
    )
    buttons = [
        Button(words.label("cafes.buttons.take"), pack("cafes.take", cafe.id)),
        Button(words.label("cafes.buttons.leave"), pack("cafes.leave", cafe.id)),
    ]
    key = f"cafe:{cafe.id}:offer:{answer.person}:{context.row.key}"
    ends = answer.offer_ends
    await context.say(answer.person, text, column(buttons), key=key, expires_at=ends)


async def _tell_lapsed(cafe: Cafe, answer: Answer, context: Context) -> None:
    if await _can_be_told(answer.person, context):
        words = await context.words(answer.person)
        text = words.text("cafes.lapsed", when=saying.moment(cafe.start, words, context))
        buttons = card.answer_buttons(cafe, words)
        await context.say(answer.person, text, buttons, silent=context.is_night)


async def _can_be_told(user_id: int, context: Context) -> bool:
    person = await members.person(context.tx, user_id)
    return person is not None and person.private_chat


async def end_offers(due: Due, context: Context) -> None:
    """End the offers that ran out; their places go to the next ones."""
    cafe = await programme.known(context.tx, int(due.key))
    if cafe.state is not State.OPEN:
        return
    places = await answers.places(context.tx, cafe)
    await settle(cafe, expire(places, context.local_now), context)


async def bring_over(previous: Cafe, following: Cafe, context: Context) -> None:
    """Put those who kept waiting at the head of the next café's list."""
    places = await answers.places(context.tx, following)
    before = await answers.places(context.tx, previous)
    await settle(following, carry(before, places, context.local_now), context)


async def settle(cafe: Cafe, outcome: Outcome, context: Context, person: int | None = None) -> None:
    """Write what was decided and tell whom it concerns; ``person`` is who acted, if somebody."""
    outcome = await _to_who_can_be_told(outcome, context)
    before = await answers.places(context.tx, cafe)
    changed = outcome.changed(before)
    await answers.store(context.tx, cafe.id, changed, context.now)
    if outcome.places != before:
        await card.refresh(cafe, context)
    for answer in changed:
        await own.follow(cafe, answer, context, acted=answer.person == person)
    await _follow(cafe, outcome, context)


async def _to_who_can_be_told(outcome: Outcome, context: Context) -> Outcome:
    """Hold no place for somebody who would never know: it goes to the next one at once."""
    while mute := [a for a in outcome.offers if not await _can_be_told(a.person, context)]:
        after = pass_over(outcome.places, {answer.person for answer in mute}, context.local_now)
        offers = (*(a for a in outcome.offers if a not in mute), *after.offers)
        lapsed = (*outcome.lapsed, *after.lapsed)
        outcome = replace(outcome, places=after.places, offers=offers, lapsed=lapsed)
    return outcome


async def _follow(cafe: Cafe, outcome: Outcome, context: Context) -> None:
    """Tell who is offered a place, and who let one pass; see to it that offers end."""
    for answer in outcome.offers:
        if context.is_night:
            ring_at, until = awake(context.local_now), answer.offer_ends
            await agenda.schedule(context.tx, OFFER, f"{cafe.id}:{answer.person}", ring_at, until)
        else:
            await _offer(cafe, answer, context)
    for answer in outcome.lapsed:
        await _tell_lapsed(cafe, answer, context)
    ends = [a.offer_ends for a in outcome.places.answers if a.offer_ends is not None]
    if ends:
        await agenda.schedule(context.tx, OFFERS_END, cafe.id, min(ends))
