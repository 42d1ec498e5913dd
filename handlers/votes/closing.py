"""A vote falls due: who has not voted is reminded once, then the ballots are counted."""

from __future__ import annotations

from bot.community.votes.ballots import Ballot, approving, ordering
from bot.community.votes.opening import may_vote
from bot.community.votes.publication import Publication, close, written
from bot.community.votes.themes import Theme
from bot.storage import ballots, members, votes
from bot.storage.outbox import Lane
from bot.storage.vote_keys import VoteKey
from bot.storage.votes import State, Vote
from handlers.buttons import Button
from handlers.context import Context
from handlers.routes import Due, Routes
from handlers.votes import card, results
from handlers.votes.ending import end_traces, make_void
from handlers.votes.listing import add_interest
from handlers.votes.names import CLOSING, REMINDER, START, ballot_name
from handlers.votes.titles import titles


def register(on: Routes) -> None:
    """In their order."""
    on.due(REMINDER, remind)
    on.due(CLOSING, close_vote)


async def remind(due: Due, context: Context) -> None:
    """Remind, once, who may vote and has not; who wants no announcements gets none."""
    found = await votes.vote(context.tx, int(due.key))
    key = context.community.vote_keys.find(int(due.key))
    if found is None or found.state is not State.OPEN or key is None:
        return
    present = await _who_may_vote(found, context)
    voted = await ballots.voters(context.tx, key, found.id, present)
    for user_id in sorted(present - voted):
        person = await members.person(context.tx, user_id)
        if person and person.private_chat and not person.unreachable_since and not person.silent:
            await _remind(found, user_id, context)


async def _remind(found: Vote, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    closes = words.moment(found.closes_at.astimezone(context.community.timezone))
    about = card.about(found.seats, words)
    name = f"{ballot_name(found.id, user_id)}:reminder"
    link = context.community.link(f"{START}_{found.id}")
    await context.say(
        user_id,
        words.text("votes.reminder", about=about, closes=closes),
        [[Button(words.label("votes.buttons.vote"), url=link)]],
        message=name,
        key=name,
        lane=Lane.BULK,
        expires_at=found.closes_at,
    )


async def _who_may_vote(found: Vote, context: Context) -> set[int]:
    """Return the members of the opening who still are: asked again at the count."""
    return {
        person.user_id
        for person in await votes.electors(context.tx, found.id)
        if may_vote(is_open=True, was_member=person.was_member, is_member=person.is_member) is None
    }


async def close_vote(due: Due, context: Context) -> None:
    """Count, publish, and leave nothing that ties a ballot to a person: all of it or nothing."""
    found = await votes.vote(context.tx, int(due.key))
    if found is None or found.state is not State.OPEN:
        return
    key = context.community.vote_keys.find(found.id)
    cast = await _ballots(found, key, context) if key is not None else []
    if not cast:
        await make_void(found, "lost" if key is None else "nobody", context)
        return
    themes = await _themes(found, context)
    counted = close(found.id, found.method, found.seats, themes, cast, found.secret)
    await votes.publish(context.tx, found.id, written(counted))
    await ballots.empty(context.tx, found.id)
    await end_traces(found.id, context)
    await _carry_over(counted, context)
    await card.end(found, "closed", context)
    await results.post(counted, context)


async def _ballots(found: Vote, key: VoteKey, context: Context) -> list[Ballot]:
    present = await _who_may_vote(found, context)
    cast = await ballots.among(context.tx, key, found.id, present)
    return [ordering(chosen) if found.is_ranked else approving(chosen) for chosen in cast]


async def _themes(found: Vote, context: Context) -> list[Theme]:
    names = await titles(found.themes, await context.words(), context)
    return [
        Theme(choice.theme_id, names[choice.theme_id], choice.proposed_on, choice.treated_on)
        for choice in found.choices
    ]


async def _carry_over(counted: Publication, context: Context) -> None:
    """Add the voices to the list by priority, where there are enough to tell of nobody."""
    if counted.shows_numbers:
        voices = {place.theme: place.voices for place in counted.tally.order}
        await add_interest(voices, context)
