"""The fixtures of conduct."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.conduct.circle import Circle


@pytest.fixture
async def circle(tmp_path: Path) -> AsyncIterator[Circle]:
    """The group, everyone known to the bot."""
    circle = Circle(tmp_path)
    await circle.open()
    try:
        await circle.gather()
        yield circle
        assert circle.api.nonconformities == []
    finally:
        await circle.close()
