"""Composition: puts the database, the handlers, intake, worker, sender and agenda together."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest

from bot.agenda import EVERY_SECONDS, post_due
from bot.clock import Clock
from bot.community.members import Place
from bot.crypto import DATABASE_FILE, KeyRing
from bot.delivery import AiohttpRequest, Sender
from bot.intake import Intake, StopRunning
from bot.liveness import DEAF_AFTER
from bot.settings import Settings
from bot.storage import veils
from bot.storage.database import Database
from bot.storage.inbox import InboxRow
from bot.storage.vote_keys import VoteKeys
from bot.worker import Worker
from content import Content
from handlers.application import Community, CommunityApplication
from handlers.context import Context
from handlers.features import routes
from handlers.help import answer_from_memory
from handlers.rows import read_row
from handlers.startup import start_up
from moderation.conduct.verdicts import judge
from moderation.signals.facts import MessageFacts

log = logging.getLogger(__name__)

LONGEST_END = 1.5
"""Seconds left to what is under way when the bot must stop; what lasts is undone or settled by
the next start."""

LATEST_AGENDA = 10.0
"""Seconds after the start when the agenda begins even though Telegram cannot be reached."""

AGENDA_ON_TRIAL = 1
"""Seconds between two looks where the clock is moved by hand: what fell due shows at once."""


@dataclass(frozen=True)
class Bot:
    """A bot ready to run: its parts, each of which tests may also step by hand."""

    application: CommunityApplication
    db: Database
    intake: Intake
    worker: Worker
    sender: Sender
    clock: Clock
    code: str | None
    """What links the chats that are not known yet, said with /installer; None when both are."""
    agenda_every: int = EVERY_SECONDS
    """Seconds between two looks at the agenda."""

    async def run(self, stopping: asyncio.Event) -> None:
        """Run until ``stopping`` is set; what is under way is finished first.

        Raises StopRunning with a sentence when the bot cannot go on.
        """
        parts = (self.intake.run, self.worker.run, self.sender.run, self._watch, self._keep_agenda)
        tasks = [asyncio.create_task(_stopping_others(part(stopping), stopping)) for part in parts]
        try:
            await stopping.wait()
            await asyncio.wait(tasks, timeout=LONGEST_END)
        finally:
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        for trouble in ended:
            if isinstance(trouble, Exception):
                raise trouble

    async def _watch(self, stopping: asyncio.Event) -> None:
        """End the process when no poll attempt finished for two minutes: it is stuck."""
        while not stopping.is_set():
            try:
                await asyncio.wait_for(stopping.wait(), 5)
            except TimeoutError:
                if self.clock.monotonic() - self.intake.tried_at > DEAF_AFTER.total_seconds():
                    raise StopRunning("Aucun appel à Telegram ne se termine : arrêt.") from None

    async def _keep_agenda(self, stopping: asyncio.Event) -> None:
        """Begin the agenda once what people wrote while the bot was off is written down.

        It is then handled first: a draft that somebody went on with does not expire.
        """
        waits = [
            asyncio.ensure_future(self.intake.caught_up.wait()),
            asyncio.ensure_future(stopping.wait()),
        ]
        await asyncio.wait(waits, timeout=LATEST_AGENDA, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        if not stopping.is_set():
            _follow_agenda(self)
        await stopping.wait()


@asynccontextmanager
async def build_application(
    settings: Settings,
    keys: KeyRing,
    content: Content,
    *,
    request: BaseRequest | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Bot]:
    """Open everything a bot needs, and close it afterwards.

    ``request`` replaces the HTTP client (tests), ``clock`` the machine's time. Raises BadDatabase,
    CryptoError or telegram's own errors when the database or the Bot API cannot be used.
    """
    clock = clock or _clock(settings)
    request = request or AiohttpRequest()
    judge(MessageFacts())  # makes the rules ready, before anybody writes
    db = await Database.open(settings.data_dir / DATABASE_FILE, keys)
    try:
        application = _application(settings, request)
        async with application:
            await application.start()
            try:
                _give_community(application, settings, content)
                code = await start_up(db, application.community, clock.now())
                yield _bot(application, settings, db, clock, code)
            finally:
                await application.stop()
    finally:
        await request.shutdown()  # python-telegram-bot leaves it open when getMe fails
        await db.close()


def _clock(settings: Settings) -> Clock:
    if settings.clock_offset_file is None:
        return Clock.system()
    return Clock.moved_by(settings.clock_offset_file)


def _application(settings: Settings, request: BaseRequest) -> CommunityApplication:
    builder = (
        ApplicationBuilder()
        .application_class(CommunityApplication)
        .context_types(ContextTypes(context=Context))
        .token(settings.bot_token.get_secret_value())
        .base_url(f"{settings.api_url}/bot")
        .updater(None)
        .request(request)
        .get_updates_request(request)
    )
    application = builder.build()
    if not isinstance(application, CommunityApplication):
        raise TypeError("the builder made another application")
    return application


def _give_community(
    application: CommunityApplication, settings: Settings, content: Content
) -> None:
    named = {Place.GROUP: settings.group_chat_id, Place.MODERATORS: settings.moderators_chat_id}
    application.community = Community(
        content=content,
        timezone=settings.timezone,
        language=settings.default_language,
        dry_run=settings.dry_run,
        bot_id=application.bot.id,
        bot_username=application.bot.username,
        drafts=settings.data_dir / "drafts",
        vote_keys=VoteKeys(settings.data_dir / "votes"),
        fixed_chats={place: chat for place, chat in named.items() if chat is not None},
    )

    def read(row: InboxRow) -> object:
        if row.kind == "update":
            return Update.de_json(row.payload, application.bot)
        return read_row(row.kind, row.payload)

    application.read = read
    routes().install(application)


def _bot(
    application: CommunityApplication,
    settings: Settings,
    db: Database,
    clock: Clock,
    code: str | None,
) -> Bot:
    keys = application.community.vote_keys
    helps = answer_from_memory(application, clock)
    unveil = partial(veils.shown, keys=keys)
    return Bot(
        application,
        db,
        Intake(db, application.bot, clock, helps, partial(veils.tap, keys=keys)),
        Worker(db, clock, application.handle),
        Sender(
            db,
            application.bot,
            clock,
            settings.timezone,
            dry_run=settings.dry_run,
            unveil=unveil,
        ),
        clock,
        code,
        AGENDA_ON_TRIAL if settings.clock_offset_file else EVERY_SECONDS,
    )


def _follow_agenda(bot: Bot) -> None:
    """Poll the agenda by the job queue's own scheduler.

    A job of python-telegram-bot would be given a context, which belongs to a row being handled.
    """
    queue = bot.application.job_queue
    if queue is None:
        raise RuntimeError("python-telegram-bot's job queue is not installed")
    queue.scheduler.add_job(
        post_due,
        "interval",
        args=(bot.db, bot.clock),
        seconds=bot.agenda_every,
        next_run_time=datetime.now(UTC),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )


def stop_on_signals(stopping: asyncio.Event) -> None:
    """Set ``stopping`` on SIGTERM and SIGINT."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopping.set)


async def _stopping_others(part: Coroutine[Any, Any, None], stopping: asyncio.Event) -> None:
    """Run one part; when it ends for whatever reason, the others end too."""
    try:
        await part
    finally:
        stopping.set()
