"""Linking a chat: /installer, the code, the administrator who says it, the rights to tick."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from telegram import Chat, Message, Update

from bot.community.installation import Asked, Refusal, missing_rights, read_words, refusal
from bot.community.members import Place, Status, status_of
from bot.storage import audit, installation, members, outbox
from bot.storage.database import Transaction
from bot.storage.outbox import Call, Lane
from content import Html
from handlers.context import Context
from handlers.members import ADMINISTRATORS, COUNT
from handlers.routes import Result, Routes, Where

COMMANDS = ("installer", "install")
SAYER = "installation.sayer"
RIGHTS = "installation.rights"


def register(on: Routes) -> None:
    """The command, wherever it is said, and what Telegram answers about who says it."""
    on.before.append(answer_nobody)
    on.command(*COMMANDS, act=install, where=tuple(Where))
    on.result(SAYER, sayer_known)
    on.result(RIGHTS, rights_known)


async def answer_nobody(update: Update, context: Context) -> None:
    """Ask who says /installer in the name of a chat to say it in their own: no name, no power."""
    message = update.message
    if message is None or message.sender_chat is None or not _is_command(message):
        return
    await context.remove_id(message.chat_id, message.message_id)
    await _say(message.chat_id, "installation.under_your_name", context)


def _is_command(message: Message) -> bool:
    word = (message.text or "").split(" ")[0].split("@")[0]
    return word.removeprefix("/") in COMMANDS and word.startswith("/")


async def install(update: Update, context: Context) -> None:
    """Take /installer: the message goes, for it holds the code; then refuse, or ask who says it."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    if message.chat.type == Chat.PRIVATE:
        await _say(message.chat_id, "installation.in_the_chat", context)
        return
    await context.remove_id(message.chat_id, message.message_id)
    asked = await _asked(message, message.from_user.id, context)
    why = refusal(asked)
    if why is Refusal.WRONG_CODE:
        await installation.count_wrong_try(context.tx, message.from_user.id, context.now)
    if why is not None:
        await _say(message.chat_id, f"installation.refused.{why}", context)
        return
    params = {"chat_id": message.chat_id, "user_id": message.from_user.id}
    echo = {"place": asked.place, "chat_id": message.chat_id}
    await context.do("getChatMember", params, message.chat_id, wants=SAYER, echo=echo)


async def _asked(message: Message, user_id: int, context: Context) -> Asked:
    place, code = read_words(message.text or "")
    return Asked(
        place=place,
        chat_id=message.chat_id,
        plain_group=message.chat.type == Chat.GROUP,
        code=code,
        code_is_right=await installation.is_code(context.tx, code),
        wrong_tries=await installation.wrong_tries(context.tx, user_id, context.now),
        linked=await _linked(context),
    )


async def sayer_known(result: Result, context: Context) -> None:
    """Link the chat where an administrator asks; what was linked meanwhile stands."""
    place, chat_id = Place(result.echo["place"]), result.echo["chat_id"]
    if not result.ok:
        await _say(chat_id, "installation.cannot_see_you", context)
        return
    if status_of(result.value["status"]) is not Status.ADMINISTRATOR:
        await _say(chat_id, "installation.administrators_only", context)
        return
    asked = Asked(
        place,
        chat_id,
        plain_group=False,
        code="given",
        code_is_right=True,
        wrong_tries=0,
        linked=await _linked(context),
    )
    why = refusal(asked)
    if why is not None:
        await _say(chat_id, f"installation.refused.{why}", context)
        return
    if not asked.again:
        await installation.link(context.tx, place, chat_id, context.now)
        who = result.value["user"]["id"]
        await audit.note(context.tx, who, "installation.link", place, context.now, str(chat_id))
    await ask_about_chat(context.tx, place, chat_id, context.now)
    await _ask_own_rights(place, chat_id, context)


async def _linked(context: Context) -> dict[Place, int]:
    """Return the linked chats as they stand in this very step."""
    found = await members.linked_chats(context.tx)
    return {place: chat.chat_id for place, chat in found.items()}


async def ask_about_chat(tx: Transaction, place: Place, chat_id: int, now: datetime) -> None:
    """Ask Telegram who administers a linked chat, and how many members it has."""
    for method, wants in (("getChatAdministrators", ADMINISTRATORS), ("getChatMemberCount", COUNT)):
        params: dict[str, Any] = {"chat_id": chat_id}
        echo = {"place": place}
        call = Call(method, params, chat_id, Lane.ACTS, wants=wants, echo=echo)
        await outbox.put(tx, call, now)


async def _ask_own_rights(place: Place, chat_id: int, context: Context) -> None:
    params = {"chat_id": chat_id, "user_id": context.community.bot_id}
    echo = {"place": place, "chat_id": chat_id}
    await context.do("getChatMember", params, chat_id, wants=RIGHTS, echo=echo)


async def rights_known(result: Result, context: Context) -> None:
    """Say in the chat that it is linked, and what is still to be ticked; then what comes next."""
    place, chat_id = Place(result.echo["place"]), result.echo["chat_id"]
    missing = missing_rights(place, result.value if result.ok else {})
    words = await context.words()
    parts = [words.text(f"installation.linked.{place}")]
    if missing:
        names = "\n".join(f"• {words.text(f'installation.right.{right}')}" for right in missing)
        parts.append(words.text(f"installation.missing.{place}", rights=Html(names)))
    linked = await _linked(context)
    other = next((p for p in Place if p not in linked), None)
    if other is not None:
        parts.append(words.text(f"installation.next.{other}"))
    await context.say(chat_id, Html("\n\n".join(parts)))
    if other is None:
        await installation.forget_code(context.tx)
        await context.tell("chats_linked", context.row.key)


async def _say(chat_id: int, key: str, context: Context) -> None:
    words = await context.words()
    await context.say(chat_id, words.text(key))
