"""Fits how sure the search is of its first hit, and prints what each threshold would do.

The entries of the content are their own examples, with all the ways to ask them, with two, and by
their titles alone: how many there are is one of the features. Right: each phrasing is asked of an
index that doesn't hold it (three folds). Without an answer: the same question, the entries of its
topics struck off, which is harder than a question about something else; and the questions that
people ask elsewhere (data/faq_elsewhere.txt: telephone, health, taxes, travel...). The set of the
tests, whose questions nobody wrote from the phrasings, is added to both.

    python -m bench.faq_calibration
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
LEFT = {100: 4.0, 2: 1.0, 0: 1.5}
"""How many phrasings the entries keep (none: titles alone), and how many times more the examples
without an answer weigh there: entries that say all their ways promise more."""
ASKED = 4
"""One phrasing in so many is asked of the others: enough for seven weights, and soon done."""
STEPS, HELD = 12, 1.0
UNANSWERED_SHARE = 0.5
"""How much the examples without an answer weigh: a false answer at night costs trust."""
TESTS_SHARE = 0.5
"""The same, of the questions of the tests that have an answer."""

Example = tuple[tuple[float, ...], float]


@dataclass(frozen=True, slots=True)
class Examples:
    """Features and rightness (1 or 0) of questions: with an answer, about another topic, asked
    elsewhere; and those of the tests, with and without an answer.
    """

    answered: list[Example]
    struck: list[Example]
    elsewhere: list[Example]
    tests_answered: list[Example]
    tests_unanswered: list[Example]

    def weighed(self, strictly: float) -> list[tuple[float, Example]]:
        """All, each group with its share, times ``strictly`` without an answer."""
        whole = len(self.answered)
        weighed = [(1.0, example) for example in self.answered]
        shares = (
            (self.tests_answered, TESTS_SHARE),
            (self.struck, UNANSWERED_SHARE * strictly),
            (self.elsewhere, UNANSWERED_SHARE * strictly),
            (self.tests_unanswered, UNANSWERED_SHARE * strictly),
        )
        return weighed + [
            (share * whole / len(group), example) for group, share in shares for example in group
        ]


def gather(left: int) -> Examples:
    """The examples of both languages, the entries keeping so many phrasings."""
    content = load()
    answered: list[Example] = []
    struck: list[Example] = []
    engines: dict[str, Engine[Entry]] = {}
    for language in ("fr", "en"):
        entries, synonyms = content.faq(language), content.synonyms(language)
        for found, others in asked_of_others(entries, synonyms, language, left):
            answered += found
            struck += others
        shown = [_keeping(entry, entry.phrasings, left) for entry in entries]
        engines[language] = Engine(shown, synonyms, language)
    return Examples(answered, struck, elsewhere(engines["fr"]), *asked_in_tests(engines))


def asked_of_others(
    entries: tuple[Entry, ...], synonyms: Synonyms, language: str, left: int
) -> Iterator[tuple[list[Example], list[Example]]]:
    """What each phrasing finds without itself; then without the entries of its topics."""
    for fold in range(FOLDS):
        held = (_keeping(entry, _without(entry, fold), left) for entry in entries)
        engine = Engine(held, synonyms, language)
        for entry, phrasing in _asked(entries, fold):
            found = engine.find(phrasing)
            others = _struck(found, entry)
            yield (
                [(_row(found), float(found.hits[0].entry.id == entry.id))] if found.hits else [],
                [(_row(others), 0.0)] if others.hits else [],
            )


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
    """Prints the weights, then for each number of phrasings a table of thresholds."""
    gathered = {left: gather(left) for left in LEFT}
    weights = fit([each for left, all in gathered.items() for each in all.weighed(LEFT[left])])
    print("constant, then of each feature:", [round(w, 2) for w in weights])
    for left, examples in gathered.items():
        print(f"entries with at most {left} phrasings" if left else "titles alone")
        thresholds(weights, examples)


def thresholds(weights: list[float], examples: Examples) -> None:
    """Prints what each threshold would do."""
    print("threshold  right  wrong  answered: other topics, elsewhere; tests: right, wrong, false")
    likely = {
        name: [(_likely(weights, row), right) for row, right in getattr(examples, name)]
        for name in Examples.__slots__
    }
    for threshold in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):

        def share(name: str, right: float, threshold: float = threshold) -> str:
            group = likely[name]
            kept = sum(at >= threshold and true == right for at, true in group)
            return f"{kept / len(group):6.1%}"

        shares = (
            share("answered", 1),
            share("answered", 0),
            share("struck", 0),
            share("elsewhere", 0),
            share("tests_answered", 1),
            share("tests_answered", 0),
            share("tests_unanswered", 0),
        )
        print(f"{threshold:9}", *shares)


def _keeping(entry: Entry, phrasings: tuple[str, ...], left: int) -> Entry:
    return replace(entry, phrasings=phrasings[:left], answer=entry.answer if left else Html(""))


def _without(entry: Entry, fold: int) -> tuple[str, ...]:
    return tuple(text for at, text in enumerate(entry.phrasings) if at % FOLDS != fold)


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
