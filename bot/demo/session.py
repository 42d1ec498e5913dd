"""One session of the demo: a town, its clock, the bot on it, and a folder that goes away."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.crypto import DATABASE_FILE
from bot.demo.clock import TIMEZONE, TownClock
from bot.demo.robot import Robot
from bot.demo.town import Town
from bot.simulator.server import serve

DATA = "data"
OFFSET_FILE = "clock-offset"


class Session:
    """A town and its bot. ``database`` is the file that the bot works in."""

    def __init__(self, town: Town, clock: TownClock, robot: Robot, folder: Path) -> None:
        self.town = town
        self.clock = clock
        self.robot = robot
        self.database = folder / DATA / DATABASE_FILE


@asynccontextmanager
async def opened(language: str = "fr", *, linked: bool = True) -> AsyncIterator[Session]:
    """Open a town with the real bot on it, over HTTP on loopback; all of it ends with the block.

    ``linked`` names both chats in the bot's settings; otherwise /installer links them.
    """
    with tempfile.TemporaryDirectory(prefix="entraide-") as name:
        folder = Path(name)
        clock = TownClock(folder / OFFSET_FILE)
        town = Town(clock.now, language)
        async with serve(town.api) as url:
            robot = Robot(folder, _settings(town, url, linked=linked))
            await robot.start()
            try:
                yield Session(town, clock, robot, folder)
            finally:
                await robot.kill()


def _settings(town: Town, url: str, *, linked: bool) -> dict[str, str]:
    settings = {
        "BOT_TOKEN": town.world.token,
        "API_URL": url,
        "DATA_DIR": DATA,
        "TIMEZONE": TIMEZONE,
        "DEFAULT_LANGUAGE": town.language,
        "CLOCK_OFFSET_FILE": OFFSET_FILE,
    }
    if linked:
        settings |= {"GROUP_CHAT_ID": str(town.group.id), "MODERATORS_CHAT_ID": str(town.team.id)}
    return settings
