"""Scanning: every message and edit of the group is read by the rules before anything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop

from bot.community.members import Origin, Place, Role
from bot.storage import members, screening
from bot.storage.conduct import evidence, rules
from handlers.conduct import distress, holding, reports
from handlers.conduct.facts import author_of, command_of, facts_of, shown_of, text_of
from handlers.context import Context
from handlers.routes import Routes, may
from moderation.conduct import RULES, Flag, Help, Hold, Mode, Pass, Policy, Verdict, judge
from moderation.signals.facts import MessageFacts, Recent
from moderation.signals.intrusion.links import has_link

OF_STRANGERS = {rule.name: Mode.OFF for rule in RULES if rule.article == 7 or rule.name == "flood"}
"""What moderators do every day: they post links, forward, and write a lot."""


def register(on: Routes) -> None:
    """Before anybody answers: a command and a question are read too."""
    on.before.append(scan)


async def scan(update: Update, context: Context) -> None:
    """Read a message of the group, and do what follows; what was taken out goes no further."""
    message = update.message or update.edited_message
    if message is None or message.chat_id != await context.chat_id(Place.GROUP):
        return
    if message.is_automatic_forward or (_is_bot(message) and message.sender_chat is None):
        return  # the linked channel is the organisation's own, and bots see nothing of each other
    if await _belongs_to_held_album(message, context):
        raise ApplicationHandlerStop
    facts = await _facts(message, context, new=update.edited_message is None)
    verdict = await _verdict(message, facts, context)
    if update.message is not None and await _is_report(message, context):
        verdict = Help(verdict.distress) if isinstance(verdict, Help) else Pass()
    if await _act(message, facts, verdict, context):
        raise ApplicationHandlerStop


def _is_bot(message: Message) -> bool:
    return message.from_user is None or message.from_user.is_bot


async def _belongs_to_held_album(message: Message, context: Context) -> bool:
    """Take out what comes after the part of an album for which the whole goes."""
    if message.media_group_id is None:
        return False
    held = await evidence.held_album(context.tx, message.media_group_id)
    if held is not None and message.message_id != held.message_id:
        await context.remove_id(message.chat_id, message.message_id)
    return held is not None


async def _is_report(message: Message, context: Context) -> bool:
    """Tell whether a member reports somebody: that command vanishes, and quotes what was said."""
    if message.sender_chat is not None or command_of(message) not in reports.COMMANDS:
        return False
    return await may(author_of(message), Role.MEMBER, context) is not False


# What is known of a message


async def _facts(message: Message, context: Context, *, new: bool) -> MessageFacts:
    recent: tuple[Recent, ...] = ()
    if new:
        author, album = author_of(message), message.media_group_id or ""
        text = text_of(message)
        recent = context.heard.hear(author, text, message.message_id, message.date, album)
    numbers = context.community.allowed_numbers
    facts = facts_of(message, recent=recent, allowed_numbers=numbers)
    if has_link(facts):
        facts = replace(facts, days_here=await _days_here(facts.author, context))
    return facts


async def _days_here(user_id: int, context: Context) -> int | None:
    """Return for how many days somebody has been here; None where they were before the bot."""
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    if standing is None or standing.origin in (None, Origin.BEFORE):
        return None
    file = await screening.latest(context.tx, user_id)
    since = file.entered_at if file is not None and file.entered_at else standing.since
    return (context.now - since) // timedelta(days=1)


# What follows


async def _verdict(message: Message, facts: MessageFacts, context: Context) -> Verdict:
    """Judge a message as the moderators allow; what their own write is only pointed out."""
    modes = await rules.modes(context.tx)
    trial = await rules.trial(context.tx)
    dry_run = context.community.dry_run or trial is None or context.now < trial.ends_at
    verdict = judge(facts, Policy(modes, dry_run))
    if isinstance(verdict, Pass) or not await _is_trusted(message, context):
        return verdict
    return judge(facts, Policy({**modes, **OF_STRANGERS}, dry_run=True))


async def _is_trusted(message: Message, context: Context) -> bool:
    """Tell whether a moderator wrote, or an administrator in the name of the group."""
    author = author_of(message)
    return author == message.chat_id or await context.role(author) >= Role.MODERATOR


async def _act(message: Message, facts: MessageFacts, verdict: Verdict, context: Context) -> bool:
    """Do what a verdict says; tell whether the message is taken out of the group."""
    match verdict:
        case Flag(cited):
            await holding.point_out(message, shown_of(facts), cited, context)
        case Hold(cited):
            return await holding.hold(message, shown_of(facts), cited, context)
        case Help(found, cited, hold):
            kind = found.detail["kind"]
            await distress.help_author(message, kind, context, seen=bool(cited))
            if hold:
                return await holding.hold(message, shown_of(facts), cited, context)
            if cited:
                await holding.point_out(message, shown_of(facts), cited, context)
    return False
