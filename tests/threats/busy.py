"""The town at work: cafés to come, a vote under way, and rows of other people in every feature."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.community.cafes.places import Answer, Standing
from bot.community.votes.elections import Method
from bot.storage import (
    appeals,
    awaited,
    ballots,
    pauses,
    proposals,
    reports,
    themes,
    threads,
    votes,
)
from bot.storage.cafes import answers, programme
from bot.storage.conduct import cases, evidence
from bot.storage.database import Transaction
from bot.storage.privacy import incidents, protection
from bot.storage.privacy import proposals as pairs
from bot.storage.vote_keys import VoteKey
from bot.storage.votes import Choice
from tests.threats.town import Town, town


@asynccontextmanager
async def busy_town(folder: Path) -> AsyncIterator[Town]:
    """Open the town with two cafés to come and a vote under way."""
    async with town(folder) as there:
        now, team = there.clock.time, there.people["moderator"].id
        starts = now + timedelta(days=3)
        dated = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
        async with there.bot.db.transaction() as tx:
            for who in (there.people["host"].id, team):
                await programme.create(tx, team, now, state="open", host_id=who, **dated)
            choices = [Choice(t.id, now.date(), None) for t in await themes.standing(tx)]
            closes = now + timedelta(days=7)
            await votes.open_vote(tx, Method.APPROVAL, 1, choices, "secret", team, now, closes)
        there.bot.application.community.vote_keys.make(1)
        yield there


@asynccontextmanager
async def lively_town(folder: Path) -> AsyncIterator[Town]:
    """Open the busy town where other people than the forgers have something in every feature."""
    async with busy_town(folder) as there:
        async with there.bot.db.transaction() as tx:
            await _cafes(tx, there)
            await _votes(tx, there)
            await _conduct(tx, there)
            await _words(tx, there)
        yield there


WORDS = "motsdautrui"
"""Stands in everything that other people wrote: no forger is ever told it."""

OTHERS = ("suspended", "host")
"""Whose ballots lie there."""


def vote_key(there: Town) -> VoteKey:
    """Return the key of the vote under way."""
    key = there.bot.application.community.vote_keys.find(1)
    assert key is not None
    return key


async def _cafes(tx: Transaction, there: Town) -> None:
    """Somebody comes; a third café is full, with somebody who waits."""
    now = there.clock.time
    suspended, host = there.people["suspended"].id, there.people["host"].id
    starts = now + timedelta(days=5)
    dated = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    team = there.people["moderator"].id
    full = await programme.create(tx, team, now, state="open", capacity=1, **dated)
    await answers.store(tx, 1, [Answer(suspended, Standing.SEATED, 1)], now)
    await answers.take_calendar(tx, 1, suspended)
    standing = [Answer(host, Standing.SEATED, 1), Answer(suspended, Standing.WAITING, 2)]
    await answers.store(tx, full.id, standing, now)


async def _votes(tx: Transaction, there: Town) -> None:
    """Two people voted, one follows a theme, one proposed another."""
    for role in OTHERS:
        await ballots.cast(tx, vote_key(there), 1, there.people[role].id, (1, 2))
    host = there.people["host"].id
    await themes.support(tx, 1, host)
    await proposals.propose(tx, host, f"Un thème à lire {WORDS}", "fr", there.clock.time)


async def _conduct(tx: Transaction, there: Town) -> None:
    """A message is held and reported; a decision is appealed; somebody went on a pause."""
    now = there.clock.time
    suspended, host = there.people["suspended"].id, there.people["host"].id
    held = await cases.open_case(tx, suspended, now, article=3, rule="phone")
    kept = await evidence.add(
        tx, held.id, source="hold", text=f"un texte retenu {WORDS}", message_id=77, now=now
    )
    await evidence.add_finding(tx, held.id, kept, "phone", 3, WORDS, now)
    report = await reports.add(tx, held.id, host, "hurt", now)
    await reports.set_words(tx, report, WORDS)
    decided = await cases.open_case(tx, host, now, article=4)
    await cases.update(tx, decided.id, step=2, decided_at=now)
    await cases.note_act(tx, decided.id, there.people["moderator"].id, "warning", now)
    await appeals.make(tx, decided.id, host, now)
    await appeals.set_words(tx, decided.id, f"je fais appel {WORDS}")
    await awaited.expect(tx, suspended, "appeal", held.id, now)
    await pauses.begin(tx, suspended, now, now + timedelta(days=9))


async def _words(tx: Transaction, there: Town) -> None:
    """A question waits for a person, a list is kept, an incident noted, two persons awaited."""
    now = there.clock.time
    asked = await threads.open_thread(tx, there.people["suspended"].id, "fr", now)
    await threads.add(tx, asked.id, f"ma question {WORDS}", now)
    listed = protection.forms_of_name(tx, "Jean Untel")
    await protection.add(tx, there.people["host"].id, "name", listed, now)
    noted = await incidents.begin(tx, there.people["coordinator"].id, now)
    await incidents.write_field(tx, noted.id, "data", WORDS)
    tomorrow = now + timedelta(days=1)
    await pairs.propose(tx, "open", "2", there.people["moderator"].id, now, tomorrow)
