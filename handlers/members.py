"""Members: who somebody is to the bot, the language they read, who moderates."""

from __future__ import annotations

from typing import Any

from telegram import ChatMember, ChatMemberUpdated, Update, User

from bot.community.members import Origin, Place, Status, status_of
from bot.storage import inbox, members
from handlers.buttons import Button, column, pack
from handlers.context import Context
from handlers.routes import ROLE_KNOWN, Pressed, Result, Routes, Where, where_is

ADMINISTRATORS = "members.administrators"
COUNT = "members.count"
STANDING = "members.standing"


def register(on: Routes) -> None:
    """What is learnt of people from whatever they do, and the choice of language."""
    on.before.append(notice)
    on.command("langue", "language", act=choose_language)
    on.button("language.set", set_language)
    on.command("silence", "quiet", act=offer_silence)
    on.button("silence.set", set_silence)
    on.result(ROLE_KNOWN, role_known)
    on.result(ADMINISTRATORS, administrators_known)
    on.result(COUNT, count_known)
    on.result(STANDING, standing_known)
    on.chat_members.append(moderators_changed)
    on.my_chat_members.append(private_chat_changed)


async def notice(update: Update, context: Context) -> None:
    """Learn from an update: who opened the private chat, who is in which of the two chats."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or user.is_bot or update.chat_join_request:
        return
    message = update.effective_message
    if message is not None and message.sender_chat is not None and not update.callback_query:
        return
    if update.message and (update.message.new_chat_members or update.message.left_chat_member):
        return  # who came or went is told by chat_member updates, and better
    where = await where_is(chat.id, context)
    if where is Where.PRIVATE:
        await meet(user, context, private=True)
    elif where is not Where.ELSEWHERE:
        pressed = update.callback_query is not None
        await _seen_in(Place(where.value), user, context, pressed=pressed)


async def meet(user: User, context: Context, *, private: bool) -> None:
    """Keep a person's display name, and the first language seen."""
    language = context.community.content.pick(user.language_code) if user.language_code else None
    await members.meet(
        context.tx,
        user.id,
        user.full_name or "",  # an account that was deleted has no name left
        context.now,
        language=language,
        private=private,
        username=user.username,
    )


async def _seen_in(place: Place, user: User, context: Context, *, pressed: bool) -> None:
    """Note that somebody is in a chat, the first time they write or press there.

    A press alone gives no power in the moderators' chat, neither to who was seen leaving it nor to
    who was never seen there: Telegram is asked where they stand.
    """
    known = await members.membership(context.tx, place, user.id)
    if known is not None and known.status.is_in:
        return
    if known is not None and place is Place.MODERATORS:
        await _ask_standing(user.id, context)
        return
    if pressed and place is Place.MODERATORS:
        await meet(user, context, private=False)
        return  # the button's own check asks
    # Who comes in after the installation is seen at the door: the others were in before.
    origin = Origin.BEFORE if place is Place.GROUP and known is None else None
    await members.set_membership(context.tx, place, user.id, Status.MEMBER, context.now, origin)
    if place is Place.MODERATORS:
        await meet(user, context, private=False)


async def _ask_standing(user_id: int, context: Context) -> None:
    chat_id = await context.chat_id(Place.MODERATORS)
    params = {"chat_id": chat_id, "user_id": user_id}
    await context.do("getChatMember", params, wants=STANDING, echo={"user_id": user_id})


async def standing_known(result: Result, context: Context) -> None:
    """Note where somebody stands among the moderators."""
    if result.ok:
        user_id, status = result.echo["user_id"], member_status(result.value)
        await members.set_membership(context.tx, Place.MODERATORS, user_id, status, context.now)


