"""What is kept about somebody: for themselves with /moi, for moderators with /dossier."""

from __future__ import annotations

import re

from telegram import Message, Update

from bot.community.members import Place, Role
from bot.storage import appeals, audit, members, outbox
from bot.storage import code as code_storage
from bot.storage.conduct import cases
from bot.storage.conduct.cases import ACT_OF, Case
from content import Html, Words
from handlers.buttons import Button, Rows, number, pack
from handlers.conduct import alone, card
from handlers.conduct.appeals import decided_of
from handlers.conduct.facts import author_of
from handlers.conduct.sheet import names_of, person_name, shown_name
from handlers.context import Context
from handlers.members import meet
from handlers.routes import Pressed, Routes, Where, where_is
from moderation.conduct.appeals import may_appeal
from moderation.conduct.ladder import WARNINGS_FADE_AFTER, Past, Step, counts_still

MOST_LISTED, LONGEST_NAME = 10, 30
_REFERENCE = re.compile(r"C-(\d{1,9})", re.IGNORECASE)


def register(on: Routes) -> None:
    """The two commands, and the choices of the second."""
    on.command("moi", "me", act=show_own)
    everywhere = (Where.PRIVATE, Where.GROUP, Where.MODERATORS)
    on.command("dossier", "record", act=show_record, role=Role.MODERATOR, where=everywhere)
    both = (Where.PRIVATE, Where.MODERATORS)
    on.button("record.show", show_by_button, Role.MODERATOR, *both)
    on.button("record.bring", bring, Role.MODERATOR, Where.MODERATORS)


# For oneself


