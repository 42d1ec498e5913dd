"""The sender: takes calls from the outbox to Telegram, several at once, each chat in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta, tzinfo
from typing import Any

from telegram import Bot

from bot.clock import Clock
from bot.community.quiet import awake, is_night
from bot.delivery import refusals
from bot.delivery.files import with_uploads
from bot.delivery.pace import Pace
from bot.storage import inbox, members, outbox
from bot.storage.database import Database, Transaction
from bot.storage.errors import stops_work
from bot.storage.outbox import Lane, OutboxRow

log = logging.getLogger(__name__)

IN_FLIGHT = 12
"""Calls under way at once: enough to fill the pace at 60 ms a call, few enough to stop fast."""

CANDIDATES = 64
LONGEST_BACKOFF = 60.0
TRIES_WHEN_UNSURE = 5
"""A private answer is sent again at most this often when it is unsure that it arrived."""

ACTS_ON_PEOPLE = frozenset(
    {
        "approveChatJoinRequest",
        "declineChatJoinRequest",
        "restrictChatMember",
        "banChatMember",
        "unbanChatMember",
        "createChatInviteLink",
    }
)
"""What a trial run (DRY_RUN) does not carry out."""

Unveil = Callable[[Mapping[str, Any]], Mapping[str, Any] | None]
"""Makes parameters what Telegram takes; None where nothing can be sent of them any more."""


class Sender:
    """Delivers the outbox. One instance a process; it reads on its own connection.

    ``timezone`` is the community's: announcements leave by its day. ``dry_run`` refuses, with the
    reason ``dry_run``, whatever acts on people.
    """

    def __init__(
        self,
        db: Database,
        bot: Bot,
        clock: Clock,
        timezone: tzinfo,
        *,
        dry_run: bool = False,
        unveil: Unveil = lambda params: params,
    ) -> None:
        self._db = db
        self._bot = bot
        self._clock = clock
        self._timezone = timezone
        self._dry_run = dry_run
        self._unveil = unveil
        self._pace = Pace()
        self._tasks: dict[asyncio.Task[Any], OutboxRow] = {}
        self._changed = db.watch()
        self._offline_until = float("-inf")
        self._failures = 0

    async def run(self, stopping: asyncio.Event) -> None:
        """Deliver until ``stopping`` is set, then let the calls under way finish."""
        recovered = False
        while not stopping.is_set():
            try:
                if not recovered:
                    await self.recover()
                    recovered = True
                pause = await self.turn()
            except Exception as error:
                if not stops_work(error):
                    raise
                log.warning("outbox paused", extra={"error": type(error).__name__})
                pause = 1.0
            await self._rest(pause, stopping)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=1.0)
            with suppress(Exception):
                await self.turn(start=False)
            await self._abandon()

    async def _abandon(self) -> None:
        """Give up the calls that last: their rows stay in flight, which the next start settles."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def recover(self) -> None:
        """Decide what becomes of calls that were under way when the last process ended.

        What may be repeated leaves at once: the process ended, Telegram has nothing against it.
        """
        async with self._db.transaction() as tx:
            for row in await outbox.in_flight(tx):
                await self._unsure(tx, row, pause=0)

    async def turn(self, *, start: bool = True) -> float | None:
        """Record what came back and start what may leave.

        Returns the seconds after which something more may leave, or None when nothing waits for
        time: then a commit or an answer wakes the sender.
        """
        finished = [(task, self._tasks[task]) for task in self._tasks if task.done()]
        self._changed.clear()
        if start:
            await self._miss_what_expired()
        picked, pause = await self._pick() if start else ([], None)
        leaving: list[tuple[OutboxRow, Mapping[str, Any] | None]] = []
        if finished or picked:
            async with self._db.transaction() as tx:
                for task, row in finished:
                    await self._record(tx, row, task)
                taken = await outbox.take(tx, picked, self._clock.now())
                leaving = [(row, await self._params(tx, row)) for row in taken]
        for task, _ in finished:
            del self._tasks[task]
        for row, params in leaving:
            self._tasks[asyncio.create_task(self._call(row, params))] = row
        return pause

    @property
    def busy(self) -> bool:
        """Whether calls are under way."""
        return bool(self._tasks)

    async def wait_for_answer(self) -> None:
        """Wait until one of the calls under way has ended."""
        if self._tasks:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def _rest(self, pause: float | None, stopping: asyncio.Event) -> None:
        waits = [
            asyncio.ensure_future(self._changed.wait()),
            asyncio.ensure_future(stopping.wait()),
        ]
        await asyncio.wait(
            [*waits, *self._tasks], timeout=pause, return_when=asyncio.FIRST_COMPLETED
        )
        for wait in waits:
            wait.cancel()

    async def _pick(self) -> tuple[list[int], float | None]:
        """Choose the rows that may leave now; also return the pause until the next may."""
        now = self._clock.monotonic()
        self._pace.forget_idle(now)
        free = IN_FLIGHT - len(self._tasks)
        if free <= 0:
            return [], None
        if now < self._offline_until:
            return [], self._offline_until - now
        moment, tx = self._clock.now(), self._db.reading()
        local = moment.astimezone(self._timezone)
        picked: list[int] = []
        pauses: list[float] = []
        under_way = {row.seq for row in self._tasks.values()}
        flying = sum(row.call.lane is not Lane.ACTS for row in self._tasks.values())
        for row in await outbox.ready(tx, moment, CANDIDATES, day=not is_night(local)):
            if row.seq in under_way:
                continue
            ready_at = self._pace.ready_at(row.call.lane, row.call.chat_id, flying)
            if ready_at > now:
                pauses.append(ready_at - now)
            elif len(picked) < free:
                self._pace.take(row.call.lane, row.call.chat_id, now)
                picked.append(row.seq)
                flying += row.call.lane is not Lane.ACTS
        later = await outbox.next_moment(tx, moment)
        if later is not None:
            pauses.append((later - moment).total_seconds())
        if is_night(local) and await outbox.announcements_wait(tx):
            pauses.append((awake(local) - moment).total_seconds())
        return picked, min(pauses, default=None)

    async def _miss_what_expired(self) -> None:
        """Close what is no longer true: it does not leave."""
        now = self._clock.now()
        while rows := await outbox.expired(self._db.reading(), now, CANDIDATES):
            async with self._db.transaction() as tx:
                for row in rows:
                    log.info("missed", extra={"seq": row.seq, "method": row.call.method})
                    await outbox.mark_failed(tx, row, outbox.MISSED, now)

    async def _call(self, row: OutboxRow, params: Mapping[str, Any] | None) -> Any:
        call = row.call
        if row.unreadable:
            return refusals.Refused("failed_here")
        if self._dry_run and call.method in ACTS_ON_PEOPLE:
            return refusals.Refused("dry_run")
        if params is None:
            return refusals.Refused("message_gone")
        try:
            return await self._bot.do_api_request(call.method, api_kwargs=with_uploads(params))
        finally:
            self._pace.answered(call.lane, self._clock.monotonic())

    async def _params(self, tx: Transaction, row: OutboxRow) -> Mapping[str, Any] | None:
        """Return the call's parameters, with the id of the message it targets filled in."""
        call = row.call
        params = self._unveil(call.params)
        if params is None or not call.targets or call.message is None:
            return params
        sent = await outbox.message(tx, call.message)
        if sent is None:
            return None
        return {**params, "chat_id": sent.chat_id, "message_id": sent.message_id}

    async def _record(self, tx: Transaction, row: OutboxRow, task: asyncio.Task[Any]) -> None:
        error = task.exception()
        result = refusals.outcome_of(error) if error else task.result()
        if not isinstance(result, refusals.NotSent):
            self._failures = 0
        await self._settle(tx, row, result)

    async def _settle(self, tx: Transaction, row: OutboxRow, result: Any) -> None:
        log.debug("call answered", extra={"seq": row.seq, "method": row.call.method})
        now = self._clock.now()
        match result:
            case refusals.Refused(reason):
                await self._refused(tx, row, reason)
            case refusals.NothingToDo():
                await outbox.mark_done(tx, row, True, now)
            case refusals.Wait(seconds):
                monotonic = self._clock.monotonic()
                self._pace.refused(row.call.lane, row.call.chat_id, monotonic, seconds)
                await outbox.put_back(tx, row.seq, now + timedelta(seconds=seconds), "429")
            case refusals.NotSent():
                self._go_offline()
                await outbox.put_back(tx, row.seq, None, "not sent")
            case refusals.Unsure():
                await self._unsure(tx, row, pause=_backoff(row.attempts))
            case refusals.Moved(chat_id):
                old = row.call.params["chat_id"]
                await members.move_chat(tx, old, chat_id)
                await outbox.move_chat(tx, old, chat_id)
                await outbox.put_back(tx, row.seq, None, "moved")
            case _:
                await outbox.mark_done(tx, row, result, now)

    async def _refused(self, tx: Transaction, row: OutboxRow, reason: str) -> None:
        now = self._clock.now()
        extra = {"seq": row.seq, "method": row.call.method, "reason": reason}
        log.warning("refused by Telegram", extra=extra)
        await outbox.mark_failed(tx, row, reason, now)
        fact = {
            "fact": "call_refused",
            "reason": reason,
            "method": row.call.method,
            "chat_id": row.call.chat_id,
            "seq": row.seq,
            "message": row.call.message,
        }
        await inbox.put(tx, "fact", f"refused:{row.seq}:{row.attempts}", fact, now)

    async def _unsure(self, tx: Transaction, row: OutboxRow, pause: float) -> None:
        now = self._clock.now()
        sends = refusals.makes_a_message(row.call.method)
        if refusals.is_repeatable(row.call) and (not sends or row.attempts < TRIES_WHEN_UNSURE):
            await outbox.put_back(tx, row.seq, now + timedelta(seconds=pause), "unsure")
            return
        await outbox.mark_uncertain(tx, row, now)
        fact = {"fact": "call_uncertain", "seq": row.seq, "chat_id": row.call.chat_id}
        await inbox.put(tx, "fact", f"uncertain:{row.seq}:{row.attempts}", fact, now)

    def _go_offline(self) -> None:
        """Let everything wait while Telegram cannot be reached, longer each time.

        The calls that were under way together fail together: they count as one failure.
        """
        now = self._clock.monotonic()
        if now >= self._offline_until:
            self._failures += 1
            self._offline_until = now + _backoff(self._failures)


def _backoff(failures: int) -> float:
    """Return the seconds to wait after so many failures in a row; the power stays a small one."""
    return min(2.0 ** min(failures - 1, 10), LONGEST_BACKOFF)