async def choose_language(update: Update, context: Context) -> None:
    """Offer the languages, each by its own name."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    words = await context.words(message.from_user.id)
    buttons = [
        language_button(language, context) for language in context.community.content.languages
    ]
    await context.say(message.chat_id, words.text("members.choose_language"), column(buttons))


def language_button(language: str, context: Context) -> Button:
    """Return the button that switches to a language."""
    label = context.community.content.words(language).label("common.language_label")
    return Button(label, pack("language.set", language))


async def set_language(press: Pressed, context: Context) -> None:
    """Remember the language chosen and say so in it."""
    language = press.args[0] if press.args else ""
    if language not in context.community.content.languages:
        return
    await members.set_language(context.tx, press.user.id, language)
    words = context.community.content.words(language)
    await context.answer(press.query_id, words.label("members.toasts.language_set"))
    await context.tell("language_chosen", context.row.key, user_id=press.user.id)


async def offer_silence(update: Update, context: Context) -> None:
    """Say whether announcements come, with the button for the other way."""
    if update.effective_user is not None:
        await _say_silence(update.effective_user.id, context)


async def set_silence(press: Pressed, context: Context) -> None:
    """Stop the announcements, or let them come again."""
    if press.args in (("on",), ("off",)):
        await members.set_silent(context.tx, press.user.id, silent=press.args == ("on",))
        await _say_silence(press.user.id, context)


async def _say_silence(user_id: int, context: Context) -> None:
    person, words = await members.person(context.tx, user_id), await context.words(user_id)
    now, other = ("on", "off") if person and person.silent else ("off", "on")
    button = Button(words.label(f"members.silence.turn_{other}"), pack("silence.set", other))
    await context.say(user_id, words.text(f"members.silence.{now}"), column([button]))


# What Telegram says of the two chats


async def role_known(result: Result, context: Context) -> None:
    """Note where somebody stands in a chat, and work again what waited for it."""
    user_id, update = result.echo["user_id"], result.echo["update"]
    place = Place(result.echo["place"])
    status = member_status(result.value) if result.ok else Status.LEFT
    # Who is inside and was never seen at the door was in before the bot.
    origin = Origin.BEFORE if place is Place.GROUP and status.is_in else None
    await members.set_membership(context.tx, place, user_id, status, context.now, origin)
    key = f"{update['update_id']}:{place}"
    await inbox.put(context.tx, "update", key, update, context.now)


async def administrators_known(result: Result, context: Context) -> None:
    """Note the administrators of a chat, as read at start."""
    if not result.ok:
        return
    place = Place(result.echo["place"])
    for member in result.value:
        if not member["user"]["is_bot"]:
            user = User.de_json(member["user"], context.bot)
            await members.set_membership(
                context.tx, place, user.id, Status.ADMINISTRATOR, context.now
            )
            await meet(user, context, private=False)


async def count_known(result: Result, context: Context) -> None:
    """Note how many members Telegram counts in a chat."""
    if result.ok:
        place = Place(result.echo["place"])
        await members.set_member_count(context.tx, place, int(result.value))
        if place is Place.MODERATORS:
            await context.tell("moderators_counted", context.row.key)


async def moderators_changed(update: Update, context: Context) -> None:
    """Follow who comes, leaves or is promoted in the moderators' chat."""
    change = update.chat_member
    chat_id = await context.chat_id(Place.MODERATORS)
    if change is None or change.chat.id != chat_id or change.new_chat_member.user.is_bot:
        return
    user, status = change.new_chat_member.user, status_after(change)
    await members.set_membership(context.tx, Place.MODERATORS, user.id, status, context.now)
    if status.is_in:
        await meet(user, context, private=False)
    await ask_count(Place.MODERATORS, context)


async def ask_count(place: Place, context: Context) -> None:
    """Ask Telegram how many members a chat has; no method of the Bot API lists them."""
    chat_id = await context.chat_id(place)
    if chat_id is not None:
        params = {"chat_id": chat_id}
        await context.do("getChatMemberCount", params, wants=COUNT, echo={"place": place})


async def private_chat_changed(update: Update, context: Context) -> None:
    """Follow who blocks the bot or takes it back."""
    change = update.my_chat_member
    if change is None or change.chat.id < 0:
        return
    if status_after(change).is_in:
        await meet(change.from_user, context, private=True)
    else:
        await members.mark_unreachable(context.tx, change.chat.id, context.now)
        await context.tell("person_blocked", context.row.key, user_id=change.chat.id)


def status_after(change: ChatMemberUpdated) -> Status:
    """Return where the person stands after a change."""
    return _member_status(change.new_chat_member)


def status_before(change: ChatMemberUpdated) -> Status:
    """Return where the person stood before a change."""
    return _member_status(change.old_chat_member)


def _member_status(member: ChatMember) -> Status:
    return status_of(member.status, is_member=getattr(member, "is_member", True))


def member_status(member: dict[str, Any]) -> Status:
    """Return where a ChatMember, as the Bot API gives it, stands."""
    return status_of(member["status"], is_member=member.get("is_member", True))


async def moderator_count(context: Context) -> int:
    """Return how many people moderate: those Telegram counts (less this bot), or those known."""
    chat = (await context.chats()).get(Place.MODERATORS)
    known = len(await members.present(context.tx, Place.MODERATORS))
    return max((chat.member_count or 0) - 1 if chat else 0, known)


async def is_member(user_id: int, context: Context) -> bool:
    """Tell whether somebody is in the group by right."""
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    return standing is not None and standing.by_right


async def is_banned(user_id: int, context: Context) -> bool:
    """Tell whether somebody was put out of the group, and may not come back by themselves."""
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    return standing is not None and standing.status is Status.BANNED


async def coordinators(context: Context) -> list[int]:
    """Return the coordinators whom the bot may write to in private."""
    found = await members.present(context.tx, Place.MODERATORS)
    administrators = [user for user, status in found.items() if status is Status.ADMINISTRATOR]
    people = [await members.person(context.tx, user) for user in administrators]
    return [person.user_id for person in people if person and person.private_chat]


async def name_of(user_id: int, context: Context) -> str:
    """Return the display name kept of somebody, not yet escaped."""
    person = await members.person(context.tx, user_id)
    return person.name if person and person.name else str(user_id)
