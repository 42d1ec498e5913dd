"""People in the group, for the tests of their rights."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.stage import Stage


@pytest.fixture
async def sophie(stage: Stage) -> Person:
    """A member since before the bot, who opened the private chat."""
    sophie = stage.world.add_person("Sophie", "Gagnon", username="sophie_g")
    stage.world.add_member(stage.group, sophie)
    stage.world.updates.clear()  # she was in before the bot looked
    await stage.says(sophie, "Bonjour à tous", stage.group)
    await stage.starts(sophie, None)
    return sophie
