"""The lives of one bot: begun again on the same data each time it is killed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.crash.bomb import Fuse

ROOT = Path(__file__).parent.parent.parent


class Lives:
    """Runs a bot as many times as it takes. ``kills`` says how often it was killed."""

    def __init__(self, nursery: Process, settings: dict[str, Any]) -> None:
        self._nursery = nursery
        self._settings = settings
        self._pid = 0
        self.kills = 0

    async def run(self, fuses: Iterable[Fuse]) -> None:
        """Live with each fuse in turn, then without, until :meth:`stop`."""
        for fuse in (*fuses, Fuse()):
            ended = await self._live(fuse)
            if ended == 0:
                return  # stopped as asked, before its fuse
            assert ended == -signal.SIGKILL, f"the bot ended by itself with {ended}"
            self.kills += 1

    async def stop(self) -> None:
        """Ask the bot that lives now to stop."""
        assert self._pid, "no bot was born yet"
        os.kill(self._pid, signal.SIGTERM)

    async def _live(self, fuse: Fuse) -> int:
        wanted = {"settings": self._settings, "fuse": asdict(fuse)}
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(json.dumps(wanted).encode() + b"\n")
        self._pid = await self._number()
        return await self._number()

    async def _number(self) -> int:
        assert self._nursery.stdout is not None
        return int(await self._nursery.stdout.readline())


@contextlib.asynccontextmanager
async def nursery(log: Path) -> AsyncIterator[Process]:
    """Have a nursery ready; what the bots say goes to ``log``."""
    with log.open("ab") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.crash.nursery", cwd=ROOT, stdin=PIPE, stdout=PIPE,
            stderr=stderr,
        )  # fmt: skip
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
