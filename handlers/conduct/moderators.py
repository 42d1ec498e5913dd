"""/verifier: who moderates here, told to members alone; roles go by account, never by name."""

from __future__ import annotations

from telegram import Message, MessageOriginUser, Update, User

from bot.community.members import Place, Role
from bot.storage import awaited, members
from content import Html
from handlers.buttons import Button, pack
from handlers.conduct import alone
from handlers.conduct.receiving import stands_somewhere
from handlers.context import Context
from handlers.members import is_member, name_of
from handlers.routes import Pressed, Routes, Where, where_is


def register(on: Routes) -> None:
    """The command, in private or in reply in the group, and the message passed on."""
    both = (Where.PRIVATE, Where.GROUP)
    on.command("verifier", "verify", act=verify, role=Role.MEMBER, where=both)
    on.button("verify.forward", ask_forward, Role.MEMBER)
    on.messages[Where.PRIVATE].append(take_forward)


async def verify(update: Update, context: Context) -> None:
    """Name the moderators in private; in the group, tell of who wrote the message answered."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    answered = message.reply_to_message
    if await where_is(message.chat_id, context) is Where.PRIVATE:
        await _name_moderators(message.from_user.id, context)
    elif answered is None or answered.from_user is None or answered.sender_chat is not None:
        await context.remove_id(message.chat_id, message.message_id)
        await _name_moderators(message.from_user.id, context)
    elif await stands_somewhere(answered.from_user.id, context):
        await context.remove_id(message.chat_id, message.message_id)
        await _tell_of(answered.from_user, message.from_user.id, context)


async def _name_moderators(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    known = await members.present(context.tx, Place.MODERATORS)
    found = sorted([await name_of(user, context) for user in known], key=str.casefold)
    names = Html("\n".join(f"• {Html.quote(name)}" for name in found))
    check = Button(words.label("moderators.buttons.check"), pack("verify.forward"))
    bot = context.community.bot_username
    await alone.tell(user_id, "moderators.names", context, [[check]], names=names, bot=bot)


async def _tell_of(user: User, asker: int, context: Context) -> None:
    """Tell whether an account moderates here, whatever its name says."""
    team = await members.present(context.tx, Place.MODERATORS)
    known = user.id in team or user.id == context.community.bot_id
    key = "moderators.moderates" if known else "moderators.does_not"
    await alone.tell(asker, key, context, name=user.full_name)


async def ask_forward(pressed: Pressed, context: Context) -> None:
    """Ask for a message of whoever claims to moderate."""
    await awaited.expect(context.tx, pressed.user.id, "verify", 0, context.now)
    await alone.tell(pressed.user.id, "moderators.forward", context)


async def take_forward(message: Message, context: Context) -> bool:
    """Tell of the account that wrote a message passed on."""
    if message.from_user is None or (message.text or "").startswith("/"):
        return False
    user_id = message.from_user.id
    waits = await awaited.of(context.tx, user_id, context.now)
    if waits is None or waits.what != "verify" or not await is_member(user_id, context):
        return False
    origin = message.forward_origin
    if origin is None:
        return False
    if not isinstance(origin, MessageOriginUser):
        await alone.tell(user_id, "moderators.hidden", context)
    elif await stands_somewhere(origin.sender_user.id, context):
        await awaited.end(context.tx, user_id)
        await _tell_of(origin.sender_user, user_id, context)
    return True
