"""Housekeeping: once a day, forget what has been kept long enough and look at the help lines."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from bot.storage import (
    agenda,
    alerts,
    audit,
    awaited,
    faq,
    inbox,
    likenesses,
    members,
    outbox,
    pauses,
    proposals,
    screening,
    threads,
)
from bot.storage.conduct import cases
from bot.storage.database import Transaction
from content.markup import Html, to_html
from handlers.alerts.telling import ALERT, tell_moderators
from handlers.context import Context
from handlers.routes import Due, Routes
from moderation.screening.decisions import ANSWERS_KEPT

DAILY = "machine.housekeeping"
SWEEP = "machine.sweep"
AT = time(4, 10)
TRACES_KEPT = timedelta(days=30)
FILES_KEPT = timedelta(days=730)
"""Two years for the reason and the dates of files that ended without admission."""
ASKED_KEPT = timedelta(days=14)
"""Long enough for a moderator to answer a question that was not found."""
THREADS_KEPT = timedelta(days=30)
"""After a conversation with a person was closed."""


def register(on: Routes) -> None:
    """The daily round, and the work it starts."""
    on.due(DAILY, begin_round)
    on.due(SWEEP, sweep)


async def schedule_next(tx: Transaction, timezone: tzinfo, now: datetime) -> None:
    """Put the next round on the agenda, one row a day; a round missed while off runs late."""
    local = now.astimezone(timezone)
    day = local.date() if local.time() < AT else local.date() + timedelta(days=1)
    await agenda.schedule(tx, DAILY, day, datetime.combine(day, AT, timezone))


async def begin_round(due: Due, context: Context) -> None:
    """Schedule the next round, and leave today's work to a row of its own, which may fail alone."""
    await schedule_next(context.tx, context.community.timezone, context.now)
    work = {"due": SWEEP, "key": due.key}
    await inbox.put(context.tx, "due", f"{SWEEP}:{context.row.key}", work, context.now)


async def sweep(due: Due, context: Context) -> None:
    """Delete what has been kept long enough; look at the help lines."""
    tx, now = context.tx, context.now
    await inbox.forget_old(tx, now)
    await outbox.forget_old(tx, now - TRACES_KEPT)
    await outbox.forget_messages(tx, now - TRACES_KEPT, ALERT)
    await outbox.forget_messages(tx, now - FILES_KEPT)
    await agenda.forget_old(tx, now - TRACES_KEPT)
    await alerts.forget_settled(tx, now - TRACES_KEPT)
    await screening.delete_old(tx, now - FILES_KEPT)
    await cases.delete_old(tx, now - FILES_KEPT)
    await audit.cut(tx, now - audit.KEPT, now)
    await faq.forget_asked(tx, now - ASKED_KEPT)
    await threads.forget_closed(tx, now - THREADS_KEPT)
    await proposals.forget_decided(tx, now - TRACES_KEPT)
    for number in await screening.ended_with_answers(tx, now - ANSWERS_KEPT):
        await screening.forget_answers(tx, number)
    await awaited.forget_old(tx, now)
    await pauses.forget_over(tx, now - TRACES_KEPT)
    await likenesses.forget_old(tx, now - FILES_KEPT)
    await members.forget_strangers(tx, now - TRACES_KEPT)
    await tell_old_help_lines(context)


async def tell_old_help_lines(context: Context) -> None:
    """Tell the moderators, once a week, which help lines nobody has checked for 90 days."""
    words, today = await context.words(), context.local_now.date()
    old = context.community.content.help(words.language).stale(today)
    if not old:
        return
    week = "{0.year}-{0.week}".format(today.isocalendar())
    lines = Html("\n".join(f"• {to_html(line.line)} : {to_html(line.reach)}" for line in old))
    text = words.text("alerts.help_lines", lines=lines)
    await tell_moderators(context, f"help_lines:{week}", text)
