"""What is said to many about a café: begun once, queued in chunks, followed by its host."""

from __future__ import annotations

from collections.abc import Iterable

from bot.community.cafes.reminders import Kind
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
    on.fact("cafe_screens", next_screens)


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
    if _is_over(mailing, cafe):
        return
    people = fact.content["people"]
    for user_id in people[:CHUNK]:
        await _write_to(user_id, mailing, cafe, context)
    if people[CHUNK:]:
        await _go_on(mailing, people[CHUNK:], context)


def _is_over(mailing: Mailing, cafe: Cafe) -> bool:
    """Tell whether a mailing is about a café as it no longer is."""
    if cafe.state is State.CANCELLED:
        return mailing.kind not in letters.SAID_WHEN_CANCELLED
    return mailing.edition != cafe.sequence and mailing.kind not in letters.SAID_AGAIN


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
        reply_to=await letters.beside(mailing.kind, cafe, user_id, context),
        expires_at=letters.holds_until(mailing.kind, cafe, context),
        urgent_from=letters.urgent_from(mailing.kind, cafe),
    )
    await letters.and_then(mailing, cafe, user_id, context)


async def end(cafe: Cafe, context: Context) -> None:
    """Let nothing leave any more that was said of a café that ended: it is missed."""
    await outbox.end_keys(context.tx, f"cafe:{cafe.id}:", context.now)


async def renew(cafe: Cafe, context: Context, *, moved: bool) -> None:
    """Let nothing leave that was said of a café before it changed; say anew what still holds."""
    begun = await mailings.of_cafe(context.tx, cafe.id)
    announced = any(mailing.kind == Kind.ANNOUNCEMENT for mailing in begun)
    again: dict[str, list[int]] = {}
    for mailing in begun:
        if mailing.kind not in letters.ARE_SCREENS:
            continue
        people = await outbox.end_keys(context.tx, mailing.keys, context.now)
        asks_too_early = moved and mailing.kind == letters.NO_ANSWER
        if mailing.kind in letters.SAID_AGAIN and not asks_too_early:
            kind = _as_now(mailing.kind, announced=announced)
            again.setdefault(kind, []).extend(people)
    for kind, people in again.items():
        if people:
            await begin(cafe, kind, people, context)


def _as_now(kind: str, *, announced: bool) -> str:
    """Return the letter that says it now: once all are told, nobody is the first to be."""
    return Kind.ANNOUNCEMENT if announced and kind == Kind.FOLLOWERS else kind


# What people have of a café follows it, without a sound


async def refresh(cafe: Cafe, context: Context) -> None:
    """Bring up to date whatever people have of a café, whether they answered or not."""
    people = await outbox.holders(context.tx, own.name_of_screens(cafe))
    await _refresh(cafe, people, context)


async def next_screens(fact: Fact, context: Context) -> None:
    """Bring up to date one chunk, then leave the rest to the next one."""
    cafe = await programme.known(context.tx, fact.content["cafe"])
    people = fact.content["people"]
    for user_id in people[:CHUNK]:
        if not await outbox.is_open(context.tx, own.name_of_screen(cafe, user_id)):
            await own.refresh(cafe, user_id, context, Lane.BULK)
    await _refresh(cafe, people[CHUNK:], context)


async def _refresh(cafe: Cafe, people: list[int], context: Context) -> None:
    if people:
        key = f"{cafe.id}:{cafe.sequence}:{len(people)}"
        await context.tell("cafe_screens", key, cafe=cafe.id, people=people)


def _went_out(mailing: Mailing) -> bool:
    return mailing.audience > 0 or mailing.kind == Kind.ANNOUNCEMENT


async def lines(cafe: Cafe, words: Words, context: Context) -> list[Html]:
    """Return how far each mailing of a café got, the latest first, for who runs it.

    One that had nobody to go to says nothing.
    """
    found = []
    for mailing in filter(_went_out, await mailings.of_cafe(context.tx, cafe.id)):
        progress = await mailings.progress(context.tx, mailing)
        what = words.label(f"cafes.mailing.{mailing.kind}")
        values = {"what": what, "sent": progress.sent, "audience": progress.audience}
        line = words.text("cafes.mailing.line", **values)
        if progress.failed:
            line = Html(f"{line}{words.count('cafes.mailing.failed', progress.failed)}")
        if progress.missed:
            line = Html(f"{line}{words.count('cafes.mailing.missed', progress.missed)}")
        if progress.uncertain:
            names = ", ".join([await name_of(w, context) for w in progress.uncertain[:NAMED]])
            unsure = words.count("cafes.mailing.uncertain", len(progress.uncertain), names=names)
            line = Html(f"{line}{unsure}")
        found.append(line)
    return found
