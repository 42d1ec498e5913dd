"""Finds the entries that answer a question, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Generic

from content.search.index import Document, Index
from content.search.query import Slot, slots
from content.search.spelling import Spelling
from content.search.terms import Reader, is_concept
from content.search.variants import Comparison, Variant, variant
from content.search.verdicts import E, Found, Hit
from content.synonyms import Synonyms

CANDIDATES = 25
"""How many of the index's best are compared way by way."""
COMMON, KEPT = 200, 400
"""A term in more entries than this is common; how many entries are kept from word to word."""
VERBATIM = 1.5
"""The score of an entry that is asked so, word for word: above any other."""
BY_VARIANT = 0.35
"""The share of that comparison in the score; the index has the rest."""


class Engine(Generic[E]):
    """A collection of one language, ready to be asked."""

    def __init__(self, entries: Iterable[E], synonyms: Synonyms, language: str) -> None:
        self.entries = tuple(entries)
        self._reader = Reader(language, synonyms)
        self._verbatim: dict[str, int] = {}
        questions: dict[str, int] = {}
        documents = [
            self._read(number, entry, questions) for number, entry in enumerate(self.entries)
        ]
        self._verbatim |= questions  # a question goes before another entry's way to ask
        self._index = Index(documents)
        self._spelling = Spelling(self._index.words, by_ear=language == "fr")
        self._asked_as = [(*document["question"], *document["phrasings"]) for document in documents]
        self._variants: dict[int, list[Variant]] = {}

    def _read(self, number: int, entry: E, questions: dict[str, int]) -> Document:
        """The terms of an entry by field; how it is asked, word for word, is noted on the way."""
        question, plain = self._reader.read(entry.question)
        questions[plain] = number
        phrasings = []
        for text in entry.phrasings:
            terms, plain = self._reader.read(text)
            phrasings.append(terms)
            self._verbatim.setdefault(plain, number)
        return {
            "question": [question],
            "phrasings": phrasings,
            "topics": [self._reader.terms(" ".join(entry.topics))],
            "answer": [self._reader.terms(entry.answer)],
        }

    def find(self, text: str, most: int = 10) -> Found[E]:
        """The best entries for a question, at most ``most``."""
        asked = slots(text, self._reader, self._index, self._spelling)
        total = sum(slot.weight for slot in asked)
        comparison = Comparison(asked)
        found = self._by_index(asked)
        scored: dict[int, tuple[float, float]] = {}
        least: list[float] = []  # the best scores so far, the least of them first
        for number in nlargest(CANDIDATES, found, key=lambda number: found[number]):
            by_index = (1 - BY_VARIANT) * found[number] / total
            if len(least) == most and BY_VARIANT + by_index < least[0]:
                break  # not even the closest way to ask would bring it, or any after it, among them
            likeness = max(map(comparison.likeness, self._ways(number)), default=0.0)
            scored[number] = (BY_VARIANT * likeness + by_index, likeness)
            least = sorted([*least, scored[number][0]])[-most:]
        if (verbatim := self._verbatim.get(self._reader.plain(text))) is not None:
            scored[verbatim] = (VERBATIM, 1.0)
        best = sorted(scored, key=lambda number: (-scored[number][0], self.entries[number].id))
        hits = (
            Hit(self.entries[number], *scored[number], self._literal(asked, number))
            for number in best[:most]
        )
        return Found(tuple(hits), total / self._index.rare)

    def _literal(self, asked: Sequence[Slot], number: int) -> float:
        """How much of the question an entry says in the same words, or near, from 0 to 1."""
        said = total = 0.0
        for slot in asked:
            weight = max(slot.weight, slot.strange)
            worth = (
                worth
                for term, worth in slot.terms.items()
                if not is_concept(term) and number in self._index.postings[term]
            )
            said += weight * max(worth, default=0.0)
            total += weight
        return said / total if total else 1.0

    def _ways(self, number: int) -> list[Variant]:
        """The ways an entry is asked, made ready when first needed."""
        if number not in self._variants:
            ways = (variant(terms, self._index) for terms in self._asked_as[number] if terms)
            self._variants[number] = list(ways)
        return self._variants[number]

    def _by_index(self, asked: Sequence[Slot]) -> dict[int, float]:
        """Sum over the question's words of what its best term gives each entry.

        The words that say most go first; once there are enough entries, what is said nearly
        everywhere only orders them.
        """
        total: dict[int, float] = {}
        for slot in sorted(asked, key=lambda slot: -slot.weight):
            best: dict[int, float] = {}
            for term, worth in slot.terms.items():
                factor = worth * min(self._index.idf[term], slot.weight)
                postings = self._index.postings[term]
                if len(postings) > COMMON and len(total) >= CANDIDATES:
                    postings = {at: postings[at] for at in total if at in postings}
                for number, share in postings.items():
                    given = factor * share
                    if given > best.get(number, 0.0):
                        best[number] = given
            for number, given in best.items():
                total[number] = total.get(number, 0.0) + given
            if len(total) > KEPT:
                total = dict(nlargest(KEPT, total.items(), key=itemgetter(1)))
        return total
