"""A question as the index sees it: for each of its words, the terms that may answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.search.index import Index
from content.search.spelling import Spelling
from content.search.terms import Reader, Term

SYNONYM = 1.0
"""What a synonym is worth beside the word itself."""
ALIKE = 0.8
"""What a word that looks or sounds alike is worth, times how alike, when the word is unknown."""
KIN = 0.5
"""The same for a word that the collection knows: what looks alike is then family at most."""
FAINT = 0.3
UNKNOWN = 0.9
"""How much an unknown word counts against an answer, beside the rarest known one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of the question: how much it matters, and its terms with what each is worth."""

    weight: float
    terms: Mapping[str, float]


def slots(text: str, reader: Reader, index: Index, spelling: Spelling) -> list[Slot]:
    """The words of a question that say something; a word said twice counts once."""
    found = {term.stem: _slot(term, index, spelling) for term in reader.terms(text)}
    return list(found.values())


def _slot(term: Term, index: Index, spelling: Spelling) -> Slot:
    terms = dict(_terms(term, index, spelling))
    if term.stem in index.idf:
        weight = index.idf[term.stem]
    else:
        weight = max(
            (index.idf[t] * worth for t, worth in terms.items()), default=UNKNOWN * index.rare
        )
    return Slot(FAINT * weight if term.faint else weight, terms)


def _terms(term: Term, index: Index, spelling: Spelling) -> Iterator[tuple[str, float]]:
    concepts = [concept for concept in term.concepts if concept in index.idf]
    # What the collection or a synonym already explains looks like other words by chance.
    factor = KIN if concepts or term.stem in index.idf else ALIKE
    for alike, likeness in spelling.alike(term.word).items():
        if alike != term.stem:
            yield alike, factor * likeness
    for concept in concepts:
        yield concept, SYNONYM
    if term.stem in index.idf:
        yield term.stem, 1.0
