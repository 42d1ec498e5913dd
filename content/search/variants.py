"""Compares a question with each way an entry is asked, word by word, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from content.search.index import Index
from content.search.query import FAINT, Slot
from content.search.terms import Term

ASKED = 0.6
"""How much saying all of the question counts, beside saying nothing else."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask: the weight of each word that says something, where each key is among them,
    and the weight of all.
    """

    weights: Sequence[float]
    places: Mapping[str, Sequence[int]]
    weight: float


def variant(terms: Sequence[Term], index: Index) -> Variant:
    """The way to ask that these terms are."""
    distinct = {term.stem: term for term in terms}
    weights = [
        index.idf.get(stem, index.rare) * (FAINT if term.faint else 1.0)
        for stem, term in distinct.items()
    ]
    places: dict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(distinct.values()):
        for key in term.keys:
            places[key].append(place)
    return Variant(weights, places, sum(weights))


def trigrams(plain: str) -> frozenset[str]:
    """The runs of three letters of a text, from word to word too."""
    words = plain.split()
    joints = [f"{one[-1]} {other[0]}" for one, other in pairwise(words)]
    return frozenset(joints).union(*map(_of_word, words))


@lru_cache(maxsize=65536)
def _of_word(word: str) -> frozenset[str]:
    bound = f" {word} "
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
        told: dict[int, float] = {}
        for key in self._places.keys() & variant.places.keys():
            for place, worth, weighed in self._places[key]:
                asked[place] = max(weighed, asked.get(place, 0.0))
                for at in variant.places[key]:
                    told[at] = max(worth, told.get(at, 0.0))
        said = sum([variant.weights[at] * worth for at, worth in told.items()])
        if not said:
            return 0.0
        share = sum(asked.values()) / self._total
        return float(share**ASKED * (said / variant.weight) ** (1 - ASKED))

    def wording(self, letters: frozenset[str]) -> float:
        """From 0 to 1: how much a variant of these trigrams says the question letter by letter."""
        return in_common(self._trigrams, letters)
