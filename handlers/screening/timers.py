"""What falls due around a request, and what becomes of it when its person is gone."""

from __future__ import annotations

from bot.storage import screening
from bot.storage.screening import Application
from handlers import help as help_card
from handlers.context import Context
from handlers.routes import Due, Fact, Routes
from handlers.screening import card, status
from handlers.screening.files import (
    DELAY,
    DETAIL_RETURNS,
    EXPIRY,
    FORGET,
    NUDGE,
    REMINDER,
    UNDO_OVER,
    again,
    close,
    screen_name,
    watch,
)
from moderation.screening.decisions import Status


def register(on: Routes) -> None:
    """The due items in the order of a file's life."""
    on.due(REMINDER, remind)
    on.due(EXPIRY, expire)
    on.due(NUDGE, nudge)
    on.due(DELAY, tell_delay)
    on.due(DETAIL_RETURNS, detail_returns)
    on.due(UNDO_OVER, undo_over)
    on.due(FORGET, forget)
    on.fact("person_gone", person_gone)
    on.fact("person_blocked", person_blocked)


async def _file(due: Due, context: Context) -> Application | None:
    return await screening.application(context.tx, int(due.key))


async def remind(due: Due, context: Context) -> None:
    """Remind, once, that a draft waits."""
    file = await _file(due, context)
    if file is None or file.status is not Status.DRAFT:
        return
    words = await context.words(file.user_id)
    buttons = status.draft_buttons(file, words)
    text = words.text("screening.reminder")
    await context.say(file.user_id, text, buttons, silent=context.is_night)


async def expire(due: Due, context: Context) -> None:
    """End a draft nobody went on with, kindly; a join request that Telegram holds still waits."""
    file = await _file(due, context)
    if file is None or file.status is not Status.DRAFT:
        return
    await close(file, context, status=Status.EXPIRED, decided_at=context.now)
    await screening.forget_answers(context.tx, file.id)
    await context.remove(file.user_id, screen_name(file.user_id))
    words = await context.words(file.user_id)
    buttons = [[status.ask_button(words)], [help_card.button(words)]]
    text = words.text("screening.expired")
    await context.say(file.user_id, text, buttons, silent=context.is_night)


async def nudge(due: Due, context: Context) -> None:
    """Tell moderators that a file waits for a day."""
    file = await _file(due, context)
    if file is not None and file.status is Status.SENT:
        await card.nudge(file, context)


async def tell_delay(due: Due, context: Context) -> None:
    """Tell the person that the promised delay is over and that nobody forgot them."""
    file = await _file(due, context)
    if file is not None and file.status is Status.SENT:
        words = await context.words(file.user_id)
        text = words.text("screening.delayed")
        await context.say(file.user_id, text, [[help_card.button(words)]], silent=context.is_night)


async def detail_returns(due: Due, context: Context) -> None:
    """Give a file back to the moderators when a detail was not answered for a week."""
    file = await _file(due, context)
    if file is None or file.status is not Status.ASKED:
        return
    await screening.update(context.tx, file.id, status=Status.SENT)
    await watch(file, context)
    await card.refresh(await again(file, context), context)
    await card.under_card(file, "card.detail_unanswered", context)


async def undo_over(due: Due, context: Context) -> None:
    """Take the undo button off a card."""
    file = await _file(due, context)
    if file is not None and not file.status.is_open:
        await card.refresh(file, context)


async def forget(due: Due, context: Context) -> None:
    """Destroy the answers of a file that ended; who was not admitted is known by a hash only."""
    file = await _file(due, context)
    if file is None or file.status.is_open:
        return
    await screening.forget_answers(context.tx, file.id)
    if file.status is not Status.ACCEPTED:
        await card.forget_name(file, context)
        await screening.forget_person(context.tx, file.id)


async def person_gone(fact: Fact, context: Context) -> None:
    """Close the file of an account that no longer exists."""
    file = await screening.latest(context.tx, fact.content["user_id"])
    if file is not None and file.status.is_open:
        await close(file, context, status=Status.WITHDRAWN, decided_at=context.now)
        await card.refresh(await again(file, context), context)


async def person_blocked(fact: Fact, context: Context) -> None:
    """Show on the card that the person cannot be written to."""
    file = await screening.latest(context.tx, fact.content["user_id"])
    if file is not None and file.status.waits_for_decision:
        await card.refresh(file, context)
