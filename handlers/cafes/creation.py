"""A new café: from one typed line or step by step, by a moderator in private."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.community.cafes.line import Draft, Setting, read_line
from bot.community.cafes.reading import Understood
from bot.community.cafes.recurrence import rhythm_in
from bot.community.members import Role
from bot.storage import themes
from bot.storage.cafes import programme
from bot.storage.cafes.programme import Cafe
from content import Words
from handlers.buttons import Button, column, pack
from handlers.cafes import desk, fields, moments, saying, series
from handlers.context import Context
from handlers.routes import Pressed, Routes

LONGEST_LINE = 1000
"""Characters of a line: what it says of a café, and what is left over, fit in one message."""


def register(on: Routes) -> None:
    """/cafe with a line or alone, then step by step."""
    on.command("cafe", act=begin, role=Role.MODERATOR)
    on.button("desk.create", step_by_step, Role.MODERATOR)


async def begin(update: Update, context: Context) -> None:
    """Read the line, or say how to begin and what is under way."""
    user, message = update.effective_user, update.effective_message
    if user is None or message is None:
        return
    line = " ".join((message.text or "").split()[1:])
    if len(line) > LONGEST_LINE:
        words = await context.words(user.id)
        await context.say(user.id, words.text("cafes.ask.too_long", most=LONGEST_LINE))
    elif line:
        await _from_line(line, user.id, context)
    else:
        await _offer(user.id, context)


async def _offer(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    buttons = [Button(words.label("cafes.buttons.steps"), pack("desk.create"))]
    for cafe in await programme.drafts(context.tx, user_id):
        buttons.append(Button(_draft_label(cafe, words, context), pack("desk.show", cafe.id)))
    to_close = await programme.to_close(context.tx, context.now)
    coming = await programme.coming(context.tx, context.now)
    for cafe in (*to_close, *(one for one in coming if one.start > context.now)):
        label = words.label(
            "cafes.buttons.desk",
            when=saying.moment(cafe.start, words, context),
            place=saying.place(cafe, words),
        )
        buttons.append(Button(label, pack("desk.show", cafe.id)))
    await context.say(user_id, words.text("cafes.create"), column(buttons[:20]))


def _draft_label(cafe: Cafe, words: Words, context: Context) -> str:
    when = words.label("cafes.undated")
    if cafe.starts_at is not None:
        when = saying.moment(cafe.starts_at, words, context)
    place = saying.place(cafe, words)
    return words.label("cafes.buttons.draft", when=when, place=place)


async def step_by_step(pressed: Pressed, context: Context) -> None:
    """Open an empty draft and ask for its date; its desk then shows what else can be said."""
    cafe = await programme.create(context.tx, pressed.user.id, context.now)
    await fields.ask(cafe, "when", pressed.user.id, context)


async def _from_line(line: str, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    standing = {
        saying.theme_title(theme, words): theme.id for theme in await themes.standing(context.tx)
    }
    listed = words.label("cafes.cities").split(", ")
    cities = (*await programme.cities(context.tx), *listed)
    rhythm, rest = rhythm_in(line, context.local_now)
    draft = read_line(rest, context.local_now, tuple(standing), cities)
    cafe = await programme.create(context.tx, user_id, context.now)
    await programme.update(context.tx, cafe.id, context.now, **_columns(draft, standing))
    cafe = await programme.known(context.tx, cafe.id)
    leftovers = (*draft.leftovers, *((draft.host,) if draft.host else ()))
    await desk.show(cafe, user_id, context, leftovers)
    if rhythm:
        await series.read(cafe, rhythm, user_id, context)
    elif not isinstance(draft.when, Understood):
        await moments.answer(cafe, "when", draft.when, "", user_id, context)


def _columns(draft: Draft, standing: dict[str, int]) -> dict[str, object]:
    """Return what a line says, as columns of a café."""
    start: datetime | None = None
    end: datetime | None = None
    if isinstance(draft.when, Understood):
        start = draft.when.start
        end = draft.when.end or start + moments.LASTS
    theme_id = standing.get(draft.theme)
    return {
        "starts_at": start,
        "ends_at": end,
        "setting": draft.setting or Setting.IN_PERSON,
        "city": draft.city,
        "address": draft.room,
        "link": draft.link,
        "theme_id": theme_id,
        "theme": "" if theme_id is not None else draft.theme,
        "guest": draft.guest,
        "capacity": draft.capacity,
        "access": draft.access,
        "bring": draft.bring,
    }
