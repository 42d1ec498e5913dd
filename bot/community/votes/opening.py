"""Opening a vote: how many themes, until when, who may vote, and what a press may do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.community.votes.themes import Theme, is_resting

FEWEST_THEMES, MOST_THEMES = 2, 20
CLOSING_DAYS = (3, 7, 14)
"""Days offered between the opening and the closing."""
SOONEST, LATEST = timedelta(days=1), timedelta(days=31)
"""A day so that everyone sees it, a month so that it ends."""
CLOSING_TIME = time(20)
"""Local: people are up, and the result may ring."""
REMINDER = timedelta(days=1)


class Unfit(StrEnum):
    """Why a vote cannot be opened as asked; each has its sentence."""

    FEW_THEMES = "few_themes"
    MANY_THEMES = "many_themes"
    RESTING = "resting"
    MANY_SEATS = "many_seats"
    PAST = "past"
    SOON = "soon"
    LATE = "late"


class Refusal(StrEnum):
    """Why a ballot is not taken; each has its sentence."""

    CLOSED = "closed"
    NOT_A_MEMBER = "not_a_member"
    CAME_AFTER = "came_after"


def unfit(
    themes: Iterable[Theme], seats: int, opens_at: datetime, closes_at: datetime, zone: ZoneInfo
) -> Unfit | None:
    """Return what stands against a vote on these themes, None if it may open.

    Times are aware; ``zone`` is the community's own, for the day when a theme's rest ends.
    """
    standing = list(themes)
    today = opens_at.astimezone(zone).date()
    faults = (
        (Unfit.FEW_THEMES, len(standing) < FEWEST_THEMES),
        (Unfit.MANY_THEMES, len(standing) > MOST_THEMES),
        (Unfit.RESTING, any(is_resting(theme, today) for theme in standing)),
        (Unfit.MANY_SEATS, not 1 <= seats <= len(standing)),
    )
    fault = next((fault for fault, stands in faults if stands), None)
    return fault or unfit_closing(opens_at, closes_at)


def unfit_closing(opens_at: datetime, closes_at: datetime) -> Unfit | None:
    """Return what stands against closing a vote at a moment, None if it may."""
    faults = (
        (Unfit.PAST, closes_at < opens_at),
        (Unfit.SOON, closes_at - opens_at < SOONEST),
        (Unfit.LATE, closes_at - opens_at > LATEST),
    )
    return next((fault for fault, stands in faults if stands), None)


def closing(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment (UTC) when a vote closes on a day of the community's."""
    return datetime.combine(day, CLOSING_TIME, zone).astimezone(UTC)


def reminder(opens_at: datetime, closes_at: datetime) -> datetime:
    """Return when those who have not voted are reminded, once: a day before, or halfway."""
    return max(closes_at - REMINDER, opens_at + (closes_at - opens_at) / 2)


def may_vote(*, is_open: bool, was_member: bool, is_member: bool) -> Refusal | None:
    """Return why a person may not vote, None if they may: a member at the opening, and now.

    The same is asked again at the count, where ``is_open`` is moot.
    """
    if not is_open:
        return Refusal.CLOSED
    if not is_member:
        return Refusal.NOT_A_MEMBER
    return None if was_member else Refusal.CAME_AFTER
