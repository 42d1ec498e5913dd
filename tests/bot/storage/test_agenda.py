"""The agenda: what is late runs once, what expired is missed, what moved or ended does not run."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.agenda import post_due
from bot.storage import agenda
from tests.bot.core import Core

HOUR = timedelta(hours=1)


async def schedule(core: Core, key: str, due: timedelta, expires: timedelta | None = None) -> None:
    async with core.db.transaction() as tx:
        last = core.now + expires if expires is not None else None
        await agenda.schedule(tx, "reminder", key, core.now + due, last)


async def posted(core: Core) -> list[str]:
    """What went to the inbox."""
    found = await core.rows("SELECT key FROM inbox WHERE kind = 'due' ORDER BY seq")
    return [key.split(":")[1] for (key,) in found]


async def test_what_is_due_is_posted_once(core):
    await schedule(core, "a", HOUR)
    assert await post_due(core.db, core.clock) == 0
    core.time.move(HOUR)
    assert [await post_due(core.db, core.clock) for _ in range(3)] == [1, 0, 0]
    assert await posted(core) == ["a"]


@pytest.mark.parametrize(("late", "state"), [(1, "posted"), (3, "missed")])
async def test_what_is_late_runs_until_it_expires(core, late, state):
    await schedule(core, "a", HOUR, expires=3 * HOUR)
    core.time.move((1 + late) * HOUR)
    await core.restart()
    for _ in range(2):
        await post_due(core.db, core.clock)
    assert await posted(core) == (["a"] if state == "posted" else [])
    assert await core.rows("SELECT state FROM agenda") == [(state,)]


async def test_without_an_end_it_runs_however_late(core):
    await schedule(core, "a", HOUR)
    core.time.move(timedelta(days=60))
    await post_due(core.db, core.clock)
    assert await posted(core) == ["a"]


async def test_what_moved_runs_at_its_new_time_only(core):
    await schedule(core, "a", HOUR)
    await schedule(core, "a", 2 * HOUR)
    core.time.move(HOUR)
    assert await post_due(core.db, core.clock) == 0
    core.time.move(HOUR)
    assert await post_due(core.db, core.clock) == 1


async def test_what_ran_runs_again_when_it_is_put_off(core):
    await schedule(core, "a", HOUR)
    core.time.move(HOUR)
    await post_due(core.db, core.clock)
    await schedule(core, "a", HOUR)
    core.time.move(HOUR)
    await post_due(core.db, core.clock)
    assert await posted(core) == ["a", "a"]


async def test_what_is_cancelled_does_not_run(core):
    await schedule(core, "a", HOUR)
    await schedule(core, "b", HOUR)
    async with core.db.transaction() as tx:
        await agenda.cancel(tx, "a", "reminder", "unknown")
    core.time.move(HOUR)
    await post_due(core.db, core.clock)
    assert await posted(core) == ["b"]


async def test_the_earliest_comes_first(core):
    await schedule(core, "b", 2 * HOUR)
    await schedule(core, "a", HOUR)
    core.time.move(3 * HOUR)
    await post_due(core.db, core.clock)
    assert await posted(core) == ["a", "b"]
