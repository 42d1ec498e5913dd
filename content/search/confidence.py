"""How likely the first hit is right: what separates an answer from "I don't know"."""

from __future__ import annotations

from math import exp, log

from content.search.verdicts import E, Found

# A logistic regression, fitted by bench/faq_calibration.py, which says how and prints the figures.
CONSTANT = -8.8
SCORE = 7.8
LIKENESS = 2.0
MARGIN = 2.2
SAID = 3.2

SURE = 0.8
PERHAPS = 0.2


def features(found: Found[E]) -> tuple[float, float, float, float]:
    """Score and likeness of the first hit, its lead over the second, how much was asked."""
    first = found.hits[0]
    second = found.hits[1].score if len(found.hits) > 1 else 0.0
    return first.score, first.likeness, 1 - second / first.score, log(1 + found.said)


def confidence(found: Found[E]) -> float:
    """The likelihood, 0 to 1, that the first hit answers; 0 when nothing is found."""
    if not found.hits:
        return 0.0
    score, likeness, margin, said = features(found)
    total = CONSTANT + SCORE * score + LIKENESS * likeness + MARGIN * margin + SAID * said
    return 1 / (1 + exp(-total))
