"""Help: the card with the lines that answer day and night, one tap from anywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Message, Update
from telegram.error import TelegramError

from bot.clock import Clock
from bot.storage import members
from content import Words
from handlers.application import CommunityApplication
from handlers.buttons import Button, Rows, pack
from handlers.context import Context
from handlers.routes import Pressed, Result, Routes, Where
from moderation.signals.distress import distress

CARD = "help.card"
SENT = "help.sent"
COMMANDS = ("aide", "help", "urgence")


def register(on: Routes) -> None:
    """The card by command in every chat, and by its button."""
    everywhere = (Where.PRIVATE, Where.GROUP, Where.MODERATORS)
    on.command(*COMMANDS, act=show_card, where=everywhere)
    on.start(COMMANDS[0], show_card)
    on.button(CARD, show_card_on_press)
    on.result(SENT, sent_alone)


def button(words: Words) -> Button:
    """Return the help button that stands on every screen."""
    return Button(words.label("common.buttons.help"), pack(CARD))


async def show_card(update: Update, context: Context) -> None:
    """Show the card to whoever says /aide."""
    if update.effective_message is not None:
        await show_to_sender(update.effective_message, context)


async def show_to_sender(message: Message, context: Context) -> None:
    """Show the card to whoever wrote a message: to them alone, or under it if need be."""
    if message.from_user is None:
        return
    user_id, chat_id = message.from_user.id, message.chat_id
    person = await members.person(context.tx, user_id)
    if chat_id == user_id or person is None or not person.private_chat:
        await send_card(context, chat_id, user_id, reply_to=message.message_id)
        return
    echo = {"chat_id": chat_id, "user_id": user_id, "message_id": message.message_id}
    await send_card(context, user_id, user_id, wants=SENT, echo=echo)


async def sent_alone(result: Result, context: Context) -> None:
    """Show the card where it was asked for, when the private chat turned out to be closed."""
    if not result.ok:
        echo = result.echo
        await send_card(context, echo["chat_id"], echo["user_id"], reply_to=echo["message_id"])


async def show_card_on_press(press: Pressed, context: Context) -> None:
    """Show the card under the screen whose button was pressed."""
    await send_card(context, press.chat_id, press.user.id)


async def send_card(
    context: Context,
    chat_id: int,
    user_id: int,
    *,
    buttons: Rows = (),
    key: str = "",
    reply_to: int | None = None,
    wants: str | None = None,
    echo: Mapping[str, Any] | None = None,
) -> None:
    """Queue the card. Who asks for it always gets it; ``key`` is for one that nobody asked for."""
    words = await context.words(user_id)
    text = context.community.content.help(words.language).html(context.local_now.date())
    await context.say(chat_id, text, buttons, key=key, reply_to=reply_to, wants=wants, echo=echo)


async def answer_distress(message: Message, context: Context) -> bool:
    """Show the card at once where a private message says that somebody is in danger."""
    text = message.text or message.caption or ""
    if message.from_user is None or distress(text) is None:
        return False
    words = await context.words(message.from_user.id)
    await context.say(message.chat_id, words.text("members.you_matter"))
    await send_card(context, message.chat_id, message.from_user.id)
    return True


def answer_from_memory(
    application: CommunityApplication, clock: Clock
) -> Callable[[Mapping[str, Any]], Awaitable[bool]]:
    """Return what answers a request for help while the database fails.

    The sole call to Telegram that does not pass by the outbox: nothing can be written then, and
    a person who asks for help is not left waiting.
    """

    async def answer(update: Mapping[str, Any]) -> bool:
        asked = _asks_for_help(update)
        if asked is None:
            return False
        chat_id, language_code = asked
        content = application.community.content
        card = content.help(content.pick(language_code))
        today = clock.now().astimezone(application.community.timezone).date()
        params = {"chat_id": chat_id, "text": card.html(today), "parse_mode": "HTML"}
        try:
            await application.bot.do_api_request("sendMessage", api_kwargs=params)
        except TelegramError:
            return False
        return True

    return answer


def _asks_for_help(update: Mapping[str, Any]) -> tuple[int, str | None] | None:
    """Return the chat and language of a raw update that asks for the card, or None."""
    query = update.get("callback_query") or {}
    if query.get("data") == pack(CARD) and "message" in query:
        return query["message"]["chat"]["id"], query["from"].get("language_code")
    message = update.get("message") or {}
    word = (message.get("text") or "").split("@")[0].split(" ")[0].lower()
    if word.removeprefix("/") in COMMANDS and word.startswith("/"):
        return message["chat"]["id"], message.get("from", {}).get("language_code")
    return None
