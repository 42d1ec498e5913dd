"""Asking somebody to write something about a café, and taking what they write."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from datetime import timedelta
from typing import Any

from telegram import Message

from bot.community.members import Role
from bot.storage import outbox
from bot.storage.cafes import programme, prompts
from bot.storage.cafes.programme import Cafe, State
from bot.storage.cafes.prompts import Prompt
from content import Html
from handlers import help as help_card
from handlers.buttons import Rows
from handlers.cafes.pressing import runs
from handlers.context import Context
from handlers.routes import Take

WAITS = timedelta(minutes=30)
"""How long the next thing written answers the question; a reply to it always does."""

Taker = Callable[[Cafe, str, Prompt, Message, Context], Coroutine[Any, Any, None]]
"""Takes what was written; it may ask again."""


def message_of(user_id: int) -> str:
    """Return how the question is named that waits for somebody's words."""
    return f"cafe.prompt:{user_id}"


async def ask(
    cafe: Cafe,
    what: str,
    text: Html,
    user_id: int,
    context: Context,
    buttons: Rows = (),
    said: str = "",
) -> None:
    """Ask somebody to write something; one question waits at a time."""
    await prompts.ask(context.tx, user_id, Prompt(cafe.id, what, context.now, said))
    await context.remove(user_id, message_of(user_id))
    await context.say(user_id, text, buttons, message=message_of(user_id))


async def stop(user_id: int, context: Context) -> None:
    """Wait for nothing any more."""
    await prompts.forget(context.tx, user_id)
    await context.remove(user_id, message_of(user_id))


def taking(by_runners: Mapping[str, Taker], by_members: Mapping[str, Taker]) -> Take:
    """Return what takes the private messages that answer a question.

    ``by_runners`` are the questions for who runs the café, ``by_members`` those for everyone.
    """

    async def take(message: Message, context: Context) -> bool:
        user, text = message.from_user, (message.text or "").strip()
        prompt = await prompts.prompt(context.tx, user.id) if user else None
        if user is None or prompt is None or not text or text.startswith("/"):
            return False
        if not await _answers(message, prompt, context):
            return False
        cafe = await programme.known(context.tx, prompt.cafe_id)
        if not await _may(user.id, cafe, context, runner=prompt.what in by_runners):
            return False
        await help_card.answer_distress(message, context)
        await stop(user.id, context)
        taker = by_runners.get(prompt.what) or by_members[prompt.what]
        await taker(cafe, text, prompt, message, context)
        return True

    return take


async def _may(user_id: int, cafe: Cafe, context: Context, *, runner: bool) -> bool:
    """Tell whether somebody may still say it: a role or a café may have ended since."""
    if runner:
        ended = cafe.state in (State.CANCELLED, State.DROPPED)
        return not ended and await runs(user_id, cafe, context)
    return await context.role(user_id) >= Role.MEMBER


async def _answers(message: Message, prompt: Prompt, context: Context) -> bool:
    replied = message.reply_to_message
    if replied is None:
        return context.now - prompt.asked_at <= WAITS
    name = await outbox.message_name(context.tx, message.chat_id, replied.message_id)
    return name == message_of(message.chat_id)
