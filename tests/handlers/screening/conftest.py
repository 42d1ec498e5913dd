"""Who asks to join in the story tests of screening, in each language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.models import Person
from tests.handlers.screening.desk import Desk
from tests.stage import Stage


@pytest.fixture(params=["fr", "en"])
def lea(request: pytest.FixtureRequest, stage: Stage) -> Person:
    """Léa, whose Telegram is in French or in English."""
    stage.lea.language_code = request.param
    return stage.lea


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The stage seen from the moderators' chat; at the end nothing was set aside."""
    desk = Desk(tmp_path)
    await desk.open()
    try:
        await desk.settle()
        yield desk
        assert desk.api.nonconformities == []
        assert await desk.rows("SELECT error FROM inbox WHERE state = 'aside'") == []
    finally:
        await desk.close()
