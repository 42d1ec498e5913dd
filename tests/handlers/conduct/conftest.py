"""The fixtures of conduct."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.models import Person
from tests.handlers.conduct.circle import Circle
from tests.handlers.conduct.watch import Watch


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


@pytest.fixture
async def watch(tmp_path: Path) -> AsyncIterator[Watch]:
    """The group under protection; at the end nothing was set aside."""
    watch = Watch(tmp_path)
    await watch.open()
    try:
        await watch.gather()
        yield watch
        assert watch.api.nonconformities == []
        assert await watch.rows("SELECT error FROM inbox WHERE state = 'aside'") == []
    finally:
        await watch.close()


@pytest.fixture(params=["lea", "sam"])
def member(request: pytest.FixtureRequest, watch: Watch) -> Person:
    """Léa, who reads French, or Sam, who reads English."""
    return watch.lea if request.param == "lea" else watch.sam
