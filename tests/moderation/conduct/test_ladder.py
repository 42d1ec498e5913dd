"""The ladder goes up one rung at a time, forgets after 60 days, and only people climb it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.conduct.ladder import WARNINGS_FADE_AFTER, Past, Step, recommend

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def past(*steps: Step, days: int = 10) -> list[Past]:
    return [Past(step, NOW - days * DAY) for step in steps]


@pytest.mark.parametrize(
    ("history", "step"),
    [
        ([], Step.REMINDER),
        (past(Step.NOTHING), Step.REMINDER),
        (past(Step.REMINDER), Step.WARNING),
        (past(Step.REMINDER, Step.WARNING), Step.SUSPENSION),
        (past(Step.SUSPENSION), Step.REMOVAL),
        (past(Step.REMOVAL), Step.REMOVAL),
        (past(Step.WARNING, days=60), Step.REMINDER),
        (past(Step.WARNING, days=59), Step.SUSPENSION),
        ([Past(Step.WARNING, NOW - DAY, undone=True)], Step.REMINDER),
    ],
)
def test_the_next_rung(history: list[Past], step: Step) -> None:
    assert recommend(history, NOW) is step


@pytest.mark.parametrize(
    ("rule", "step"),
    [("insult", Step.REMINDER), ("threat", Step.WARNING), ("threat_to_life", Step.SUSPENSION)],
)
def test_a_grave_matter_starts_higher_but_never_at_removal(rule: str, step: Step) -> None:
    assert recommend([], NOW, rule) is step


PASTS = st.lists(
    st.builds(
        Past,
        st.sampled_from(Step),
        st.integers(0, 200).map(lambda days: NOW - days * DAY),
        st.booleans(),
    ),
    max_size=6,
)


@given(PASTS, PASTS)
def test_a_longer_history_never_recommends_less(some: list[Past], more: list[Past]) -> None:
    assert recommend([*some, *more], NOW) >= recommend(some, NOW)


@given(PASTS)
def test_removal_is_recommended_only_after_a_suspension(history: list[Past]) -> None:
    recent = [each for each in history if not each.undone and NOW - each.at < WARNINGS_FADE_AFTER]
    suspended = any(each.step >= Step.SUSPENSION for each in recent)
    assert (recommend(history, NOW, "threat_to_life") is Step.REMOVAL) == suspended


@given(PASTS)
def test_in_60_days_all_is_forgotten(history: list[Past]) -> None:
    assert recommend(history, NOW + WARNINGS_FADE_AFTER) is Step.REMINDER
