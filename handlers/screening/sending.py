"""Sending a file to the moderators, and adding what they ask for afterwards."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message

from bot.storage import agenda, screening
from bot.storage.screening import Application, Detail
from handlers import help as help_card
from handlers.context import Context
from handlers.routes import Pressed
from handlers.screening import card, status
from handlers.screening.files import (
    DETAIL_RETURNS,
    again,
    pack_review,
    read_by_rules,
    show,
    show_text,
    stop_timers,
    watch,
)
from handlers.screening.screens import View
from moderation.screening import steps
from moderation.screening.decisions import Status

LONGEST_DETAIL = 500
"""Characters; with the longest answers, the card still fits in one message."""

NOBODY = 0
"""Who asked for what the person adds of their own accord."""

MORE_FOR = timedelta(hours=1)
"""How long what somebody writes after an asked detail still belongs to their answer."""


async def send_file(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Hand a complete file to the moderators and promise when an answer comes."""
    if steps.next_step(view.asks, view.progress) != steps.SUMMARY:
        await show(file, context, note="incomplete")
        return
    review = await read_by_rules(file, context)
    await screening.set_review(context.tx, file.id, pack_review(review))
    await screening.update(
        context.tx, file.id, status=Status.SENT, sent_at=context.now, flagged=review.flagged
    )
    await stop_timers(file, context)
    await watch(file, context)
    buttons = [status.withdraw(file, view.words), [help_card.button(view.words)]]
    await show_text(file.user_id, view.words.text("screening.sent"), context, buttons)
    await card.present(await again(file, context), context)


async def take_detail(file: Application, message: Message, context: Context) -> bool:
    """Take what somebody writes after sending: the detail asked for, or words of their own."""
    detail = await screening.last_detail(context.tx, file.id)
    words = await context.words(file.user_id)
    if message.text is None or message.text.startswith("/"):
        note = "text_only" if message.text is None else "unknown_command"
        await context.say(message.chat_id, words.text(f"screening.notes.{note}"))
        return True
    if detail is not None and not _expects(detail, context):
        detail = None
    text = f"{detail.answer if detail else ''}\n{message.text.strip()}".strip()
    if len(text) > LONGEST_DETAIL:
        most = {"least": 1, "most": LONGEST_DETAIL}
        await context.say(message.chat_id, words.text("screening.notes.too_long", **most))
        return True
    if detail is None:
        detail = await screening.ask_detail(context.tx, file.id, NOBODY, "", context.now)
    await screening.answer_detail(context.tx, detail, text, context.now)
    if file.status is Status.ASKED:
        await screening.update(context.tx, file.id, status=Status.SENT)
        await agenda.cancel(context.tx, file.id, DETAIL_RETURNS)
        await watch(file, context)
    await context.say(message.chat_id, words.text("screening.detail_received"))
    if not detail.answer:
        news = "card.detail_here" if detail.asked_by != NOBODY else "card.added_here"
        await card.under_card(file, news, context)
    await card.refresh(await again(file, context), context)
    return True


def _expects(detail: Detail, context: Context) -> bool:
    """A detail without an answer is awaited also after a week, when moderators may decide."""
    return detail.answered_at is None or context.now - detail.answered_at < MORE_FOR
