"""The review of a file that asks to join: findings with reasons, and a recommendation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from moderation.findings import Finding, Strength
from moderation.screening.facts import FileFacts
from moderation.screening.rules.history import refused_before, unreachable

Rule = Callable[[FileFacts], Finding | None]

# In the order in which moderators read them.
RULES: tuple[Rule, ...] = (
    refused_before,
    unreachable,
)


class Recommendation(StrEnum):
    """What the findings suggest; moderators decide."""

    ADEQUATE = "adequate"
    CLARIFY = "clarify"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules saw in a file, and what they suggest."""

    findings: tuple[Finding, ...]
    recommendation: Recommendation

    @property
    def flagged(self) -> bool:
        """Whether two different moderators are needed to accept the file."""
        return self.recommendation is Recommendation.DOUBTFUL


def review(file: FileFacts) -> Review:
    """Reads a file with every rule.

    Distress in an answer never counts against the file: no rule looks for it, and those that
    weigh how well an answer is written leave alone an answer that holds it.
    """
    findings = tuple(found for rule in RULES if (found := rule(file)))
    return Review(findings, recommend(finding.strength for finding in findings))


def recommend(strengths: Iterable[Strength]) -> Recommendation:
    """The strongest finding decides."""
    strongest = max(strengths, default=Strength.NOTE)
    return {
        Strength.NOTE: Recommendation.ADEQUATE,
        Strength.CAUTION: Recommendation.CLARIFY,
        Strength.SERIOUS: Recommendation.DOUBTFUL,
    }[strongest]
