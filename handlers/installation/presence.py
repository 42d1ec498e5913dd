"""Members who were there before the bot: the card in the group, and the door it opens for them."""

from __future__ import annotations

from typing import Any

from telegram import Update

from bot.community.members import Origin, Place, Role
from bot.storage import members, outbox
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.help import button as help_button
from handlers.members import member_status
from handlers.routes import Fact, Pressed, Result, Routes, Where

CARD = "presence_card"
POST = "installation.post_card"
POSTED = "installation.card_posted"
PRESENT = "installation.present"
PAYLOAD = "membre"


def register(on: Routes) -> None:
    """The offer's button, what becomes of the card, what Telegram says of who pressed it."""
    on.fact("chats_linked", chats_linked)
    on.start(PAYLOAD, welcome_present_member)
    on.button(POST, post_card, Role.MODERATOR, Where.MODERATORS)
    on.result(POSTED, card_posted)
    on.result(PRESENT, present_known)


async def chats_linked(fact: Fact, context: Context) -> None:
    """Offer the moderators, once for a group, to publish the card there."""
    group, moderators = [await context.chat_id(place) for place in Place]
    if group is None or moderators is None:
        return
    if await outbox.message(context.tx, _offer_name(group)) is None:
        await _offer("installation.offer", group, moderators, _offer_name(group), context)


def _offer_name(group: int) -> str:
    return f"presence_offer:{group}"


async def _offer(text: str, group: int, moderators: int, key: str, context: Context) -> None:
    words = await context.words()
    button = Button(words.label("installation.buttons.post_card"), pack(POST))
    await context.say(
        moderators,
        words.text(text),
        column([button]),
        message=_offer_name(group),
        key=key,
        silent=context.is_night,
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
    offer = _offer_name(group)
    if press.message_id is not None:
        await outbox.learn_message(context.tx, offer, press.chat_id, press.message_id, context.now)
    text = words.text("installation.offer_taken", name=press.user.full_name)
    await context.change(press.chat_id, offer, text)


async def card_posted(result: Result, context: Context) -> None:
    """Pin the card without a sound; where it was refused, offer it again."""
    if result.ok:
        chat_id, message_id = result.value["chat"]["id"], result.value["message_id"]
        params = {"chat_id": chat_id, "message_id": message_id, "disable_notification": True}
        await context.do("pinChatMessage", params, chat_id)
        return
    group, moderators = [await context.chat_id(place) for place in Place]
    if group is not None and moderators is not None:
        key = f"{_offer_name(group)}:{context.row.key}"
        await _offer("installation.card_refused", group, moderators, key, context)


async def welcome_present_member(update: Update, context: Context) -> None:
    """Answer who opens the private chat by the card: Telegram is asked whether they are inside."""
    if update.effective_user is None:
        return
    user_id, group = update.effective_user.id, await context.chat_id(Place.GROUP)
    if group is None:
        await _send_to_door(user_id, context)
        return
    params = {"chat_id": group, "user_id": user_id}
    await context.do("getChatMember", params, wants=PRESENT, echo={"user_id": user_id})


async def present_known(result: Result, context: Context) -> None:
    """Welcome a member; anyone else is told what every stranger is told."""
    user_id = result.echo["user_id"]
    member: dict[str, Any] = result.value if result.ok else {"status": "left"}
    status = member_status(member)
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
    """Have said what /start says to a stranger, no more: nobody learns here who is a member."""
    await context.tell("stranger_came", context.row.key, user_id=user_id)
