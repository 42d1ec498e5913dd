"""What is said to many about a café: begun once, queued in chunks, followed by its host."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage import outbox
from bot.storage.cafes import mailings, programme
from bot.storage.cafes.mailings import CHUNK, Mailing
from bot.storage.cafes.programme import Cafe, State
from bot.storage.outbox import Lane
from content import Html, Words
from handlers.cafes import letters, own
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Fact, Routes

NAMED = 30
"""How many people of whom nothing is known are named: a message has its limits."""


def register(on: Routes) -> None:
    """A mailing goes on chunk by chunk, behind whatever else arrived meanwhile."""
    on.fact("cafe_mailing", next_chunk)


async def begin(cafe: Cafe, kind: str, people: Iterable[int], context: Context) -> None:
    """Begin a mailing of a kind about a café as it stands; a second beginning does nothing."""
    rest = list(people)
    mailing = await mailings.begin(context.tx, cafe.id, kind, cafe.sequence, len(rest), context.now)
    if mailing is not None and rest:
        await _go_on(mailing, rest, context)


async def go_to(mailing: Mailing, people: list[int], context: Context) -> None:
    """Send a mailing that was begun before anybody knew to whom."""
    await mailings.set_audience(context.tx, mailing, len(people))
    if people:
        await _go_on(mailing, people, context)


async def next_chunk(fact: Fact, context: Context) -> None:
    """Queue the messages of one chunk, then leave the rest to the next one."""
    mailing = await mailings.mailing(context.tx, fact.content["mailing"])
    if mailing is None:
        return
    cafe = await programme.known(context.tx, mailing.cafe_id)
    if cafe.state is State.CANCELLED and mailing.kind not in letters.SAID_WHEN_CANCELLED:
        return
    people = fact.content["people"]
    for user_id in people[:CHUNK]:
        await _write_to(user_id, mailing, cafe, context)
    if people[CHUNK:]:
        await _go_on(mailing, people[CHUNK:], context)


async def _go_on(mailing: Mailing, people: list[int], context: Context) -> None:
    key = f"{mailing.id}:{len(people)}"
    await context.tell("cafe_mailing", key, mailing=mailing.id, people=people)


async def _write_to(user_id: int, mailing: Mailing, cafe: Cafe, context: Context) -> None:
    text, buttons = await letters.letter(mailing.kind, cafe, user_id, context)
    is_screen = mailing.kind in letters.ARE_SCREENS
    await context.say(
        user_id,
        text,
        buttons,
        message=own.name_of_screen(cafe, user_id) if is_screen else None,
        key=f"{mailing.keys}{user_id}",
        lane=Lane.BULK,
        repeatable=False,
        silent=await letters.is_silent(mailing.kind, user_id, context),
    )
    await letters.and_then(mailing, cafe, user_id, context)


async def call_off(cafe: Cafe, context: Context) -> None:
    """Drop what has not left yet of a café's mailings."""
    for mailing in await mailings.of_cafe(context.tx, cafe.id):
        await outbox.call_off(context.tx, mailing.keys)


async def lines(cafe: Cafe, words: Words, context: Context) -> list[Html]:
    """Return how far each mailing of a café got, the latest first, for who runs it."""
    found = []
    for mailing in await mailings.of_cafe(context.tx, cafe.id):
        progress = await mailings.progress(context.tx, mailing)
        what = words.label(f"cafes.mailing.{mailing.kind}")
        values = {"what": what, "sent": progress.sent, "audience": progress.audience}
        line = words.text("cafes.mailing.line", **values)
        if progress.failed:
            line = Html(f"{line}{words.count('cafes.mailing.failed', progress.failed)}")
        if progress.uncertain:
            names = ", ".join([await name_of(w, context) for w in progress.uncertain[:NAMED]])
            unsure = words.count("cafes.mailing.uncertain", len(progress.uncertain), names=names)
            line = Html(f"{line}{unsure}")
        found.append(line)
    return found
