"""Members who were there before the bot: the card in the group, and the door it opens for them."""

from __future__ import annotations

from typing import Any

from telegram import Message

from bot.community.members import Origin, Place, Role, status_of
from bot.storage import members, outbox
from handlers.alerts.telling import is_night
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.help import button as help_button
from handlers.routes import Pressed, Result, Routes, Where

CARD = "presence_card"
OFFER = "presence_offer"
POST = "installation.post_card"
POSTED = "installation.card_posted"
PRESENT = "installation.present"
PAYLOAD = "membre"


def register(on: Routes) -> None:
    """The offer's button, what becomes of the card, what Telegram says of who pressed it."""
    on.button(POST, post_card, Role.MODERATOR, Where.MODERATORS)
    on.result(POSTED, card_posted)
    on.result(PRESENT, present_known)


async def offer_card(group: int, moderators: int, context: Context) -> None:
    """Offer the moderators, once for these two chats, to publish the card in the group."""
    await _offer("installation.offer", moderators, f"{OFFER}:{group}:{moderators}", context)


async def _offer(text: str, moderators: int, key: str, context: Context) -> None:
    words = await context.words()
    button = Button(words.label("installation.buttons.post_card"), pack(POST))
    await context.say(
        moderators,
        words.text(text),
        column([button]),
        message=OFFER,
        key=key,
        silent=is_night(context.local_now),
    )


async def post_card(press: Pressed, context: Context) -> None:
    """Publish the card in the group, once."""
    words = await context.words()
    group = await context.chat_id(Place.GROUP)
    known = await outbox.message(context.tx, CARD)
    if (
        group is None
        or (known and known.chat_id == group)
        or await outbox.is_open(context.tx, CARD)
    ):
        await context.answer(press.query_id, words.label("installation.toasts.card_there"))
        return
    button = Button(
        words.label("installation.buttons.present"), url=context.community.link(PAYLOAD)
    )
    await context.say(
        group,
        words.text("installation.card"),
        column([button]),
        message=CARD,
        key=f"{CARD}:{press.chat_id}:{press.message_id}",
        repeatable=False,
        wants=POSTED,
    )
    if press.message_id is not None:
        await outbox.learn_message(context.tx, OFFER, press.chat_id, press.message_id, context.now)
    text = words.text("installation.offer_taken", name=press.user.full_name)
    await context.change(press.chat_id, OFFER, text)


async def card_posted(result: Result, context: Context) -> None:
    """Pin the card without a sound; where it was refused, offer it again."""
    if result.ok:
        chat_id, message_id = result.value["chat"]["id"], result.value["message_id"]
        params = {"chat_id": chat_id, "message_id": message_id, "disable_notification": True}
        await context.do("pinChatMessage", params, chat_id)
        return
    moderators = await context.chat_id(Place.MODERATORS)
    if moderators is not None:
        key = f"{OFFER}:{context.row.key}"
        await _offer("installation.card_refused", moderators, key, context)


async def welcome_present_member(message: Message, context: Context) -> None:
    """Answer who opens the private chat by the card: Telegram is asked whether they are inside."""
    user_id, group = message.chat_id, await context.chat_id(Place.GROUP)
    if group is None:
        await _send_to_door(user_id, context)
        return
    params = {"chat_id": group, "user_id": user_id}
    await context.do("getChatMember", params, wants=PRESENT, echo={"user_id": user_id})


async def present_known(result: Result, context: Context) -> None:
    """Welcome a member; anyone else is told what every stranger is told."""
    user_id = result.echo["user_id"]
    member: dict[str, Any] = result.value if result.ok else {"status": "left"}
    status = status_of(member["status"], is_member=member.get("is_member", True))
    known = await members.membership(context.tx, Place.GROUP, user_id)
    origin = known.origin if known else None
    if not status.is_in or origin is Origin.UNSCREENED:
        await _send_to_door(user_id, context)
        return
    await members.set_membership(
        context.tx, Place.GROUP, user_id, status, context.now, origin or Origin.BEFORE
    )
    words = await context.words(user_id)
    await context.say(user_id, words.text("installation.present"), column([help_button(words)]))


async def _send_to_door(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    join = Button(words.label("installation.buttons.join"), url=context.community.link("adhesion"))
    text = words.text("installation.stranger")
    await context.say(user_id, text, column([join, help_button(words)]))
