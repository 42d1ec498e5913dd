"""Finds the entries that answer a question, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Generic

from content.search.index import Document, Index
from content.search.query import Slot, slots
from content.search.spelling import Spelling
from content.search.terms import Reader, Term, is_concept
from content.search.variants import Comparison, Variant, variant
from content.search.verdicts import E, Found, Hit
from content.synonyms import Synonyms

CANDIDATES = 12
"""How many of the index's best are compared way by way."""
COMMON, KEPT = 200, 400
"""A term in more entries than this is common; how many entries are kept from word to word."""
VERBATIM = 1.5
"""The score of an entry that is asked so, word for word: above any other."""
BY_INDEX, BY_SENSE, BY_WORDING = 0.57, 0.15, 0.28
"""The shares in a score of the index, of the nearest way to ask word by word, and of the nearest
one letter by letter, small words and all: who asks the same thing often says it the same way."""


class Engine(Generic[E]):
    """A collection of one language, ready to be asked."""

    def __init__(self, entries: Iterable[E], synonyms: Synonyms, language: str) -> None:
        self.entries = tuple(entries)
        self._reader = Reader(language, synonyms)
        self._verbatim: dict[str, int] = {}
        self._asked_as: list[list[tuple[list[Term], str]]] = []
        questions: dict[str, int] = {}
        documents = [
            self._read(number, entry, questions) for number, entry in enumerate(self.entries)
        ]
        self._verbatim |= questions  # a question goes before another entry's way to ask
        self._index = Index(documents)
        self._spelling = Spelling(self._reader.met(), by_ear=language == "fr")
        self._variants: dict[int, list[Variant]] = {}

    def _read(self, number: int, entry: E, questions: dict[str, int]) -> Document:
        """The terms of an entry by field; how it is asked, word for word, is noted on the way."""
        asked_as = [self._reader.read(text) for text in (entry.question, *entry.phrasings)]
        self._asked_as.append(asked_as)
        questions[asked_as[0][1]] = number
        for _, plain in asked_as[1:]:
            self._verbatim.setdefault(plain, number)
        question, *phrasings = [terms for terms, _ in asked_as]
        return {
            "question": [question],
            "phrasings": phrasings,
            "topics": [self._reader.terms(" ".join(entry.topics))],
            "answer": [self._reader.terms(entry.answer)],
        }

    def find(self, text: str, most: int = 10) -> Found[E]:
        """The best entries for a question, at most ``most``."""
        terms, plain = self._reader.read(text)
        asked = slots(terms, self._reader, self._index, self._spelling)
        total = sum(slot.weight for slot in asked)
        found = self._by_index(asked)
        nearest = nlargest(CANDIDATES, found, key=lambda number: found[number])
        compared = Comparison(asked, plain)
        hits = {number: self._hit(number, found[number] / total, compared) for number in nearest}
        if (verbatim := self._verbatim.get(plain)) is not None:
            literal = self._literal(asked, verbatim)
            hits[verbatim] = Hit(self.entries[verbatim], VERBATIM, 1.0, 1.0, literal)
        best = sorted(hits.values(), key=lambda hit: (-hit.score, hit.entry.id))
        return Found(tuple(best[:most]), total / self._index.rare)

    def _hit(self, number: int, by_index: float, compared: Comparison) -> Hit[E]:
        """An entry of the index, compared way by way."""
        ways = self._ways(number)
        sense = max(map(compared.likeness, ways), default=0.0)
        wording = max(map(compared.wording, ways), default=0.0)
        score = BY_INDEX * by_index + BY_SENSE * sense + BY_WORDING * wording
        literal = self._literal(compared.slots, number)
        return Hit(self.entries[number], score, sense, wording, literal)

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
            asked_as = self._asked_as[number]
            self._variants[number] = [variant(*read, self._index) for read in asked_as if read[0]]
        return self._variants[number]

    def _by_index(self, asked: Sequence[Slot]) -> dict[int, float]:
        """Sum over the question's words of what its best term gives each entry.

        The words that say most go first; once there are enough entries, what is said nearly
        everywhere only orders them.
        """
        total: dict[int, float] = {}
        for slot in sorted(asked, key=lambda slot: -slot.weight):
            for number, given in self._given(slot, total).items():
                total[number] = total.get(number, 0.0) + given
            if len(total) > KEPT:
                total = dict(nlargest(KEPT, total.items(), key=itemgetter(1)))
        return total

    def _given(self, slot: Slot, total: Mapping[int, float]) -> dict[int, float]:
        """What the best term of a word gives each entry that says it."""
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
        return best
