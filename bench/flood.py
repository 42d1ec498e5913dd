"""A flood of ordinary messages in the group: updates a second, processor time, memory.

The whole bot reads each of them with every signal; none is held, so that reading is what is
measured.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle, islice
from pathlib import Path

from bench.children import Child, bare_bot, full_bot, running
from bench.town import MEMBERS, Town
from bot.simulator.server import serve
from moderation.conduct import Pass, judge
from moderation.signals.facts import MessageFacts

WARM_UP = 2 * MEMBERS
"""Everybody has spoken before, as in a group that lives: the first words of each cost more."""
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
    for member, text in islice(zip(cycle(town.members), _talk(), strict=False), messages):
        town.world.write(member, town.group, text)
    await town.help_answered()


def _talk() -> Iterator[str]:
    """Say ordinary things, each a little differently: a text said again and again is no talk."""
    for number, saying in zip(_numbers, cycle(SAYINGS), strict=False):
        yield f"{saying} ({number})"


_numbers = count(1)


def signals_ms(messages: int) -> float:
    """Return the milliseconds that reading one of these messages takes, with every signal."""
    facts = [MessageFacts(text) for text in islice(_talk(), messages)]
    judge(MessageFacts())  # prepares the tables
    start = time.process_time()
    verdicts = [judge(each) for each in facts]
    spent = time.process_time() - start
    if not all(isinstance(verdict, Pass) for verdict in verdicts):
        raise ValueError("an ordinary message is held: the flood would measure something else")
    return spent * 1000 / messages
