"""What Telegram refused for good: people out of reach, rights that lack, chats that are lost."""

from __future__ import annotations

import logging

from bot.community.installation import ADMINISTRATOR
from bot.community.members import Place
from bot.storage import members
from handlers.alerts.machine import tell_lost, tell_missing
from handlers.alerts.telling import ALERT, tell_moderators
from handlers.context import Context
from handlers.routes import Fact, Routes

log = logging.getLogger(__name__)

OUT_OF_REACH = frozenset({"blocked", "cannot_write_first", "deactivated", "chat_not_found"})

UNEXPECTED = frozenset({"refused", "failed_here", "unknown_method"})
"""Refusals that this program does not know: somebody must read the log."""

RIGHT_FOR = {
    "approveChatJoinRequest": "can_invite_users",
    "declineChatJoinRequest": "can_invite_users",
    "createChatInviteLink": "can_invite_users",
    "revokeChatInviteLink": "can_invite_users",
    "restrictChatMember": "can_restrict_members",
    "banChatMember": "can_restrict_members",
    "unbanChatMember": "can_restrict_members",
    "deleteMessage": "can_delete_messages",
    "pinChatMessage": "can_pin_messages",
    "unpinChatMessage": "can_pin_messages",
}
"""The administrator's right that each method needs (https://core.telegram.org/bots/api)."""


def register(on: Routes) -> None:
    """What the sender tells."""
    on.fact("call_refused", call_refused)


async def call_refused(fact: Fact, context: Context) -> None:
    """Draw what follows from a refusal; whoever wanted the call's result gets it apart."""
    reason, method, chat_id = (fact.content[name] for name in ("reason", "method", "chat_id"))
    if reason in UNEXPECTED:
        await _unexpected(fact, context)
        return
    if chat_id is not None and chat_id > 0:
        await _person_refused(chat_id, reason, context)
        return
    place = await _place(chat_id, method, context)
    if place is None:
        return
    if reason == "no_rights":
        await _right_missing(place, method, context)
    elif reason in ("kicked", "chat_not_found"):
        await tell_lost(place, context)


async def _unexpected(fact: Fact, context: Context) -> None:
    """Tell, once an hour for each method, that an act failed, with the code that finds it."""
    if (fact.content["message"] or "").startswith(ALERT):
        return
    words = await context.words()
    text = words.text("alerts.call_failed", code=f"E{fact.content['seq']}")
    key = f"refused:{fact.content['method']}:{context.now:%Y%m%d%H}"
    await tell_moderators(context, key, text)


async def _person_refused(user_id: int, reason: str, context: Context) -> None:
    if reason not in OUT_OF_REACH:
        return
    await members.mark_unreachable(context.tx, user_id, context.now)
    if reason == "deactivated":
        await context.tell("person_gone", str(user_id), user_id=user_id)
    elif reason == "blocked":
        await context.tell("person_blocked", context.row.key, user_id=user_id)


async def _place(chat_id: int | None, method: str, context: Context) -> Place | None:
    """Return which chat a call was about; one without a chat of its own is about the group."""
    if chat_id is not None:
        return await context.place_of(chat_id)
    return Place.GROUP if method in RIGHT_FOR else None


async def _right_missing(place: Place, method: str, context: Context) -> None:
    right = RIGHT_FOR.get(method, ADMINISTRATOR)
    if place is Place.MODERATORS and right == ADMINISTRATOR:
        log.warning("the moderators' chat cannot be written to")
        return
    await tell_missing(place, [right], context)
