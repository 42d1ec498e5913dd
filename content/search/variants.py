"""Compares a question with each way an entry is asked, word by word, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.search.index import Index
from content.search.query import FAINT, Slot
from content.search.terms import Term

ASKED = 0.6
"""How much saying all of the question counts, beside saying nothing else."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask: by stem and concept, the words that say it, each as (place, weight), and
    the trigrams of the whole.
    """

    words: Mapping[str, Sequence[tuple[int, float]]]
    weight: float
    trigrams: frozenset[str]


def variant(terms: Sequence[Term], plain: str, index: Index) -> Variant:
    """The way to ask that these terms are; ``plain`` is all of it, small words included."""
    words: dict[str, list[tuple[int, float]]] = defaultdict(list)
    total = 0.0
    for at, term in enumerate(terms):
        if term.stem not in words:
            weight = index.idf.get(term.stem, index.rare) * (FAINT if term.faint else 1.0)
            total += weight
            for key in (term.stem, *term.concepts):
                words[key].append((at, weight))
    return Variant(words, total, trigrams(plain))


def trigrams(plain: str) -> frozenset[str]:
    """The runs of three letters of a text, from word to word too."""
    bound = f" {plain} "
    return frozenset(bound[at : at + 3] for at in range(len(bound) - 2))


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
        said: dict[int, float] = {}
        for term in self._places.keys() & variant.words.keys():
            most = 0.0
            for place, worth, weighed in self._places[term]:
                if worth > most:
                    most = worth
                if weighed > asked.get(place, 0.0):
                    asked[place] = weighed
            for at, weight in variant.words[term]:
                if weight * most > said.get(at, 0.0):
                    said[at] = weight * most
        if not asked:
            return 0.0
        covered = sum(said.values()) / variant.weight
        return float((sum(asked.values()) / self._total) ** ASKED * covered ** (1 - ASKED))

    def wording(self, variant: Variant) -> float:
        """From 0 to 1: the share of their letters, three by three, that both have (Dice)."""
        shared = len(self._trigrams & variant.trigrams)
        return 2 * shared / (len(self._trigrams) + len(variant.trigrams))
