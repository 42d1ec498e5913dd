"""The clock of trials, moved by a file while it runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock


def ahead(clock: Clock) -> timedelta:
    """By how much a clock is ahead of the machine's, to a tenth of a second."""
    return timedelta(seconds=round((clock.now() - datetime.now(UTC)).total_seconds(), 1))


def test_the_clock_follows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "offset"
    file.write_text("3600")
    clock = Clock.moved_by(file)

    assert ahead(clock) == timedelta(hours=1)
    file.write_text("-86400.5\n")
    assert ahead(clock) == timedelta(days=-1, seconds=-0.5)


@pytest.mark.parametrize("text", [None, "", "tomorrow", "nan", "1e30"])
def test_a_file_that_says_no_number_moves_nothing(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "offset"
    if text is not None:
        file.write_text(text)

    assert ahead(Clock.moved_by(file)) == timedelta(0)


def test_pace_is_measured_in_real_time(tmp_path: Path) -> None:
    file = tmp_path / "offset"
    clock = Clock.moved_by(file)
    before = clock.monotonic()
    file.write_text("1000000")

    assert clock.monotonic() - before < 60
