"""An announcement to many members: how close to Telegram's ceiling, and who waits meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, repeat
from pathlib import Path
from typing import Any

from bench.children import full_bot, running
from bench.town import TimedApi, Town
from bot.community.members import Origin, Place, Status
from bot.crypto import DATABASE_FILE, load_keys
from bot.simulator.models import Chat, Person
from bot.simulator.server import serve
from bot.storage import members
from bot.storage.database import Database

CEILING = 30.0
"""Messages a second that Telegram takes, and that the embedded Bot API enforces."""

HELP_EVERY, GROUP_EVERY = 0.5, 3.5
"""Seconds between two requests for help in private, and two in the group (20 a minute there)."""

PATIENCE = 180.0


@dataclass(frozen=True, slots=True)
class Announcement:
    """What was measured: messages a second, all counted, and the waits in seconds."""

    per_second: float
    told: int
    help_waits: list[float]
    group_waits: list[float]
    refused_for_pace: int


class Hall:
    """A town with many members who have opened the private chat, and a moderator."""

    def __init__(self, many: int) -> None:
        self.town = Town()
        self.town.api.enforce_pace = True
        world, owner = self.town.world, self.town.members[0]
        self.marc = world.add_person("Marc")
        world.add_member(self.town.team, self.marc)
        self.people = [world.add_person(f"Personne {n}") for n in range(many)]
        for person in (*self.people, self.marc, owner):
            world.private(person).started = True
        for person in self.people:
            world.add_member(self.town.group, person)
        world.updates.clear()

    async def fill(self, data: Path) -> None:
        """Write the members where the bot will find them."""
        keys, _ = load_keys(None, data)
        db = await Database.open(data / DATABASE_FILE, keys)
        now = datetime.now(UTC)
        async with db.transaction() as tx:
            await members.link_chat(tx, Place.GROUP, self.town.group.id, now)
            await members.link_chat(tx, Place.MODERATORS, self.town.team.id, now)
            for person in (*self.people, self.marc):
                await members.meet(tx, person.id, person.first_name, now, private=True)
            for person in self.people:
                where = (Place.GROUP, person.id, Status.MEMBER, now, Origin.BEFORE)
                await members.set_membership(tx, *where)
        await db.close()

    async def announces(self) -> None:
        """Marc prepares a café on one line and has it announced."""
        world, api = self.town.world, self.town.api
        day = datetime.now(UTC) + timedelta(days=20)
        world.write(self.marc, None, f"/cafe {day:%Y-%m-%d} 19 h, Montréal, 3000 places")
        await api.until(lambda: self._offers("annoncer"), PATIENCE)
        message = world.seen(self.marc)[-1]
        label = next(name for name in message.labels if "annoncer" in name)
        world.press(self.marc, message, label)

    def _offers(self, label: str) -> bool:
        seen = self.town.world.seen(self.marc)
        return bool(seen) and any(label in name for name in seen[-1].labels)


class Sends:
    """When each message left, by the server's clock."""

    def __init__(self, api: TimedApi) -> None:
        self.moments: list[tuple[float, int]] = []
        self._call = api.call
        api.call = self._noting  # type: ignore[method-assign]

    def _noting(self, method: str, params: Any = None) -> Any:
        result = self._call(method, params)
        if method in ("sendMessage", "sendDocument"):
            self.moments.append((time.perf_counter(), result["chat"]["id"]))
        return result


async def measure(many: int, folder: Path) -> Announcement:
    """Announce a café to so many members while others ask for help."""
    hall = Hall(many)
    async with serve(hall.town.api) as url:
        command = full_bot(hall.town, url, folder)
        with (folder / ".env").open("a", encoding="utf-8") as settings:
            settings.write(f"TIMEZONE={_daytime()}\n")
        (folder / "data").mkdir()
        await hall.fill(folder / "data")
        async with running(command, folder):
            await hall.town.help_answered()
            return await _announced(hall)


async def _announced(hall: Hall) -> Announcement:
    api, everyone = hall.town.api, {person.id for person in hall.people}
    sends = Sends(api)
    await hall.announces()

    def told() -> list[float]:
        return [at for at, chat in sends.moments if chat in everyone]

    await api.until(lambda: bool(told()), PATIENCE)
    help_waits, group_waits = await _meanwhile(
        hall.town, api.until(lambda: len(told()) >= len(everyone), PATIENCE)
    )
    first, last = min(told()), max(told())
    within = sum(first <= at <= last for at, _ in sends.moments)
    rate = (within - 1) / (last - first)
    return Announcement(rate, len(told()), help_waits, group_waits, api.refused_for_pace)


async def _meanwhile(town: Town, ends: Awaitable[bool]) -> list[list[float]]:
    """Have people ask for help in private and in the group until something ends."""
    others, speaker = cycle(town.members[2:]), repeat(town.members[1])
    tasks = [
        asyncio.create_task(_ask(town, others, None, HELP_EVERY)),
        asyncio.create_task(_ask(town, speaker, town.group, GROUP_EVERY)),
    ]
    await ends
    for task in tasks:
        task.cancel()
    return [await task for task in tasks]


async def _ask(
    town: Town, people: Iterator[Person], chat: Chat | None, every: float
) -> list[float]:
    """Have people ask for help one after the other; return how long each answer took."""
    waits: list[float] = []
    try:
        for person in people:
            waits.append(await _asked_once(town, person, chat))
            await asyncio.sleep(every)
    except asyncio.CancelledError:
        pass
    return waits


async def _asked_once(town: Town, person: Person, chat: Chat | None) -> float:
    api = town.api
    where = chat.id if chat else person.id
    before = api.answered.get(where, 0.0)
    asked = time.perf_counter()
    town.world.write(person, chat, "/aide")
    await api.until(lambda: api.answered.get(where, 0.0) > before, PATIENCE)
    return time.perf_counter() - asked


def _daytime() -> str:
    """Return a time zone where it is about noon: at night an announcement would wait."""
    hours = (12 - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"
