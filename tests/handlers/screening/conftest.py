"""Who asks to join in the story tests of screening, in each language."""

from __future__ import annotations

import pytest

from bot.simulator.models import Person
from tests.stage import Stage


@pytest.fixture(params=["fr", "en"])
def lea(request: pytest.FixtureRequest, stage: Stage) -> Person:
    """Léa, whose Telegram is in French or in English."""
    stage.lea.language_code = request.param
    return stage.lea
