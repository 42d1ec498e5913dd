"""The inbox: each thing once, in order, sealed, forgotten in time."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import inbox


async def test_a_key_is_known_within_its_kind(core):
    async with core.db.transaction() as tx:
        assert await inbox.put(tx, "update", "1", {"n": 1}, core.now)
        assert not await inbox.put(tx, "update", "1", {"n": 2}, core.now)
        assert await inbox.put(tx, "fact", "1", {"n": 3}, core.now)
    rows = await inbox.waiting(core.db.reading(), 10)
    assert [(row.kind, row.payload["n"]) for row in rows] == [("update", 1), ("fact", 3)]


async def test_a_key_outlives_its_row_by_a_week(core):
    async with core.db.transaction() as tx:
        await inbox.put(tx, "update", "1", {}, core.now)
        await inbox.mark_done(tx, [1])
        for days, forgotten in ((6.9, 0), (7.1, 1)):
            assert await inbox.forget_old(tx, core.now + timedelta(days=days)) == forgotten
        assert await inbox.put(tx, "update", "1", {}, core.now)


async def test_what_waits_is_never_forgotten(core):
    async with core.db.transaction() as tx:
        await inbox.put(tx, "update", "1", {}, core.now)
        assert await inbox.forget_old(tx, core.now + timedelta(days=400)) == 0


async def test_its_state_tells_since_when_the_oldest_waits(core):
    async with core.db.transaction() as tx:
        await inbox.put(tx, "update", "1", {}, core.now)
        await inbox.put(tx, "update", "2", {}, core.now + timedelta(hours=1))
        await inbox.mark_done(tx, [1])
        state = await inbox.state(tx)
    assert (state.waiting, state.aside) == (1, 0)
    assert state.oldest == core.now + timedelta(hours=1)
