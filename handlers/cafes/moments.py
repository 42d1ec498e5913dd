"""When a café is: read from what somebody writes, never guessed, always echoed in full."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

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
from bot.storage.cafes.programme import Cafe
from bot.storage.cafes.prompts import Prompt
from content import Html, Words
from handlers.buttons import Button, column, number, pack
from handlers.cafes import asking, fields, saying
from handlers.cafes.asking import Taker
from handlers.cafes.pressing import by_who_runs_it, toast
from handlers.context import Context
from handlers.routes import Pressed, Routes

LASTS = timedelta(hours=2)
"""How long an evening lasts where nobody says."""


def register(on: Routes) -> None:
    """What a moment read so is confirmed with, or chosen with."""
    on.button("desk.date", by_who_runs_it(set_date, *fields.EDITABLE), Role.MEMBER)
    on.button("desk.day", by_who_runs_it(set_day, *fields.EDITABLE), Role.MEMBER)
    on.button("desk.closing", by_who_runs_it(set_closing, *fields.EDITABLE), Role.MEMBER)


async def take_moment(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Read a date and an hour, with what was said before where it was not enough."""
    said = f"{prompt.said}, {text}" if prompt.said else text
    reading = read_moment(said, context.local_now)
    await answer(cafe, prompt.what, reading, said, message.chat_id, context)


async def answer(
    cafe: Cafe, field: str, reading: Reading, said: str, user_id: int, context: Context
) -> None:
    """Echo the moment that was understood, or ask for what is missing or doubtful."""
    words = await context.words(user_id)
    buttons: list[Button] = []
    keep = ""
    match reading:
        case Understood(start, end):
            text = _echo(field, start, end or start + LASTS, words, context)
            buttons.append(_choice(cafe, field, reading, words.label("cafes.buttons.right")))
        case Ambiguous(why, choices):
            text = words.text(f"cafes.ask.doubt_{why}")
            for choice in choices:
                buttons.append(_choice(cafe, field, choice, _label(choice, words, context)))
        case HourMissing(day):
            text, keep = words.text("cafes.ask.hour", day=words.date(day)), words.date(day)
        case DayMissing(hour):
            text = words.text("cafes.ask.day")
            keep = said or (f"{hour:%H h %M}" if hour else "")
        case Past(day):
            text = words.text("cafes.ask.past", day=words.date(day))
        case NotUnderstood():
            text = words.text("cafes.ask.not_understood")
    buttons.append(Button(words.label("common.buttons.back"), pack("desk.show", cafe.id)))
    await asking.ask(cafe, field, text, user_id, context, column(buttons), keep)


def _echo(field: str, start: datetime, end: datetime, words: Words, context: Context) -> Html:
    countdown = saying.countdown(saying.local(start, context).date(), words, context)
    if field == "closing":
        moment = saying.moment(start, words, context)
        return words.text("cafes.ask.echo_closing", when=moment, countdown=countdown)
    period = saying.period(start, end, words, context)
    return words.text("cafes.ask.echo", when=period, countdown=countdown)


def _choice(cafe: Cafe, field: str, choice: Understood | HourMissing, label: str) -> Button:
    if isinstance(choice, HourMissing):
        return Button(label, pack("desk.day", cafe.id, choice.day.toordinal(), field))
    start = int(choice.start.timestamp())
    if field == "closing":
        return Button(label, pack("desk.closing", cafe.id, start))
    return Button(label, pack("desk.date", cafe.id, start, _minutes(choice)))


def _minutes(choice: Understood) -> int:
    """Return how long the evening lasts, in minutes, by what was said or by habit."""
    lasts = choice.end - choice.start if choice.end else LASTS
    return int(lasts.total_seconds()) // 60


def _label(choice: Understood | HourMissing, words: Words, context: Context) -> str:
    if isinstance(choice, HourMissing):
        return words.date(choice.day)
    day = saying.local(choice.start, context)
    return f"{words.date(day.date())}, {words.time(day)}"


async def set_date(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Take the date that somebody confirmed, if it is still to come."""
    start, minutes = _moment(pressed), number(pressed.args, 2) or 0
    if start is None or not 0 < minutes <= 24 * 60:
        return
    if start <= context.now:
        await toast("past", pressed, context, alert=True)
        return
    await asking.stop(pressed.user.id, context)
    end = start + timedelta(minutes=minutes)
    values = {"starts_at": start, "ends_at": end}
    if cafe.closes_at is not None and cafe.closes_at > start:
        values["closes_at"] = start
    await fields.put(cafe, pressed.user.id, context, **values)


async def set_day(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Take the day chosen among several, and ask for the hour."""
    ordinal, field = number(pressed.args, 1) or 0, pressed.args[-1]
    if not 1 <= ordinal <= date.max.toordinal() or field not in TAKERS:
        return
    day = date.fromordinal(ordinal)
    await answer(cafe, field, HourMissing(day), "", pressed.user.id, context)


async def set_closing(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Take when registration closes: before the beginning."""
    closes = _moment(pressed)
    if closes is None or closes <= context.now or (cafe.starts_at and closes > cafe.starts_at):
        await toast("closing_late", pressed, context, alert=True)
        return
    await asking.stop(pressed.user.id, context)
    await fields.put(cafe, pressed.user.id, context, closes_at=closes)


def _moment(pressed: Pressed) -> datetime | None:
    seconds = number(pressed.args, 1) or 0
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < 2**33 else None


TAKERS: dict[str, Taker] = {"when": take_moment, "closing": take_moment}
"""The fields that are moments."""
