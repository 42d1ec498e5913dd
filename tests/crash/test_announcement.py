"""The bot is killed in the middle of an announcement to many: nobody is told twice."""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.simulator.models import Person
from tests.crash.bomb import Fuse
from tests.crash.lives import Lives
from tests.crash.people import Town, until
from tests.crash.test_screening import looking_into, town_with_lives

pytestmark = pytest.mark.slow

MEMBERS = int(os.environ.get("ANNOUNCED", "25"))
KILLS = 8
TITLE = "Un café-rencontre se prépare"


def fuses(seed: int) -> list[Fuse]:
    """Return where the lives end: at any commit, call or moment."""
    chance = random.Random(seed)
    kinds = [chance.choice(("commit", "call", "call", "moment")) for _ in range(KILLS)]
    return [
        Fuse(kind, chance.uniform(0.05, 0.4))
        if kind == "moment"
        else Fuse(kind, chance.randrange(2, 30), chance.choice(("before", "after")))
        for kind in kinds
    ]


async def announces(town: Town) -> None:
    """Marc prepares a café on one line and has it announced."""
    day = datetime.now(UTC) + timedelta(days=20)
    town.world.write(town.marc, None, f"/cafe {day:%Y-%m-%d} 19 h, Montréal, 900 places")
    await town.taps(town.marc, "annoncer")


def told(town: Town, person: Person) -> int:
    """How many times somebody reads the announcement."""
    return sum(TITLE in text for text in town.world.said(person))


async def test_each_is_told_once_and_what_is_uncertain_is_listed(tmp_path: Path) -> None:
    async with town_with_lives(tmp_path) as (town, lives):
        members = [town.world.add_person(f"Membre {n}") for n in range(MEMBERS)]
        for member in members:
            town.world.add_member(town.group, member)
            town.world.write(member, town.group, "Bonjour")
            town.world.start(member, None)
        await _live(town, lives, members, tmp_path)


async def _live(town: Town, lives: Lives, members: list[Person], folder: Path) -> None:
    living = asyncio.create_task(lives.run([Fuse("never")]))
    await until(lambda: all(town.world.said(member) for member in members), "members are known")
    await lives.stop()
    await living

    living = asyncio.create_task(lives.run(fuses(7)))
    try:
        await announces(town)
        await until(lambda: _is_over(folder), "the announcement is over")
    finally:
        await lives.stop()
        await living
    assert lives.kills >= 3, "the announcement was hardly disturbed"
    with looking_into(folder) as db:
        rows = db.execute("SELECT chat_id FROM outbox WHERE state = 'uncertain' AND lane = 2")
        uncertain = {row[0] for row in rows}
        failed = list(db.execute("SELECT attempts FROM inbox WHERE state = 'aside'"))
    times = Counter(told(town, member) for member in members)
    assert set(times) <= {0, 1}, times
    assert {member.id for member in members if not told(town, member)} <= uncertain
    assert failed == []
    alerts = "\n".join(town.world.said(town.marc, town.team))
    names = [member.first_name for member in members if member.id in uncertain]
    assert all(name in alerts for name in names)


def _is_over(folder: Path) -> bool:
    """Whether the mailing began and nothing waits any more."""
    with looking_into(folder) as db:
        begun = db.execute("SELECT COUNT(*) FROM cafe_mailings").fetchone()[0]
        queued = db.execute(
            "SELECT COUNT(*) FROM outbox WHERE key LIKE 'cafe:%:announcement:%'"
        ).fetchone()[0]
        boxes = "SELECT state FROM inbox UNION ALL SELECT state FROM outbox"
        busy = {"waiting", "in_flight"} & {row[0] for row in db.execute(boxes)}
    return bool(begun) and queued >= MEMBERS and not busy
