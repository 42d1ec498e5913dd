"""The audit: it only grows, and whoever touches a line of it, however well, is found out."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage import audit
from bot.storage.audit import Broken, Intact
from tests.bot.core import Core, opened

ACTS = ("accept", "refuse", "warn", "suspend", "remove", "undo")
TRIGGERS = ("audit_never_changes", "audit_only_grows", "audit_is_cut_by_retention_alone")
CHANGES = (
    ("UPDATE audit SET at = ?", "2020-01-01T00:00:00.000Z"),
    ("UPDATE audit SET actor_id = ?", 4242),
    ("UPDATE audit SET act = ?", "let"),
    ("UPDATE audit SET subject = ?", "C-99"),
    ("UPDATE audit SET detail = ?", "2"),
    ("UPDATE audit SET previous = ?", "0" * 64),
    ("UPDATE audit SET hash = ?", "0" * 64),
)


async def written(core: Core, count: int) -> None:
    for number in range(count):
        core.time.move(timedelta(minutes=1))
        async with core.db.transaction() as tx:
            act = ACTS[number % len(ACTS)]
            await audit.note(tx, 100 + number, act, f"C-{number}", core.now, "1")


async def verified(core: Core, noted: str = "") -> Intact | Broken:
    return await audit.verify(core.db.reading(), noted)


async def forced(core: Core, *statements: tuple[str, tuple[object, ...]]) -> None:
    """What somebody who holds the file does to it, whatever its triggers say."""
    async with core.db.transaction() as tx:
        for name in TRIGGERS:
            await tx.write(f"DROP TRIGGER IF EXISTS {name}")
        for sql, values in statements:
            await tx.write(sql, values)


async def test_each_line_follows_from_the_one_before(core: Core) -> None:
    assert await verified(core) == Intact("", 0)
    await written(core, 3)
    found = await verified(core)
    assert isinstance(found, Intact)
    assert found.count == 3
    assert found.head == await audit.head(core.db.reading())
    assert len(found.head) == 64


async def test_what_is_kept_of_a_line(core: Core) -> None:
    await written(core, 2)
    (entry,) = await audit.entries(core.db.reading(), "C-1")
    assert (entry.seq, entry.actor_id, entry.act, entry.detail) == (2, 101, "refuse", "1")
    assert entry.at == core.now


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET act = 'accept'",
        "UPDATE OR REPLACE audit SET seq = seq + 10",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE seq = 3",
        "INSERT OR REPLACE INTO audit SELECT 1, at, 7, act, subject, '', '', '' FROM audit LIMIT 1",
        "INSERT INTO audit SELECT 9, at, 7, act, subject, '', '', '' FROM audit LIMIT 1",
    ],
)
async def test_no_statement_of_ours_touches_what_is_written(core: Core, statement: str) -> None:
    await written(core, 3)
    before = await verified(core)
    with pytest.raises(sqlite3.IntegrityError, match="audit"):
        async with core.db.transaction() as tx:
            await tx.write(statement)
    assert await verified(core) == before


async def test_a_step_that_fails_leaves_no_line(core: Core) -> None:
    async def noting_twice() -> None:
        async with core.db.transaction() as tx:
            await audit.note(tx, 1, "accept", "D-1", core.now)
            await audit.note(tx, 1, "accept", "D-2", core.now.replace(tzinfo=None))

    with pytest.raises(ValueError, match="time zone"):
        await noting_twice()
    await written(core, 1)
    assert isinstance(await verified(core), Intact)


async def test_a_tail_cut_off_is_only_found_with_a_head_noted_elsewhere(core: Core) -> None:
    await written(core, 4)
    head = await audit.head(core.db.reading())
    await forced(core, ("DELETE FROM audit WHERE seq = 4", ()))
    assert isinstance(await verified(core), Intact)
    assert await verified(core, head[:16]) == Broken(3, "cut")


async def test_a_head_noted_earlier_still_stands_in_a_chain_that_grew(core: Core) -> None:
    await written(core, 2)
    head = await audit.head(core.db.reading())
    await written(core, 2)
    assert isinstance(await verified(core, head[:16]), Intact)


# Two years


async def test_the_oldest_lines_go_and_the_chain_still_holds(core: Core) -> None:
    await written(core, 3)
    core.time.move(audit.KEPT)
    await written(core, 2)
    async with core.db.transaction() as tx:
        assert await audit.cut(tx, core.now - audit.KEPT, core.now) == 3
    found = await verified(core)
    assert isinstance(found, Intact)
    assert found.count == 2
    await written(core, 1)
    assert isinstance(await verified(core), Intact)


async def test_a_chain_that_was_cut_whole_goes_on_from_its_last_hash(core: Core) -> None:
    await written(core, 3)
    head = await audit.head(core.db.reading())
    core.time.move(audit.KEPT + timedelta(days=1))
    for cut in (3, 0):
        async with core.db.transaction() as tx:
            assert await audit.cut(tx, core.now - audit.KEPT, core.now) == cut
    assert await verified(core) == Intact(head, 0)
    await written(core, 1)
    assert await core.rows("SELECT seq FROM audit") == [(4,)]
    assert isinstance(await verified(core), Intact)


async def test_a_line_older_than_one_that_stays_is_kept_with_it(core: Core) -> None:
    await written(core, 1)
    async with core.db.transaction() as tx:  # a clock that was wrong for a while
        await audit.note(tx, 1, "accept", "D-1", core.now - timedelta(days=9))
        assert await audit.cut(tx, core.now - timedelta(days=8), core.now) == 0


async def test_what_a_cut_left_behind_cannot_be_cut_further(core: Core) -> None:
    await written(core, 3)
    async with core.db.transaction() as tx:
        await audit.cut(tx, core.now, core.now)
    for statement in ("DELETE FROM audit", "DELETE FROM audit_cuts", "UPDATE audit_cuts SET seq=9"):
        with pytest.raises(sqlite3.IntegrityError, match="audit"):
            async with core.db.transaction() as tx:
                await tx.write(statement)


# Whatever is done to it

Touch = Callable[[Core, random.Random, int], Awaitable[None]]


async def changed(core: Core, chance: random.Random, count: int) -> None:
    seq, (sql, value) = chance.randint(1, count), chance.choice(CHANGES)
    await forced(core, (f"{sql} WHERE seq = ?", (value, seq)))
    if seq < count and "hash" not in sql and chance.random() < 0.5:
        await rehashed(core, seq)


async def removed(core: Core, chance: random.Random, count: int) -> None:
    """Any line but the last, and as well as can be: what follows moves up, its hash made again."""
    seq = chance.randint(1, count - 1)
    await forced(core, ("DELETE FROM audit WHERE seq = ?", (seq,)))
    if chance.random() < 0.5:
        await forced(
            core,
            ("UPDATE audit SET seq = -seq WHERE seq > ?", (seq,)),
            ("UPDATE audit SET seq = -seq - 1 WHERE seq < 0", ()),
        )
        await rehashed(core, seq)


async def reordered(core: Core, chance: random.Random, count: int) -> None:
    first, second = sorted(chance.sample(range(1, count + 1), 2))
    await forced(
        core,
        ("UPDATE audit SET seq = 0 WHERE seq = ?", (first,)),
        ("UPDATE audit SET seq = ? WHERE seq = ?", (first, second)),
        ("UPDATE audit SET seq = ? WHERE seq = 0", (second,)),
    )
    if chance.random() < 0.5:
        await rehashed(core, first)


async def inserted(core: Core, chance: random.Random, count: int) -> None:
    seq = chance.randint(1, count)
    await forced(
        core,
        ("UPDATE audit SET seq = -seq WHERE seq >= ?", (seq,)),
        ("UPDATE audit SET seq = -seq + 1 WHERE seq < 0", ()),
        (
            "INSERT INTO audit SELECT ?, at, 9, 'accept', 'D-9', '', previous, hash FROM audit"
            " WHERE seq = ?",
            (seq, seq + 1),
        ),
    )
    if chance.random() < 0.5:
        await rehashed(core, seq)


async def rehashed(core: Core, seq: int) -> None:
    """Make the hash of one line again, as somebody who knows the code would."""
    columns = "SELECT seq, at, actor_id, act, subject, detail, previous FROM audit WHERE seq = ?"
    for line in await core.rows(columns, seq):
        await forced(
            core, ("UPDATE audit SET hash = ? WHERE seq = ?", (audit._hash(tuple(line)), seq))
        )


@given(
    touch=st.sampled_from([changed, removed, reordered, inserted]),
    count=st.integers(2, 7),
    seed=st.integers(0, 10**6),
)
@settings(max_examples=60, deadline=None)
def test_a_line_changed_removed_moved_or_slipped_in_is_found(
    touch: Touch, count: int, seed: int
) -> None:
    async def story(folder: Path) -> None:
        async with opened(folder) as core:
            await written(core, count)
            assert isinstance(await verified(core), Intact)
            await touch(core, random.Random(seed), count)
            assert isinstance(await verified(core), Broken), f"{touch.__name__} was not seen"

    with TemporaryDirectory() as folder:
        asyncio.run(story(Path(folder)))
