"""The worker: in order, in batches, each row undone alone, and nobody blamed for the machine."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from bot.storage import inbox, outbox
from bot.storage.database import Transaction
from bot.storage.inbox import InboxRow
from bot.worker import Worker
from tests.bot.core import Core, opened


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[Core]:
    async with opened(tmp_path) as core:
        yield core


class Handler:
    """Writes each row down; raises what it is told to for some of them."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.raising: dict[str, BaseException] = {}
        self.worked: list[str] = []
        self.transactions: list[Transaction] = []

    async def __call__(self, row: InboxRow, tx: Transaction, now: datetime) -> None:
        self.worked.append(row.key)
        self.transactions.append(tx)
        await outbox.put(tx, self.core.to(row.key, key=f"told:{row.key}"), now)
        if row.key in self.raising:
            raise self.raising[row.key]


@pytest.fixture
def handler(core: Core) -> Handler:
    return Handler(core)


@pytest.fixture
def worker(core: Core, handler: Handler) -> Worker:
    return Worker(core.db, core.clock, handler)


async def arrive(core: Core, keys: Sequence[object]) -> None:
    """Rows come in, in this order."""
    async with core.db.transaction() as tx:
        await inbox.put_many(tx, "update", [(str(key), {}) for key in keys], core.now)


async def told(core: Core) -> list[str]:
    """What the handled rows wrote, in order."""
    found = await core.rows("SELECT key FROM outbox ORDER BY seq")
    return [key.removeprefix("told:") for (key,) in found]


async def states(core: Core) -> list[tuple[object, ...]]:
    """Key, state and attempts of each update."""
    return await core.rows(
        "SELECT key, state, attempts FROM inbox WHERE kind = 'update' ORDER BY seq"
    )


async def test_rows_are_worked_in_the_order_they_came(core, worker, handler):
    await arrive(core, range(120, 0, -1))
    assert [await worker.work() for _ in range(4)] == [50, 50, 20, 0]
    assert handler.worked == await told(core) == [str(n) for n in range(120, 0, -1)]
    assert await core.rows("SELECT DISTINCT state, payload FROM inbox") == [("done", None)]


async def test_a_failure_is_undone_alone(core, worker, handler):
    handler.raising["2"] = ValueError("said by somebody")
    await arrive(core, [1, 2, 3])
    await worker.work()
    assert await told(core) == ["1"]
    assert await states(core) == [("1", "done", 0), ("2", "waiting", 1), ("3", "waiting", 0)]


async def test_the_third_failure_sets_a_row_aside_and_the_rest_goes_on(core, worker, handler):
    handler.raising["2"] = ValueError("said by somebody")
    await arrive(core, [1, 2, 3])
    while await worker.work():
        pass
    assert handler.worked == ["1", "2", "2", "2", "3", "aside:2"]
    assert await states(core) == [("1", "done", 0), ("2", "aside", 3), ("3", "done", 0)]
    assert await core.facts() == ["aside:2"]
    ((payload, error),) = await core.rows("SELECT payload, error FROM inbox WHERE key = '2'")
    assert payload is not None
    assert error.startswith("ValueError at ")
    assert "somebody" not in error


async def test_a_row_that_cannot_be_read_is_set_aside_and_the_rest_goes_on(core, worker, handler):
    await arrive(core, [1, 2, 3])
    async with core.db.transaction() as tx:
        await tx.write("UPDATE inbox SET payload = zeroblob(64) WHERE key = '2'")
    while await worker.work():
        pass
    assert handler.worked == ["1", "3", "aside:2"]
    assert await states(core) == [("1", "done", 0), ("2", "aside", 3), ("3", "done", 0)]


async def test_a_fact_set_aside_is_told_too(core, worker, handler):
    handler.raising["person_gone:5"] = ValueError()
    async with core.db.transaction() as tx:
        await inbox.put(tx, "fact", "person_gone:5", {"fact": "person_gone"}, core.now)
    while await worker.work():
        pass
    assert await core.facts() == ["person_gone:5", "aside:1"]


async def test_an_alert_that_fails_alerts_nobody(core, worker, handler):
    handler.raising["aside:1"] = ValueError()
    handler.raising["1"] = ValueError()
    await arrive(core, [1])
    while await worker.work():
        pass
    assert await core.facts() == ["aside:1"]
    assert await core.rows("SELECT state FROM inbox") == [("aside",), ("aside",)]


async def test_a_handler_that_cancels_itself_has_failed(core, worker, handler):
    handler.raising["1"] = asyncio.CancelledError()
    await arrive(core, [1, 2])
    while await worker.work():
        pass
    assert await states(core) == [("1", "aside", 3), ("2", "done", 0)]


async def test_a_worker_that_is_stopped_has_not(core, handler):
    async def wait_for_ever(row: InboxRow, tx: Transaction, now: datetime) -> None:
        await handler(row, tx, now)
        await asyncio.Event().wait()

    await arrive(core, [1])
    task = asyncio.create_task(Worker(core.db, core.clock, wait_for_ever).work())
    while not handler.worked:  # noqa: ASYNC110
        await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert await states(core) == [("1", "waiting", 0)]
    assert await told(core) == []


async def test_a_transaction_that_is_over_refuses_to_write(core, worker, handler):
    await arrive(core, [1])
    await worker.work()
    (kept,) = handler.transactions
    with pytest.raises(RuntimeError, match="over"):
        await outbox.put(kept, core.to("trop tard"), core.now)


# The machine's own failures count against nobody


async def test_a_locked_database_stops_work(core, worker, handler):
    await arrive(core, [1])
    await core.db._writer.execute("PRAGMA busy_timeout = 0")
    with core.locked(), pytest.raises(sqlite3.OperationalError, match="locked"):
        await worker.work()
    assert await states(core) == [("1", "waiting", 0)]
    assert await worker.work() == 1
    assert await states(core) == [("1", "done", 0)]


async def test_a_full_disk_stops_work(core, worker, handler):
    async def write_much(row: InboxRow, tx: Transaction, now: datetime) -> None:
        await handler(row, tx, now)
        if row.key == "2":
            await outbox.put(tx, core.to("x" * 4000 * 50, key="big"), now)

    await arrive(core, [1, 2, 3])
    greedy = Worker(core.db, core.clock, write_much)
    ((pages,),) = await core.rows("PRAGMA page_count")
    await core.db._writer.execute(f"PRAGMA max_page_count = {pages + 10}")
    for _ in range(5):
        with pytest.raises(sqlite3.OperationalError, match="full"):
            await greedy.work()
    assert await states(core) == [(key, "waiting", 0) for key in "123"]
    assert await told(core) == []

    await core.db._writer.execute("PRAGMA max_page_count = 1000000")
    assert await greedy.work() == 3
    assert [key for key in await told(core) if key != "big"] == ["1", "2", "3"]


async def test_the_worker_pauses_on_the_machines_failures_and_goes_on(core, worker, handler):
    await arrive(core, [1])
    await core.db._writer.execute("PRAGMA busy_timeout = 0")
    stopping = asyncio.Event()
    with core.locked():
        running = asyncio.create_task(worker.run(stopping))
        await asyncio.sleep(0.05)
        assert not running.done()
    while await states(core) != [("1", "done", 0)]:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    stopping.set()
    await running
