"""How likely the first hit is right: what separates an answer from "I don't know"."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from content.search.verdicts import E, Found


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression, one weight for each of the ``features`` in their order, and from what
    likelihood one is sure, or says perhaps. Fitted by bench/faq_calibration.py, which says how.
    """

    constant: float
    weights: tuple[float, ...]
    sure: float
    perhaps: float


TAUGHT = Calibration(-8.71, (2.08, 1.97, 4.49, 4.72, 2.01, 2.35), sure=0.75, perhaps=0.2)
"""For entries that say in how many ways they are asked."""
BARE = Calibration(-6.4, (2.47, 3.62, 2.85, 3.6, 1.41, -0.12), sure=0.4, perhaps=0.15)
"""For titles alone: the little that they say in the words of a question is worth more."""


def features(found: Found[E]) -> tuple[float, ...]:
    """Score of the first hit, how near it is in sense and in letters, its lead over the second, how
    much was asked, and how much of it the first hit says in the same words.
    """
    first = found.hits[0]
    second = found.hits[1].score if len(found.hits) > 1 else 0.0
    lead = first.score - second
    return first.score, first.likeness, first.wording, lead, log(1 + found.said), first.literal


def confidence(found: Found[E], calibration: Calibration) -> float:
    """The likelihood, 0 to 1, that the first hit answers; 0 when nothing is found."""
    if not found.hits:
        return 0.0
    weighed = zip(calibration.weights, features(found), strict=True)
    return 1 / (1 + exp(-calibration.constant - sum(weight * value for weight, value in weighed)))
