"""The review of a file that asks to join: findings with reasons, and a recommendation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from moderation.findings import Finding, Strength
from moderation.screening.facts import FileFacts
from moderation.screening.rules.brevity import too_short
from moderation.screening.rules.copies import copied
from moderation.screening.rules.gibberish import gibberish
from moderation.screening.rules.history import refused_before, unreachable
from moderation.screening.rules.languages import another_language
from moderation.screening.rules.minors import minor
from moderation.screening.rules.personal import child_named, court_file
from moderation.screening.rules.strangers import asks_money, outsider
from moderation.screening.rules.subject import off_subject

Rule = Callable[[FileFacts], Finding | None]

# In the order in which moderators read them.
RULES: tuple[Rule, ...] = (
    refused_before,
    minor,
    outsider,
    asks_money,
    copied,
    gibberish,
    child_named,
    court_file,
    too_short,
    off_subject,
    another_language,
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
