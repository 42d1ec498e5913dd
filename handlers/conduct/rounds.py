"""The rounds of conduct: what is looked at every day or week, at an hour when people are awake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from bot.storage import agenda, inbox
from bot.storage.database import Transaction
from handlers.context import Context
from handlers.routes import Due, Routes

BEGIN = "conduct.round"
CODE, DIGEST = "conduct.code_round", "conduct.digest"
MONDAY = 0


@dataclass(frozen=True, slots=True)
class Round:
    """What comes back: the name of its work, its local hour, its day where it is weekly."""

    name: str
    at: time
    weekday: int | None = None

    def after(self, local: datetime) -> datetime:
        """Return the next moment of this round after a local one."""
        day = local.date()
        while True:
            moment = datetime.combine(day, self.at, local.tzinfo)
            if moment > local and self.weekday in (None, day.weekday()):
                return moment
            day += timedelta(days=1)


ROUNDS = (Round(CODE, time(10)), Round(DIGEST, time(8), MONDAY))


def register(on: Routes) -> None:
    """The beginning of each round."""
    on.due(BEGIN, begin)


async def schedule_rounds(tx: Transaction, timezone: tzinfo, now: datetime) -> None:
    """Put the next of each round on the agenda; one missed while off runs late, once."""
    for each in ROUNDS:
        planned = await agenda.item(tx, BEGIN, each.name)
        if planned is None or planned.state != "waiting":
            moment = each.after(now.astimezone(timezone))
            await agenda.schedule(tx, BEGIN, each.name, moment)


async def begin(due: Due, context: Context) -> None:
    """Plan the next, and leave the work to a row of its own, which may fail alone."""
    await schedule_rounds(context.tx, context.community.timezone, context.now)
    work = {"due": due.key, "key": context.row.key}
    await inbox.put(context.tx, "due", f"{due.key}:{context.row.key}", work, context.now)
