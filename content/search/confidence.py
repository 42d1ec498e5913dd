"""How likely the first hit is right: what separates an answer from "I don't know"."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

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


CALIBRATION = Calibration(
    -7.54, (7.95, 1.41, 2.77, 4.6, 2.18, 0.44, -0.54), sure=0.55, perhaps=0.05
)
"""Sure: at most 2 % of the questions of the tests without an answer, and 5 % of the others where
entries tell few ways to ask or none. Perhaps: all but 2 % of the questions with an answer."""


def features(found: Found[E]) -> tuple[float, ...]:
    """Score of the first hit, how near it is in sense and in letters, its lead over the second, how
    much was asked, how much of it the first hit says in the same words, and in how many ways the
    entries are asked: the more there are, the nearer one stands by chance.
    """
    first = found.hits[0]
    second = found.hits[1].score if len(found.hits) > 1 else 0.0
    lead = first.score - second
    asked, ways = log(1 + found.said), sqrt(found.ways)
    return first.score, first.likeness, first.wording, lead, asked, found.literal, ways


def confidence(found: Found[E]) -> float:
    """The likelihood, 0 to 1, that the first hit answers; 0 when nothing is found."""
    if not found.hits:
        return 0.0
    weighed = zip(CALIBRATION.weights, features(found), strict=True)
    return 1 / (1 + exp(-CALIBRATION.constant - sum(weight * value for weight, value in weighed)))
