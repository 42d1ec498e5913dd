"""The whole bot: what begins when."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot import app
from tests.stage import Stage


@pytest.mark.parametrize("reached", [True, False])
async def test_the_agenda_begins_once_what_waited_is_written_down_or_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: bool
) -> None:
    if not reached:
        monkeypatch.setattr(app, "LATEST_AGENDA", 0.2)
    stage = Stage(tmp_path)
    await stage.open()
    try:
        queue = stage.bot.application.job_queue
        assert queue is not None
        stopping = asyncio.Event()
        keeping = asyncio.create_task(stage.bot._keep_agenda(stopping))
        await asyncio.sleep(0.05)
        assert queue.scheduler.get_jobs() == []

        if reached:
            await stage.bot.intake.poll(0)
        await asyncio.sleep(0.05 if reached else 0.3)
        assert len(queue.scheduler.get_jobs()) == 1

        stopping.set()
        await keeping
    finally:
        await stage.close()
