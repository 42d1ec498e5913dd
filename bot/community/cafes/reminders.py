"""What is due around a café: when it rings, until when it still makes sense, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.community.quiet import awake

CHECK_IN_AT = time(10)
"""The day after, by local time."""
URGENT = timedelta(hours=24)


class Kind(StrEnum):
    """What is said around a café, in the order in which it comes."""

    FOLLOWERS = "followers"
    """To those who follow the theme; the announcement brings it about, and waits for it."""
    ANNOUNCEMENT = "announcement"
    """To everyone, at creation."""
    WEEK_BEFORE = "week_before"
    """A reminder to who hosts or said yes; once, "no answer yet" to those who said nothing."""
    DAY_BEFORE = "day_before"
    HOUR_BEFORE = "hour_before"
    FEEDBACK = "feedback"
    """Two free questions, to those who came."""
    CHECK_IN = "check_in"
    """"Comment allez-vous ?", to those who came."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to say; past ``expires_at`` it is missed and no longer said."""

    kind: Kind
    at: datetime
    expires_at: datetime


def plan(start: datetime, end: datetime, now: datetime) -> tuple[Due, ...]:
    """Return what is still to be said of a café, in order; ``now`` is local.

    What would already be over is left out: a café created five days ahead has no reminder at
    seven. To be asked again when the café is moved (its announcement was made: leave it out).
    """
    return tuple(
        due
        for due in _all(start, end, now)
        if now <= due.at < due.expires_at and due.kind is not Kind.FOLLOWERS
    )


def holds_until(kind: Kind, start: datetime, end: datetime) -> datetime:
    """Return until when what a reminder says holds; the beginning and the end are local."""
    return next(due.expires_at for due in _all(start, end, start) if due.kind is kind)


def urgent_from(start: datetime) -> datetime:
    """Return from when news of a move or a cancellation may ring at night."""
    return _later(start, -URGENT)


def rings_at(now: datetime, start: datetime) -> datetime:
    """Return when news of a move or a cancellation goes; ``now`` is local.

    At once within 24 hours of the beginning as it was announced, else by day.
    """
    return now if now >= urgent_from(start) else awake(now)


def _all(start: datetime, end: datetime, now: datetime) -> Iterator[Due]:
    begins, over = start.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
    # Days are counted by the clock on the wall (the same hour, days earlier), hours as they pass.
    week, day = begins - timedelta(days=7), begins - timedelta(days=1)
    hour, after = _later(begins, timedelta(hours=-1)), _later(over, timedelta(hours=2))
    next_day = datetime.combine(over.date() + timedelta(days=1), CHECK_IN_AT, now.tzinfo)
    yield Due(Kind.FOLLOWERS, awake(now), begins)
    yield Due(Kind.ANNOUNCEMENT, awake(now), begins)
    yield Due(Kind.WEEK_BEFORE, awake(week), begins - timedelta(days=2))
    yield Due(Kind.DAY_BEFORE, awake(day), _later(begins, timedelta(hours=-2)))
    yield Due(Kind.HOUR_BEFORE, awake(hour), begins)
    yield Due(Kind.FEEDBACK, awake(after), over + timedelta(days=3))
    yield Due(Kind.CHECK_IN, next_day, next_day + timedelta(days=2))


def _later(local: datetime, span: timedelta) -> datetime:
    """The instant so much later, in the same zone, whatever the clocks do in between."""
    return (local.astimezone(UTC) + span).astimezone(local.tzinfo)
