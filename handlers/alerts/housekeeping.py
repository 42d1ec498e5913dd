"""Housekeeping: once a day, forget what has been kept long enough and look at the help lines."""

from __future__ import annotations

import logging
from datetime import datetime, time, timedelta, tzinfo

from bot.storage import agenda, copies, inbox, outbox
from bot.storage.database import Transaction
from bot.storage.privacy import retention
from content.markup import Html, to_html
from handlers.alerts.telling import ALERT, tell_moderators
from handlers.context import Context
from handlers.routes import Due, Routes

DAILY = "machine.housekeeping"
SWEEP = "machine.sweep"
AT = time(4, 10)
ALERTS_KEPT = timedelta(days=30)

log = logging.getLogger(__name__)


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
    """Destroy what has been kept long enough, here and beside; look at the help lines."""
    tx, now = context.tx, context.now
    counts = await retention.destroy_old(tx, now, context.today)
    await outbox.forget_messages(tx, now - ALERTS_KEPT, ALERT)
    await _sweep_copies(context)
    log.info("retention", extra={"destroyed": sum(counts.values())})
    await tell_old_help_lines(context)


async def _sweep_copies(context: Context) -> None:
    """Delete the copies of the database that outlived what was erased from it."""
    gone = copies.forget_old(context.community.drafts.parent, context.now)
    await retention.note(context.tx, context.today, {"copies": gone})


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
