"""The fixtures that every test may ask for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.stage import Stage, opened

# No example has a deadline: a busy machine fails no test.
settings.register_profile("patient", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=2400)
settings.load_profile("patient")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The town, with both chats linked and the bot at rest."""
    async with opened(tmp_path) as stage:
        yield stage
        assert stage.api.nonconformities == []
