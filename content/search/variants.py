"""Compares a question with each way an entry is asked, word by word, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.search.index import Index
from content.search.query import FAINT, Slot
from content.search.terms import Term


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask: its words, each as (weight, its stem and concepts), and their total."""

    words: tuple[tuple[float, tuple[str, ...]], ...]
    weight: float


def variant(terms: Sequence[Term], index: Index) -> Variant:
    """The way to ask that these terms are."""
    seen = {
        term.stem: (
            index.idf.get(term.stem, index.rare) * (FAINT if term.faint else 1.0),
            (term.stem, *term.concepts),
        )
        for term in terms
    }
    return Variant(tuple(seen.values()), sum(weight for weight, _ in seen.values()))


class Comparison:
    """A question, ready to be compared with many variants."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._weights = [slot.weight for slot in slots]
        self._total = sum(self._weights)
        self._places: Mapping[str, list[tuple[int, float]]] = _places(slots)

    def likeness(self, variant: Variant) -> float:
        """From 0 to 1: how much of the question the variant says, and of it the question."""
        best: dict[int, float] = {}
        said = 0.0
        for weight, terms in variant.words:
            most = 0.0
            for term in terms:
                for place, worth in self._places.get(term, ()):
                    most = max(most, worth)
                    if worth > best.get(place, 0.0):
                        best[place] = worth
            said += weight * most
        if not best:
            return 0.0
        asked = sum(self._weights[place] * worth for place, worth in best.items())
        return float((asked / self._total) ** 0.6 * (said / variant.weight) ** 0.4)


def _places(slots: Sequence[Slot]) -> Mapping[str, list[tuple[int, float]]]:
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, slot in enumerate(slots):
        for term, worth in slot.terms.items():
            places[term].append((place, worth))
    return places
