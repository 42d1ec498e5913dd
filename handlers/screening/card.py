"""The moderators' card of a file: where it stands in their chat, and what is said beside it."""

from __future__ import annotations

from datetime import timedelta

from bot.community.members import Place
from bot.storage import outbox, screening
from bot.storage.screening import Application
from content import Words
from handlers.buttons import Button, Rows, column, pack
from handlers.context import DELETABLE_FOR, Context
from handlers.members import coordinators, name_of
from handlers.screening import sheet
from handlers.screening.files import (
    RAID_WINDOW,
    in_a_raid,
)

RAID = "raid"
RAID_CARD_GROWS_FOR = timedelta(hours=1)


def card_name(file: Application) -> str:
    """Return the name of a file's card among the messages."""
    return f"card:{file.id}"


def news_name(file: Application) -> str:
    """Return the name of the short message under a card that says an answer arrived."""
    return f"news:{file.id}"


async def present(file: Application, context: Context) -> None:
    """Put a file before the moderators: its card, or a line of the growing card in a raid."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    if await in_a_raid(context):
        await _grow(chat_id, context)
        return
    await post(file, chat_id, context)


async def post(file: Application, chat_id: int, context: Context) -> None:
    """Post the card at the bottom of the moderators' chat; the former one goes."""
    name = card_name(file)
    former = await outbox.message(context.tx, name)
    if former is not None and context.now - former.sent_at >= DELETABLE_FOR:
        await _empty(file, former.message_id, context)
    await outbox.drop_uncertain(context.tx, name, context.now)
    await context.remove(chat_id, name)
    text, buttons = await sheet.render(file, context)
    await context.say(chat_id, text, buttons, message=name, silent=context.is_night)
    await tell_lack(file, context)


async def _empty(file: Application, message_id: int, context: Context) -> None:
    """Turn a former card, or a second copy of one, into a line that sends to the card."""
    chat_id, words = await context.chat_id(Place.MODERATORS), await context.words()
    text = words.text("card.moved", reference=file.reference)
    params = {"chat_id": chat_id, "message_id": message_id, "text": text, "parse_mode": "HTML"}
    await context.do("editMessageText", params, chat_id)


async def recognise(file: Application, message_id: int, context: Context) -> bool:
    """Tell whether a press came from a file's card; learn it where its sending was uncertain.

    What was sent again for want of an answer may stand twice, and a restored backup may give the
    number of a file again: what is not the card loses the answers and decides nothing.
    """
    chat_id = await context.chat_id(Place.MODERATORS)
    name = card_name(file)
    if chat_id is None:
        return False
    if known := await outbox.message_name(context.tx, chat_id, message_id):
        return known == name
    if await outbox.message(context.tx, name) is not None:
        await _empty(file, message_id, context)
        return False
    await outbox.learn_message(context.tx, name, chat_id, message_id, context.now)
    return True


async def forget_name(file: Application, context: Context) -> None:
    """Take the name off the card of somebody who was not admitted."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is not None and await outbox.message(context.tx, card_name(file)):
        words = await context.words()
        text = words.text("card.closed.forgotten", reference=file.reference)
        await context.change(chat_id, card_name(file), text)


async def refresh(file: Application, context: Context) -> None:
    """Bring a card up to date; decided, it loses the answers."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    name = card_name(file)
    if not file.status.waits_for_decision:
        await outbox.drop_uncertain(context.tx, name, context.now)
        await context.remove(chat_id, news_name(file))
    if await outbox.message(context.tx, name) or await outbox.is_open(context.tx, name):
        text, buttons = await sheet.render(file, context)
        await context.change(chat_id, name, text, buttons)


async def reasons_card(file: Application, context: Context) -> None:
    """Turn the card's buttons into the reasons to refuse."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    text, _ = await sheet.render(file, context)
    reasons = context.community.content.reasons(words.language)
    rows = column(Button(r.label, pack("review.refuse", file.id, r.id)) for r in reasons)
    rows.append([Button(words.label("common.buttons.back"), pack("review.card", file.id))])
    await context.change(chat_id, card_name(file), text, rows)


async def under_card(file: Application, key: str, context: Context) -> None:
    """Say something short under a card."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    sent = await outbox.message(context.tx, card_name(file))
    await context.remove(chat_id, news_name(file))
    await context.say(
        chat_id,
        words.text(key, reference=file.reference),
        silent=context.is_night,
        reply_to=sent.message_id if sent else None,
        message=news_name(file),
    )


async def nudge(file: Application, context: Context) -> None:
    """Say under a card that its file waits for a day; after a raid, once an hour for all."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if await outbox.message(context.tx, card_name(file)) is not None:
        await under_card(file, "card.nudge", context)
    elif chat_id is not None:
        words = await context.words()
        text, key = words.text("card.nudge_all"), f"nudge:{context.now:%Y%m%d%H}"
        await context.say(chat_id, text, raid_buttons(words), key=key, silent=context.is_night)


async def withdrawn(file: Application, context: Context) -> None:
    """Empty the card of a person who withdrew."""
    found = await screening.application(context.tx, file.id)
    if found is not None:
        await refresh(found, context)


async def tell_lack(file: Application, context: Context) -> None:
    """Tell coordinators, once a file, that too few moderators may decide on it.

    Where none of them opened the private chat, it is said in the moderators' chat.
    """
    state = await sheet.state_of(file, context)
    chat_id = await context.chat_id(Place.MODERATORS)
    if not file.status.waits_for_decision or not state.lacks_moderators or chat_id is None:
        return
    words = await context.words()
    people = await coordinators(context)
    text = words.text("card.coordinators_needed", reference=file.reference)
    for user_id in people:
        await context.say(user_id, text, key=f"lack:{file.id}:{user_id}")
    if not people:
        text = words.text("card.coordinators_not_told", reference=file.reference)
        await context.say(chat_id, text, key=f"lack:{file.id}", silent=context.is_night)


async def tell_unreachable(file: Application, context: Context) -> None:
    """Say that a person who asks to join cannot be written to, and that the request waits."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    if await in_a_raid(context):
        await _grow(chat_id, context)
        return
    words = await context.words()
    name = await name_of(file.user_id, context)
    link = context.community.link("adhesion")
    text = words.text("card.cannot_write", reference=file.reference, name=name, link=link)
    await context.say(chat_id, text, key=f"cannot_write:{file.id}", silent=context.is_night)


async def _grow(chat_id: int, context: Context) -> None:
    """Keep one growing card for a raid: it spares moderators, each person is still answered."""
    words = await context.words()
    sent = await outbox.message(context.tx, RAID)
    grows = sent is not None and context.now - sent.sent_at < RAID_CARD_GROWS_FOR
    since = (sent.sent_at if sent and grows else context.now) - RAID_WINDOW
    text = words.text(
        "card.raid",
        n=await screening.requests_since(context.tx, since),
        since=words.moment(since.astimezone(context.community.timezone)),
    )
    if grows or await outbox.is_open(context.tx, RAID):
        await context.change(chat_id, RAID, text, raid_buttons(words))
        return
    await outbox.forget_message(context.tx, RAID)
    await context.say(chat_id, text, raid_buttons(words), message=RAID, silent=context.is_night)


def raid_buttons(words: Words) -> Rows:
    """Return the button that lists what waits."""
    return [[Button(words.label("card.buttons.list"), pack("review.list"))]]
