"""Sendings of which nobody knows whether they arrived: a moderator looks and settles them."""

from __future__ import annotations

import logging
from itertools import accumulate

from bot.community.members import Place, Role
from bot.storage import alerts, audit, outbox
from bot.storage.outbox import OutboxRow
from content import Html, Words
from content.markup import strip_tags
from handlers.alerts.telling import ALERT, tell_moderators
from handlers.buttons import Button, Rows, column, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Fact, Pressed, Routes, Where

log = logging.getLogger(__name__)

SEND_AGAIN = "alerts.send_again"
ARRIVED = "alerts.arrived"
EXCERPT = 150
NAMES = 2500
"""How many characters of names an alert bears: a message has 4,096."""


def register(on: Routes) -> None:
    """What the sender tells, and the two buttons that settle it."""
    on.fact("call_uncertain", call_uncertain)
    on.button(SEND_AGAIN, send_again, Role.MODERATOR, Where.MODERATORS)
    on.button(ARRIVED, arrived, Role.MODERATOR, Where.MODERATORS)


async def call_uncertain(fact: Fact, context: Context) -> None:
    """Ask the moderators to look, once for all of an announcement.

    About an alert of its own, the bot asks nothing.
    """
    rows = await outbox.uncertain(context.tx, fact.content["seq"])
    if not rows:
        return
    if (rows[0].call.message or "").startswith(ALERT):
        log.warning("an alert may not have arrived", extra={"seq": rows[0].seq})
        return
    words = await context.words()
    text, buttons = await _question(rows, words, context)
    await tell_moderators(context, _key(rows), text, buttons)
    if rows[1:]:
        await _change(rows, text, buttons, context)


async def _change(rows: list[OutboxRow], text: Html, buttons: Rows, context: Context) -> None:
    """Bring up to date the alert that one of these sendings called for before the others."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is not None:
        await context.change(chat_id, ALERT + _key(rows), text, buttons)


async def _question(rows: list[OutboxRow], words: Words, context: Context) -> tuple[Html, Rows]:
    labels = {SEND_AGAIN: "alerts.buttons.send_again", ARRIVED: "alerts.buttons.arrived"}
    told = (rows[0].seq, len(rows))
    buttons = [Button(words.label(key), pack(name, *told)) for name, key in labels.items()]
    what = await _what(rows, words, context)
    return words.count("alerts.uncertain", len(rows), what=what), column(buttons)


async def _what(rows: list[OutboxRow], words: Words, context: Context) -> Html:
    """Name sendings: where to, and the first line of one that everybody there could read.

    No more: this alert stays when the message itself has lost what was confidential.
    """
    call = rows[0].call
    chat_id = call.chat_id or 0
    if chat_id > 0:
        return words.count(
            "alerts.what.private", len(rows), names=await _names(rows, words, context)
        )
    place = await context.place_of(chat_id)
    if place is None:
        return words.text("alerts.what.elsewhere")
    body = strip_tags(str(call.params.get("text", ""))).partition("\n")[0]
    excerpt = body[:EXCERPT] + ("…" if len(body) > EXCERPT else "")
    return words.text(f"alerts.what.{place}", excerpt=excerpt)


async def _names(rows: list[OutboxRow], words: Words, context: Context) -> str:
    """Name who may not have been told; past the room that there is, say how many more."""
    names = [await name_of(row.call.chat_id or 0, context) for row in rows]
    reach = list(accumulate(len(name) + 2 for name in names))
    fit = sum(length <= NAMES for length in reach)
    others = [words.label("alerts.what.others", n=len(names) - fit)] if names[fit:] else []
    return ", ".join([*names[:fit], *others])


async def send_again(press: Pressed, context: Context) -> None:
    """Send them again."""
    await _settle(press, context, again=True)


async def arrived(press: Pressed, context: Context) -> None:
    """Take them as arrived."""
    await _settle(press, context, again=False)


async def _settle(press: Pressed, context: Context, *, again: bool) -> None:
    words = await context.words()
    seq, known = number(press.args) or 0, number(press.args, 1)
    rows = await outbox.uncertain(context.tx, seq)
    if seq not in {row.seq for row in rows}:
        await _say_settled(seq, press, words, context)
        return
    message = ALERT + _key(rows)
    if press.message_id is not None:
        place = (press.chat_id, press.message_id)
        await outbox.learn_message(context.tx, message, *place, context.now)
    if len(rows) != known:
        await _change(rows, *await _question(rows, words, context), context)
        await context.answer(press.query_id, words.label("alerts.toasts.more"), alert=True)
        return
    text = await _settled(rows, press, words, context, again=again)
    await context.change(press.chat_id, message, text)


async def _settled(
    rows: list[OutboxRow], press: Pressed, words: Words, context: Context, *, again: bool
) -> Html:
    """Settle sendings; return what is said of it. What is no longer true is not sent again."""
    act = "alerts.send_again" if again else "alerts.arrived"
    for row in rows:
        await outbox.settle_uncertain(context.tx, row.seq, again=again, now=context.now)
        await alerts.note_settled(context.tx, row.seq, press.user.id, context.now)
        await audit.note(context.tx, press.user.id, act, f"call:{row.seq}", context.now)
    over = all(row.call.expires_at and row.call.expires_at <= context.now for row in rows)
    key = "over" if over else "sent_again"
    values = {"what": await _what(rows, words, context), "name": press.user.full_name}
    return words.text(f"alerts.{key if again else 'arrived'}", **values)


async def _say_settled(seq: int, press: Pressed, words: Words, context: Context) -> None:
    settled_by = await alerts.settled_by(context.tx, seq)
    if settled_by is None:
        toast = words.label("alerts.toasts.settled")
    else:
        name = await name_of(settled_by, context)
        toast = words.label("alerts.toasts.settled_by", name=name)
    await context.answer(press.query_id, toast, alert=True)


def _key(rows: list[OutboxRow]) -> str:
    """One alert for each time that a sending, or the first of several, became uncertain."""
    return f"uncertain:{rows[0].seq}:{rows[0].attempts}"
