"""Intake: takes updates from Telegram and writes them down before acknowledging any."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, RetryAfter, TelegramError

from bot.clock import Clock, in_seconds
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.errors import stops_work

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "chat_join_request",
    "chat_member",
    "my_chat_member",
)
LONG_POLL = 25
"""Seconds; Telegram allows 50, half of it makes a silent connection known sooner."""

BATCH = 100
CONFLICT_AT_START = 10.0
LONGEST_BACKOFF = 30.0
LONGEST_WITHOUT_DATABASE = 2.0
"""Seconds between polls while nothing can be written: help is answered from memory meanwhile."""

AnswerHelp = Callable[[Mapping[str, Any]], Awaitable[bool]]
"""Answers an update from memory when it asks for help; tells whether it did."""

Veil = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Makes an update what may be written down of it, in a row that copies of the database keep."""


class StopRunning(Exception):
    """Le robot ne peut pas continuer."""


class Intake:
    """Polls getUpdates. ``polled_at`` is when a poll was last written down, in monotonic seconds.

    ``tried_at`` is when an attempt last ended, or when the wait after it will. ``caught_up`` is
    set once what waited on Telegram at the start is written down.

    While the database cannot be written, nothing is acknowledged, and a request for help is
    answered directly, once an update: the sole call that does not pass by the outbox.
    """

    def __init__(
        self,
        db: Database,
        bot: Bot,
        clock: Clock,
        answer_help: AnswerHelp,
        veil: Veil = lambda update: update,
    ) -> None:
        self._db = db
        self._bot = bot
        self._clock = clock
        self._answer_help = answer_help
        self._veil = veil
        self._offset: int | None = None
        self._helped: set[int] = set()
        self._started_at = clock.monotonic()
        self.polled_at = clock.monotonic()
        self.tried_at = clock.monotonic()
        self.conflict = False
        self.caught_up = asyncio.Event()

    async def run(self, stopping: asyncio.Event) -> None:
        """Poll until ``stopping`` is set.

        Raises StopRunning with a sentence when the token is refused, or when another program
        already polls with this token.
        """
        failures = 0
        while not stopping.is_set():
            pause = 0.0
            try:
                failures = 0 if await self._turn(stopping) else min(failures + 1, 5)
                pause = _backoff(failures, LONGEST_BACKOFF)
            except EndPointNotFound as error:  # what do_api_request makes of 401 and 404
                raise StopRunning(
                    "Telegram refuse le jeton (BOT_TOKEN). Demandez-en un à @BotFather "
                    "avec /token, et mettez-le dans .env."
                ) from error
            except RetryAfter as error:
                pause = in_seconds(error.retry_after)
            except TelegramError as error:
                failures += 1
                pause = _backoff(failures, LONGEST_BACKOFF)
                log.warning("poll failed", extra={"error": type(error).__name__})
            except Exception as error:
                if not stops_work(error):
                    raise
                failures += 1
                pause = _backoff(failures, LONGEST_WITHOUT_DATABASE)
                log.error("inbox cannot be written", extra={"error": type(error).__name__})
            self.tried_at = self._clock.monotonic() + pause
            if pause:
                await _sleep(stopping, pause)

    async def _turn(self, stopping: asyncio.Event) -> bool:
        """Poll once; return False where another program or a webhook is in the way."""
        try:
            await _unless(stopping, self.poll(LONG_POLL if self.caught_up.is_set() else 0))
        except Conflict as error:
            await self._conflicted(error)
            return False
        return True

    async def poll(self, timeout: int) -> int:
        """Take one batch: write it down, then move the offset; return how many updates came.

        The offset is never computed from stored ids: without one, Telegram serves what it has
        not seen acknowledged, and known keys are recognised.
        """
        params: dict[str, Any] = {
            "timeout": timeout,
            "limit": BATCH,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if self._offset is not None:
            params["offset"] = self._offset
        updates = await self._bot.do_api_request(
            "getUpdates", api_kwargs=params, read_timeout=timeout + 10
        )
        self.conflict = False
        if updates:
            await self._keep(updates)
            self._offset = updates[-1]["update_id"] + 1
        if len(updates) < BATCH:
            self.caught_up.set()
        self.polled_at = self._clock.monotonic()
        return len(updates)

    async def _keep(self, updates: Sequence[Mapping[str, Any]]) -> None:
        entries = [
            (str(u["update_id"]), self._veil(u))
            for u in updates
            if u["update_id"] not in self._helped
        ]
        try:
            async with self._db.transaction() as tx:
                await inbox.put_many(tx, "update", entries, self._clock.now())
        except Exception as error:
            if stops_work(error):
                await self._help_anyway(updates)
            raise
        self._helped.clear()

    async def _help_anyway(self, updates: Sequence[Mapping[str, Any]]) -> None:
        for update in updates:
            if update["update_id"] not in self._helped and await self._answer_help(update):
                self._helped.add(update["update_id"])

    async def _conflicted(self, error: Conflict) -> None:
        if "webhook" in str(error).lower():
            params = {"drop_pending_updates": False}
            await self._bot.do_api_request("deleteWebhook", api_kwargs=params)
            return
        if self._clock.monotonic() - self._started_at < CONFLICT_AT_START:
            raise StopRunning(
                "Un autre programme utilise déjà ce jeton auprès de Telegram. "
                "Arrêtez-le, puis relancez."
            ) from error
        if not self.conflict:
            log.error("another program polls with this token")
            await self._tell_conflict()
            self.conflict = True

    async def _tell_conflict(self) -> None:
        now = self._clock.now()
        async with self._db.transaction() as tx:
            await inbox.put(tx, "fact", f"conflict:{now.isoformat()}", {"fact": "conflict"}, now)


async def _unless(stopping: asyncio.Event, work: Awaitable[Any]) -> None:
    """Await work, but drop it as soon as ``stopping`` is set: nothing was acknowledged yet."""
    task = asyncio.ensure_future(work)
    stop = asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait([task, stop], return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            await task
    finally:
        stop.cancel()
        if not task.done():
            task.cancel()
            await asyncio.wait([task])


def _backoff(failures: int, longest: float) -> float:
    """Return the seconds to wait after so many failures in a row; the power stays a small one."""
    return min(2.0 ** min(failures - 1, 10), longest) if failures else 0.0


async def _sleep(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
