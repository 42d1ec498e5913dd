"""/theme: a member proposes a theme in one message, which names nobody."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message, Update

from bot.storage import awaited, proposals
from content import Html, Words
from content.markup import clean
from handlers import help as help_card
from handlers.buttons import Button, pack
from handlers.context import Context
from handlers.members import is_member
from handlers.routes import Pressed, Routes, Where
from handlers.votes import reviewing
from handlers.votes.entry import for_members
from moderation import titles
from moderation.conduct.verdicts import Flag, Hold, judge
from moderation.signals.facts import MessageFacts
from moderation.titles import Fault

MOST, EVERY = 3, timedelta(days=7)
SHORTEST, LONGEST = 5, 80
"""Characters: a title that is read at a glance."""

IDENTIFIES, ADVERTISES = frozenset({2, 3, 4, 5}), 7
"""Articles of the code of conduct, as the rules cite them."""
IN_TITLES = {Fault.EMPTY: "too_short", Fault.NAMES: "identifies", Fault.LINKS: "advertises"}


def register(on: Routes) -> None:
    """The command, the message that follows it, and the way out."""
    on.command("theme", act=for_members(propose))
    on.messages[Where.PRIVATE].append(take_theme)
    on.button("theme.cancel", cancel)


async def propose(update: Update, context: Context) -> None:
    """Take the theme said with the command, or ask for it."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    user_id, text = message.from_user.id, " ".join(context.args or ())
    words = await context.words(user_id)
    if await _too_many(user_id, context):
        await context.say(user_id, words.text("themes.too_often", most=MOST))
    elif text:
        if not await help_card.answer_distress(message, context):
            await _take(user_id, text, words, context)
    else:
        await awaited.expect(context.tx, user_id, "theme", 0, context.now)
        await context.say(user_id, words.text("themes.write", most=LONGEST), _way_out(words))


async def take_theme(message: Message, context: Context) -> bool:
    """Take the message that was asked for."""
    if message.from_user is None or not message.text or message.text.startswith("/"):
        return False
    user_id = message.from_user.id
    waits = await awaited.of(context.tx, user_id, context.now)
    if waits is None or waits.what != "theme":
        return False
    if await help_card.answer_distress(message, context):
        return True
    if not await is_member(user_id, context):
        await awaited.end(context.tx, user_id)
        return False
    await _take(user_id, message.text, await context.words(user_id), context)
    return True


async def cancel(press: Pressed, context: Context) -> None:
    """Await nothing more."""
    waits = await awaited.of(context.tx, press.user.id, context.now)
    if waits is not None and waits.what == "theme":
        await awaited.end(context.tx, press.user.id)
    words = await context.words(press.user.id)
    await context.answer(press.query_id, words.label("themes.toasts.cancelled"))


async def _too_many(user_id: int, context: Context) -> bool:
    return await proposals.made_since(context.tx, user_id, context.now - EVERY) >= MOST


async def _take(user_id: int, text: str, words: Words, context: Context) -> None:
    """Hand a theme to the moderators, or say kindly how to say it otherwise."""
    text = " ".join(clean(text).split()).strip(" «»\"'")
    if why := fault(text):
        await awaited.expect(context.tx, user_id, "theme", 0, context.now)
        said = words.text(f"themes.refused.{why}", most=LONGEST, text=Html.quote(text[:LONGEST]))
        await context.say(user_id, said, _way_out(words))
        return
    await awaited.end(context.tx, user_id)
    number = await proposals.propose(context.tx, user_id, text, words.language, context.now)
    await context.say(user_id, words.text("themes.received", text=text))
    await reviewing.post(number, context)


def fault(text: str) -> str | None:
    """Return why a theme cannot be taken as it is written (a word of the content), or None."""
    if not SHORTEST <= len(text) <= LONGEST:
        return "too_short" if len(text) < SHORTEST else "too_long"
    if found := titles.fault(text):
        return IN_TITLES[found]
    match judge(MessageFacts(text=text)):
        case Hold(cited) | Flag(cited):
            articles = {each.article for each in cited}
            if articles & IDENTIFIES:
                return "identifies"
            return "advertises" if ADVERTISES in articles else "hurts"
    return None


def _way_out(words: Words) -> list[list[Button]]:
    cancel_button = Button(words.label("common.buttons.cancel"), pack("theme.cancel"))
    return [[cancel_button], [help_card.button(words)]]
