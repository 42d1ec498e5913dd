"""The quiet hours: when people sleep, nothing rings."""

from __future__ import annotations

from datetime import datetime, time, timedelta

DAY = (time(8), time(21))
"""When a message may ring, by the community's own time."""


def is_night(local: datetime) -> bool:
    """Tell whether people sleep at this local time."""
    start, end = DAY
    return not start <= local.time() < end


def awake(local: datetime) -> datetime:
    """Return when what falls at this local time may ring: then, or in the morning after."""
    if not is_night(local):
        return local
    start, end = DAY
    day = local.date() + timedelta(days=local.time() >= end)
    return datetime.combine(day, start, local.tzinfo)
