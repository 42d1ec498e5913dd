"""How hard the threat tests try: by argument of ``make fuzz`` and ``make threats``."""

from __future__ import annotations

import os
import random

import pytest

IN_THE_SUITE = 5_000


@pytest.fixture
def tries() -> int:
    """How many forged or mutated updates: THREATS=100000 for more."""
    return int(os.environ.get("THREATS", IN_THE_SUITE))


@pytest.fixture
def chance() -> random.Random:
    """The dice, the same at each run unless SEED says otherwise."""
    return random.Random(int(os.environ.get("SEED", "8")))
