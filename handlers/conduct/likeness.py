"""A display name that could be taken for a moderator's: shown to moderators once."""

from __future__ import annotations

from telegram import Update, User

from bot.community.members import Place, Role
from bot.storage import audit, likenesses, members
from handlers.buttons import Button, number, pack
from handlers.conduct import alone
from handlers.context import Context
from handlers.members import meet, name_of, status_after
from handlers.routes import Pressed, Routes, Where
from moderation.conduct.names import claims_office, resembles

NOBODY = 0
"""Stands for the moderator whose name it is, where a name claims the office itself."""


def register(on: Routes) -> None:
    """Wherever a name is seen, and the two answers of the card."""
    on.before.append(look)
    on.chat_members.append(look_at_arrival)
    on.button("likeness.ask", ask_to_change, Role.MODERATOR, Where.MODERATORS)
    on.button("likeness.fine", leave_it, Role.MODERATOR, Where.MODERATORS)


async def look(update: Update, context: Context) -> None:
    """Look at the name of whoever writes, presses or asks to join."""
    user, message = update.effective_user, update.effective_message
    anonymous = message is not None and message.sender_chat is not None
    if user is not None and not user.is_bot and (not anonymous or update.callback_query):
        await _compare(user, context)


async def look_at_arrival(update: Update, context: Context) -> None:
    """Look at the name of who comes into the group."""
    change = update.chat_member
    if change is not None and status_after(change).is_in and not change.new_chat_member.user.is_bot:
        await _compare(change.new_chat_member.user, context)


async def _compare(user: User, context: Context) -> None:
    """Compare a name with the moderators', once for each name that somebody takes."""
    seen = ("likeness", user.id)
    if context.tx.cache.get(seen) == user.full_name:
        return
    context.tx.cache[seen] = user.full_name
    team = await members.present(context.tx, Place.MODERATORS)
    if user.id in team:
        return
    for moderator in team:
        if resembles(user.full_name, await name_of(moderator, context)):
            await _show(user, moderator, context)
            return
    if claims_office(user.full_name):
        await _show(user, NOBODY, context)


async def _show(user: User, moderator: int, context: Context) -> None:
    chat_id = await context.chat_id(Place.MODERATORS)
    is_new = await likenesses.note(context.tx, user.id, user.full_name, moderator, context.now)
    if chat_id is None or not is_new:
        return
    await meet(user, context, private=False)  # the answers of the card name them
    words = await context.words()
    key = "moderators.likeness" if moderator else "moderators.claims"
    other = await name_of(moderator, context) if moderator else ""
    text = words.text(key, name=user.full_name, other=other)
    buttons = [
        [Button(words.label("moderators.buttons.ask"), pack("likeness.ask", user.id))],
        [Button(words.label("moderators.buttons.fine"), pack("likeness.fine", user.id))],
    ]
    silent = context.is_night
    await context.say(chat_id, text, buttons, message=_name(user.id), silent=silent)


def _name(user_id: int) -> str:
    return f"likeness:{user_id}"


async def ask_to_change(pressed: Pressed, context: Context) -> None:
    """Ask the person, unsigned and kindly, to take a name that cannot mislead."""
    await _settle(pressed, "asked", context)


async def leave_it(pressed: Pressed, context: Context) -> None:
    """Leave the name as it is."""
    await _settle(pressed, "fine", context)


async def _settle(pressed: Pressed, how: str, context: Context) -> None:
    user_id, words = number(pressed.args) or 0, await context.words()
    name = await name_of(user_id, context)
    reached = await alone.is_reachable(user_id, context)
    if how == "asked" and reached:
        await alone.tell(user_id, "moderators.change_name", context)
    key = "unreachable" if how == "asked" and not reached else how
    text = words.text(f"moderators.settled.{key}", name=name, who=pressed.user.full_name)
    await audit.note(context.tx, pressed.user.id, f"likeness.{how}", f"user:{user_id}", context.now)
    await context.change(pressed.chat_id, _name(user_id), text)
