"""One field of a café at a time: asked in a sentence, taken from a sentence, echoed on the desk."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from telegram import Message

from bot.community.cafes.line import Setting
from bot.community.cafes.places import TooFew, resize
from bot.community.members import Role
from bot.storage import themes
from bot.storage.cafes import answers, programme
from bot.storage.cafes.programme import Cafe, State
from bot.storage.cafes.prompts import Prompt
from handlers.buttons import Button, Rows, column, fitting, number, pack
from handlers.cafes import asking, card, desk, saying, timetable, waiting
from handlers.cafes.asking import Taker
from handlers.cafes.pressing import by_who_runs_it
from handlers.context import Context
from handlers.routes import Pressed, Routes

LONGEST = 200
MOST_PLACES = 500
WORDS = {
    "place": "city",
    "address": "address",
    "guest": "guest",
    "access": "access",
    "bring": "bring",
}
"""The fields that take any words, and the column of each."""

EDITABLE = (State.DRAFT, State.OPEN)


def register(on: Routes) -> None:
    """A field's button, the themes to choose from, and what empties a field."""
    on.button("desk.field", by_who_runs_it(ask_field, *EDITABLE), Role.MEMBER)
    on.button("desk.theme", by_who_runs_it(choose_theme, *EDITABLE), Role.MEMBER)
    on.button("desk.clear", by_who_runs_it(clear, *EDITABLE), Role.MEMBER)


async def ask_field(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Ask for the field that a button names."""
    field = pressed.args[1] if len(pressed.args) > 1 else ""
    known = field in TAKERS or field in ("when", "closing")
    if known or (field == "rule" and cafe.state is State.DRAFT):
        await ask(cafe, field, pressed.user.id, context)


async def ask(cafe: Cafe, field: str, user_id: int, context: Context) -> None:
    """Ask somebody for a field of a café."""
    words = await context.words(user_id)
    text = words.text(f"cafes.ask.{field}")
    await asking.ask(
        cafe, field, text, user_id, context, await _buttons(cafe, field, user_id, context)
    )


async def _buttons(cafe: Cafe, field: str, user_id: int, context: Context) -> Rows:
    words = await context.words(user_id)
    rows: list[Button] = []
    if field == "theme":
        rows += [
            Button(fitting(saying.theme_title(theme, words)), pack("desk.theme", cafe.id, theme.id))
            for theme in await themes.standing(context.tx)
        ]
    if field not in ("when", "place", "rule"):
        rows.append(Button(words.label("cafes.buttons.clear"), pack("desk.clear", cafe.id, field)))
    rows.append(Button(words.label("common.buttons.back"), pack("desk.show", cafe.id)))
    return column(rows)


async def choose_theme(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Take a theme of the list."""
    theme = await themes.theme(context.tx, number(pressed.args, 1) or 0)
    if theme is not None:
        await asking.stop(pressed.user.id, context)
        await put(cafe, pressed.user.id, context, theme_id=theme.id, theme="")


async def clear(cafe: Cafe, pressed: Pressed, context: Context) -> None:
    """Empty a field."""
    field = pressed.args[1] if len(pressed.args) > 1 else ""
    values: dict[str, dict[str, Any]] = {
        "theme": {"theme_id": None, "theme": ""},
        "link": _linked(cafe, ""),
        "capacity": {"capacity": None},
        "closing": {"closes_at": None},
        **{name: {column: ""} for name, column in WORDS.items() if name != "place"},
    }
    if field in values:
        await asking.stop(pressed.user.id, context)
        await put(cafe, pressed.user.id, context, **values[field])


# What was written


async def take_words(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Take a field that is words."""
    if len(text) > LONGEST:
        await again(cafe, prompt.what, "too_long", message.chat_id, context, most=LONGEST)
        return
    values: dict[str, Any] = {WORDS[prompt.what]: text}
    if prompt.what == "place":
        values["setting"] = Setting.BOTH if cafe.link else Setting.IN_PERSON
    await put(cafe, message.chat_id, context, **values)


async def take_theme(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Take a theme in a moderator's own words."""
    await put(cafe, message.chat_id, context, theme=text[:LONGEST], theme_id=None)


async def take_link(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Take the address of an online meeting."""
    parts = urlsplit(text)
    if parts.scheme != "https" or "." not in parts.netloc or len(text) > LONGEST or " " in text:
        await again(cafe, prompt.what, "no_link", message.chat_id, context)
    else:
        await put(cafe, message.chat_id, context, **_linked(cafe, text))


def _linked(cafe: Cafe, link: str) -> dict[str, Any]:
    if not link:
        return {"link": "", "setting": Setting.IN_PERSON if cafe.city else cafe.setting}
    return {"link": link, "setting": Setting.BOTH if cafe.city else Setting.ONLINE}


async def take_capacity(
    cafe: Cafe, text: str, prompt: Prompt, message: Message, context: Context
) -> None:
    """Take the number of places; new ones are offered to those who wait."""
    first = text.split()[0]
    wanted = int(first) if first.isascii() and first.isdigit() and len(first) < 5 else 0
    if not 1 <= wanted <= MOST_PLACES:
        await again(cafe, prompt.what, "no_number", message.chat_id, context, most=MOST_PLACES)
        return
    if cafe.state is State.DRAFT:
        await put(cafe, message.chat_id, context, capacity=wanted)
        return
    outcome = resize(await answers.places(context.tx, cafe), wanted, context.local_now)
    if isinstance(outcome.verdict, TooFew):
        taken = outcome.verdict.taken
        await again(cafe, prompt.what, "too_few", message.chat_id, context, taken=taken)
        return
    await programme.update(context.tx, cafe.id, context.now, capacity=wanted)
    cafe = await programme.known(context.tx, cafe.id)
    await waiting.settle(cafe, outcome, context)
    await card.refresh(cafe, context)
    await desk.show(cafe, message.chat_id, context)


async def again(
    cafe: Cafe, field: str, why: str, user_id: int, context: Context, **values: object
) -> None:
    """Say kindly why what was written cannot be taken, and ask again."""
    words = await context.words(user_id)
    await context.say(user_id, words.text(f"cafes.ask.{why}", **values))
    await ask(cafe, field, user_id, context)


async def put(cafe: Cafe, user_id: int, context: Context, **values: Any) -> None:
    """Write a field, follow what its change means for an open café, and show the desk."""
    await programme.update(context.tx, cafe.id, context.now, **values)
    after = await programme.known(context.tx, cafe.id)
    if cafe.state is State.OPEN:
        if "closes_at" in values or "capacity" in values:
            places = await answers.places(context.tx, after)
            await waiting.settle(after, resize(places, after.capacity, context.local_now), context)
            await card.refresh(after, context)
        else:
            after = await timetable.changed(after, cafe, context)
    await desk.show(after, user_id, context)


TAKERS: dict[str, Taker] = {
    **dict.fromkeys(WORDS, take_words),
    "theme": take_theme,
    "link": take_link,
    "capacity": take_capacity,
}
"""What takes the words of each field."""
