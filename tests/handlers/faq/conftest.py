"""The fixtures of the stories of questions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.models import Person
from tests.handlers.faq.asker import Asker


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Asker]:
    """The town; at the end nothing was set aside, and Telegram would have taken every call."""
    stage = Asker(tmp_path)
    await stage.open()
    try:
        await stage.settle()
        yield stage
        assert stage.api.nonconformities == []
        assert await stage.rows("SELECT error FROM inbox WHERE state = 'aside'") == []
    finally:
        await stage.close()


@pytest.fixture(params=["fr", "en"])
def lea(request: pytest.FixtureRequest, stage: Asker) -> Person:
    """Léa, whose Telegram is in French or in English; she is no member."""
    stage.lea.language_code = request.param
    return stage.lea


@pytest.fixture
def member(stage: Asker) -> Person:
    """Zoé, a member of the group."""
    zoe = stage.world.add_person("Zoé")
    stage.world.add_member(stage.group, zoe)
    stage.world.updates.clear()  # she was there before the bot
    return zoe
