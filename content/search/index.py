"""The inverted index of a collection: BM25 over weighted fields (BM25F)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

Document = Mapping[str, Counter[str]]
"""How often each field says each stem and concept."""

SATURATION = 2.5
"""k1 of BM25: how soon saying a word again adds nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """How much a field weighs, and how much its length counts (b of BM25)."""

    weight: float
    length: float


FIELDS: Mapping[str, Field] = {
    "question": Field(2.5, 0.6),
    "phrasings": Field(1.5, 0.0),
    "topics": Field(0.3, 0.0),
    "answer": Field(0.7, 0.7),
}


class Index:
    """Terms of documents, each document a text by field.

    ``postings`` gives how much each document says a term (0 to 1), ``idf`` how rare the term is;
    ``rare`` is the rarity of a word never met.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self.size = len(documents)
        averages = _average_lengths(documents)
        self.postings: dict[str, dict[int, float]] = defaultdict(dict)
        for number, document in enumerate(documents):
            for term, frequency in _weighted(document, averages).items():
                self.postings[term][number] = frequency / (frequency + SATURATION)
        self.rare = self._rarity(0)
        self.idf = {term: self._rarity(len(found)) for term, found in self.postings.items()}

    def _rarity(self, documents: int) -> float:
        return log(1 + (self.size - documents + 0.5) / (documents + 0.5))


def _average_lengths(documents: Iterable[Document]) -> dict[str, float]:
    lengths: dict[str, list[int]] = defaultdict(list)
    for document in documents:
        for field, counts in document.items():
            lengths[field].append(counts.total())
    return {field: max(sum(found) / len(found), 1.0) for field, found in lengths.items()}


def _weighted(document: Document, averages: Mapping[str, float]) -> dict[str, float]:
    """The frequency of each term over the fields, each divided by how long the field is."""
    total: dict[str, float] = {}
    for name, counts in document.items():
        field = FIELDS[name]
        longer = counts.total() / averages[name]
        share = field.weight / (1 - field.length + field.length * longer)
        if total:
            for term, count in counts.items():
                total[term] = total.get(term, 0.0) + share * count
        else:
            total = {term: share * count for term, count in counts.items()}
    return total
