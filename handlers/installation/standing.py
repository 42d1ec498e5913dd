"""The bot's own standing: put out, stripped of rights, given them, taken to a new chat id."""

from __future__ import annotations

from telegram import Chat, ChatMember, ChatMemberUpdated, Update

from bot.community.installation import missing_rights
from bot.community.members import Place, status_of
from bot.storage import members, outbox
from handlers.context import Context
from handlers.installation.linking import ask_about_chat
from handlers.routes import Routes


def register(on: Routes) -> None:
    """What Telegram tells of the bot itself, and the move of a group to its new id."""
    on.before.append(follow_move)
    on.my_chat_members.append(standing_changed)


async def follow_move(update: Update, context: Context) -> None:
    """Follow a group that becomes a supergroup: everything known or queued takes its new id."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        old, new = message.chat_id, message.migrate_to_chat_id
        await members.move_chat(context.tx, old, new)
        await outbox.move_chat(context.tx, old, new)


async def standing_changed(update: Update, context: Context) -> None:
    """Tell what a change of the bot's own standing means; private chats are others' business."""
    change = update.my_chat_member
    if change is None or change.chat.id > 0:
        return
    place = await context.place_of(change.chat.id)
    if place is None:
        await _greet_unknown_chat(change, context)
    elif not _is_in(change.new_chat_member):
        await context.tell("bot_removed", context.row.key, place=place)
    else:
        await _compare_rights(place, change, context)


async def _compare_rights(place: Place, change: ChatMemberUpdated, context: Context) -> None:
    """Tell the moderators what lacks; when everything is back, say so where it was ticked."""
    before = missing_rights(place, change.old_chat_member.to_dict())
    missing = missing_rights(place, change.new_chat_member.to_dict())
    if missing:
        await context.tell("rights_missing", context.row.key, place=place, missing=missing)
    elif before:
        await ask_about_chat(context.tx, place, change.chat.id, context.now)
        words = await context.words()
        await context.say(change.chat.id, words.text("installation.all_set"), silent=True)


async def _greet_unknown_chat(change: ChatMemberUpdated, context: Context) -> None:
    """Say once how to link a chat that the bot is added to, while a chat is still to be linked."""
    entered = _is_in(change.new_chat_member) and not _is_in(change.old_chat_member)
    if not entered or change.chat.type == Chat.CHANNEL:
        return
    if len(await context.chats()) < len(Place):
        words = await context.words()
        key = f"installation.hello:{change.chat.id}"
        await context.say(change.chat.id, words.text("installation.hello"), key=key)


def _is_in(member: ChatMember) -> bool:
    return status_of(member.status, is_member=getattr(member, "is_member", True)).is_in
