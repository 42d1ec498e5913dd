"""A sending of which nobody knows whether it arrived: a moderator looks and settles it."""

from __future__ import annotations

import logging

from bot.community.members import Role
from bot.storage import alerts, audit, outbox
from bot.storage.outbox import OutboxRow
from content import Html, Words
from content.markup import strip_tags
from handlers.alerts.telling import ALERT, tell_moderators
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Fact, Pressed, Routes, Where

log = logging.getLogger(__name__)

SEND_AGAIN = "alerts.send_again"
ARRIVED = "alerts.arrived"
EXCERPT = 150


def register(on: Routes) -> None:
    """What the sender tells, and the two buttons that settle it."""
    on.fact("call_uncertain", call_uncertain)
    on.button(SEND_AGAIN, send_again, Role.MODERATOR, Where.MODERATORS)
    on.button(ARRIVED, arrived, Role.MODERATOR, Where.MODERATORS)


async def call_uncertain(fact: Fact, context: Context) -> None:
    """Ask the moderators to look; about an alert of its own, the bot asks nothing."""
    seq = fact.content["seq"]
    row = await outbox.uncertain(context.tx, seq)
    if row is None:
        return
    if (row.call.message or "").startswith(ALERT):
        log.warning("an alert may not have arrived", extra={"seq": seq})
        return
    words = await context.words()
    labels = {SEND_AGAIN: "alerts.buttons.send_again", ARRIVED: "alerts.buttons.arrived"}
    buttons = [Button(words.label(key), pack(name, seq)) for name, key in labels.items()]
    text = words.text("alerts.uncertain", what=await _what(row, words, context))
    await tell_moderators(context, _key(row), text, column(buttons))


async def _what(row: OutboxRow, words: Words, context: Context) -> Html:
    """Name a sending: where to, and its first line where everybody there could read it.

    No more: this alert stays when the message itself has lost what was confidential.
    """
    chat_id = row.call.chat_id or 0
    if chat_id > 0:
        return words.text("alerts.what.private", name=await name_of(chat_id, context))
    place = await context.place_of(chat_id)
    if place is None:
        return words.text("alerts.what.elsewhere")
    body = strip_tags(str(row.call.params.get("text", ""))).partition("\n")[0]
    excerpt = body[:EXCERPT] + ("…" if len(body) > EXCERPT else "")
    return words.text(f"alerts.what.{place}", excerpt=excerpt)


async def send_again(press: Pressed, context: Context) -> None:
    """Send it again."""
    await _settle(press, context, again=True)


async def arrived(press: Pressed, context: Context) -> None:
    """Take it as arrived."""
    await _settle(press, context, again=False)


async def _settle(press: Pressed, context: Context, *, again: bool) -> None:
    words = await context.words()
    seq = number(press.args)
    row = await outbox.uncertain(context.tx, seq) if seq is not None else None
    if seq is None or row is None:
        await _say_settled(seq or 0, press, words, context)
        return
    await outbox.settle_uncertain(context.tx, seq, again=again, now=context.now)
    await alerts.note_settled(context.tx, seq, press.user.id, context.now)
    act = "alerts.send_again" if again else "alerts.arrived"
    await audit.note(context.tx, press.user.id, act, f"call:{seq}", context.now)
    key = "alerts.sent_again" if again else "alerts.arrived"
    text = words.text(key, what=await _what(row, words, context), name=press.user.full_name)
    message = ALERT + _key(row)
    if press.message_id is not None:
        await outbox.learn_message(
            context.tx, message, press.chat_id, press.message_id, context.now
        )
    await context.change(press.chat_id, message, text)


async def _say_settled(seq: int, press: Pressed, words: Words, context: Context) -> None:
    settled_by = await alerts.settled_by(context.tx, seq)
    if settled_by is None:
        toast = words.label("alerts.toasts.settled")
    else:
        name = await name_of(settled_by, context)
        toast = words.label("alerts.toasts.settled_by", name=name)
    await context.answer(press.query_id, toast, alert=True)


def _key(row: OutboxRow) -> str:
    """One alert for each time that a sending became uncertain."""
    return f"uncertain:{row.seq}:{row.attempts}"
