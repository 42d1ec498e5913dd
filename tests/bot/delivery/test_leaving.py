"""When a call may leave: announcements by day, what is urgent at any hour, what ended never."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.simulator.faults import Fault
from bot.storage import outbox
from bot.storage.outbox import Call
from tests.bot.core import BULK, MONTREAL, Core

EVENING = datetime(2026, 11, 23, 20, 59, 59, tzinfo=MONTREAL)
NIGHT, MORNING = EVENING + timedelta(hours=1), datetime(2026, 11, 24, 8, 0, tzinfo=MONTREAL)


def announcement(core: Core, text: str = "annonce") -> Call:
    return core.to(text, lane=BULK, repeatable=False)


@pytest.mark.parametrize(
    ("local", "leaves"),
    [
        (EVENING, True),
        (EVENING + timedelta(seconds=1), False),
        (MORNING - timedelta(seconds=200), False),
        (MORNING, True),
        (datetime(2026, 3, 8, 7, 50, tzinfo=MONTREAL), False),  # the clocks moved at two
        (datetime(2026, 3, 8, 8, 0, tzinfo=MONTREAL), True),
        (datetime(2026, 11, 1, 7, 50, tzinfo=MONTREAL), False),
        (datetime(2026, 11, 1, 8, 0, tzinfo=MONTREAL), True),
    ],
)
async def test_an_announcement_leaves_by_day(core: Core, local: datetime, leaves: bool) -> None:
    core.time.time = local
    await core.queue(announcement(core), core.to("une réponse"))
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["une réponse"] + ["annonce"] * leaves


async def test_what_waited_for_the_day_leaves_in_the_morning(core: Core) -> None:
    core.time.time = NIGHT
    await core.queue(announcement(core))
    assert await core.sender.turn() == (MORNING - NIGHT).total_seconds()
    core.time.time = MORNING
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["annonce"]


async def test_what_was_held_up_by_an_outage_does_not_leave_at_night(core: Core) -> None:
    core.time.time = EVENING
    core.api.faults.add(Fault("sendMessage", "cut_before"))
    await core.queue(announcement(core))
    await core.sender.turn()
    await core.sender.wait_for_answer()
    await core.sender.turn()
    assert await core.states() == ["waiting"]
    core.time.time = NIGHT
    await core.restart()
    await core.deliver(within=60)
    assert core.world.said(core.lea) == []
    core.time.time = MORNING
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["annonce"]


async def test_what_is_urgent_leaves_at_night_past_what_waits(core: Core) -> None:
    core.time.time = NIGHT
    soon = NIGHT + timedelta(minutes=30)
    await core.queue(
        announcement(core),
        replace(announcement(core, "annulé"), urgent_from=NIGHT),
        replace(announcement(core, "déplacé"), urgent_from=soon),
    )
    assert await core.sender.turn() == 1800
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["annulé"]
    core.time.time = soon
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["annulé", "déplacé"]


async def test_what_ended_is_missed_and_told_to_who_wants_to_know(core: Core) -> None:
    until = core.now + timedelta(minutes=1)
    await core.queue(
        replace(core.to("bientôt", wants="somebody"), expires_at=until),
        replace(announcement(core), expires_at=core.now),
        replace(core.to("encore"), expires_at=until + timedelta(seconds=1)),
    )
    core.time.time = until
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["encore"]
    found = await core.rows("SELECT state, error FROM outbox ORDER BY seq")
    assert found == [("failed", "missed"), ("failed", "missed"), ("done", None)]
    assert await core.rows("SELECT kind, key FROM inbox") == [("result", "1:0")]


async def test_keys_that_end_take_along_what_waits_is_on_its_way_or_uncertain(core: Core) -> None:
    core.api.faults.add(Fault("sendMessage", "slow", seconds=60))
    await core.queue(*(replace(announcement(core), key=f"cafe:1:{n}") for n in range(3)))
    await core.queue(replace(announcement(core, "autre"), key="cafe:2:0"))
    await core.sender.turn()
    async with core.db.transaction() as tx:
        assert await outbox.end_keys(tx, "cafe:1:", core.now) == [core.lea.id] * 2
        assert await outbox.end_keys(tx, "cafe:1:", core.now) == []
    await core.restart(killed=True)
    async with core.db.transaction() as tx:
        assert await outbox.settle_uncertain(tx, 1, again=True, now=core.now)
    await core.deliver(within=60)
    assert core.world.said(core.lea) == ["autre"]
    assert await core.states() == ["failed", "failed", "failed", "done"]


async def test_what_ends_between_the_choice_and_the_call_does_not_leave(core: Core) -> None:
    await core.queue(replace(announcement(core), key="cafe:1:0"))
    async with core.db.transaction() as tx:
        await outbox.end_keys(tx, "cafe:1:", core.now)
        assert await outbox.take(tx, [1], core.now) == []


async def test_what_ended_takes_no_later_change_along(core: Core) -> None:
    await core.queue(replace(announcement(core), key="cafe:1:0", message="screen"))
    async with core.db.transaction() as tx:
        await outbox.end_keys(tx, "cafe:1:", core.now)
        assert not await outbox.is_open(tx, "screen")
        await outbox.put(tx, core.edit("screen", "annulé"), core.now)
    assert await core.states() == ["failed", "waiting"]
