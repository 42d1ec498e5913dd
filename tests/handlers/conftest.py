"""The fixtures of a town where the bot is not installed yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.town import Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The town after the bot's first start."""
    town = Town(tmp_path)
    await town.open()
    try:
        await town.settle()
        yield town
        assert town.api.nonconformities == []
    finally:
        await town.close()


@pytest.fixture
async def linked_town(town: Town) -> Town:
    """The town with both chats linked; nothing is left to do."""
    await town.link_both()
    assert await town.linked() == {"group": town.group.id, "moderators": town.team.id}
    return town
