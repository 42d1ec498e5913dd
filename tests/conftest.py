"""The fixtures that every test may ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.stage import Stage, opened

# No example has a deadline: a busy machine fails no test. The suite tries the same examples each
# time, so that it speaks of the change; ``--hypothesis-profile=thorough`` looks for others.
settings.register_profile("patient", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=2400)
settings.load_profile("patient")

MEMORY = Path("/dev/shm")  # noqa: S108 - only room is asked of it, pytest makes its own folder
ROOM = 2 * 2**30


def pytest_configure() -> None:
    """Keep the folders of the tests in memory, where there is room: no commit waits for a disk."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The town, with both chats linked and the bot at rest."""
    async with opened(tmp_path) as stage:
        yield stage
        assert stage.api.nonconformities == []
