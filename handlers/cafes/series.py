"""A series by rule: its dates are shown before anything is created; each then lives its life."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message

from bot.community.cafes.recurrence import (
    Lack,
    NoRule,
    Occurrence,
    Rule,
    occurrences,
    read_rule,
    rhythm_in,
)
from bot.community.members import Role
from bot.storage.cafes import programme
from bot.storage.cafes.programme import Cafe, State
from bot.storage.cafes.prompts import Prompt
from content import Html
from handlers.buttons import Button, column, pack
from handlers.cafes import asking, fields, moments, saying, timetable
from handlers.cafes.asking import Taker
from handlers.cafes.pressing import by_who_runs_it, toast
from handlers.cafes.tracing import trace
from handlers.context import Context
from handlers.routes import Pressed, Routes

AHEAD = timedelta(days=365)
MOST = 53


def register(on: Routes) -> None:
    """What creates the cafés that were shown."""
    on.button("series.create", by_who_runs_it(create, State.DRAFT), Role.MODERATOR)


async def take_rule(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Read the rule that was asked for."""
    said = f"{prompt.said}, {text}" if prompt.said else text
    await read(cafe, said, message.chat_id, context)


async def take_when(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Read a date and an hour; a moderator who says a rhythm there means a series."""
    leads = cafe.state is State.DRAFT and await context.role(message.chat_id) >= Role.MODERATOR
    rhythm, rest = rhythm_in(text, context.local_now) if leads else ("", text)
    if rhythm and not rest:
        await read(cafe, rhythm, message.chat_id, context)
    else:
        await moments.take_moment(cafe, text, prompt, message, context)


async def read(cafe: Cafe, text: str, user_id: int, context: Context) -> None:
    """Read a rule and show every date it gives in a year; ask for the hour it may lack."""
    rule = read_rule(text, context.local_now)
    if isinstance(rule, NoRule) and rule.lacks is Lack.HOUR and cafe.starts_at is not None:
        start, end = (saying.local(at, context) for at in (cafe.start, cafe.end))
        text = f"{text}, {start:%H:%M}-{end:%H:%M}"
        rule = read_rule(text, context.local_now)
    if len(text) > fields.LONGEST:
        await fields.again(cafe, "rule", "no_rule", user_id, context)
    elif isinstance(rule, Rule):
        await _show(cafe, rule, text, user_id, context)
    elif rule.lacks is Lack.HOUR:
        await _ask_hour(cafe, text, user_id, context)
    else:
        await fields.again(cafe, "rule", "no_rule", user_id, context)


async def _ask_hour(cafe: Cafe, said: str, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    back = Button(words.label("common.buttons.back"), pack("desk.show", cafe.id))
    text = words.text("cafes.ask.rule_hour")
    await asking.ask(cafe, "rule", text, user_id, context, [[back]], said=said)


async def _show(cafe: Cafe, rule: Rule, text: str, user_id: int, context: Context) -> None:
    """Show the dates of a rule, and keep its words with the draft until they are created."""
    dates = _dates(rule, context)
    await programme.update(context.tx, cafe.id, context.now, rule=text)
    words = await context.words(user_id)
    lines = [
        saying.period(one.start, one.end or one.start + moments.LASTS, words, context)
        for one in dates
    ]
    buttons = [Button(words.label("common.buttons.back"), pack("desk.show", cafe.id))]
    if dates:
        create = words.label("cafes.buttons.create_series", n=len(dates))
        buttons.insert(0, Button(create, pack("series.create", cafe.id, len(dates))))
    listed = Html("\n".join(Html.quote(line) for line in lines))
    text_of = words.text("cafes.series", n=len(dates), dates=listed)
    await context.say(user_id, text_of, column(buttons))


def _dates(rule: Rule, context: Context) -> list[Occurrence]:
    """Return the evenings of the next year that are still to come."""
    last = context.today + AHEAD
    found = occurrences(rule, context.today, last, context.local_now)
    return [one for one in found if one.start > context.now][:MOST]


async def create(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Create the cafés as they were shown; each is announced a month ahead."""
    rule = read_rule(cafe.rule, context.local_now) if cafe.rule else NoRule()
    dates = [] if isinstance(rule, NoRule) else _dates(rule, context)
    if not dates or pressed.args[1:] != (str(len(dates)),):
        await toast("series_changed", pressed, context, alert=True)
        return
    series = await programme.create_series(context.tx, pressed.user.id, context.now)
    for one in dates:
        await _create_one(cafe, one, series, pressed.user.id, context)
    await programme.update(context.tx, cafe.id, context.now, state=State.DROPPED)
    words = await context.words(pressed.user.id)
    await context.say(pressed.chat_id, words.count("cafes.series_created", len(dates)))


async def _create_one(
    model: Cafe, one: Occurrence, series: int, user_id: int, context: Context
) -> None:
    """Create one café of a series, like its model in all but the date."""
    same = {
        name: getattr(model, name)
        for name in (
            *("setting", "city", "address", "link", "theme_id", "theme", "guest"),
            *("host_id", "cohost_id", "capacity", "access", "bring"),
        )
    }
    end = one.end or one.start + moments.LASTS
    created = await programme.create(
        context.tx, user_id, context.now, starts_at=one.start, ends_at=end, series_id=series, **same
    )
    await timetable.open_cafe(created, context, ahead=True)
    await trace(created.id, user_id, "announce", context)


TAKERS: dict[str, Taker] = {"rule": take_rule, "when": take_when}
