"""A terminal: the real ``entraide`` in its own process, before the embedded Bot API."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.settings import Settings
from bot.simulator.models import Chat, Person
from bot.simulator.server import serve
from bot.simulator.world import World
from tests.stage import PlainApi

SETTINGS = {name.upper() for name in Settings.model_fields}
RIGHTS = {"can_invite_users", "can_restrict_members", "can_delete_messages", "can_pin_messages"}
SECRET = re.compile(r"TEST-|Traceback|aaaaaaaaaaaaaaaa")
"""What no output may show: the secret half of the town's token, or the inside of the program."""

PATIENCE = 90.0
"""Seconds before a test gives up on a process: a busy machine is nobody's fault."""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    def __post_init__(self) -> None:
        assert not SECRET.search(self.out + self.err), self.out + self.err

    @property
    def refusal(self) -> str:
        """The only sentence of a command that failed."""
        assert self.code == 1, self
        lines = [line for line in self.err.splitlines() if line]
        assert len(lines) == 1, lines
        return lines[0]


class Running:
    """A command under way."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said = ""

    async def hears(self, words: str) -> str:
        """Read what it prints up to the line that holds these words; return that line."""
        assert self.process.stdout is not None
        while line := (await asyncio.wait_for(self.process.stdout.readline(), PATIENCE)).decode():
            self.said += line
            if words in line:
                return line
        raise AssertionError(f"never said {words!r}: {self.said} {await self.end()}")

    async def end(self) -> Done:
        """Wait for its end."""
        out, err = await asyncio.wait_for(self.process.communicate(), PATIENCE)
        assert self.process.returncode is not None
        return Done(self.process.returncode, self.said + out.decode(), err.decode())

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> tuple[Done, float]:
        """Send a signal; return how it ended, and after how many seconds."""
        loop = asyncio.get_running_loop()
        sent_at = loop.time()
        self.process.send_signal(how)
        return await self.end(), loop.time() - sent_at


class Terminal:
    """A town with its group, its moderators' chat and its coordinator, and a place to type in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.database = self.data / "entraide.db"
        self.world = World(lambda: datetime.now(UTC))
        self.api = PlainApi(self.world)
        self.nadia: Person = self.world.add_person("Nadia")
        self.lea: Person = self.world.add_person("Léa")
        self.group: Chat = self.world.add_supergroup("Entraide", self.nadia)
        self.team: Chat = self.world.add_supergroup("Modération", self.nadia)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=self.nadia, rights=RIGHTS)
        self.world.updates.clear()
        self.url = ""

    @property
    def chats(self) -> dict[str, str]:
        """The two chats as settings."""
        return {
            "GROUP_CHAT_ID": str(self.group.id),
            "MODERATORS_CHAT_ID": str(self.team.id),
        }

    @asynccontextmanager
    async def typing(
        self, *arguments: str, before: Callable[[], None] | None = None, **settings: str
    ) -> AsyncIterator[Running]:
        """Start a command; whatever happens, it is not left running."""
        given = {
            "BOT_TOKEN": self.world.token,
            "API_URL": self.url,
            "DATA_DIR": str(self.data),
            "PYTHONIOENCODING": "utf-8",
            **settings,
        }
        inherited = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=self.folder,
            env=inherited | given,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            preexec_fn=before,
        )
        try:
            yield Running(process)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()

    async def type(self, *arguments: str, **settings: Any) -> Done:
        """Run a command to its end."""
        async with self.typing(*arguments, **settings) as running:
            return await running.end()

    @asynccontextmanager
    async def bot(self, **settings: str) -> AsyncIterator[Running]:
        """A bot that has begun to listen, with both chats."""
        async with self.typing("run", **(self.chats | settings)) as running:
            await running.hears("écoute @")
            yield running


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Terminal]:
    """A terminal whose town answers on loopback."""
    terminal = Terminal(folder)
    async with serve(terminal.api) as url:
        terminal.url = url
        yield terminal


async def until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what changes is in another process
            await asyncio.sleep(0.02)
