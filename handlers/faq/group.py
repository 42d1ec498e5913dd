"""/faq anywhere, and asking in the group: a short answer, once an hour, the rest in private."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message, Update

from bot.community.members import Role
from bot.storage import faq, outbox
from content import Words
from content.faq import Entry
from content.search import Nothing, Perhaps, Sure, Unknown
from handlers.buttons import Button, column
from handlers.context import Context
from handlers.faq import asking, saying, unknown
from handlers.routes import Routes, Where, may

NOT_AGAIN_FOR = timedelta(hours=1)


def register(on: Routes) -> None:
    """The command, and what is said to the bot by its name."""
    on.command("faq", act=ask, where=(Where.PRIVATE, Where.GROUP))
    on.messages[Where.GROUP].append(take_mention)


async def ask(update: Update, context: Context) -> None:
    """Answer /faq where it is said."""
    message = update.effective_message
    if message is None:
        return
    text = " ".join(context.args or ())
    if message.chat_id < 0:
        await answer(message, text, context)
    else:
        await asking.ask(message, text, context)


async def take_mention(message: Message, context: Context) -> bool:
    """Answer a message that names the bot."""
    mentions = message.parse_entities(["mention"]).values()
    ours = [m for m in mentions if m.lower() == f"@{context.community.bot_username.lower()}"]
    if not ours or not message.text:
        return False
    await answer(message, message.text.replace(ours[0], " ").strip(), context)
    return True


async def answer(message: Message, text: str, context: Context) -> None:
    """Answer in the group; ``/faq id`` gives the answer it names, under the message
    that a moderator replies to.
    """
    if message.from_user is None:
        return
    user_id = message.from_user.id
    words = await context.words(user_id)
    answered = message.reply_to_message
    named = context.community.answers.entry(text.strip().lower(), words.language)
    if named is not None and not named.expired(context.today):
        allowed = answered is not None and await may(user_id, Role.MODERATOR, context)
        if allowed is None:
            return  # Telegram is asked; the message comes again with its answer
        under = answered.message_id if answered is not None and allowed else message.message_id
        await _place(named, message, under, words, context)
    elif not text:
        await _point_to_private(message, "empty", words, context)
    elif await asking.too_many(user_id, context):
        key = f"faq_wait:{user_id}:{context.now:%Y%m%d%H%M}"
        await _reply(message, words, "faq.group.too_fast", context, key=key)
    else:
        await _find(message, user_id, text, words, context)


async def _find(message: Message, user_id: int, text: str, words: Words, context: Context) -> None:
    found = context.community.answers.ask(text, words.language, context.today)
    words = context.community.content.words(found.language)
    entry = found.verdict.entry.id if isinstance(found.verdict, Sure) else ""
    asked = await faq.note_asked(context.tx, user_id, found.language, text, entry, context.now)
    match found.verdict:
        case Sure(entry=sure):
            await faq.count(context.tx, sure.topics, "sure", context.now)
            await _place(sure, message, message.message_id, words, context)
        case Perhaps(entries=entries):
            await faq.count(context.tx, entries[0].topics, "perhaps", context.now)
            buttons = [saying.link_button(entry, context) for entry in entries]
            await _reply(message, words, "faq.group.perhaps", context, buttons)
        case Unknown(topics=topics):
            await unknown.note(asked, found.language, text, topics, context)
            await _point_to_private(message, "unknown", words, context, asking.carried(asked))
        case Nothing():
            await _point_to_private(message, "empty", words, context)


async def _place(
    entry: Entry, asked: Message, reply_to: int, words: Words, context: Context
) -> None:
    """Say an answer, or where it stands already: once an hour to each who asks."""
    if entry.expired(context.today) or asked.from_user is None:
        return
    chat_id = asked.chat_id
    name = f"faq.said:{entry.id}"
    if await faq.say_once(context.tx, entry.id, context.now - NOT_AGAIN_FOR, context.now):
        label = words.label("faq.buttons.rest")
        button = saying.link_button(entry, context, label)
        text = await saying.short(entry, words, context)
        await outbox.forget_message(context.tx, name)
        await context.say(chat_id, text, [[button]], message=name, silent=True, reply_to=reply_to)
        return
    sent = await outbox.message(context.tx, name)
    buttons = [_above(sent, words)] if sent else [saying.link_button(entry, context)]
    key = f"faq_again:{entry.id}:{asked.from_user.id}:{context.now:%Y%m%d%H}"
    text = words.text("faq.group.again")
    await context.say(chat_id, text, column(buttons), key=key, silent=True, reply_to=reply_to)


def _above(sent: outbox.SentMessage, words: Words) -> Button:
    """Return the link to a message of a supergroup (https://core.telegram.org/api/links)."""
    chat = str(sent.chat_id).removeprefix("-100")
    return Button(words.label("faq.buttons.above"), url=f"https://t.me/c/{chat}/{sent.message_id}")


async def _point_to_private(
    message: Message, why: str, words: Words, context: Context, payload: str = "faq"
) -> None:
    label = words.label("faq.buttons.ask_in_private")
    button = Button(label, url=context.community.link(payload))
    await _reply(message, words, f"faq.group.{why}", context, [button])


async def _reply(
    message: Message,
    words: Words,
    text: str,
    context: Context,
    buttons: list[Button] | None = None,
    key: str = "",
) -> None:
    await context.say(
        message.chat_id,
        words.text(text),
        column(buttons or ()),
        key=key,
        silent=True,
        reply_to=message.message_id,
    )