async def show_own(update: Update, context: Context) -> None:
    """Tell somebody what was decided about them, until when it counts, what is kept."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    words = await context.words(user_id)
    found = [case for case in await cases.of(context.tx, user_id) if case.has_effect]
    lines = [_own_line(case, words, context) for case in found]
    steps = Html("\n".join(lines)) if lines else words.text("record.own_none")
    rows: Rows = []
    if await _may_appeal_any(found, user_id, context):
        rows = [[Button(words.label("record.buttons.appeal"), pack("appeal.list"))]]
    code = await _code_line(user_id, words, context)
    await alone.tell(user_id, "record.own", context, rows, steps=steps, code=code)


async def _code_line(user_id: int, words: Words, context: Context) -> Html:
    found = await code_storage.accepted(context.tx, user_id)
    if found is None:
        return words.text("record.no_code")
    version, at = found
    date = words.date(at.astimezone(context.community.timezone))
    return words.text("record.code", version=version, date=date)


def _own_line(case: Case, words: Words, context: Context) -> Html:
    past = _past(case, context)
    state = "undone" if past.undone else "counts" if counts_still(past, context.now) else "faded"
    if case.step is Step.REMOVAL and not past.undone:
        state = "stands"  # what fades for the ladder brings nobody back
    zone = context.community.timezone
    return words.text(
        f"record.own_line.{state}",
        step=words.label(f"conduct.steps.{ACT_OF[past.step]}"),
        article=case.article,
        date=words.date(past.at.astimezone(zone)),
        until=words.date((past.at + WARNINGS_FADE_AFTER).astimezone(zone)),
    )


def _past(case: Case, context: Context) -> Past:
    if case.step is None:
        raise ValueError(f"{case.reference} is not decided")
    return Past(case.step, case.decided_at or context.now, case.undone)


async def _may_appeal_any(found: list[Case], user_id: int, context: Context) -> bool:
    refusals = [
        may_appeal(await decided_of(case, user_id, context), user_id, context.now) for case in found
    ]
    return None in refusals


# For moderators


async def show_record(update: Update, context: Context) -> None:
    """Show the record of who wrote the message answered, or of a case; else offer a choice.

    Said in the group, the command vanishes, and the record stands in the moderators' chat.
    """
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    chat_id: int | None = message.chat_id
    if await where_is(message.chat_id, context) is Where.GROUP:
        await context.remove_id(message.chat_id, message.message_id)
        chat_id = await context.chat_id(Place.MODERATORS)
    about = await _person_meant(message, context)
    if chat_id is None:
        return
    if about is None:
        await _offer_choice(chat_id, context)
    else:
        await _show(about, message.from_user.id, chat_id, context)


async def _person_meant(message: Message, context: Context) -> int | None:
    """Return whom a command is about: who wrote what it answers, or who a case is about."""
    answered = message.reply_to_message
    if answered is not None and author_of(answered) == context.community.bot_id:
        name = await outbox.message_name(context.tx, answered.chat_id, answered.message_id) or ""
        return await _of_case(name.removeprefix("appeal:").removeprefix("case:"), context)
    if answered is not None:
        if answered.from_user is not None and answered.sender_chat is None:
            await meet(answered.from_user, context, private=False)
        return author_of(answered)
    found = _REFERENCE.search(message.text or "")
    return await _of_case(found[1], context) if found else None


async def _of_case(text: str, context: Context) -> int | None:
    wanted = text.partition(":")[0]
    case = await cases.case(context.tx, int(wanted)) if wanted.isdecimal() else None
    return case.user_id if case else None


async def _offer_choice(chat_id: int, context: Context) -> None:
    words, people = await context.words(), dict[int, Case]()
    for case in await cases.newest(context.tx, MOST_LISTED * 3):
        if not case.to_coordinators:
            people.setdefault(case.user_id, case)
    rows = [
        [Button(f"{name[:LONGEST_NAME]} · {case.reference}", pack("record.show", case.id))]
        for case in list(people.values())[:MOST_LISTED]
        if (name := await shown_name(case, words, context))
    ]
    await context.say(chat_id, words.text("record.choose" if rows else "record.nobody"), rows)


async def show_by_button(pressed: Pressed, context: Context) -> None:
    """Show the record of the person that a case is about."""
    about = await _of_case(str(number(pressed.args)), context)
    if about is not None:
        await _show(about, pressed.user.id, pressed.chat_id, context)


async def _show(about: int, moderator: int, chat_id: int, context: Context) -> None:
    """Show somebody's record, which the audit then tells; one's own is read with /moi."""
    words = await context.words()
    if about == moderator:
        await context.say(chat_id, words.text("record.own_record"))
        return
    await audit.note(context.tx, moderator, "conduct.view", f"user:{about}", context.now)
    found = await _readable(about, moderator, chat_id, context)
    lines = [await _line(case, words, context) for case in found]
    past = [_past(case, context) for case in found if case.has_effect]
    counting = [each for each in past if counts_still(each, context.now)]
    text = words.text(
        "record.record",
        name=await person_name(about, words, context),
        standing=await _standing(about, words, context),
        n=len(counting),
        cases=Html("\n".join(lines)) if lines else words.text("record.no_case"),
    )
    opened = [case for case in found if case.is_open]
    rows = [
        [Button(words.label("record.buttons.bring", reference=case.reference), _bring_data(case))]
        for case in opened
    ]
    await context.say(chat_id, text, rows if chat_id < 0 else ())


def _bring_data(case: Case) -> str:
    return pack("record.bring", case.id)


async def _readable(about: int, moderator: int, chat_id: int, context: Context) -> list[Case]:
    """Return somebody's cases; those of a moderator are for coordinators, in private."""
    all_of_it = chat_id > 0 and await context.role(moderator) >= Role.COORDINATOR
    found = await cases.of(context.tx, about)
    return [case for case in found if all_of_it or not case.to_coordinators]


async def _standing(about: int, words: Words, context: Context) -> Html:
    known = await members.membership(context.tx, Place.GROUP, about)
    if known is None or not known.status.is_in:
        return words.text("record.not_in_group")
    since = words.date(known.since.astimezone(context.community.timezone))
    return words.text("record.in_group", since=since)


async def _line(case: Case, words: Words, context: Context) -> Html:
    zone = context.community.timezone
    if case.step is None:
        when = words.date(case.opened_at.astimezone(zone))
        return words.text("record.line.open", reference=case.reference, date=when)
    appeal = await appeals.of(context.tx, case.id)
    state = "undone" if case.undone else "appealed" if appeal and appeal.is_open else "decided"
    if case.rehearsal:
        state = "rehearsed"
    return words.text(
        f"record.line.{state}",
        reference=case.reference,
        step=words.label(f"conduct.steps.{ACT_OF[case.step]}"),
        article=case.article,
        date=words.date((case.decided_at or context.now).astimezone(zone)),
        who=await names_of(await cases.decided_by(context.tx, case), context),
    )


async def bring(pressed: Pressed, context: Context) -> None:
    """Bring the card of an open case down to the end of the chat."""
    case = await cases.case(context.tx, number(pressed.args) or 0)
    if case is not None and case.is_open and not case.to_coordinators:
        act = "conduct.view_case"
        await audit.note(context.tx, pressed.user.id, act, case.reference, context.now)
        await card.post_again(case, context)
