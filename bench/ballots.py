"""Ten thousand people who vote by buttons, fifty at a time: taps a second, waits, memory."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from bench.children import Child, full_bot, running
from bench.town import Town
from bot.community.members import Origin, Place, Status
from bot.crypto import load_keys
from bot.simulator.models import Message, Person
from bot.simulator.server import serve
from bot.storage import members
from bot.storage.database import Database

VOTERS, QUICK = 10_000, 1_000
AT_ONCE = 50
THEMES = 9
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Voting:
    """What the bot did of a vote: ``waits`` are seconds from a tap served to its answer."""

    per_second: float
    cpu_ms: float
    waits: list[float]
    peak_mb: float


def main(voters: int = VOTERS) -> None:
    """Print the figures of a vote."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(voters, Path(folder)))
    cuts = quantiles(found.waits, n=100, method="inclusive")
    print(f"\n{len(found.waits)} ballots by buttons, {AT_ONCE} people at a time")
    print(f"  ballots/s {found.per_second:8.1f}   CPU ms/ballot {found.cpu_ms:6.2f}")
    print(
        f"  answered  p50 {cuts[49]:6.3f} s   p99 {cuts[98]:6.3f} s   peak {found.peak_mb:.1f} MB"
    )


async def measure(voters: int, folder: Path) -> Voting:
    """Open a vote in a fresh town by the form, then have everybody cast one ballot."""
    hall = Hall(voters)
    await hall.know_members(folder / "data")
    async with (
        serve(hall.town.api) as url,
        running(full_bot(hall.town, url, folder), folder) as child,
    ):
        await hall.town.help_answered()
        await hall.opens_vote()
        return await hall.vote(child)


class Hall:
    """A town whose group is large, where everybody has the ballot before their eyes."""

    def __init__(self, voters: int) -> None:
        self.town = Town()
        world = self.town.world
        self.owner = self.town.owner
        people = [world.add_person(f"V{number}") for number in range(voters)]
        for person in people:
            world.add_member(self.town.group, person)
            world.start(person)
        self.ballots = [self._shown(person) for person in people]
        world.updates.clear()

    def _shown(self, person: Person) -> tuple[Person, Message]:
        """Give somebody the message under which the buttons stand."""
        sent = self.town.api.call("sendMessage", {"chat_id": person.id, "text": "Bulletin"})
        chat = self.town.world.private(person)
        return person, chat.messages[sent["message_id"]]

    async def know_members(self, data: Path) -> None:
        """Have the bot know its members, as one that has lived with them does."""
        data.mkdir()
        keys, _ = load_keys(None, data)
        db = await Database.open(data / "entraide.db", keys)
        now = datetime.now(UTC)
        async with db.transaction() as tx:
            for person, _ in self.ballots:
                await members.set_membership(
                    tx, Place.GROUP, person.id, Status.MEMBER, now, Origin.BEFORE
                )
        await db.close()

    async def opens_vote(self) -> None:
        """The owner opens a vote by the form."""
        self.town.world.write(self.owner, None, "/vote")
        for data in ("vote.check", "vote.open"):
            message = await self._button(data)
            self.town.world.press_data(self.owner, message, data)
        await self._button("vote.annul:1")

    async def _button(self, data: str) -> Message:
        def found() -> Message | None:
            seen = self.town.world.seen(self.owner)
            return next((m for m in reversed(seen) if data in _data(m)), None)

        if not await self.town.api.until(lambda: found() is not None, PATIENCE):
            raise TimeoutError(f"{data} never came")
        message = found()
        assert message is not None
        return message

    async def vote(self, child: Child) -> Voting:
        """Have everybody tap once, so many at a time."""
        before, start = child.cpu_seconds(), time.perf_counter()
        taps = iter(enumerate(self.ballots))
        walks = await asyncio.gather(*(self._take_turns(taps) for _ in range(AT_ONCE)))
        seconds, spent = time.perf_counter() - start, child.cpu_seconds() - before
        waits = [wait for walk in walks for wait in walk]
        count = len(self.ballots)
        return Voting(count / seconds, spent * 1000 / count, waits, child.peak_megabytes())

    async def _take_turns(self, taps: Iterator[tuple[int, tuple[Person, Message]]]) -> list[float]:
        waits = []
        for number, (person, message) in taps:
            update_id = self.town.world.updates.next_id()
            press = self.town.world.press_data(
                person, message, f"ballot.on:1:{1 + number % THEMES}"
            )
            answered = await self.town.api.pressed(press.id, PATIENCE)
            waits.append(answered - self.town.api.served[update_id])
        return waits


def _data(message: Message) -> set[str]:
    return {button.data for row in message.buttons for button in row if button.data}


if __name__ == "__main__":
    main()
