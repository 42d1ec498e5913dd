"""The inverted index of a collection: BM25 over weighted fields (BM25F)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from operator import attrgetter

from content.search.terms import Term

Document = Mapping[str, Sequence[Sequence[Term]]]
"""The texts of each field, read."""

_KEYS = attrgetter("keys")
SATURATION = 2.5
"""k1 of BM25: how soon saying a word again adds nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """How much a field weighs, and how much its length counts (b of BM25)."""

    weight: float
    length: float


FIELDS: Mapping[str, Field] = {
    "question": Field(2.5, 0.3),
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
        counted = [_counts(document) for document in documents]
        averages = _average_lengths(counted)
        self.postings: dict[str, dict[int, float]] = defaultdict(dict)
        for number, fields in enumerate(counted):
            for term, frequency in _weighted(fields, averages).items():
                self.postings[term][number] = frequency / (frequency + SATURATION)
        self.rare = self._rarity(0)
        self.idf = {term: self._rarity(len(found)) for term, found in self.postings.items()}

    def _rarity(self, documents: int) -> float:
        return log(1 + (self.size - documents + 0.5) / (documents + 0.5))


def _counts(document: Document) -> dict[str, Counter[str]]:
    """How often each field says each stem and concept."""
    return {
        field: Counter(chain.from_iterable(map(_KEYS, chain.from_iterable(texts))))
        for field, texts in document.items()
    }


def _average_lengths(counted: Iterable[Mapping[str, Counter[str]]]) -> dict[str, float]:
    lengths: dict[str, list[int]] = defaultdict(list)
    for fields in counted:
        for field, counts in fields.items():
            lengths[field].append(counts.total())
    return {field: max(sum(found) / len(found), 1.0) for field, found in lengths.items()}


def _weighted(
    fields: Mapping[str, Counter[str]], averages: Mapping[str, float]
) -> dict[str, float]:
    """The frequency of each term over the fields, each divided by how long the field is."""
    total: dict[str, float] = defaultdict(float)
    for name, counts in fields.items():
        field = FIELDS[name]
        longer = counts.total() / averages[name]
        share = field.weight / (1 - field.length + field.length * longer)
        for term, count in counts.items():
            total[term] += share * count
    return total
