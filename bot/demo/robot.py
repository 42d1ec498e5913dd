"""The bot of the demo: the real one, ``python -m bot run``, as a process of its own."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
CODE = re.compile(r"/installer groupe (\S+)")
SOURCES = Path(__file__).parents[2]


class Robot:
    """One bot on one folder of data. ``settings`` are its environment, and all of it.

    It runs in its folder, so that no ``.env`` of the visitor's is read.
    """

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self._folder = folder
        self._environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self._environment |= {"PYTHONPATH": str(SOURCES), "PYTHONUNBUFFERED": "1", **settings}
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._changing = asyncio.Lock()
        """Two presses at once start one bot, not two."""
        self.code: str | None = None
        """The one-time code of /installer, once the bot has printed it."""

    async def start(self) -> None:
        """Start the process, unless it runs, and let what it prints be read."""
        async with self._changing:
            if not self.running:
                await self._start()

    async def _start(self) -> None:
        with (self._folder / "bot.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", "run"),
                cwd=self._folder,
                env=self._environment,
                stdin=DEVNULL,
                stdout=PIPE,
                stderr=log,
            )
        self._reading = asyncio.create_task(self._read(self._process))

    async def _read(self, process: Process) -> None:
        if process.stdout is None:
            return
        async for line in process.stdout:
            if found := CODE.search(line.decode()):
                self.code = found[1]

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    async def kill(self) -> None:
        """End it at once, whatever it is doing (SIGKILL)."""
        async with self._changing:
            if self._process is None:
                return
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
            if self._reading is not None:
                await self._reading
            self._process = None

    def last_words(self) -> str:
        """Return the last line it logged, where no secret is, or nothing."""
        with suppress(OSError):
            lines = (self._folder / "bot.log").read_text("utf-8", "replace").splitlines()
            return lines[-1] if lines else ""
        return ""
