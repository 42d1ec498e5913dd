"""The last day of a vote in a moderator's own words, read as the moments of cafés are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from telegram import Message

from bot.community.cafes.reading import (
    Ambiguous,
    DayMissing,
    HourMissing,
    NotUnderstood,
    Past,
    Reading,
    Understood,
    read_moment,
)
from bot.community.members import Role
from bot.community.votes.opening import Unfit, closing, unfit_closing
from bot.storage import awaited, votes
from content import Words
from handlers.buttons import Button, Rows, column, number, pack
from handlers.context import Context
from handlers.routes import Pressed, Routes, Where
from handlers.votes.preparing import begin, say_gone

NEAR = timedelta(days=366)


def register(on: Routes) -> None:
    """The button that asks, the message that answers, the choice where two days fit."""
    on.button("vote.day", ask_day, Role.MODERATOR)
    on.messages[Where.PRIVATE].append(take_day)
    on.button("vote.on", choose_day, Role.MODERATOR)


async def ask_day(pressed: Pressed, context: Context) -> None:
    """Ask for the last day in words."""
    await _ask("write_day", pressed.user.id, context)


async def _ask(
    what: str, user_id: int, context: Context, days: tuple[date, ...] = (), **values: str
) -> None:
    """Await a day, with those that were understood to choose from, and the way back."""
    await awaited.expect(context.tx, user_id, "day", 0, context.now)
    words = await context.words(user_id)
    await context.say(user_id, words.text(f"votes.form.{what}", **values), _choices(days, words))


def _choices(days: tuple[date, ...], words: Words) -> Rows:
    buttons = [Button(words.date(day), pack("vote.on", day.toordinal())) for day in days]
    return column([*buttons, Button(words.label("common.buttons.back"), pack("vote.on"))])


async def take_day(message: Message, context: Context) -> bool:
    """Take the day that was asked for."""
    if message.from_user is None or not message.text or message.text.startswith("/"):
        return False
    user_id = message.from_user.id
    waits = await awaited.of(context.tx, user_id, context.now)
    if waits is None or waits.what != "day" or await votes.draft(context.tx, user_id) is None:
        return False
    if await context.role(user_id) < Role.MODERATOR:
        return False
    found = days_of(read_moment(message.text, context.local_now))
    near = [day for day in found if _is_near(day, context)]
    match [day for day in near if _unfit(day, context) is None]:
        case []:
            await _ask_another(near, user_id, context)
        case [day] if len(near) == 1:
            await _take(day, user_id, context)
        case several:
            await _ask("which_day", user_id, context, (*several,))
    return True


async def _ask_another(near: list[date], user_id: int, context: Context) -> None:
    """Say at once why no vote can end on the day that was written, and await another."""
    if not near:
        await _ask("no_day", user_id, context)
        return
    day = (await context.words(user_id)).date(near[0])
    await _ask(f"{_unfit(near[0], context)}_day", user_id, context, day=day)


def _unfit(day: date, context: Context) -> Unfit | None:
    return unfit_closing(context.now, closing(day, context.community.timezone))


def days_of(reading: Reading) -> list[date]:
    """Return the days that a text may mean: a vote closes at its own hour, none is needed."""
    match reading:
        case Understood(start):
            return [start.date()]
        case HourMissing(day) | Past(day):
            return [day]
        case Ambiguous(_, choices):
            return sorted({day for choice in choices for day in days_of(choice)})
        case DayMissing() | NotUnderstood():
            return []


async def choose_day(pressed: Pressed, context: Context) -> None:
    """Take the day that a button names; without one, leave the day as it is."""
    ordinal = number(pressed.args) or 0
    day = date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    if await votes.draft(context.tx, pressed.user.id) is None:
        await say_gone(pressed, context)
    elif day is not None and _is_near(day, context):
        await _take(day, pressed.user.id, context)
    else:
        await _take(None, pressed.user.id, context)


def _is_near(day: date, context: Context) -> bool:
    """Tell whether a day is one that people mean: the calendar itself ends in the year 9999."""
    return abs(day - context.today) <= NEAR


async def _take(day: date | None, user_id: int, context: Context) -> None:
    """Await no day any more, and show the form with the one that was taken."""
    waits = await awaited.of(context.tx, user_id, context.now)
    if waits is not None and waits.what == "day":
        await awaited.end(context.tx, user_id)
    prepared = await votes.draft(context.tx, user_id)
    if prepared is not None and day is not None:
        await votes.keep_draft(context.tx, user_id, replace(prepared, closes_on=day))
    await begin(user_id, context)
