"""Holding a message: the evidence is kept first, then the message goes, then its author is told."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message

from bot.storage import members
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from bot.storage.conduct.evidence import Evidence
from handlers.conduct import explaining
from handlers.conduct.cases import add_findings, joined_or_opened, show
from handlers.conduct.facts import author_of
from handlers.context import Context
from handlers.members import meet
from handlers.routes import Routes
from handlers.rows import Result
from moderation.conduct import Cited
from moderation.conduct.ladder import Step

REMOVED = "conduct.removed"
DELETABLE_FOR = timedelta(hours=48)
"""A bot deletes others' messages for as long (https://core.telegram.org/bots/api#deletemessage)."""


def register(on: Routes) -> None:
    """What becomes of a message that was to go."""
    on.result(REMOVED, removed)


async def point_out(
    message: Message, text: str, cited: tuple[Cited, ...], context: Context
) -> None:
    """Show the moderators a message that stays."""
    if await _found_right(message, text, cited, context):
        return
    if kept := await _keep(message, text, cited, "flag", context):
        await show(kept[0], context)


async def hold(message: Message, text: str, cited: tuple[Cited, ...], context: Context) -> bool:
    """Take a message out of the group; tell whether it goes.

    Who wrote it is told, and moderators read, once Telegram has answered.
    """
    if await _found_right(message, text, cited, context):
        return False
    too_old = context.now - message.date >= DELETABLE_FOR
    kept = await _keep(message, text, cited, "hold", context)
    if kept is None:
        return True
    case, number = kept
    await evidence.set_removal(context.tx, number, "too_old" if too_old else "asked")
    if too_old:
        await show(case, context)
        return False
    parts = [message.message_id]
    if message.media_group_id is not None:
        parts = sorted({*parts, *context.heard.album(message.media_group_id)})
    await _remove(parts, case, number, message.chat_id, context)
    return True


async def _remove(
    parts: list[int], case: Case, number: int, chat_id: int, context: Context
) -> None:
    echo = {"case": case.id, "evidence": number}
    if len(parts) == 1:
        params = {"chat_id": chat_id, "message_id": parts[0]}
        await context.do("deleteMessage", params, chat_id, wants=REMOVED, echo=echo)
    else:
        both = {"chat_id": chat_id, "message_ids": parts}
        await context.do("deleteMessages", both, chat_id, wants=REMOVED, echo=echo)


async def removed(result: Result, context: Context) -> None:
    """Tell the author once the message is gone; show the moderators what became of it."""
    case = await cases.case(context.tx, result.echo["case"])
    kept = await evidence.evidence(context.tx, result.echo["evidence"])
    if case is None or kept is None:
        return
    await evidence.set_removal(context.tx, kept.id, "done" if result.ok else "no_rights")
    if result.ok:
        await explaining.explain(case, kept, context)
    await show(case, context)


async def _keep(
    message: Message, text: str, cited: tuple[Cited, ...], source: str, context: Context
) -> tuple[Case, int] | None:
    """Keep a message and what was found in it; None where all of it is known already."""
    author = author_of(message)
    case = await joined_or_opened(author, message.message_id, cited[0], context)
    await _learn_name(message, context)
    known = await _known(case, message, context)
    found = {each.finding.rule for each in cited}
    before = await evidence.findings(context.tx, case.id)
    if known is not None:
        said = {each.rule for each in before if each.evidence == known.id}
        if found <= said and known.source == source:
            return None
        await evidence.set_text(context.tx, known.id, source, text)
    elif found == {"flood"} and found <= {each.rule for each in before}:
        return None
    number = (
        known.id
        if known
        else await evidence.add(
            context.tx,
            case.id,
            source=source,
            text=text,
            message_id=message.message_id,
            album=message.media_group_id,
            now=context.now,
        )
    )
    await add_findings(case, number, cited, context)
    return case, number


async def _found_right(
    message: Message, text: str, cited: tuple[Cited, ...], context: Context
) -> bool:
    """Tell whether moderators read this, in this message or one like it, and found nothing wrong.

    An edit may change words around what they read; what is sent anew is the same text.
    """
    new = {(each.finding.rule, each.finding.excerpt) for each in cited}
    for case in await cases.of(context.tx, author_of(message)):
        if case.step is not Step.NOTHING:
            continue
        kept = await evidence.of(context.tx, case.id)
        read = {each.id for each in kept if each.message_id == message.message_id}
        read |= {each.id for each in kept if each.text.split() == text.split() != []}
        found = await evidence.findings(context.tx, case.id)
        if new <= {(each.rule, each.excerpt) for each in found if each.evidence in read}:
            return True
    return False


async def _known(case: Case, message: Message, context: Context) -> Evidence | None:
    kept = await evidence.about_message(context.tx, message.message_id)
    return next((each for each in kept if each.case == case.id), None)


async def _learn_name(message: Message, context: Context) -> None:
    """Keep the display name of who wrote: moderators read it on the card."""
    if message.sender_chat is not None:
        chat = message.sender_chat
        await members.meet(context.tx, chat.id, chat.title or "", context.now)
    elif message.from_user is not None:
        await meet(message.from_user, context, private=False)
