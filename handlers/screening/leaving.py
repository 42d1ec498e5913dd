"""What people's rights change in requests: erased, no longer allowed, in conflict with a list."""

from __future__ import annotations

from bot.storage import outbox, screening
from bot.storage.screening import Application
from handlers.context import Context
from handlers.routes import Fact, Routes
from handlers.screening import card
from handlers.screening.conflicts import is_news, tell_of_accepted
from handlers.screening.entry import shut_door, way_in
from handlers.screening.files import again, close, decline_request, screen_name
from moderation.screening.decisions import Status


def register(on: Routes) -> None:
    """What the rights of people ask of screening."""
    on.fact("person_erases", person_erases)
    on.fact("consent_withdrawn", consent_withdrawn)
    on.fact("protection_added", protection_added)


async def person_erases(fact: Fact, context: Context) -> None:
    """End what somebody about to be erased had under way; their cards lose their name."""
    user_id = fact.content["user_id"]
    file = await screening.latest(context.tx, user_id)
    if file is None:
        return
    if file.status is Status.ACCEPTED and file.entered_at is None:
        await _shut_the_way_in(file, context)
        await _withdraw(file, context)
    else:
        await _end(file, context)
    for number in await screening.numbers_of(context.tx, user_id):
        await screening.forget_answers(context.tx, number)
        earlier = await screening.application(context.tx, number)
        if earlier is not None:
            await card.forget_name(earlier, context)


async def consent_withdrawn(fact: Fact, context: Context) -> None:
    """Do without what a person allowed no more: their region, or the whole request."""
    user_id = fact.content["user_id"]
    for number in await screening.numbers_of(context.tx, user_id):
        if fact.content["purpose"] == "screening":
            await screening.forget_answers(context.tx, number)
        else:
            await screening.update(context.tx, number, region=None, statistics=False)
    file = await screening.latest(context.tx, user_id)
    if file is not None and fact.content["purpose"] == "screening":
        await _end(file, context)


async def protection_added(fact: Fact, context: Context) -> None:
    """Tell of each request under way whose person a new entry is the first to recognise."""
    entry = fact.content["entry"]
    for file in await screening.waiting(context.tx):
        if await is_news(entry, file, context):
            await card.refresh(file, context)
            await card.under_card(file, "card.conflict_here", context)
            await card.tell_lack(file, context)
    for file in await screening.awaited_inside(context.tx):
        if await is_news(entry, file, context):
            await tell_of_accepted(file, context)


async def _end(file: Application, context: Context) -> None:
    """End a request that is still open, as its person's own withdrawal does."""
    if file.status.is_open:
        await _withdraw(file, context)


async def _withdraw(file: Application, context: Context) -> None:
    await decline_request(file, context)
    await close(file, context, status=Status.WITHDRAWN, decided_at=context.now)
    await screening.forget_answers(context.tx, file.id)
    await context.remove(file.user_id, screen_name(file.user_id))
    await card.refresh(await again(file, context), context)


async def _shut_the_way_in(file: Application, context: Context) -> None:
    """Take back the link of an accepted person, and say so where its button stands.

    The message is changed by its id: its name goes with the person's other traces.
    """
    await shut_door(file, context)
    words = await context.words(file.user_id)
    text = words.text("screening.way_in_shut")
    if await outbox.is_open(context.tx, way_in(file)):
        await context.change(file.user_id, way_in(file), text)
    elif sent := await outbox.message(context.tx, way_in(file)):
        params = {"chat_id": file.user_id, "message_id": sent.message_id, "text": text}
        await context.do("editMessageText", params, file.user_id)
