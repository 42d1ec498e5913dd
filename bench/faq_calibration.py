"""Fits how sure the search is of its first hit, and prints what each threshold would do.

The entries of the content are their own examples. Right: each phrasing is asked of an index that
doesn't hold it (three folds). Without an answer: the same question, the entries of its topics
struck off, which is harder than a question about something else; and the questions that people ask
elsewhere (data/faq_elsewhere.txt: telephone, health, taxes, travel...). The set of the tests, whose
questions nobody wrote from the phrasings, is added to both. Then the same of titles alone.

    python -m bench.faq_calibration
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import exp
from pathlib import Path

from content import Html, load
from content.faq import Entry
from content.search.confidence import features
from content.search.engine import Engine
from content.search.evaluation import read_queries
from content.search.languages import language_of
from content.search.verdicts import Found
from content.synonyms import Synonyms

ELSEWHERE = Path(__file__).parent / "data" / "faq_elsewhere.txt"
QUERIES = Path(__file__).parents[1] / "tests" / "content" / "data" / "faq_queries.csv"
FOLDS = 3
ASKED = 4
"""One phrasing in so many is asked of the others: enough for six weights, and soon done."""
STEPS, HELD = 12, 1.0
UNANSWERED_SHARE = 0.5
"""How much the examples without an answer weigh: a false answer at night costs trust."""
TESTS_SHARE = 0.5
"""The same, of the questions of the tests that have an answer."""

Example = tuple[tuple[float, ...], float]


def examples(
    entries: tuple[Entry, ...], synonyms: Synonyms, language: str, *, bare: bool
) -> tuple[list[Example], list[Example]]:
    """Features and rightness (1 or 0): of questions with an answer, then without."""
    answered: list[Example] = []
    unanswered: list[Example] = []
    for fold in range(FOLDS):
        held = (_bare(entry) if bare else _without(entry, fold) for entry in entries)
        engine = Engine(held, synonyms, language)
        for entry, phrasing in _asked(entries, fold):
            found = engine.find(phrasing, most=40)
            if found.hits:
                answered.append((_row(found), float(found.hits[0].entry.id == entry.id)))
            if (others := _struck(found, entry)).hits:
                unanswered.append((_row(others), 0.0))
    return answered, unanswered


def elsewhere(engine: Engine[Entry]) -> list[Example]:
    """Features of the questions that people ask elsewhere, in French."""
    asked = map(engine.find, ELSEWHERE.read_text(encoding="utf-8").splitlines())
    return [(_row(found), 0.0) for found in asked if found.hits]


def asked_in_tests(engines: Mapping[str, Engine[Entry]]) -> tuple[list[Example], list[Example]]:
    """Features and rightness of the questions of the tests: with an answer, then without."""
    answered: list[Example] = []
    unanswered: list[Example] = []
    for query in read_queries(QUERIES):
        found = engines[language_of(query.text, "fr")].find(query.text)
        if found.hits and query.id:
            answered.append((_row(found), float(found.hits[0].entry.id == query.id)))
        elif found.hits:
            unanswered.append((_row(found), 0.0))
    return answered, unanswered


def fit(weighed: list[tuple[float, Example]]) -> list[float]:
    """The weights of a logistic regression, by Newton's method, lightly held towards zero."""
    size = len(weighed[0][1][0])
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-HELD * weight for weight in weights]
        curve = [[HELD * (i == j) for j in range(size)] for i in range(size)]
        for share, (row, right) in weighed:
            likely = _likely(weights, row)
            miss, bend = share * (right - likely), share * likely * (1 - likely)
            for i, value in enumerate(row):
                slope[i] += miss * value
                for j, other in enumerate(row):
                    curve[i][j] += bend * value * other
        weights = [w + step for w, step in zip(weights, _solve(curve, slope), strict=True)]
    return weights


def main() -> None:
    """Prints what fits entries as they are, then what fits their titles alone."""
    print("entries, each with its ways to be asked")
    calibrate(bare=False)
    print("titles alone")
    calibrate(bare=True)


def calibrate(*, bare: bool) -> None:
    """Prints the weights, then a table of thresholds, for the languages together."""
    content = load()
    answered: list[Example] = []
    unanswered: list[Example] = []
    engines: dict[str, Engine[Entry]] = {}
    for language in ("fr", "en"):
        entries, synonyms = content.faq(language), content.synonyms(language)
        found = examples(entries, synonyms, language, bare=bare)
        answered += found[0]
        unanswered += found[1]
        shown = map(_bare, entries) if bare else entries
        engines[language] = Engine(shown, synonyms, language)
    strangers = elsewhere(engines["fr"])
    tests = asked_in_tests(engines)
    weighed = [(1.0, example) for example in answered]
    weighed += [(TESTS_SHARE * len(answered) / len(tests[0]), example) for example in tests[0]]
    for group in (unanswered, strangers, tests[1]):
        share = UNANSWERED_SHARE * len(answered) / len(group)
        weighed += [(share, example) for example in group]
    weights = fit(weighed)
    print("constant, then of each feature:", [round(w, 2) for w in weights])
    print("threshold  right  wrong  answered: other topics, elsewhere; tests: right, wrong, false")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        sure = [right for row, right in answered if _likely(weights, row) >= threshold]
        near, far, false = (
            sum(_likely(weights, row) >= threshold for row, _ in group) / len(group)
            for group in (unanswered, strangers, tests[1])
        )
        told = [right for row, right in tests[0] if _likely(weights, row) >= threshold]
        print(
            f"{threshold:9}  {sum(sure) / len(answered):5.1%}"
            f"  {(len(sure) - sum(sure)) / len(answered):5.1%}  {near:5.1%}  {far:5.1%}"
            f"  {sum(told) / len(tests[0]):5.1%}"
            f"  {(len(told) - sum(told)) / len(tests[0]):5.1%}  {false:5.1%}"
        )


def _bare(entry: Entry) -> Entry:
    return replace(entry, phrasings=(), answer=Html(""))


def _without(entry: Entry, fold: int) -> Entry:
    kept = (text for at, text in enumerate(entry.phrasings) if at % FOLDS != fold)
    return replace(entry, phrasings=tuple(kept))


def _asked(entries: tuple[Entry, ...], fold: int) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        for phrasing in entry.phrasings[fold::FOLDS][::ASKED]:
            yield entry, phrasing


def _struck(found: Found[Entry], entry: Entry) -> Found[Entry]:
    hits = (hit for hit in found.hits if not set(hit.entry.topics) & set(entry.topics))
    return replace(found, hits=tuple(hits))


def _row(found: Found[Entry]) -> tuple[float, ...]:
    return (1.0, *features(found))


def _solve(rows: list[list[float]], values: list[float]) -> list[float]:
    """The solution of a small system of equations (Gauss-Jordan; the matrix is well behaved)."""
    system = [[*row, value] for row, value in zip(rows, values, strict=True)]
    for at, row in enumerate(system):
        system[at] = row = [value / row[at] for value in row]
        for other in range(len(system)):
            if other != at:
                factor = system[other][at]
                system[other] = [x - factor * y for x, y in zip(system[other], row, strict=True)]
    return [row[-1] for row in system]


def _likely(weights: list[float], row: tuple[float, ...]) -> float:
    return 1 / (1 + exp(-sum(w * value for w, value in zip(weights, row, strict=True))))


if __name__ == "__main__":
    main()
