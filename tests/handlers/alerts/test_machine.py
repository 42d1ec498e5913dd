"""What the machine says of itself, and its daily round."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.community.quiet import is_night
from bot.storage import outbox, screening
from handlers.alerts.housekeeping import schedule_next
from tests.handlers.town import messages, tell

MONTREAL = ZoneInfo("America/Toronto")


async def test_a_row_set_aside_is_told_with_its_code(stage):
    await tell(stage, "row_set_aside", seq=71, kind="update", error="KeyError at handlers.x:12")

    said = stage.last(stage.marc, stage.team)
    assert "R71" in said
    assert "KeyError" not in said


async def test_one_fault_that_sets_many_rows_aside_is_told_once_an_hour(stage):
    for seq in (71, 72, 73):
        await tell(stage, "row_set_aside", seq=seq, kind="update", error="KeyError at x:12")
    assert len(messages(stage, stage.marc, stage.team, "même après trois essais")) == 1

    await stage.wait(hours=1)
    await tell(stage, "row_set_aside", seq=74, kind="update", error="KeyError at x:12")
    assert len(messages(stage, stage.marc, stage.team, "même après trois essais")) == 2


async def test_a_token_used_twice_is_told(stage):
    await tell(stage, "conflict")

    assert "Un autre programme utilise mon jeton" in stage.last(stage.marc, stage.team)


@pytest.mark.parametrize(
    ("hour", "minute", "night"),
    [(7, 59, True), (8, 0, False), (20, 59, False), (21, 0, True), (0, 0, True)],
)
def test_night_lasts_from_21_to_8(hour, minute, night):
    assert is_night(datetime(2026, 11, 23, hour, minute, tzinfo=MONTREAL)) is night


# The daily round


async def round_at(stage):
    query = "SELECT due_at FROM agenda WHERE name = 'machine.housekeeping' AND state = 'waiting'"
    return [row["due_at"] for row in await stage.rows(query)]


async def test_the_round_comes_back_every_day_at_10_past_4(stage):
    assert await round_at(stage) == ["2026-11-24T09:10:00.000Z"]

    await stage.wait(days=1)

    assert await round_at(stage) == ["2026-11-25T09:10:00.000Z"]


async def test_a_round_that_fails_is_told_and_the_next_one_comes(stage, monkeypatch):
    async def fail(*_: object) -> int:
        raise ValueError

    monkeypatch.setattr(screening.retention, "ended_with_answers", fail)
    await stage.wait(days=1)

    assert await round_at(stage) == ["2026-11-25T09:10:00.000Z"]
    assert "même après trois essais" in stage.last(stage.marc, stage.team)


async def test_answers_that_should_be_gone_are_swept(stage):
    await stage.sends(stage.lea)
    async with stage.bot.db.transaction() as tx:
        await screening.update(tx, 1, status="refused", decided_at=stage.clock.time)
    await stage.wait(days=30)
    assert await stage.rows("SELECT 1 FROM answers")

    await stage.wait(days=1)

    assert not await stage.rows("SELECT 1 FROM answers")
    assert not await stage.rows("SELECT 1 FROM applications WHERE review NOT NULL")


async def test_alerts_are_forgotten_after_30_days_and_other_messages_are_not(stage):
    await stage.starts(stage.lea, None)
    async with stage.bot.db.transaction() as tx:
        for name in ("alert:x", "card:1"):
            await outbox.learn_message(tx, name, stage.team.id, 1, stage.clock.time)

    await stage.wait(days=31)

    names = [row["name"] for row in await stage.rows("SELECT name FROM messages")]
    assert "card:1" in names
    assert "alert:x" not in names


async def test_a_round_missed_while_off_runs_late_and_is_not_put_off_by_a_start(stage):
    await stage.close()
    stage.clock.time = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
    await stage.open()

    assert await round_at(stage) == ["2026-11-24T09:10:00.000Z", "2026-11-26T09:10:00.000Z"]
    await stage.settle()
    assert await round_at(stage) == ["2026-11-26T09:10:00.000Z"]


async def test_the_round_stays_at_10_past_4_when_the_hour_changes(stage):
    async with stage.bot.db.transaction() as tx:
        await schedule_next(tx, MONTREAL, datetime(2027, 3, 14, 5, 0, tzinfo=UTC))

    assert "2027-03-14T08:10:00.000Z" in await round_at(stage)


async def test_traces_are_forgotten_after_30_days(stage):
    assert await stage.rows("SELECT 1 FROM outbox WHERE key LIKE 'commands:%'")

    await stage.wait(days=29)
    assert await stage.rows("SELECT 1 FROM outbox WHERE key LIKE 'commands:%'")

    await stage.wait(days=2)
    assert not await stage.rows("SELECT 1 FROM outbox WHERE key LIKE 'commands:%'")
    assert not await stage.rows("SELECT 1 FROM agenda WHERE due_at < '2026-11-25'")


async def test_help_lines_long_unchecked_are_told_once_a_week(stage):
    await stage.wait(days=85)
    assert messages(stage, stage.marc, stage.team, "Numéros d'aide à revérifier") == []

    for _ in range(14):
        await stage.wait(days=1)

    told = messages(stage, stage.marc, stage.team, "Numéros d'aide à revérifier")
    assert len(told) in (2, 3)
    assert "911" in told[0].text
