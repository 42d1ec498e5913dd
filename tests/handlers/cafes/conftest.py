"""The fixtures of the stories of cafés."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.cafes.salon import Salon


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """The language of the whole town."""
    return str(request.param)


@pytest.fixture
async def salon(tmp_path: Path, language: str) -> AsyncIterator[Salon]:
    """The town in one language; at the end nothing was set aside, and every call was proper."""
    async for one in _opened(tmp_path, language):
        yield one


@pytest.fixture
async def french(tmp_path: Path) -> AsyncIterator[Salon]:
    """The town in French alone."""
    async for one in _opened(tmp_path, "fr"):
        yield one


async def _opened(folder: Path, language: str) -> AsyncIterator[Salon]:
    stage = Salon(folder, language=language)
    await stage.open()
    try:
        await stage.settle()
        yield stage
        assert stage.api.nonconformities == []
        assert await stage.rows("SELECT error FROM inbox WHERE state = 'aside'") == []
    finally:
        await stage.close()
