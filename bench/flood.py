"""A flood of ordinary messages in the group: updates a second, processor time, memory."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench.children import Child, bare_bot, full_bot, running
from bench.town import Town
from bot.simulator.server import serve

WARM_UP = 300
SAYINGS = (
    "Bonjour tout le monde",
    "Merci pour ton message, ça me parle beaucoup.",
    "La semaine a été longue, mais je tiens le coup. Et vous, comment ça va ?",
    "Est-ce que quelqu'un a lu le livre dont on parlait mardi dernier ?",
    "Je vous souhaite une bonne soirée. On se retrouve au prochain café, à 19 h.",
)


@dataclass(frozen=True, slots=True)
class Flood:
    """What one bot did of a flood."""

    per_second: float
    cpu_ms: float
    peak_mb: float


async def measure(messages: int, kind: str, folder: Path) -> Flood:
    """Start one bot on a fresh town, warm it up, then flood it."""
    town = Town()
    async with serve(town.api) as url:
        command = full_bot(town, url, folder)
        if kind == "bare":
            command = bare_bot(town, url, folder, "silent")
        async with running(command, folder) as child:
            await town.help_answered()
            await _say(town, WARM_UP)
            return await _flood(town, child, messages)


async def _flood(town: Town, child: Child, messages: int) -> Flood:
    before, start = child.cpu_seconds(), time.perf_counter()
    await _say(town, messages)
    seconds, spent = time.perf_counter() - start, child.cpu_seconds() - before
    return Flood(messages / seconds, spent * 1000 / messages, child.peak_megabytes())


async def _say(town: Town, messages: int) -> None:
    """Have the members talk in turn, then wait until all of it is handled."""
    speakers, words = cycle(town.members), cycle(SAYINGS)
    for member, text in islice(zip(speakers, words, strict=False), messages):
        town.world.write(member, town.group, text)
    await town.help_answered()
