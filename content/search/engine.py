"""Finds the entries that answer a question, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import Generic

from content.search.index import Document, Index
from content.search.query import Slot, slots
from content.search.spelling import Spelling
from content.search.terms import Reader, is_concept, plain
from content.search.variants import Comparison, Variant, trigrams, variant
from content.search.verdicts import E, Found, Hit
from content.synonyms import Synonyms

CANDIDATES = 10
"""How many of the index's best are compared way by way."""
CLOSEST = 4
"""How many ways to ask an entry, the nearest letter by letter, are compared word by word."""
KEPT = 120
"""How many entries are kept from word to word: once there are so many, a term that more of them say
only orders those."""
VERBATIM = 1.5
"""The score of an entry that is asked so, word for word: above any other."""
BY_INDEX, BY_SENSE, BY_WORDING = 0.52, 0.15, 0.33
"""The shares in a score of the index, of the nearest way to ask word by word, and of the nearest
one letter by letter, small words and all: who asks the same thing often says it the same way."""


class Engine(Generic[E]):
    """A collection of one language, ready to be asked."""

    def __init__(self, entries: Iterable[E], synonyms: Synonyms, language: str) -> None:
        self.entries = tuple(entries)
        self._reader = Reader(language, synonyms)
        asked_as = sum(1 + len(entry.phrasings) for entry in self.entries)
        self._mean_ways = asked_as / max(len(self.entries), 1)
        self._verbatim: dict[str, int] = {}
        questions: dict[str, int] = {}
        documents = [
            self._read(number, entry, questions) for number, entry in enumerate(self.entries)
        ]
        self._verbatim |= questions  # a question goes before another entry's way to ask
        self._index = Index(documents)
        self._spelling = Spelling(self._reader.met(), by_ear=language == "fr")
        self._ways: dict[int, list[tuple[frozenset[str], str]]] = {}
        self._variants: dict[str, Variant] = {}

    def _read(self, number: int, entry: E, questions: dict[str, int]) -> Document:
        """What an entry says by field; how it is asked, word for word, is noted on the way."""
        reader = self._reader
        question = reader.tokens((entry.question,))
        phrasings = reader.tokens(entry.phrasings)
        questions |= dict.fromkeys(plain(question), number)
        for phrasing in plain(phrasings):
            self._verbatim.setdefault(phrasing, number)
        return {
            "question": Counter(reader.keys(question)),
            "phrasings": Counter(reader.keys(phrasings)),
            "topics": Counter(reader.keys(reader.tokens(entry.topics))),
            "answer": Counter(reader.told(reader.tokens((entry.answer,)))),
        }

    def find(self, text: str) -> Found[E]:
        """The best entries for a question."""
        terms, said = self._reader.read(text)
        asked = slots(terms, self._reader, self._index, self._spelling)
        total = sum(slot.weight for slot in asked)
        found = self._by_index(asked)
        nearest = nlargest(CANDIDATES, found, key=found.__getitem__)
        compared = Comparison(asked, said)
        hits = {number: self._hit(number, found[number] / total, compared) for number in nearest}
        if (verbatim := self._verbatim.get(said)) is not None:
            hits[verbatim] = Hit(self.entries[verbatim], VERBATIM, 1.0, 1.0)
        best = sorted(hits, key=lambda number: (-hits[number].score, self.entries[number].id))
        literal = self._literal(asked, best[0]) if best else 0.0
        shown = tuple(hits[number] for number in best)
        return Found(shown, total / self._index.rare, literal, self._mean_ways)

    def _hit(self, number: int, by_index: float, compared: Comparison) -> Hit[E]:
        """An entry of the index, compared way by way."""
        ways = [(compared.wording(letters), text) for letters, text in self._worded(number)]
        nearest = nlargest(CLOSEST, ways)
        wording = nearest[0][0]
        sense = max([compared.likeness(self._variant(text)) for _, text in nearest])
        score = BY_INDEX * by_index + BY_SENSE * sense + BY_WORDING * wording
        return Hit(self.entries[number], score, sense, wording)

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

    def _worded(self, number: int) -> list[tuple[frozenset[str], str]]:
        """The trigrams of each way an entry is asked, and the way; read when first needed."""
        if number not in self._ways:
            entry = self.entries[number]
            texts = (entry.question, *entry.phrasings)
            read = plain(self._reader.tokens(texts))
            self._ways[number] = list(zip(map(trigrams, read), texts, strict=True))
        return self._ways[number]

    def _variant(self, text: str) -> Variant:
        """A way to ask, made ready when first needed."""
        if text not in self._variants:
            self._variants[text] = variant(self._reader.read(text)[0], self._index)
        return self._variants[text]

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
                least = sorted(total.values())[-KEPT]
                total = {number: given for number, given in total.items() if given >= least}
        return total

    def _given(self, slot: Slot, total: Mapping[int, float]) -> dict[int, float]:
        """What the best term of a word gives each entry that says it."""
        best: dict[int, float] = {}
        for term, worth in slot.terms.items():
            factor = worth * min(self._index.idf[term], slot.weight)
            postings = self._index.postings[term]
            if len(postings) > KEPT <= len(total):
                postings = {at: postings[at] for at in total if at in postings}
            for number, share in postings.items():
                given = factor * share
                if given > best.get(number, 0.0):
                    best[number] = given
        return best
