"""The card of a case: where it stands, how it is brought up to date, what each press may do."""

from __future__ import annotations

from telegram import Update

from bot.community.members import Place
from bot.storage import outbox
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from handlers.conduct import sheet
from handlers.conduct.standing import (
    is_about_sole_coordinator,
    lacks_people,
    readers,
    state_of,
)
from handlers.context import Context
from handlers.members import coordinators


async def show(case: Case, context: Context) -> None:
    """Post a case's card where it does not stand yet; bring it up to date where it does."""
    places = await readers(case, context)
    if not places:
        await _tell_nobody_reads(case, context)
        return
    text, buttons = await sheet.render(case, context)
    found = await evidence.findings(context.tx, case.id)
    quiet = context.is_night and not sheet.is_grave(found)
    for chat_id, name in places.items():
        if await outbox.message(context.tx, name) or await outbox.is_open(context.tx, name):
            await context.change(chat_id, name, text, buttons)
        else:
            await outbox.drop_uncertain(context.tx, name, context.now)
            await context.say(chat_id, text, buttons, message=name, silent=quiet)
    await tell_lack(case, context)


async def show_waiting(update: Update, context: Context) -> None:
    """Show who opens the private chat the open cases that they are to read there."""
    message = update.message
    if message is None or message.from_user is None or message.chat_id != message.from_user.id:
        return
    if not (message.text or "").startswith("/start"):
        return
    for case in await cases.all_open(context.tx):
        name = (await readers(case, context)).get(message.chat_id)
        if name and not await outbox.message(context.tx, name):
            await show(case, context)


async def refresh(case: Case, context: Context) -> None:
    """Bring a card up to date where it still stands."""
    text, buttons = await sheet.render(case, context)
    for chat_id, name in (await readers(case, context)).items():
        if await outbox.message(context.tx, name):
            await context.change(chat_id, name, text, buttons)


async def post_again(case: Case, context: Context) -> None:
    """Bring a card to the bottom of the chat; the former one goes."""
    words = await context.words()
    for chat_id, name in (await readers(case, context)).items():
        former = await outbox.message(context.tx, name)
        await outbox.drop_uncertain(context.tx, name, context.now)
        if former is not None:
            text = words.text("conduct.card.moved", reference=case.reference)
            await context.change(chat_id, name, text)
            await context.remove(chat_id, name)
    await show(case, context)


async def recognise(case: Case, chat_id: int, message_id: int, context: Context) -> bool:
    """Tell whether a press came from a case's card; learn it where its sending was uncertain."""
    name = (await readers(case, context)).get(chat_id)
    if name is None:
        return False
    if known := await outbox.message_name(context.tx, chat_id, message_id):
        return known == name
    if await outbox.message(context.tx, name) is not None:
        return False
    await outbox.learn_message(context.tx, name, chat_id, message_id, context.now)
    return True


async def under_card(case: Case, key: str, context: Context) -> None:
    """Say something short under a card."""
    words = await context.words()
    text = words.text(key, reference=case.reference)
    for chat_id, name in (await readers(case, context)).items():
        sent = await outbox.message(context.tx, name)
        reply_to = sent.message_id if sent else None
        await context.say(chat_id, text, silent=context.is_night, reply_to=reply_to)


async def tell_lack(case: Case, context: Context) -> None:
    """Tell coordinators, once a case, that too few may decide on a removal that is proposed."""
    state = await state_of(case, context)
    if not state.for_removal or not await lacks_people(case, state, context):
        return
    words = await context.words()
    text = words.text("conduct.card.coordinators_needed", reference=case.reference)
    for user_id in await coordinators(context):
        if user_id != case.user_id:
            await context.say(user_id, text, key=f"case_lack:{case.id}:{user_id}")


async def _tell_nobody_reads(case: Case, context: Context) -> None:
    """Say, naming nobody, that a case waits for a coordinator whom the bot may write to.

    Not of the only one: they would read there that it is about them.
    """
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is not None and case.is_open and not await is_about_sole_coordinator(case, context):
        text = (await context.words()).text("conduct.card.coordinators_only")
        await context.say(chat_id, text, key=f"case_unread:{case.id}", silent=context.is_night)
