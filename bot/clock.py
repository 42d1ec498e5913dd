"""The clock: where the time of day and the pace of sending come from."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


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


def in_seconds(wait: float | timedelta) -> float:
    """Return the seconds of a wait, in either form that python-telegram-bot gives one."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
