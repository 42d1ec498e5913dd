"""/protection: the people a member does not want to meet here, forgotten as soon as they are said.

Whoever is named, whether they are in the group, asked to join or are unknown, the answers are the
same bytes.
"""

from __future__ import annotations

import re
from datetime import timedelta

from telegram import Message, Update

from bot.community.members import Role
from bot.storage import outbox
from bot.storage.privacy import protection
from content import Html, Words
from handlers import help as help_card
from handlers.buttons import Button, column, number, pack
from handlers.context import Context
from handlers.members import is_member
from handlers.routes import Pressed, Routes, Where
from moderation.folding import fold
from moderation.signals.identification.phones import numbers

PROMPT = "protect:"
AWAITED_FOR = timedelta(minutes=10)
"""What is no reply is taken for so long after the question, if it may name somebody."""

LONGEST, LONGEST_NAME = 400, 5
"""Characters of an answer; words of a name."""
_USERNAME = re.compile(r"(?:@|(?:https?://)?t\.me/)([A-Za-z][A-Za-z0-9_]{3,31})")
_ID = re.compile(r"\d{5,15}")


def register(on: Routes) -> None:
    """The list, what adds to it, what takes from it."""
    on.command("protection", "protect", act=show, role=Role.MEMBER)
    on.button("protection.add", ask, Role.MEMBER)
    on.button("protection.remove", remove, Role.MEMBER)
    on.messages[Where.PRIVATE].append(take)


async def show(update: Update, context: Context) -> None:
    """Say what the list does, and how many are on it."""
    if update.effective_user is not None:
        await _list(update.effective_user.id, context)


async def _list(user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    entries = await protection.listed(context.tx, user_id)
    lines = [
        words.text(
            "privacy.protection.entry",
            n=place,
            kind=words.label(f"privacy.protection.kinds.{entry.kind}"),
            date=words.date(entry.added_at.astimezone(context.community.timezone).date()),
        )
        for place, entry in enumerate(entries, start=1)
    ]
    said = Html("\n".join(lines)) if lines else words.text("privacy.protection.empty")
    buttons = [Button(words.label("privacy.buttons.add"), pack("protection.add"))]
    buttons += [
        Button(words.label("privacy.buttons.remove", n=n), pack("protection.remove", entry.id))
        for n, entry in enumerate(entries, start=1)
    ]
    text = words.text("privacy.protection.text", entries=said)
    await context.say(user_id, text, column([*buttons, help_card.button(words)]))


async def ask(press: Pressed, context: Context) -> None:
    """Ask who, as a message to reply to."""
    words = await context.words(press.user.id)
    if len(await protection.listed(context.tx, press.user.id)) >= protection.MOST:
        await _say("full", press.user.id, words, context)
        return
    name = f"{PROMPT}{press.user.id}"
    await outbox.forget_message(context.tx, name)
    text = words.text("privacy.protection.prompt")
    await context.say(press.user.id, text, message=name, ask_reply=True)


async def remove(press: Pressed, context: Context) -> None:
    """Take an entry off one's own list."""
    words = await context.words(press.user.id)
    if await protection.remove(context.tx, press.user.id, number(press.args) or 0):
        await context.answer(press.query_id, words.label("privacy.toasts.noted"))
        await _list(press.user.id, context)
    else:
        await context.answer(press.query_id, words.label("privacy.toasts.gone"), alert=True)


async def take(message: Message, context: Context) -> bool:
    """Take whom a member names: a reply to the question, or a contact or a forward after it."""
    user = message.from_user
    if user is None or not await _answers(message, user.id, context):
        return False
    words = await context.words(user.id)
    if not await is_member(user.id, context):
        return False
    if await help_card.answer_distress(message, context):
        return True  # a cry is nobody's name; the question still stands
    found = _forms(message, context)
    if found is None:
        await _say("not_read", user.id, words, context)
    elif len(await protection.listed(context.tx, user.id)) >= protection.MOST:
        await _say("full", user.id, words, context)
    else:
        kind, forms = found
        entry = await protection.add(context.tx, user.id, kind, forms, context.now)
        await outbox.forget_message(context.tx, f"{PROMPT}{user.id}")
        await context.tell("protection_added", context.row.key, entry=entry)
        await _say("added", user.id, words, context)
    return True


async def _answers(message: Message, user_id: int, context: Context) -> bool:
    asked = await outbox.message(context.tx, f"{PROMPT}{user_id}")
    if asked is None or (message.text or "").startswith("/"):
        return False
    replied = message.reply_to_message
    if replied is not None and replied.message_id == asked.message_id:
        return True
    carried = message.contact is not None or message.forward_origin is not None
    return (carried or _looks_named(message)) and context.now - asked.sent_at <= AWAITED_FOR


def _looks_named(message: Message) -> bool:
    """Tell whether a message, which is no reply, may name somebody all the same.

    A name that nobody took would be a question without an answer, which the team reads.
    """
    text = message.text or ""
    short = all(len(line.split()) <= LONGEST_NAME for line in text.splitlines())
    return bool(text) and "?" not in text and short


def _forms(message: Message, context: Context) -> tuple[str, list[bytes]] | None:
    """Return what recognises whom a message names, and its kind; None where it names nobody."""
    tx = context.tx
    origin = message.forward_origin
    if origin is not None:
        sender = getattr(origin, "sender_user", None)
        if sender is not None:
            return "account", protection.account_forms(tx, sender.id)
        return _named(getattr(origin, "sender_user_name", "") or "", context)
    if (contact := message.contact) is not None:
        forms = protection.phone_forms(tx, re.sub(r"\D", "", contact.phone_number))
        if contact.user_id:
            forms += protection.account_forms(tx, contact.user_id)
        return "phone", forms
    return _written((message.text or "")[:LONGEST], context)


def _written(text: str, context: Context) -> tuple[str, list[bytes]] | None:
    tx, bare = context.tx, text.strip()
    if username := _USERNAME.fullmatch(bare):
        return "username", protection.username_forms(tx, username[1])
    if phones := numbers(fold(bare)):
        return "phone", [form for phone in phones for form in protection.phone_forms(tx, phone)]
    if _ID.fullmatch(bare):
        return "account", protection.account_forms(tx, int(bare))
    return _named(bare, context)


def _named(text: str, context: Context) -> tuple[str, list[bytes]] | None:
    lines = re.split(r"[\n,;]", text)
    forms = [form for line in lines for form in protection.forms_of_name(context.tx, line)]
    return ("name", forms) if forms else None


async def _say(key: str, user_id: int, words: Words, context: Context) -> None:
    values = {"most": protection.MOST} if key == "full" else {}
    text = words.text(f"privacy.protection.{key}", **values)
    await context.say(user_id, text, [[help_card.button(words)]])
