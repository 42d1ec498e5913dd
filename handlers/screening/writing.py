"""What somebody who asks to join writes: answers, more words, corrections, a cry for help."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message

from bot.storage import screening
from bot.storage.screening import Application
from content import Question
from handlers import help as help_card
from handlers.context import Context
from handlers.routes import Routes, Where
from handlers.screening import status
from handlers.screening.files import keep_alive, show, view_of
from handlers.screening.screens import View
from handlers.screening.sending import take_detail
from moderation.screening import steps
from moderation.screening.decisions import Status


def register(on: Routes) -> None:
    """Messages of the private chat, and their edits."""
    on.messages[Where.PRIVATE].append(take_message)
    on.edits.append(take_edit)


async def take_message(message: Message, context: Context) -> bool:
    """Take what an applicant writes; whatever it is, they learn what to do with it."""
    if message.from_user is None:
        return False
    cry = await help_card.answer_distress(message, context)
    file = await screening.latest(context.tx, message.from_user.id)
    if file is None or not file.status.is_open:
        return cry and not message.text  # words may have an answer too
    if file.status is Status.DRAFT:
        await _take_words(file, message, context, cry=cry)
        return True
    if file.status is Status.INVITED:
        await status.show_status(file.user_id, context)
        return True
    return await take_detail(file, message, context)


async def _take_words(file: Application, message: Message, context: Context, *, cry: bool) -> None:
    """Add the words of a message to the answer being given, or say what is awaited.

    Who cries for help is not asked for more words in the same breath.
    """
    view = await view_of(file, context)
    question = view.question()
    note = await _keep_words(file, view, question, message, context)
    if cry and note != "too_long":
        note = "no_hurry" if note in ("", "too_short") else "no_hurry_here"
    await keep_alive(file, context)
    await show(file, context, note=note, fresh=True)


async def _keep_words(
    file: Application, view: View, question: Question | None, message: Message, context: Context
) -> str:
    """Keep the words where they are awaited; return the note that says what became of them."""
    if message.text is None:
        return "text_only" if question is not None else "use_buttons"
    if message.text.startswith("/"):
        return "unknown_command"
    if question is None:
        return "use_buttons"
    ask = view.asks[view.questions.index(question)]
    answer = view.answer(question)
    if not steps.takes_text(ask, answer):
        return "button_first" if ask.wants_text else "use_buttons"
    text = steps.add_words(ask, answer, message.text)
    if text is None:
        return "too_long"
    await screening.set_answer(context.tx, file.id, question.id, replace(answer, text=text))
    return "" if len(text) >= question.min_length else "too_short"


async def take_edit(message: Message, context: Context) -> bool:
    """Say what to do with a message that was edited after it was noted."""
    if message.from_user is None or message.chat_id != message.from_user.id:
        return False
    await help_card.answer_distress(message, context)
    file = await screening.latest(context.tx, message.from_user.id)
    if file is not None and file.status is Status.DRAFT:
        note = "edited" if file.step.startswith(steps.QUESTION) else "edited_elsewhere"
        await show(file, context, note=note, fresh=True)
        return True
    if file is None or not file.status.waits_for_decision:
        return False
    words = await context.words(file.user_id)
    await context.say(message.chat_id, words.text("screening.notes.edited_later"))
    return True
