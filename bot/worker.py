"""The worker: handles inbox rows in order, in batches, each row in a step of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.clock import Clock
from bot.storage import inbox
from bot.storage.database import Database, Transaction
from bot.storage.errors import stops_work
from bot.storage.inbox import InboxRow

log = logging.getLogger(__name__)

BATCH = 50

Handle = Callable[[InboxRow, Transaction, datetime], Awaitable[None]]
"""Handles one row with its transaction; whatever it raises undoes the row's writes."""


class Worker:
    """Works the inbox. ``worked_at`` (monotonic seconds) says when it last ended a batch."""

    def __init__(self, db: Database, clock: Clock, handle: Handle) -> None:
        self._db = db
        self._clock = clock
        self._handle = handle
        self._changed = db.watch()
        self.worked_at = clock.monotonic()

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until ``stopping`` is set; a batch under way is finished first."""
        while not stopping.is_set():
            self._changed.clear()
            try:
                worked = await self.work()
            except Exception as error:
                if not stops_work(error):
                    raise
                log.error("inbox paused", extra={"error": type(error).__name__})
                await _wait(stopping, 1.0)
                continue
            if not worked:
                await _first_of(self._changed, stopping)

    async def work(self) -> int:
        """Work one batch; return how many rows were looked at.

        A row that fails is undone alone and stays first in line; at its third failure it is set
        aside and moderators are told. An error of the database itself undoes the batch, counts
        for nobody, and is raised.
        """
        rows = await inbox.waiting(self._db.reading(), BATCH)
        if not rows:
            return 0
        async with self._db.batch() as batch:
            done: list[int] = []
            failed: tuple[InboxRow, BaseException] | None = None
            for row in rows:
                try:
                    async with batch.step() as tx:
                        if row.fault:
                            raise row.fault
                        await self._handle(row, tx, self._clock.now())
                except Exception as error:
                    if stops_work(error):
                        raise
                    failed = (row, error)
                    break
                except asyncio.CancelledError as error:
                    if _is_stopping():
                        raise
                    failed = (row, error)
                    break
                done.append(row.seq)
                log.debug("row worked", extra={"seq": row.seq, "kind": row.kind})
            async with batch.step() as tx:
                if done:
                    await inbox.mark_done(tx, done)
                if failed:
                    await self._count_failure(tx, *failed)
        self.worked_at = self._clock.monotonic()
        return len(rows)

    async def _count_failure(self, tx: Transaction, row: InboxRow, error: BaseException) -> None:
        where = _place(error)
        last = await inbox.count_attempt(tx, row, where)
        log.error("row failed", extra={"seq": row.seq, "kind": row.kind, "error": where})
        if last and row.payload.get("fact") != "row_set_aside":
            fact = {"fact": "row_set_aside", "seq": row.seq, "kind": row.kind, "error": where}
            await inbox.put(tx, "fact", f"aside:{row.seq}", fact, self._clock.now())


def _is_stopping() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _place(error: BaseException) -> str:
    """Name an error by its type and the line it came from: its text may carry what people said."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_globals.get('__name__', '?')}:{last.tb_lineno}" if last else "?"
    return f"{type(error).__name__} at {where}"


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return


async def _first_of(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
