"""How likely the first hit is right: what separates an answer from "I don't know"."""

from __future__ import annotations

from math import exp, log

from content.search.verdicts import E, Found

# A logistic regression, fitted by bench/faq_calibration.py, which says how and prints the figures.
CONSTANT = -9.79
SCORE = 4.41
LIKENESS = 2.01
MARGIN = 1.84
SAID = 3.38
LITERAL = 3.25

SURE = 0.67
PERHAPS = 0.15


def features(found: Found[E]) -> tuple[float, ...]:
    """Score and likeness of the first hit, its lead over the second, how much was asked, and how
    much of it the first hit says in the same words.
    """
    first = found.hits[0]
    second = found.hits[1].score if len(found.hits) > 1 else 0.0
    margin = 1 - second / first.score
    return first.score, first.likeness, margin, log(1 + found.said), first.literal


def confidence(found: Found[E]) -> float:
    """The likelihood, 0 to 1, that the first hit answers; 0 when nothing is found."""
    if not found.hits:
        return 0.0
    weighed = zip((SCORE, LIKENESS, MARGIN, SAID, LITERAL), features(found), strict=True)
    return 1 / (1 + exp(-CONSTANT - sum(weight * value for weight, value in weighed)))
