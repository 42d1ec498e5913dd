"""Housekeeping: once a day, forget what has been kept long enough and look at the help lines."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from bot.storage import agenda, alerts, faq, inbox, outbox, screening, threads
from bot.storage.database import Transaction
from content.markup import Html, to_html
from handlers.alerts.telling import tell_moderators
from handlers.context import Context
from handlers.routes import Due, Routes

DAILY = "machine.housekeeping"
AT = time(4, 10)
TRACES_KEPT = timedelta(days=30)
FILES_KEPT = timedelta(days=730)
"""Two years for the reason and the dates of files that ended without admission."""
ASKED_KEPT = timedelta(days=14)
"""Long enough for a moderator to answer a question that was not found."""
THREADS_KEPT = timedelta(days=30)
"""After a conversation with a person was closed."""


def register(on: Routes) -> None:
    """The daily round."""
    on.due(DAILY, keep_house)


async def schedule_next(tx: Transaction, timezone: tzinfo, now: datetime) -> None:
    """Put the next round on the agenda, one row a day; a round missed while off runs late."""
    local = now.astimezone(timezone)
    day = local.date() if local.time() < AT else local.date() + timedelta(days=1)
    await agenda.schedule(tx, DAILY, day, datetime.combine(day, AT, timezone))


async def keep_house(due: Due, context: Context) -> None:
    """Delete what has been kept long enough; schedule the next round."""
    tx, now = context.tx, context.now
    await inbox.forget_old(tx, now)
    await outbox.forget_old(tx, now - TRACES_KEPT)
    await agenda.forget_old(tx, now - TRACES_KEPT)
    await alerts.forget_settled(tx, now - TRACES_KEPT)
    await screening.delete_old(tx, now - FILES_KEPT)
    await faq.forget_asked(tx, now - ASKED_KEPT)
    await threads.forget_closed(tx, now - THREADS_KEPT)
    await tell_old_help_lines(context)
    await schedule_next(tx, context.community.timezone, now)


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
