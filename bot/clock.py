"""The clock: where the time of day and the pace of sending come from."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Clock:
    """The two times the bot reads; tests pass their own.

    ``now`` returns an aware datetime in UTC. ``monotonic`` returns seconds that never go back,
    from which pace and silence are measured.
    """

    now: Callable[[], datetime]
    monotonic: Callable[[], float]

    @classmethod
    def system(cls) -> Clock:
        """The clock of the machine."""
        return cls(now=lambda: datetime.now(UTC), monotonic=time.monotonic)

    @classmethod
    def moved_by(cls, offset_file: Path) -> Clock:
        """A clock for trials: the machine's, moved by the seconds written in a file.

        The file is read each time, so that the clock can be moved while the bot runs; one that
        is absent or unreadable moves nothing. Pace and silence are still measured in real time.
        """
        return cls(
            now=lambda: datetime.now(UTC) + read_offset(offset_file), monotonic=time.monotonic
        )


def read_offset(offset_file: Path) -> timedelta:
    """Return what an offset file says, or nothing where it says no number of seconds."""
    try:
        return timedelta(seconds=float(offset_file.read_text("ascii")))
    except (OSError, ValueError, OverflowError):
        return timedelta(0)


def in_seconds(wait: float | timedelta) -> float:
    """Return the seconds of a wait, in either form that python-telegram-bot gives one."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
