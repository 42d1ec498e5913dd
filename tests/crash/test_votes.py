"""The bot is killed around the closing of a vote: it is counted once, and the key goes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.community.votes.verification import Same, verify
from bot.crypto import load_keys
from bot.simulator.models import Person
from bot.simulator.server import serve
from tests.crash.bomb import Fuse
from tests.crash.lives import Lives, nursery
from tests.crash.people import Town, until
from tests.handlers.votes.attacker import Attacker

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]
"""One open vote serves every test: its data are put back before each."""

CHOICES = (1, 1, 1, 2, 2, 3)
A_WEEK = 8 * 24 * 3600
FUSES = [Fuse("commit", number, "before") for number in range(4, 10)]
FUSES += [Fuse("commit", number, "after") for number in (5, 6)] + [Fuse("call", 2, "after")]
"""A start makes four commits; then the vote is closed, its key destroyed, its result sent."""


@dataclass
class Hall:
    """A town where a vote is open and everybody has voted; its data may be played again."""

    town: Town
    voters: list[Person]
    folder: Path
    lives: Lives
    clock: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    async def all_vote(self) -> None:
        town, marc = self.town, self.town.marc
        town.world.write(marc, None, "/vote")
        await town.taps(marc, "Vérifier")
        await town.taps(marc, "Ouvrir le vote")
        for person, place in zip(self.voters, CHOICES, strict=True):
            await town.taps(person, "Voter en privé", chat=town.group)
            await town.taps(person, f"☐ {place}. ")
            await town.reads(person, "Votre bulletin est noté")

    async def lives_through(self, *fuses: Fuse) -> None:
        """Live with these fuses in turn, until nothing is left to do."""
        living = asyncio.create_task(self.lives.run(fuses))
        await until(lambda: self.lives.kills >= len(fuses), "every fuse kills")
        await until(self.has_ended, "the vote is over and all is told")
        await self.lives.stop()
        await living

    def has_ended(self) -> bool:
        boxes = "SELECT state FROM inbox UNION ALL SELECT state FROM outbox"
        waits = {row[0] for row in self.rows(boxes)} & {"waiting", "in_flight"}
        counted = self.rows("SELECT 1 FROM agenda WHERE name = 'votes.sweep'")
        return bool(counted) and not waits

    def rows(self, sql: str) -> list[Any]:
        path = self.data / "entraide.db"
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            return list(db.execute(sql))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hall]:
    folder = tmp_path_factory.mktemp("hall")
    town, clock = Town(), folder / "clock"
    voters = [town.world.add_person(f"V{number}") for number in range(len(CHOICES))]
    for person in voters:
        town.world.add_member(town.group, person)
    town.world.updates.clear()
    async with serve(town.api) as url, nursery(folder / "log") as process:
        settings = {
            "bot_token": town.world.token,
            "api_url": url,
            "data_dir": str(folder / "data"),
            "group_chat_id": town.group.id,
            "moderators_chat_id": town.team.id,
            "clock_offset_file": str(clock),
        }
        hall = Hall(town, voters, folder, Lives(process, settings), clock)
        living = asyncio.create_task(hall.lives.run([]))
        await hall.all_vote()
        await hall.lives.stop()
        await living
        shutil.copytree(hall.data, folder / "kept")
        clock.write_text(str(A_WEEK))
        yield hall
    assert "Traceback" not in (folder / "log").read_text("utf-8")


@pytest.mark.parametrize("fuse", FUSES, ids=lambda fuse: f"{fuse.side}-{fuse.point}-{fuse.after}")
async def test_a_vote_is_counted_once_wherever_the_bot_dies(hall: Hall, fuse: Fuse) -> None:
    shutil.rmtree(hall.data)
    shutil.copytree(hall.folder / "kept", hall.data)
    hall.lives.kills = 0
    said = len(told(hall))

    await hall.lives_through(fuse)

    [(state, publication)] = hall.rows("SELECT state, publication FROM votes")
    assert state == "closed"
    assert verify(publication) == Same(6)
    assert json.loads(publication)["ballots"] == [
        {"count": 3, "approves": [1]},
        {"count": 2, "approves": [2]},
        {"count": 1, "approves": [3]},
    ]
    assert [row[0] for row in hall.rows("SELECT interest FROM themes ORDER BY id LIMIT 3")] == [
        3,
        2,
        1,
    ]
    assert list((hall.data / "votes").iterdir()) == []
    ring, _ = load_keys(None, hall.data)
    assert Attacker(hall.data, ring).sealed_traces() == []
    unsure = hall.rows("SELECT 1 FROM outbox WHERE state = 'uncertain' AND method = 'sendMessage'")
    assert len(told(hall)) + len(unsure) >= said + 1
    assert len(told(hall)) <= said + 1


def told(hall: Hall) -> list[str]:
    """Return the results that the group read."""
    return [
        text
        for text in hall.town.world.said(hall.voters[0], hall.town.group)
        if text.startswith("🗳 Résultat du vote")
    ]
