"""The bot is killed again and again through a story: nothing is lost, nothing is decided twice.

``CRASH_KILLS`` says how many kills to spread over how many stories (``make crash KILLS=1000``).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import sqlite3
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.crypto import load_keys
from bot.simulator.models import Person
from bot.simulator.server import serve
from bot.storage import screening
from bot.storage.database import Database
from bot.storage.persons import person_hash
from tests.crash.bomb import Fuse
from tests.crash.lives import Lives, nursery
from tests.crash.people import WORDS, Town, until

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("CRASH_KILLS", "24"))
PER_STORY = 8
STORIES = -(-KILLS // PER_STORY)
COMMITS, CALLS = 190, 115
"""About how many a story makes that nobody disturbs."""

HARMLESS = {("failed", reason) for reason in ("message_gone", "already_in", "no_join_request")}
"""A change to a screen that a newer one replaced; a door that was opened before the kill."""


def fuses(story: int, kills: int = PER_STORY) -> list[Fuse]:
    """The ends of the lives of one story.

    The first walks, from story to story, through every commit and call of it; the others fall
    anywhere.
    """
    chance = random.Random(story)
    point, count = [("commit", COMMITS), ("call", CALLS)][story % 2]
    step = max(1, count * 2 // max(STORIES, 1))
    first = 1 + (story // 2 * step + chance.randrange(step)) % count
    found = [Fuse(point, first, chance.choice(("before", "after")))]
    for _ in range(kills - 1):
        kind = chance.choice(("commit", "commit", "call", "moment", "served"))
        side = chance.choice(("before", "after"))
        found.append(
            Fuse(kind, chance.uniform(0.02, 0.25))
            if kind == "moment"
            else Fuse(kind, chance.randrange(1, 3 if kind == "served" else 9), side)
        )
    return found


def daytime() -> str:
    """Return a time zone where it is about noon: at night an announcement would wait."""
    hours = (12 - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


@contextlib.asynccontextmanager
async def town_with_lives(folder: Path) -> AsyncIterator[tuple[Town, Lives]]:
    """A town on loopback, and the lives of its bot on one folder of data."""
    town, log = Town(), folder / "log"
    async with serve(town.api) as url, nursery(log) as process:
        settings = {
            "bot_token": town.world.token,
            "api_url": url,
            "data_dir": str(folder / "data"),
            "group_chat_id": town.group.id,
            "moderators_chat_id": town.team.id,
            "timezone": daytime(),
        }
        yield town, Lives(process, settings)
    assert "Traceback" not in log.read_text("utf-8")


@contextlib.contextmanager
def looking_into(folder: Path) -> Any:
    """The database of a bot that may be alive, as somebody who looks into it."""
    path = folder / "data" / "entraide.db"
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        yield connection
    finally:
        connection.close()


def is_at_rest(folder: Path) -> bool:
    """Whether nothing waits in either box, for the bot or for a moderator."""
    boxes = "SELECT state FROM inbox UNION ALL SELECT state FROM outbox"
    with looking_into(folder) as db:
        return not {"waiting", "in_flight", "uncertain"} & {row[0] for row in db.execute(boxes)}


@pytest.mark.parametrize("story", range(STORIES))
async def test_nothing_is_lost_and_nothing_decided_twice(story: int, tmp_path: Path) -> None:
    async with town_with_lives(tmp_path) as (town, lives):
        living = asyncio.create_task(lives.run(fuses(story)))
        try:
            await town.story(lambda: is_at_rest(tmp_path))
        finally:
            await lives.stop()
            await living
        look_at_the_town(town)
        look_at_the_boxes(tmp_path, town)
        await look_at_the_files(tmp_path, town)


def look_at_the_town(town: Town) -> None:
    """People are where it was decided, and nobody holds a second key."""
    world, group = town.world, town.group
    assert town.api.nonconformities == []
    assert world.inside(town.lea, group)
    assert world.inside(town.zoe, group)
    assert not world.inside(town.ines, group)
    assert len(town.api.made("approveChatJoinRequest")) == 1
    assert keys_held(town, town.ines) == 1
    assert keys_held(town, town.lea) == keys_held(town, town.zoe) == 0
    said = world.said(town.nadia, group)
    assert len(said) == len(set(said)) == 1  # the group hears a thing once, and at most hourly


def keys_held(town: Town, person: Person) -> int:
    """How many ways in that still work this person was given."""
    given = {
        button.url
        for message in town.world.private(person).messages.values()
        for row in message.buttons
        for button in row
    }
    links = (link for link in town.group.links.values() if link.url in given)
    return sum(not link.is_revoked and link.uses == 0 for link in links)


def look_at_the_boxes(folder: Path, town: Town) -> None:
    """All that came was handled, at the first attempt; all that had to leave has left."""
    with looking_into(folder) as db:
        inbox = list(db.execute("SELECT state, attempts FROM inbox"))
        outbox = list(db.execute("SELECT state, error FROM outbox WHERE state <> 'done'"))
    assert {tuple(row) for row in inbox} == {("done", 0)}
    assert len(town.world.updates) == 0
    assert {tuple(row) for row in outbox} <= HARMLESS


async def look_at_the_files(folder: Path, town: Town) -> None:
    """Each request has its outcome, its answers as written, each decision once."""
    keys, _ = load_keys(None, folder / "data")
    db = await Database.open(folder / "data" / "entraide.db", keys)
    try:
        tx = db.reading()
        for person, reviews in (
            (town.lea, [(town.marc, "accept", 0), (town.odile, "accept", 0)]),
            (
                town.ines,
                [(town.marc, "refuse", 1), (town.marc, "undo", 0), (town.odile, "accept", 0)],
            ),
            (town.zoe, [(town.odile, "accept", 0)]),
        ):
            await look_at_a_file(tx, person, reviews)
        announced = await tx.row("SELECT SUM(announced) FROM applications")
        assert announced is not None
        assert announced[0] == town.announced()
    finally:
        await db.close()


async def look_at_a_file(
    tx: Any, person: Person, reviews: Sequence[tuple[Person, str, int]]
) -> None:
    (file,) = await tx.rows("SELECT * FROM applications WHERE user_id = ?", (person.id,))
    assert file["status"] == "accepted"
    answers = await screening.answers(tx, file["id"])
    assert {answer.text for answer in answers.values()} == set(WORDS[person.first_name])
    decided = await tx.rows(
        "SELECT moderator_id, act, undone FROM reviews WHERE application_id = ? ORDER BY id",
        (file["id"],),
    )
    assert [tuple(row) for row in decided] == [(who.id, act, gone) for who, act, gone in reviews]
    who = (person_hash(tx, person.id),)
    consents = await tx.rows("SELECT purpose FROM consents WHERE person = ?", who)
    assert [row[0] for row in consents] == ["screening"]
    codes = await tx.rows("SELECT 1 FROM code_acceptances WHERE person = ?", who)
    assert len(codes) == 1


async def test_each_fuse_kills(tmp_path: Path) -> None:
    ends = [Fuse(p, 1, s) for p in ("commit", "call", "served") for s in ("before", "after")]
    async with town_with_lives(tmp_path) as (town, lives):
        town.world.start(town.lea, "aide")
        living = asyncio.create_task(lives.run([*ends, Fuse("moment", 0.01)]))
        try:
            await until(lambda: town.world.said(town.lea), "Léa gets the help card")
        finally:
            await lives.stop()
            await living
        assert lives.kills == 7


async def test_what_was_served_but_not_written_down_is_served_again(tmp_path: Path) -> None:
    async with town_with_lives(tmp_path) as (town, lives):
        update_id = town.world.updates.next_id()
        town.world.start(town.lea, "aide")
        living = asyncio.create_task(lives.run([Fuse("served", 1), Fuse("served", 1)]))
        try:
            await until(lambda: town.world.said(town.lea), "Léa gets the help card")
            await until(lambda: is_at_rest(tmp_path), "the bot comes to rest")
        finally:
            await lives.stop()
            await living
        polls = [call for call in town.api.calls if call.method == "getUpdates"]
        assert [[update["update_id"] for update in poll.result] for poll in polls] == (
            [[update_id]] * 3
        )
        assert all("offset" not in poll.params for poll in polls)
        assert len(town.world.said(town.lea)) == 1
        with looking_into(tmp_path) as db:
            (row,) = db.execute("SELECT key, state FROM inbox WHERE kind = 'update'")
        assert tuple(row) == (str(update_id), "done")
