"""The fixtures of the stories of themes and votes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.votes.hall import Hall


async def open_hall(folder: Path, language: str) -> AsyncIterator[Hall]:
    """Open a town; at the end nothing was set aside, and Telegram would have taken every call."""
    hall = Hall(folder, language)
    await hall.open()
    try:
        await hall.settle()
        yield hall
        assert hall.api.nonconformities == []
        assert await hall.rows("SELECT error FROM inbox WHERE state = 'aside'") == []
    finally:
        await hall.close()


@pytest.fixture(params=["fr", "en"])
async def hall(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Hall]:
    """The town, once in each language."""
    async for hall in open_hall(tmp_path, request.param):
        yield hall


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Hall]:
    """The town in French."""
    async for hall in open_hall(tmp_path, "fr"):
        yield hall
