"""The ladder: which step is recommended for a case; moderators choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

WARNINGS_FADE_AFTER = timedelta(days=60)
SUSPENSION = timedelta(hours=24)


class Step(IntEnum):
    """What may follow from a case, from the lightest to the heaviest."""

    NOTHING = 0
    REMINDER = 1
    WARNING = 2
    SUSPENSION = 3
    REMOVAL = 4


@dataclass(frozen=True, slots=True)
class Past:
    """A step taken for an earlier matter of the same person; ``undone`` ones never count."""

    step: Step
    at: datetime
    undone: bool = False

    @property
    def puts_out(self) -> bool:
        """Whether it is a removal that stands."""
        return self.step is Step.REMOVAL and not self.undone


# Where somebody starts, whatever their past: these articles are about other people's safety.
_STARTS = {
    "threat_to_life": Step.SUSPENSION,
    "threat": Step.WARNING,
    "blackmail": Step.WARNING,
    "hate": Step.WARNING,
    "sexual": Step.WARNING,
}


def recommend(past: Iterable[Past], now: datetime, rule: str = "") -> Step:
    """The step after the heaviest of the last 60 days: reminder, warning, suspension, removal.

    ``now`` is aware. A grave ``rule`` starts higher; removal is recommended only to somebody who
    was suspended before, and is never the first answer.
    """
    counts = [each.step for each in past if counts_still(each, now)]
    heaviest = max(counts, default=Step.NOTHING)
    following = Step(min(heaviest + 1, Step.REMOVAL))
    return max(following, _STARTS.get(rule, Step.REMINDER))


def counts_still(past: Past, now: datetime) -> bool:
    """Whether a step taken still weighs: not undone, and less than 60 days old."""
    return not past.undone and now - past.at < WARNINGS_FADE_AFTER
