"""Compares a question with each way an entry is asked, word by word, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from content.search.index import Index
from content.search.query import FAINT, Slot
from content.search.terms import Term

ASKED = 0.6
"""How much saying all of the question counts, beside saying nothing else."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask: the keys and the weight of each word that says something, the weight of
    all, and the trigrams of the whole.
    """

    words: Sequence[tuple[Sequence[str], float]]
    weight: float
    trigrams: frozenset[str]


def variant(terms: Sequence[Term], plain: str, index: Index) -> Variant:
    """The way to ask that these terms are; ``plain`` is all of it, small words included."""
    words = [
        (term.keys, index.idf.get(stem, index.rare) * (FAINT if term.faint else 1.0))
        for stem, term in {term.stem: term for term in terms}.items()
    ]
    return Variant(words, sum(weight for _, weight in words), trigrams(plain))


def trigrams(plain: str) -> frozenset[str]:
    """The runs of three letters of a text, from word to word too."""
    bound = f" {plain} "
    return frozenset(map("".join, zip(bound, bound[1:], bound[2:], strict=False)))


def in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their trigrams that two texts have in common, from 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


class Comparison:
    """A question, ready to be compared with many variants."""

    def __init__(self, slots: Sequence[Slot], plain: str) -> None:
        self.slots = slots
        self._trigrams = trigrams(plain)
        self._total = sum(slot.weight for slot in slots)
        self._places: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
        for place, slot in enumerate(slots):
            for term, worth in slot.terms.items():
                self._places[term].append((place, worth, worth * slot.weight))

    def likeness(self, variant: Variant) -> float:
        """From 0 to 1: how much of the question the variant says, and of it the question."""
        asked: dict[int, float] = {}
        said = 0.0
        for keys, weight in variant.words:
            most = 0.0
            for key in keys:
                for place, worth, weighed in self._places.get(key, ()):
                    if worth > most:
                        most = worth
                    if weighed > asked.get(place, 0.0):
                        asked[place] = weighed
            said += weight * most
        if not said:
            return 0.0
        share = sum(asked.values()) / self._total
        return float(share**ASKED * (said / variant.weight) ** (1 - ASKED))

    def wording(self, variant: Variant) -> float:
        """From 0 to 1: how much the variant says the question in the same letters."""
        return in_common(self._trigrams, variant.trigrams)
