"""Who comes back from a pause without new questions: within six months, unless removed since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from moderation.conduct.decisions import No
from moderation.conduct.ladder import Past, Step
from moderation.conduct.pauses import RETURN_WITHIN, may_return

LEFT = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
REMOVED = Past(Step.REMOVAL, LEFT + DAY)


@pytest.mark.parametrize(
    ("past", "after", "why"),
    [
        ((), DAY, None),
        ((), RETURN_WITHIN, None),
        ((), RETURN_WITHIN + DAY, "too_late"),
        ((REMOVED,), 2 * DAY, "removed"),
        ((REMOVED,), RETURN_WITHIN + DAY, "removed"),
        ((Past(Step.REMOVAL, LEFT + DAY, undone=True),), 2 * DAY, None),
        ((Past(Step.REMOVAL, LEFT - DAY),), 2 * DAY, None),
        ((Past(Step.WARNING, LEFT + DAY), Past(Step.SUSPENSION, LEFT - DAY)), 2 * DAY, None),
    ],
)
def test_coming_back(past: tuple[Past, ...], after: timedelta, why: str | None) -> None:
    assert may_return(LEFT, past, LEFT + after) == (No(why) if why else None)
