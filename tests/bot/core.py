"""The machine room alone: a database, a clock to move, a Bot API in process; no handlers."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Bot

from bot.crypto import KeyRing
from bot.delivery import Sender
from bot.simulator.api import Api
from bot.simulator.request import SimulatorRequest
from bot.simulator.world import World
from bot.storage import outbox
from bot.storage.database import Database
from bot.storage.outbox import Call, Lane
from tests.stage import MORNING, RIGHTS, MovableClock

MONTREAL = ZoneInfo("America/Toronto")


class Core:
    """Léa, who pressed Start, the group of Nadia, and what works between them and the bot."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "entraide.db"
        self.keys = KeyRing.new()
        self.time = MovableClock(MORNING)
        self.clock = self.time.clock
        self.world = World(self.clock.now)
        self.api = Api(self.world)
        self.nadia = self.world.add_person("Nadia")
        self.lea = self.world.add_person("Léa")
        self.group = self.world.add_supergroup("Entraide", self.nadia)
        self.world.add_bot(self.group, self.nadia, RIGHTS)
        self.world.start(self.lea)
        self.world.updates.clear()
        transport = SimulatorRequest(self.api)
        self.bot = Bot(self.world.token, request=transport, get_updates_request=transport)
        self.db: Database
        self.sender: Sender

    @property
    def now(self) -> datetime:
        return self.clock.now()

    async def open(self) -> None:
        """Open the database and a new sender, as a start does."""
        self.db = await Database.open(self.path, self.keys)
        self.sender = Sender(self.db, self.bot, self.clock, MONTREAL)

    async def restart(self, *, killed: bool = False) -> None:
        """Start again on the same data; ``killed`` forgets the answers of calls under way."""
        if killed:
            await self.sender._abandon()
        await self.db.close()
        await self.open()
        await self.sender.recover()

    async def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What is committed, as tuples."""
        return [tuple(row) for row in await self.db.reading().rows(sql, values)]

    # The outbox

    async def queue(self, *calls: Call) -> list[bool]:
        """Queue calls in one transaction; tell which were new."""
        async with self.db.transaction() as tx:
            return [await outbox.put(tx, call, self.now) for call in calls]

    def to(self, text: str, chat: int | None = None, **how: Any) -> Call:
        """A message, to Léa by default."""
        chat_id = self.lea.id if chat is None else chat
        return Call("sendMessage", {"chat_id": chat_id, "text": text}, chat_id, **how)

    def edit(self, name: str, text: str, chat: int | None = None) -> Call:
        """A change to a named message."""
        chat_id = self.lea.id if chat is None else chat
        params = {"chat_id": chat_id, "text": text}
        return Call("editMessageText", params, chat_id, message=name, targets=True)

    async def deliver(self, within: float = 3600) -> None:
        """Deliver until nothing is left that could leave within so many seconds."""
        until = self.now + timedelta(seconds=within)
        idle = 0
        for _ in range(2000):
            pause = await self.sender.turn()
            if self.sender.busy:
                await self.sender.wait_for_answer()
                idle = 0
            elif pause is not None and self.now + timedelta(seconds=pause) <= until:
                self.time.move(timedelta(seconds=pause + 0.001))
            elif (idle := idle + 1) == 2:  # an answer just recorded may let another call leave
                return
        raise AssertionError("the sender never comes to rest")

    async def states(self) -> list[str]:
        """The state of each call, oldest first."""
        return [row[0] for row in await self.rows("SELECT state FROM outbox ORDER BY seq")]

    async def facts(self) -> list[str]:
        """The keys of the facts that were told."""
        found = await self.rows("SELECT key FROM inbox WHERE kind = 'fact' ORDER BY seq")
        return [row[0] for row in found]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program holds the database for writing."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Core]:
    """The machine room, closed afterwards; its calls are all documented ones."""
    core = Core(folder)
    async with core.bot:
        await core.open()
        try:
            yield core
        finally:
            await core.sender._abandon()
            await core.db.close()
    assert core.api.nonconformities == []


BULK, PEOPLE, ACTS = Lane.BULK, Lane.PEOPLE, Lane.ACTS
