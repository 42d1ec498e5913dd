"""Fits how sure the search is of its first hit, and prints what each threshold would do.

The entries of the content are their own examples. Right: each phrasing is asked of an index that
doesn't hold it (three folds). Without an answer: the same question, of an index without any entry
of its entry's topics, which is harder than a question about something else.

    python -m bench.faq_calibration
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import exp

from content import load
from content.faq import Entry
from content.search.confidence import features
from content.search.engine import Engine
from content.search.verdicts import Found
from content.synonyms import Synonyms

FOLDS = 3
STEPS, RATE = 1500, 4.0
UNANSWERED_SHARE = 0.5
"""How much the examples without an answer weigh: a false answer at night costs trust."""

Example = tuple[tuple[float, ...], float]


def examples(
    entries: tuple[Entry, ...], synonyms: Synonyms, language: str
) -> tuple[list[Example], list[Example]]:
    """Features and rightness (1 or 0): of questions with an answer, then without."""
    answered: list[Example] = []
    unanswered: list[Example] = []
    for fold in range(FOLDS):
        engine = Engine((_without(entry, fold) for entry in entries), synonyms, language)
        for entry, phrasing in _asked(entries, fold):
            found = engine.find(phrasing, most=40)
            if found.hits:
                answered.append((_row(found), float(found.hits[0].entry.id == entry.id)))
            if (others := _struck(found, entry)).hits:
                unanswered.append((_row(others), 0.0))
    return answered, unanswered


def fit(weighed: list[tuple[float, Example]]) -> list[float]:
    """The weights of a logistic regression, by plain gradient ascent."""
    weights = [0.0] * 5
    total = sum(weight for weight, _ in weighed)
    for _ in range(STEPS):
        slope = [0.0] * 5
        for weight, (row, right) in weighed:
            miss = weight * (right - _likely(weights, row))
            slope = [old + miss * value for old, value in zip(slope, row, strict=True)]
        weights = [w + RATE * s / total for w, s in zip(weights, slope, strict=True)]
    return weights


def main() -> None:
    """Prints the weights, then a table of thresholds, for the languages together."""
    content = load()
    answered: list[Example] = []
    unanswered: list[Example] = []
    for language in ("fr", "en"):
        found = examples(content.faq(language), content.synonyms(language), language)
        answered += found[0]
        unanswered += found[1]
    share = UNANSWERED_SHARE * len(answered) / len(unanswered)
    weights = fit([(1.0, row) for row in answered] + [(share, row) for row in unanswered])
    print("constant, score, likeness, margin, said:", [round(weight, 2) for weight in weights])
    print("threshold  right  wrong  answered without an answer")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        sure = [right for row, right in answered if _likely(weights, row) >= threshold]
        false = sum(_likely(weights, row) >= threshold for row, _ in unanswered)
        print(
            f"{threshold:9}  {sum(sure) / len(answered):5.1%}"
            f"  {(len(sure) - sum(sure)) / len(answered):5.1%}  {false / len(unanswered):5.1%}"
        )


def _without(entry: Entry, fold: int) -> Entry:
    kept = (text for at, text in enumerate(entry.phrasings) if at % FOLDS != fold)
    return replace(entry, phrasings=tuple(kept))


def _asked(entries: tuple[Entry, ...], fold: int) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        for phrasing in entry.phrasings[fold::FOLDS]:
            yield entry, phrasing


def _struck(found: Found[Entry], entry: Entry) -> Found[Entry]:
    hits = (hit for hit in found.hits if not set(hit.entry.topics) & set(entry.topics))
    return replace(found, hits=tuple(hits))


def _row(found: Found[Entry]) -> tuple[float, ...]:
    return (1.0, *features(found))


def _likely(weights: list[float], row: tuple[float, ...]) -> float:
    return 1 / (1 + exp(-sum(w * value for w, value in zip(weights, row, strict=True))))


if __name__ == "__main__":
    main()
