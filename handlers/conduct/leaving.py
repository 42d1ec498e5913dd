"""What the rights of people ask of conduct: the cards of somebody erased lose name and words."""

from __future__ import annotations

from bot.storage import agenda, appeals, audit, outbox
from bot.storage.conduct import cases
from bot.storage.conduct.cases import Case
from handlers.conduct.answering import WAITS
from handlers.conduct.standing import readers
from handlers.context import Context
from handlers.routes import Fact, Routes


def register(on: Routes) -> None:
    """Somebody is about to be erased."""
    on.fact("person_erases", person_erases)


async def person_erases(fact: Fact, context: Context) -> None:
    """Empty the cards of what is decided about somebody; an open case runs its course first.

    What is written in Telegram is nowhere in the database: the erasure cannot reach it later.
    """
    words, user_id = await context.words(), fact.content["user_id"]
    read = (await context.words(user_id)).language
    for case in await cases.of(context.tx, user_id):
        if case.is_open:
            await cases.update(context.tx, case.id, language=read)
            continue
        await _end_appeal(case, context)
        text = words.text("conduct.card.erased", reference=case.reference)
        for chat_id, name in (await readers(case, context)).items():
            for card in (name, f"appeal:{name}"):
                if await outbox.message(context.tx, card):
                    await context.change(chat_id, card, text)


async def _end_appeal(case: Case, context: Context) -> None:
    """End an appeal that nobody answers any more, or the digest would count it for ever."""
    appeal = await appeals.of(context.tx, case.id)
    if appeal is not None and appeal.is_open:
        await appeals.answer(context.tx, case.id, audit.BOT, context.now, granted=False)
        await agenda.cancel(context.tx, case.id, WAITS)
