"""A possible conflict with somebody's private list, as the moderators' card says it."""

from __future__ import annotations

from bot.community.members import Place
from bot.storage import screening
from bot.storage.privacy import protection
from bot.storage.screening import Application
from content import Html, Words
from handlers.context import Context
from handlers.members import name_of
from moderation.folding import fold
from moderation.signals.identification.phones import numbers


async def conflict_lines(file: Application, words: Words, context: Context) -> list[Html]:
    """Return the card's line about a conflict, or nothing: never whose list, never what for."""
    return [words.text("card.conflict")] if await in_conflict(file, context) else []


async def in_conflict(file: Application, context: Context) -> bool:
    """Tell whether the person of a file is on somebody's list."""
    name, phones = await _known_by(file, context)
    return await protection.conflicts(context.tx, file.user_id, name, phones)


async def is_news(entry: int, file: Application, context: Context) -> bool:
    """Tell whether a list's entry is the first to recognise the person of a file."""
    name, phones = await _known_by(file, context)
    return await protection.is_news(context.tx, entry, file.user_id, name, phones)


async def tell_of_accepted(file: Application, context: Context) -> None:
    """Tell moderators of a possible conflict with somebody accepted who is not in yet."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is not None:
        words = await context.words()
        text = words.text("card.conflict_accepted", reference=file.reference)
        await context.say(chat_id, text, silent=context.is_night)


async def _known_by(file: Application, context: Context) -> tuple[str, list[str]]:
    """Return the name of a file's person, and the telephone numbers in their answers."""
    answers = await screening.answers(context.tx, file.id)
    phones = [n for answer in answers.values() for n in numbers(fold(answer.text))]
    return await name_of(file.user_id, context), phones
