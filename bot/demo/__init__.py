"""The demo: the real bot, on the embedded Bot API, in a town of invented people."""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.demo import stories
from bot.demo.acts import Act
from bot.demo.player import Player, StoryStopped
from bot.demo.robot import Robot
from bot.demo.town import Town
from bot.demo.transcript import Transcript
from bot.simulator.server import serve
from content import load


def main(arguments: Sequence[str] = ()) -> int:
    """Play the stories in the terminal; return 0 once they came to their end, or 1.

    ``--fast``, or an output that is no terminal, leaves no time to read.
    """
    fast = "--fast" in arguments or not sys.stdout.isatty()
    try:
        asyncio.run(_play(fast=fast))
    except StoryStopped as stopped:
        print(f"\nLa démonstration s’arrête là. {stopped}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 130
    return 0


async def _play(*, fast: bool) -> None:
    started = time.monotonic()
    town = Town(lambda: datetime.now(UTC))
    transcript = Transcript(town, print, coloured=sys.stdout.isatty(), fast=fast)
    transcript.unseen.add("karim")
    async with _robot(town) as robot:
        following = asyncio.create_task(transcript.follow())
        try:
            await _play_all(Player(town, robot, transcript), Player(town, robot, _Nobody()))
        finally:
            following.cancel()
            transcript.changes()
    if town.api.nonconformities:
        raise StoryStopped(f"Le robot appelle mal Telegram : {town.api.nonconformities[0]}")
    transcript.chapter(f"Fin, en {time.monotonic() - started:.0f} secondes")


async def _play_all(player: Player, aside: Player) -> None:
    script = stories.Script(load())
    await player.play(stories.installation(script))
    meanwhile = asyncio.create_task(aside.play(stories.coming_by_the_group(script)))
    try:
        await player.play(stories.asking_to_join(script))
        await meanwhile
    finally:
        meanwhile.cancel()
    await player.play(stories.changing_ones_mind(script))
    await player.play(stories.evening(script))


class _Nobody:
    """No audience: what happens meanwhile is shown once it is done."""

    async def before(self, act: Act) -> None:
        """Leave no time."""

    def after(self, act: Act) -> None:
        """Say nothing."""


@asynccontextmanager
async def _robot(town: Town) -> AsyncIterator[Robot]:
    """Give the real bot, running on the town, with its data in a folder that goes away."""
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with tempfile.TemporaryDirectory(prefix="entraide-") as folder:
        async with serve(town.api) as url:
            settings = {"BOT_TOKEN": town.world.token, "API_URL": url, "DATA_DIR": "data"}
            robot = Robot(Path(folder), settings)
            await robot.start()
            try:
                yield robot
            finally:
                await robot.stop()
