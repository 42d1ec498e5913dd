"""Finds the entries that answer a question, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import Generic

from content.search.index import Index
from content.search.query import Slot, slots
from content.search.spelling import Spelling
from content.search.terms import Reader
from content.search.variants import Comparison, variant
from content.search.verdicts import E, Found, Hit
from content.synonyms import Synonyms

CANDIDATES = 40
"""How many of the index's best are compared way by way."""
BY_VARIANT = 0.35


class Engine(Generic[E]):
    """A collection of one language, ready to be asked."""

    def __init__(self, entries: Iterable[E], synonyms: Synonyms, language: str) -> None:
        self.entries = tuple(entries)
        self._reader = Reader(language, synonyms)
        documents = [
            {
                "question": [self._reader.terms(entry.question)],
                "phrasings": [self._reader.terms(text) for text in entry.phrasings],
                "topics": [self._reader.terms(" ".join(entry.topics))],
                "answer": [self._reader.terms(entry.answer)],
            }
            for entry in self.entries
        ]
        self._index = Index(documents)
        self._spelling = Spelling(self._index.words, by_ear=language == "fr")
        self._variants = [
            [
                variant(terms, self._index)
                for terms in (*document["question"], *document["phrasings"])
                if terms
            ]
            for document in documents
        ]

    def find(self, text: str, most: int = 10) -> Found[E]:
        """The best entries for a question, at most ``most``."""
        asked = slots(text, self._reader, self._index, self._spelling)
        total = sum(slot.weight for slot in asked)
        comparison = Comparison(asked)
        found = self._by_index(asked)
        hits = [
            self._hit(number, comparison, found[number] / total)
            for number in nlargest(CANDIDATES, found, key=lambda number: found[number])
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.entry.id))
        return Found(tuple(hits[:most]), total / self._index.rare)

    def _hit(self, number: int, comparison: Comparison, by_index: float) -> Hit[E]:
        likeness = max(map(comparison.likeness, self._variants[number]), default=0.0)
        score = BY_VARIANT * likeness + (1 - BY_VARIANT) * by_index
        return Hit(self.entries[number], score, likeness)

    def _by_index(self, asked: Sequence[Slot]) -> dict[int, float]:
        """Sum over the question's words of what its best term gives each entry."""
        total: dict[int, float] = defaultdict(float)
        for slot in asked:
            best: dict[int, float] = {}
            for term, worth in sorted(slot.terms.items(), key=lambda pair: -pair[1]):
                factor = worth * min(self._index.idf[term], slot.weight)
                for number, share in self._index.postings[term]:
                    if factor * share > best.get(number, 0.0):
                        best[number] = factor * share
            for number, score in best.items():
                total[number] += score
        return total
