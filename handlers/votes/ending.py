"""The end of a vote: what ties its ballots to people is taken away for good."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import agenda, ballots, inbox, outbox, votes
from bot.storage.votes import Vote
from handlers.context import Context
from handlers.routes import Due, Fact, Routes
from handlers.votes import card
from handlers.votes.names import CLOSING, REMINDER, SWEEP, TURNOUT, ballot_names

AGAIN_AFTER = timedelta(minutes=15)
"""By then the ballots that were on their way to a screen have arrived."""


def register(on: Routes) -> None:
    """Once the closing is written, and once more when everything has settled."""
    on.fact("vote_ended", vote_ended)
    on.due(SWEEP, sweep)


async def end_traces(vote: int, context: Context) -> None:
    """Drop every screen of a ballot, and have the key destroyed after this is written.

    The key cannot go within the transaction that counts: were it undone, no ballot could be read.
    """
    await outbox.erase_named(context.tx, ballot_names(vote))
    await inbox.forget_aside(context.tx, '"data": "ballot.')
    await agenda.cancel(context.tx, vote, CLOSING, REMINDER, TURNOUT)
    await context.tell("vote_ended", str(vote), vote=vote)


async def make_void(found: Vote, how: str, context: Context) -> None:
    """End a vote without counting it, and say so in the group (``how``, a word of the content)."""
    await votes.annul(context.tx, found.id)
    await ballots.empty(context.tx, found.id)
    await end_traces(found.id, context)
    await card.end(found, how, context)


async def vote_ended(fact: Fact, context: Context) -> None:
    """Destroy the key; a start after a kill does this again."""
    vote = fact.content["vote"]
    context.community.vote_keys.destroy(vote)
    context.tx.leave_no_trace()
    await agenda.schedule(context.tx, SWEEP, vote, context.now + AGAIN_AFTER)


async def sweep(due: Due, context: Context) -> None:
    """Drop what was still on its way at the closing, and every former state of the file."""
    await outbox.erase_named(context.tx, ballot_names(int(due.key)))
    context.tx.leave_no_trace()
