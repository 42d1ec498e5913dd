"""/statut: where a request stands, in plain words, and what the person can do now."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.storage import screening
from bot.storage.screening import Application
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, pack
from handlers.context import Context
from handlers.members import is_banned, is_member
from moderation.screening.decisions import Status


async def say_status(update: Update, context: Context) -> None:
    """Answer /statut."""
    if update.effective_user is not None:
        await show_status(update.effective_user.id, context)


async def show_status(user_id: int, context: Context) -> None:
    """Say where a person's request stands."""
    words = await context.words(user_id)
    file = await screening.latest(context.tx, user_id)
    if await is_member(user_id, context):
        text, buttons = words.text("screening.status.member"), [[help_card.button(words)]]
    elif await is_banned(user_id, context):
        text, buttons = words.text("screening.status.removed"), [[help_card.button(words)]]
    elif until := await _not_before(user_id, file, context):
        date = words.date(until.astimezone(context.community.timezone))
        text = words.text("screening.status.refused", date=date)
        buttons = [[help_card.button(words)]]
    elif file is None:
        text, buttons = words.text("screening.status.none"), [[ask_button(words)]]
    else:
        text, buttons = await _of_file(file, words, context)
    await context.say(user_id, text, buttons)


async def _not_before(user_id: int, file: Application | None, context: Context) -> datetime | None:
    """Return the day until which a refusal stands, where no newer request is open or accepted."""
    if file is not None and (file.status.is_open or file.status is Status.ACCEPTED):
        return None
    return await screening.refused_until(context.tx, user_id, context.now)


def ask_button(words: Words) -> Button:
    """Return the button by which somebody asks to join."""
    return Button(words.label("screening.buttons.ask_to_join"), pack("door.ask"))


async def _of_file(
    file: Application, words: Words, context: Context
) -> tuple[Html, list[list[Button]]]:
    foot = [help_card.button(words)]
    match file.status:
        case Status.INVITED:
            door = Button(words.label("screening.buttons.open"), pack("door.ask"))
            return words.text("screening.status.invited"), [[door], foot]
        case Status.DRAFT:
            return words.text("screening.status.draft"), [*draft_buttons(file, words)]
        case Status.SENT:
            since = words.span(context.now - (file.sent_at or file.opened_at))
            return words.text("screening.status.sent", since=since), [withdraw(file, words), foot]
        case Status.ASKED:
            detail = await screening.last_detail(context.tx, file.id)
            question = Html.quote(detail.question if detail else "")
            text = words.text("screening.status.asked", question=question)
            return text, [withdraw(file, words), foot]
        case Status.ACCEPTED if file.entered_at is None:
            return _accepted(file, words)
    return words.text("screening.status.ended"), [[ask_button(words)], foot]


def draft_buttons(file: Application, words: Words) -> list[list[Button]]:
    """Return what one can do with a draft put aside."""
    resume = Button(words.label("screening.buttons.resume"), pack("door.ask"))
    return [[resume], withdraw(file, words), [help_card.button(words)]]


def withdraw(file: Application, words: Words) -> list[Button]:
    """Return the row with the button that ends a request at the person's wish."""
    label = words.label("screening.buttons.withdraw")
    return [Button(label, pack("door.withdraw", file.id))]


def _accepted(file: Application, words: Words) -> tuple[Html, list[list[Button]]]:
    renew = Button(words.label("screening.buttons.renew"), pack("door.renew", file.id))
    return words.text("screening.status.accepted"), [[renew], [help_card.button(words)]]
