"""What falls due around a café: its announcement, its reminders, the evening, the day after."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime, time, timedelta
from typing import Any

from bot.community.cafes.places import Places, Standing
from bot.community.cafes.reminders import URGENT, Kind, plan, rings_at
from bot.community.quiet import awake
from bot.storage import agenda
from bot.storage.cafes import answers, attendance, chosen, mailings, programme
from bot.storage.cafes.programme import Cafe, State
from handlers.cafes import card, evening, feedback, letters, mailing, saying, waiting
from handlers.context import Context
from handlers.routes import Due, Fact, Routes

BEGINS, NEWS, NOT_CLOSED = "cafes.begins", "cafes.news", "cafes.not_closed"
CANCELLED, NEW_DAY = "cafes.cancelled", "cafes.new_day"
ANNOUNCED_AHEAD = timedelta(days=30)
"""How long before its evening a café of a series is announced."""

HEAD_START = timedelta(hours=1)
"""How long those who follow a theme know of its café before the group does."""

TO_CHANGE_MORE = timedelta(minutes=5)
"""How long news of a change waits for the next change, so that people are told once."""

CLOSED_WITHIN = timedelta(hours=14)
SAID_WITHIN = timedelta(days=4)
"""How long after its end a café's feedback is waited for."""

OnCafe = Callable[[Cafe, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """In the order in which things fall due."""
    for kind, act in (
        (Kind.ANNOUNCEMENT, announce),
        (Kind.WEEK_BEFORE, remind_a_week_before),
        (Kind.DAY_BEFORE, _remind(Kind.DAY_BEFORE)),
        (Kind.HOUR_BEFORE, _remind(Kind.HOUR_BEFORE)),
        (Kind.FEEDBACK, _ask_who_came(Kind.FEEDBACK)),
        (Kind.CHECK_IN, _ask_who_came(Kind.CHECK_IN)),
    ):
        on.due(_due(kind), _by_day(_due(kind), act))
    on.fact("theme_followers", invite_followers)
    on.due(NEW_DAY, _of_cafe(turn_page))
    on.due(BEGINS, _of_cafe(begin))
    on.due(NEWS, _of_cafe(tell_change_when_awake))
    on.due(CANCELLED, tell_cancelled)
    on.due(NOT_CLOSED, _by_day(NOT_CLOSED, evening.recall))


def _due(kind: Kind) -> str:
    return f"cafes.{kind}"


def _of_cafe(act: OnCafe) -> Callable[[Due, Context], Coroutine[Any, Any, None]]:
    async def run(due: Due, context: Context) -> None:
        cafe = await programme.cafe(context.tx, int(due.key))
        if cafe is not None and cafe.state in (State.OPEN, State.HELD):
            await act(cafe, context)

    return run


def _by_day(name: str, act: OnCafe) -> Callable[[Due, Context], Coroutine[Any, Any, None]]:
    """What comes late and at night, because the bot was down, waits for the morning."""

    async def run(cafe: Cafe, context: Context) -> None:
        if context.is_night:
            await agenda.postpone(context.tx, name, cafe.id, awake(context.local_now))
        else:
            await act(cafe, context)

    return _of_cafe(run)


async def schedule(cafe: Cafe, context: Context, *, announce_at: datetime | None = None) -> None:
    """Put on the agenda all that is still to be said; the announcement only where it has a time."""
    start, end, now = cafe.start, cafe.end, context.local_now
    await agenda.cancel(context.tx, cafe.id, *(_due(kind) for kind in Kind))
    for due in plan(saying.local(start, context), saying.local(end, context), now):
        at = announce_at if due.kind is Kind.ANNOUNCEMENT else due.at
        if at is not None:
            await agenda.schedule(context.tx, _due(due.kind), cafe.id, at, due.expires_at)
    await _schedule_new_day(cafe, context)
    await agenda.schedule(context.tx, BEGINS, cafe.id, start, end + timedelta(days=2))
    await agenda.schedule(context.tx, feedback.INTEREST, cafe.id, end + SAID_WITHIN)
    await agenda.schedule(
        context.tx, NOT_CLOSED, cafe.id, awake(saying.local(end + CLOSED_WITHIN, context))
    )


async def open_cafe(cafe: Cafe, context: Context, *, ahead: bool = False) -> Cafe:
    """Open a café to answers and see to its announcement, now or some weeks ahead."""
    theme_id, edition = cafe.theme_id, None
    if theme_id is None and not cafe.theme:
        theme_id, edition = await chosen.first_waiting(context.tx), cafe.sequence
    if theme_id is not None:
        await chosen.give(context.tx, theme_id, cafe.id, edition)
    await programme.update(
        context.tx, cafe.id, context.now, state=State.OPEN, theme_id=theme_id, rule=""
    )
    cafe = await programme.known(context.tx, cafe.id)
    announce_at = context.local_now
    if ahead:
        announce_at = max(announce_at, saying.local(cafe.start, context) - ANNOUNCED_AHEAD)
    await schedule(cafe, context, announce_at=awake(announce_at))
    return cafe


# What is due


async def announce(cafe: Cafe, context: Context) -> None:
    """Announce a café to everyone, or first to those who follow its theme."""
    waiting_theme = await chosen.first_waiting(context.tx)
    if waiting_theme is not None and cafe.theme_id is None and not cafe.theme:
        cafe = await take_theme(cafe, waiting_theme, context)
    begun = await mailings.first(context.tx, cafe.id, Kind.FOLLOWERS)
    if begun or cafe.theme_id is None or cafe.start - context.now < URGENT:
        await announce_to_all(cafe, context)
        return
    edition = cafe.sequence
    await mailings.begin(context.tx, cafe.id, Kind.FOLLOWERS, edition, 0, context.now)
    # Should nobody answer, the café is announced all the same.
    later = awake(context.local_now + HEAD_START)
    await agenda.postpone(context.tx, _due(Kind.ANNOUNCEMENT), cafe.id, later)
    about = {"cafe_id": cafe.id, "theme_id": cafe.theme_id}
    await context.tell("theme_scheduled", f"{cafe.id}:{cafe.theme_id}", **about)


async def invite_followers(fact: Fact, context: Context) -> None:
    """Write to the people who follow the theme of a café about to be announced."""
    cafe = await programme.known(context.tx, fact.content["cafe_id"])
    begun = await mailings.first(context.tx, cafe.id, Kind.FOLLOWERS)
    if begun is None or cafe.state is not State.OPEN:
        return
    if await mailings.first(context.tx, cafe.id, Kind.ANNOUNCEMENT) is not None:
        return  # after a long stop the announcement, due meanwhile, went to everybody
    people = await mailings.wanting(context.tx, fact.content["people"])
    await mailing.go_to(begun, people, context)
    if not people:
        await agenda.cancel(context.tx, cafe.id, _due(Kind.ANNOUNCEMENT))
        await announce_to_all(cafe, context)


async def announce_to_all(cafe: Cafe, context: Context) -> None:
    """Put the card in the group, write to the members, and let those in who kept waiting."""
    await card.post(cafe, context)
    invited = await mailings.written_to(context.tx, cafe.id, Kind.FOLLOWERS)
    wanting = [who for who in await mailings.wanting(context.tx) if who not in invited]
    await mailing.begin(cafe, Kind.ANNOUNCEMENT, wanting, context)
    previous = await programme.before(context.tx, cafe, context.now)
    if previous is not None:
        await waiting.bring_over(previous, cafe, context)


async def turn_page(cafe: Cafe, context: Context) -> None:
    """Say on the card how many days are left, each day until the evening."""
    if context.now < cafe.start:
        await card.refresh(cafe, context)
    await _schedule_new_day(cafe, context)


async def _schedule_new_day(cafe: Cafe, context: Context) -> None:
    tomorrow = context.today + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time.min, context.community.timezone)
    if midnight < cafe.start:
        await agenda.schedule(context.tx, NEW_DAY, cafe.id, midnight)


async def remind_a_week_before(cafe: Cafe, context: Context) -> None:
    """Remind those who host or said yes, and ask once those who said nothing."""
    places = await answers.places(context.tx, cafe)
    await _remind(Kind.WEEK_BEFORE)(cafe, context)
    said = {*cafe.hosts, *(answer.person for answer in places.answers)}
    silent = [who for who in await mailings.wanting(context.tx) if who not in said]
    await mailing.begin(cafe, letters.NO_ANSWER, silent, context)


def _remind(kind: Kind) -> OnCafe:
    async def remind(cafe: Cafe, context: Context) -> None:
        places = await answers.places(context.tx, cafe)
        people = await mailings.wanting(context.tx, {*cafe.hosts, *_coming(places)})
        await mailing.begin(cafe, kind, people, context)

    return remind


async def begin(cafe: Cafe, context: Context) -> None:
    """The evening begins: the count at the door for the host; who waits is kept for the next."""
    if cafe.state is not State.OPEN:
        return
    await card.refresh(cafe, context)
    await evening.call(cafe, context)
    following = await programme.after(context.tx, cafe, context.now)
    if following is not None:
        await waiting.bring_over(cafe, following, context)


def _ask_who_came(kind: Kind) -> OnCafe:
    async def ask(cafe: Cafe, context: Context) -> None:
        places = await answers.places(context.tx, cafe)
        came = await attendance.was_there(context.tx, cafe.id) or _coming(places)
        await mailing.begin(cafe, kind, await mailings.wanting(context.tx, came), context)

    return ask


def _coming(places: Places) -> set[int]:
    return {a.person for a in places.answers if a.standing is Standing.SEATED}


# Changes


async def changed(
    cafe: Cafe, was: Cafe, context: Context, stands_from: datetime | None = None
) -> Cafe:
    """Follow a change of an open café: the card at once, people once, a little later.

    What can still be taken back until ``stands_from`` is told to nobody before.
    """
    values = {"sequence": cafe.sequence + 1, "known_start": _known_start(was)}
    await programme.update(context.tx, cafe.id, context.now, **values)
    cafe = await programme.known(context.tx, cafe.id)
    moved = (cafe.start, cafe.end) != (was.start, was.end)
    if moved:
        waits = await agenda.item(context.tx, _due(Kind.ANNOUNCEMENT), cafe.id)
        announce_at = waits.due_at if waits and waits.state == "waiting" else None
        await schedule(cafe, context, announce_at=announce_at)
    await mailing.renew(cafe, context, moved=moved)
    await mailing.refresh(cafe, context)
    await card.refresh(cafe, context)
    if cafe.theme_id != was.theme_id:
        await _follow_theme(cafe, context)
    told_at = max(context.now + TO_CHANGE_MORE, stands_from or context.now)
    moment = rings_at(saying.local(told_at, context), _expected_at(cafe, context))
    await agenda.schedule(context.tx, NEWS, cafe.id, moment)
    return cafe


async def _follow_theme(cafe: Cafe, context: Context) -> None:
    """Let the theme that a vote had given wait for another café; the one set here waits no more."""
    await chosen.set_free(context.tx, cafe.id, but=cafe.theme_id)
    if cafe.theme_id is not None:
        await chosen.give(context.tx, cafe.theme_id, cafe.id)


async def take_theme(
    cafe: Cafe, theme_id: int, context: Context, stands_from: datetime | None = None
) -> Cafe:
    """Give a café that has no theme one that a vote chose."""
    await chosen.give(context.tx, theme_id, cafe.id, cafe.sequence + 1)
    return await _set_theme(cafe, theme_id, context, stands_from)


async def give_theme_back(cafe: Cafe, edition: int, context: Context) -> None:
    """Take a theme off a café, of which it had made an edition; nobody hears of what is undone."""
    only_change = cafe.sequence == edition and cafe.told == edition - 1
    after = await _set_theme(cafe, None, context)
    if only_change:
        await programme.update(context.tx, cafe.id, context.now, told=after.sequence)
        await agenda.cancel(context.tx, cafe.id, NEWS)


async def _set_theme(
    cafe: Cafe, theme_id: int | None, context: Context, stands_from: datetime | None = None
) -> Cafe:
    await programme.update(context.tx, cafe.id, context.now, theme_id=theme_id)
    after = await programme.known(context.tx, cafe.id)
    return await changed(after, cafe, context, stands_from)


def _known_start(was: Cafe) -> datetime:
    """Return the beginning that people know: they were told nothing since the change before."""
    untold = was.told != was.sequence and was.known_start is not None
    return was.expected_at if untold else was.start


def _expected_at(cafe: Cafe, context: Context) -> datetime:
    return saying.local(cafe.expected_at, context)


def may_ring(cafe: Cafe, context: Context) -> bool:
    """Tell whether news of a change or a cancellation may go now."""
    return rings_at(context.local_now, _expected_at(cafe, context)) == context.local_now


async def tell_change_when_awake(cafe: Cafe, context: Context) -> None:
    """Tell of the changes, in the morning where they came late and are not urgent."""
    if may_ring(cafe, context):
        await tell_change(cafe, context)
    else:
        await agenda.postpone(context.tx, NEWS, cafe.id, awake(context.local_now))


async def tell_change(cafe: Cafe, context: Context) -> None:
    """Tell everyone who answered, once for all the changes made since they were last told."""
    if cafe.told == cafe.sequence or cafe.state is not State.OPEN:
        return
    await programme.update(context.tx, cafe.id, context.now, told=cafe.sequence)
    await agenda.cancel(context.tx, cafe.id, NEWS)
    await mailing.begin(cafe, letters.CHANGED, await _concerned(cafe, context), context)


async def cancel(cafe: Cafe, context: Context) -> Cafe:
    """Cancel a café: nothing more falls due, the card says so, everyone who answered is told."""
    cancelled = await _end(cafe, context, known_start=_known_start(cafe))
    moment = rings_at(context.local_now, _expected_at(cancelled, context))
    await agenda.schedule(context.tx, CANCELLED, cafe.id, moment)
    return cancelled


async def was_not_held(cafe: Cafe, context: Context) -> Cafe:
    """End a café that is past and did not take place: nothing more falls due."""
    return await _end(cafe, context, not_held_at=context.now)


async def _end(cafe: Cafe, context: Context, **values: datetime) -> Cafe:
    names = (*(_due(kind) for kind in Kind), BEGINS, NEWS, NOT_CLOSED)
    names = (*names, NEW_DAY, feedback.INTEREST, waiting.OFFERS_END)
    await agenda.cancel(context.tx, cafe.id, *names)
    await programme.update(
        context.tx,
        cafe.id,
        context.now,
        state=State.CANCELLED,
        sequence=cafe.sequence + 1,
        **values,
    )
    await card.call_off(cafe, context)
    await chosen.set_free(context.tx, cafe.id)
    ended = await programme.known(context.tx, cafe.id)
    await mailing.end(ended, context)
    await mailing.refresh(ended, context)
    await card.refresh(ended, context)
    return ended


async def tell_cancelled(due: Due, context: Context) -> None:
    """Tell everyone who answered that the café does not take place."""
    cafe = await programme.known(context.tx, int(due.key))
    if may_ring(cafe, context):
        await mailing.begin(cafe, letters.CANCELLED, await _concerned(cafe, context), context)
    else:
        await agenda.postpone(context.tx, CANCELLED, cafe.id, awake(context.local_now))


async def _concerned(cafe: Cafe, context: Context) -> list[int]:
    """Return who answered, hosts or has the calendar file; in silence too: they would come."""
    places = await answers.places(context.tx, cafe)
    people = {*cafe.hosts, *(answer.person for answer in places.answers)}
    people |= await answers.with_calendar(context.tx, cafe.id)
    return await mailings.reachable(context.tx, people)
