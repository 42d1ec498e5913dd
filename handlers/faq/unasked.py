"""What is no new question: a voice, a picture, a question that somebody corrects."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message

from bot.storage import faq, threads
from handlers import help as help_card
from handlers.buttons import column
from handlers.context import Context
from handlers.faq import asking, saying
from handlers.faq.relay import THREAD
from handlers.faq.threads import PROMPT
from handlers.routes import Routes

CORRECTED_WITHIN = timedelta(minutes=10)
"""How long after a question its correction is one too; later, nobody awaits an answer."""


def register(on: Routes) -> None:
    """After the questions in words; edits that concern no request."""
    on.otherwise.append(take_wordless)
    on.edits_otherwise.append(take_edit)


async def take_wordless(message: Message, context: Context) -> bool:
    """Say that only words are read; those under a picture are a question."""
    if message.from_user is None or message.effective_attachment is None:
        return False
    if message.caption:
        await asking.answer(message.from_user.id, message.caption, context)
        return True
    words = await context.words(message.from_user.id)
    buttons = [saying.person_button(words), help_card.button(words)]
    await context.say(message.chat_id, words.text("faq.text_only"), column(buttons))
    return True


async def take_edit(message: Message, context: Context) -> bool:
    """Answer a question that was corrected at once; distress was looked for before.

    Telegram also sends as edits what changed nothing in the words, a link's preview for one.
    """
    user, text = message.from_user, message.text or ""
    if user is None or message.chat_id != user.id or not text or text.startswith("/"):
        return False
    if context.now - message.date > CORRECTED_WITHIN:
        return False
    if (await context.name_replied_to(message) or "").startswith((PROMPT, THREAD)):
        return await _say_it_stays(user.id, context)
    last = await faq.last_asked(context.tx, user.id)
    if last is None or last.text in ("", text):
        return False
    await asking.answer(user.id, text, context)
    return True


async def _say_it_stays(user_id: int, context: Context) -> bool:
    """Say that what was handed over reads as it did, and how to add to it."""
    thread = await threads.open_of(context.tx, user_id)
    if thread is None:
        return False
    words = await context.words(user_id)
    name = f"{THREAD}{thread.id}:edited"
    await context.say(user_id, words.text("faq.thread.edited"), message=name, ask_reply=True)
    return True
