"""The quiet hours: when people sleep, nothing rings."""

from __future__ import annotations

from datetime import datetime, time

DAY = (time(8), time(21))
"""When a message may ring, by the community's own time."""


def is_night(local: datetime) -> bool:
    """Tell whether people sleep at this local time."""
    start, end = DAY
    return not start <= local.time() < end
