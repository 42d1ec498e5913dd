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


TAUGHT = Calibration(-9.16, (2.58, 1.61, 4.78, 5.48, 2.14, 2.43), sure=0.84, perhaps=0.25)
"""For entries that say in how many ways they are asked."""
BARE = Calibration(-6.43, (2.48, 3.73, 3.03, 3.63, 1.36, -0.2), sure=0.4, perhaps=0.15)
"""For titles alone: the little that they say in the words of a question is worth more."""


def features(found: Found[E]) -> tuple[float, ...]:
    """Score of the first hit, how near it is in sense and in letters, its lead over the second, how
    much was asked, and how much of it the first hit says in the same words.
    """
    first = found.hits[0]
    second = found.hits[1].score if len(found.hits) > 1 else 0.0
    lead = first.score - second
    return first.score, first.likeness, first.wording, lead, log(1 + found.said), found.literal


def confidence(found: Found[E], calibration: Calibration) -> float:
    """The likelihood, 0 to 1, that the first hit answers; 0 when nothing is found."""
    if not found.hits:
        return 0.0
    weighed = zip(calibration.weights, features(found), strict=True)
    return 1 / (1 + exp(-calibration.constant - sum(weight * value for weight, value in weighed)))
