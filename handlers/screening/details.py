"""Asking for a detail: the moderator's question goes to the person unsigned."""

from __future__ import annotations

from telegram import Message

from bot.community.members import Role
from bot.storage import agenda, screening
from bot.storage.screening import Application
from content import Html
from handlers import help as help_card
from handlers.context import Context
from handlers.routes import Pressed, Routes, Where
from handlers.screening import card, sheet
from handlers.screening.files import DETAIL_RETURNS, again, is_reachable
from handlers.screening.presses import on_file, say_no, toast
from moderation.screening import decisions
from moderation.screening.decisions import FileState, Status

LONGEST_QUESTION = 300
"""Characters; with the longest answers, the card still fits in one message."""


def register(on: Routes) -> None:
    """The button, and the reply that it asks for."""
    on.button("review.ask", on_file(ask_detail), Role.MODERATOR, Where.MODERATORS)
    on.messages[Where.MODERATORS].append(take_question)


async def ask_detail(
    file: Application, state: FileState, pressed: Pressed, context: Context
) -> None:
    """Ask the moderator for the question, as a reply to a message of the bot."""
    if refusal := decisions.ask(state, pressed.user.id):
        await say_no(refusal, file, pressed, context)
        return
    if not await is_reachable(file.user_id, context):
        await toast("unreachable", pressed, context, alert=True)
        return
    words = await context.words()
    name = f"ask:{file.id}:{pressed.user.id}"
    await context.remove(pressed.chat_id, name)  # one prompt at a time: a reply finds its file
    who = Html(
        f'<a href="tg://user?id={pressed.user.id}">{Html.quote(pressed.user.first_name)}</a>'
    )
    await context.say(
        pressed.chat_id,
        words.text("card.write_question", who=who, reference=file.reference),
        message=name,
        reply_to=pressed.message_id,
        ask_reply=True,
    )


async def take_question(message: Message, context: Context) -> bool:
    """Relay a moderator's question to the person, unsigned."""
    moderator, name = message.from_user, await context.name_replied_to(message)
    if moderator is None or name is None or not name.startswith("ask:"):
        return False
    file = await screening.application(context.tx, int(name.split(":")[1]))
    refusal = await _cannot_relay(file, message, context)
    await context.remove(message.chat_id, name)
    if file is None or refusal:
        await _ask_again(refusal, message, name, context)
        return True
    await _relay(file, message.text or "", moderator.id, context)
    words = await context.words()
    await context.say(
        message.chat_id, words.text("card.relayed"), silent=True, reply_to=message.message_id
    )
    return True


async def _ask_again(refusal: str, message: Message, name: str, context: Context) -> None:
    """Say why a question was not relayed; where another one may be, this is its new prompt."""
    words = await context.words()
    may_be = refusal in ("text_only", "too_long")
    await context.say(
        message.chat_id,
        words.text(f"card.not_relayed.{refusal}", most=LONGEST_QUESTION),
        reply_to=message.message_id,
        message=name if may_be else None,
        ask_reply=may_be,
    )


async def _cannot_relay(file: Application | None, message: Message, context: Context) -> str:
    """Return why a question cannot be relayed (a word of the content), or nothing."""
    if file is None or message.from_user is None:
        return "decided"
    state = await sheet.state_of(file, context)
    if refusal := decisions.ask(state, message.from_user.id):
        return "recused" if refusal.why != "decided" else "decided"
    if not message.text:
        return "text_only"
    return "too_long" if len(message.text) > LONGEST_QUESTION else ""


async def _relay(file: Application, question: str, moderator: int, context: Context) -> None:
    await screening.ask_detail(context.tx, file.id, moderator, question, context.now)
    await screening.note_review(context.tx, file.id, moderator, "ask", context.now)
    await screening.update(context.tx, file.id, status=Status.ASKED)
    due = context.now + decisions.DETAIL_RETURNS_AFTER
    await agenda.schedule(context.tx, DETAIL_RETURNS, file.id, due)
    words = await context.words(file.user_id)
    await context.say(
        file.user_id,
        words.text("screening.detail_asked", question=Html.quote(question)),
        [[help_card.button(words)]],
    )
    await card.refresh(await again(file, context), context)
