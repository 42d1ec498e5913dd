"""What may be opened, until when, and who may vote."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.community.votes.opening import (
    CLOSING_DAYS,
    Refusal,
    Unfit,
    closing,
    may_vote,
    reminder,
    unfit,
)
from bot.community.votes.themes import Theme

MONTREAL = ZoneInfo("America/Montreal")
NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
DAY = timedelta(days=1)


def standing(count: int, treated: date | None = None) -> list[Theme]:
    return [Theme(number, f"thème {number}", date(2026, 1, 1), treated) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "seats", "lasts", "fault"),
    [
        (2, 1, DAY, None),
        (20, 20, 31 * DAY, None),
        (1, 1, 3 * DAY, Unfit.FEW_THEMES),
        (21, 1, 3 * DAY, Unfit.MANY_THEMES),
        (5, 6, 3 * DAY, Unfit.MANY_SEATS),
        (5, 0, 3 * DAY, Unfit.MANY_SEATS),
        (5, 1, DAY - timedelta(seconds=1), Unfit.SOON),
        (5, 1, -DAY, Unfit.PAST),
        (5, 1, 31 * DAY + timedelta(seconds=1), Unfit.LATE),
    ],
)
def test_what_may_be_opened(count: int, seats: int, lasts: timedelta, fault: Unfit | None) -> None:
    assert unfit(standing(count), seats, NOW, NOW + lasts, MONTREAL) is fault


def test_a_theme_that_rests_is_not_voted_on_even_late_in_the_local_evening() -> None:
    themes = [*standing(2), Theme(9, "au repos", date(2026, 1, 1), date(2026, 5, 23))]
    # In Montréal it is still the 22nd; in UTC the 23rd, when the rest is over.
    evening = datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert unfit(themes, 1, evening, evening + 3 * DAY, MONTREAL) is Unfit.RESTING
    morning = datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert unfit(themes, 1, morning, morning + 3 * DAY, MONTREAL) is None


def test_a_vote_closes_at_eight_in_the_evening_summer_and_winter() -> None:
    assert closing(date(2026, 7, 1), MONTREAL) == datetime(2026, 7, 2, 0, tzinfo=UTC)
    assert closing(date(2026, 12, 1), MONTREAL) == datetime(2026, 12, 2, 1, tzinfo=UTC)


def test_every_closing_day_that_is_offered_is_fit() -> None:
    for days in CLOSING_DAYS:
        until = closing(NOW.astimezone(MONTREAL).date() + days * DAY, MONTREAL)
        assert unfit(standing(3), 1, NOW, until, MONTREAL) is None


def test_the_reminder_comes_a_day_before_or_halfway() -> None:
    assert reminder(NOW, NOW + 7 * DAY) == NOW + 6 * DAY
    assert reminder(NOW, NOW + DAY) == NOW + DAY / 2


@pytest.mark.parametrize(
    ("is_open", "was_member", "is_member", "refusal"),
    [
        (True, True, True, None),
        (True, False, True, Refusal.CAME_AFTER),
        (True, True, False, Refusal.NOT_A_MEMBER),
        (True, False, False, Refusal.NOT_A_MEMBER),
        (False, True, True, Refusal.CLOSED),
        (False, False, False, Refusal.CLOSED),
    ],
)
def test_who_may_vote(
    is_open: bool, was_member: bool, is_member: bool, refusal: Refusal | None
) -> None:
    assert may_vote(is_open=is_open, was_member=was_member, is_member=is_member) is refusal
