"""Intake: written down first, acknowledged after; help is answered even without a database."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.error import Conflict, NetworkError, RetryAfter

from bot import intake as intake_module
from bot.intake import BATCH, CONFLICT_AT_START, Intake, StopRunning
from bot.liveness import DEAF_AFTER
from bot.simulator.faults import Fault
from bot.worker import Worker
from tests.bot.core import Core, opened


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[Core]:
    async with opened(tmp_path) as core:
        await core.db._writer.execute("PRAGMA busy_timeout = 0")
        yield core


class Helper:
    """Answers /aide from memory, and counts."""

    def __init__(self) -> None:
        self.answered: list[int] = []

    async def __call__(self, update: Any) -> bool:
        asks = update.get("message", {}).get("text") == "/aide"
        if asks:
            self.answered.append(update["update_id"])
        return asks


@pytest.fixture
def helper() -> Helper:
    return Helper()


@pytest.fixture
def intake(core: Core, helper: Helper) -> Intake:
    return Intake(core.db, core.bot, core.clock, helper)


def say(core: Core, *texts: str) -> list[int]:
    """Léa writes; returns the ids of the updates."""
    first = core.world.updates.next_id()
    for text in texts:
        core.world.write(core.lea, None, text)
    return list(range(first, first + len(texts)))


def offsets(core: Core) -> list[int | None]:
    """What each poll acknowledged."""
    polls = [c for c in core.api.calls if c.method == "getUpdates"]
    return [call.params.get("offset") for call in polls]


async def kept(core: Core) -> list[int]:
    """The ids of the updates in the inbox, in their order."""
    found = await core.rows("SELECT key FROM inbox WHERE kind = 'update' ORDER BY seq")
    return [int(key) for (key,) in found]


async def test_updates_are_written_down_in_order_then_acknowledged(core, intake):
    ids = say(core, "un", "deux", "trois")
    assert await intake.poll(0) == 3
    assert await kept(core) == ids
    assert offsets(core) == [None]
    say(core, "quatre")
    await intake.poll(0)
    assert offsets(core) == [None, ids[-1] + 1]


async def test_what_could_not_be_written_is_not_acknowledged(core, intake):
    ids = say(core, "un")
    with core.locked(), pytest.raises(sqlite3.OperationalError):
        await intake.poll(0)
    assert await kept(core) == []
    await intake.poll(0)
    assert offsets(core) == [None, None]
    assert await kept(core) == ids


async def test_an_update_served_again_is_known(core, intake, helper):
    ids = say(core, "un", "deux")
    await intake.poll(0)
    other = Intake(core.db, core.bot, core.clock, helper)  # started again: no offset
    ids += say(core, "trois")
    assert await other.poll(0) == 3
    assert await kept(core) == ids


async def test_ids_that_start_anew_lower_are_new(core, intake):
    (first,) = say(core, "un")
    assert [await intake.poll(0), await intake.poll(0)] == [1, 0]
    core.world.feed({"update_id": first - 1000, "message": {}})
    await intake.poll(0)
    await intake.poll(0)
    assert await kept(core) == [first, first - 1000]


async def test_an_update_nobody_can_read_is_set_aside_and_the_rest_goes_on(core, intake):
    core.world.feed({"update_id": core.world.updates.next_id(), "message": {"chat": "?"}})
    say(core, "bonjour")
    await intake.poll(0)
    read: list[Any] = []

    async def handle(row, tx, now):
        read.append(Update.de_json(row.payload, core.bot) if row.kind == "update" else row.payload)

    worker = Worker(core.db, core.clock, handle)
    while await worker.work():
        pass
    assert [update.message.text for update in read if isinstance(update, Update)] == ["bonjour"]
    assert read[-1]["fact"] == "row_set_aside"
    assert await core.rows("SELECT state FROM inbox WHERE kind = 'update' ORDER BY seq") == [
        ("aside",),
        ("done",),
    ]


async def test_broken_text_deafens_nobody(core, intake):
    say(core, "\ud83d")  # half of an emoji, which is no character
    ids = say(core, "bonjour")
    await intake.poll(0)
    assert (await kept(core))[-1:] == ids


# While the database fails


async def test_help_is_answered_once_without_a_database_and_not_again_after(core, intake, helper):
    asked, other = say(core, "/aide", "bonjour")
    with core.locked():
        for _ in range(3):
            with pytest.raises(sqlite3.OperationalError):
                await intake.poll(0)
    assert helper.answered == [asked]
    assert offsets(core) == [None] * 3
    await intake.poll(0)
    assert await kept(core) == [other]
    assert helper.answered == [asked]
    say(core, "merci")
    await intake.poll(0)
    assert offsets(core)[-1] == other + 1


# Another program with the same token


async def test_a_conflict_at_start_refuses_to_run(core, intake):
    core.api.conflict = True
    with pytest.raises(StopRunning, match="autre programme"):
        await intake.run(asyncio.Event())


async def test_a_later_conflict_alerts_once_and_polling_goes_on(core, intake):
    core.time.move(timedelta(seconds=CONFLICT_AT_START + 1))
    for _ in range(3):
        await intake._conflicted(Conflict("Conflict: terminated by other getUpdates request"))
    assert intake.conflict
    assert len(await core.facts()) == 1
    await intake.poll(0)
    assert not intake.conflict


async def test_a_webhook_left_behind_is_taken_away_and_nothing_dropped(core, intake):
    core.world.webhook_url = "https://exemple.test/"
    ids = say(core, "bonjour")
    with pytest.raises(Conflict) as refused:
        await intake.poll(0)
    await intake._conflicted(refused.value)
    await intake.poll(0)
    assert await kept(core) == ids


# What comes between two polls


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between polls; the seventh one stops the intake."""
    waited: list[float] = []

    async def wait(stopping: asyncio.Event, seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 7:
            stopping.set()

    monkeypatch.setattr(intake_module, "_sleep", wait)
    return waited


def failing(error: BaseException) -> Any:
    async def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


async def test_a_failing_network_is_asked_less_and_less(intake, pauses, monkeypatch):
    monkeypatch.setattr(intake, "poll", failing(NetworkError("down")))
    await intake.run(asyncio.Event())
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


async def test_a_network_that_fails_for_days_is_asked_for_days():
    assert intake_module._backoff(5000, 30.0) == 30.0


async def test_while_nothing_can_be_written_help_does_not_wait(core, intake, pauses):
    say(core, "/aide")
    with core.locked():
        await intake.run(asyncio.Event())
    assert pauses == [1, 2, 2, 2, 2, 2, 2]


@pytest.mark.parametrize("wait", [300, timedelta(seconds=300)])
async def test_a_long_wait_asked_by_telegram_is_no_deafness(
    core, intake, pauses, monkeypatch, wait
):
    monkeypatch.setattr(intake, "poll", failing(RetryAfter(wait)))
    await intake.run(asyncio.Event())
    assert pauses == [300] * 7
    core.time.move(timedelta(seconds=300))
    assert core.clock.monotonic() - intake.tried_at < DEAF_AFTER.total_seconds()


async def test_a_conflict_that_cannot_be_written_down_ends_nothing(core, intake, pauses):
    core.time.move(timedelta(seconds=CONFLICT_AT_START + 1))
    core.api.conflict = True
    with core.locked():
        await intake.run(asyncio.Event())
    assert await core.facts() == []
    pauses.clear()
    await intake.run(asyncio.Event())
    assert len(await core.facts()) == 1


async def test_a_webhook_that_stays_ends_nothing(core, intake, pauses):
    core.world.webhook_url = "https://exemple.test/"
    core.api.faults.add(Fault("deleteWebhook", "500", times=7))
    await intake.run(asyncio.Event())
    assert len(pauses) == 7


async def test_the_bot_has_caught_up_once_a_poll_empties_the_queue(core, intake):
    say(core, *(str(n) for n in range(BATCH + 1)))
    await intake.poll(0)
    assert not intake.caught_up.is_set()
    await intake.poll(0)
    assert intake.caught_up.is_set()
