"""Spoiled updates: no dead task, no unhandled exception, and who asks for help still gets it."""

from __future__ import annotations

import asyncio
import random
import warnings
from datetime import timedelta
from pathlib import Path
from typing import Any

from telegram import Update

from handlers.help import COMMANDS
from tests.threats.busy import lively_town
from tests.threats.mutation import mutated, seeds
from tests.threats.town import Raw, Town, town

BATCH = 250
RUNNING = 300
"""Updates for the bot that runs by itself: what it answers is paced."""


def readable(update: Raw, town: Town) -> bool:
    """Tell whether an update still has Telegram's shape: the library can read it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            Update.de_json(update, town.bot.application.bot)
        except (TypeError, KeyError, ValueError, AttributeError, OverflowError, OSError):
            return False
    return True


async def helps(town: Town) -> bool:
    """Tell whether somebody new who asks for help is answered."""
    person = town.world.add_person("Dernière", "Venue")
    town.people["last"] = person
    await town.works([town.says_raw("last", "private", f"/{COMMANDS[0]}")])
    query = "SELECT COUNT(*) FROM outbox WHERE chat_id = ?"
    [count] = await town.rows(query, person.id)
    return bool(count[0])


async def test_spoiled_updates_break_nothing(
    tmp_path: Path, tries: int, chance: random.Random
) -> None:
    async with lively_town(tmp_path) as there:
        originals = seeds(there)
        fed = unreadable = 0
        while fed < tries:
            batch: list[Any] = []
            while len(batch) < min(BATCH, tries - fed):
                update = mutated(chance.choice(originals), there, chance)
                update["update_id"] = there.next_number()
                if readable(update, there):
                    batch.append(update)
                else:
                    unreadable += 1
            await there.works(batch)
            fed += len(batch)
            assert await there.set_aside() == [], "rows failed"
            assert await helps(there)
        assert unreadable < fed, "most of what is tried is not even an update"


async def test_every_kind_of_content_from_everyone_everywhere(tmp_path: Path) -> None:
    async with town(tmp_path) as there:
        await there.works(seeds(there))
        assert await there.set_aside() == [], "rows failed"
        assert await helps(there)


async def test_hostile_files_are_never_fetched(tmp_path: Path) -> None:
    async with town(tmp_path) as there:
        for name in ("../../etc/passwd", "a" * 4000, "\u202egpj.exe", "con\x00.pdf", ""):
            document = {"file_id": "x" * 90, "file_unique_id": "y", "file_name": name}
            document |= {"file_size": 2**40, "mime_type": "application/x-" + "z" * 500}
            for kind in ("private", "group", "moderators"):
                message = there.message("member", kind, document=document, caption=name)
                await there.works([there.update(message=message)])
        assert await there.set_aside() == [], "rows failed"
        assert there.api.made("getFile") == []
        found = await there.rows("SELECT method FROM outbox")
        assert "getFile" not in {row["method"] for row in found}


async def test_the_running_bot_outlives_them(tmp_path: Path, chance: random.Random) -> None:
    """With its own tasks, from the queue of Telegram: none dies, and help is still given."""
    async with town(tmp_path) as there:
        originals = seeds(there)
        for _ in range(RUNNING):
            update = mutated(chance.choice(originals), there, chance)
            update["update_id"] = there.world.updates.next_id()
            if readable(update, there):
                there.world.feed(update)
        last = there.world.add_person("Dernière", "Venue")
        there.world.start(last, "aide")
        stopping = asyncio.Event()
        running = asyncio.create_task(there.bot.run(stopping))
        async with asyncio.timeout(180):
            while not there.world.said(last):
                there.clock.move(timedelta(seconds=1))
                await asyncio.sleep(0.01)
        assert not running.done()
        stopping.set()
        await running
        assert await there.set_aside() == []
