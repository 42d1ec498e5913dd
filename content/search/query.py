"""A question as the index sees it: for each of its words, the terms that may answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from content.search.index import Index
from content.search.spelling import Spelling
from content.search.terms import Reader, Term, is_concept

SYNONYM = 1.0
"""What a synonym is worth beside the word itself."""
KIN = 0.5
"""The same, of a word that means about the same in any field."""
ALIKE = 0.8
"""What a word that looks or sounds like an unknown one is worth, times how alike."""
FAINT = 0.3
UNKNOWN = 0.9
"""How much an unknown word counts against an answer, beside the rarest known one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of the question: how much it matters, and its terms with what each is worth.

    ``strange`` is what a word matters that the collection doesn't know, synonyms aside; else 0.
    """

    weight: float
    terms: Mapping[str, float]
    strange: float


def slots(terms: Iterable[Term], reader: Reader, index: Index, spelling: Spelling) -> list[Slot]:
    """The words of a question that say something; a word said twice counts once."""
    said = (term for term in terms if not _says_nothing(term, reader, index))
    return list({term.stem: _slot(term, reader, index, spelling) for term in said}.values())


def _says_nothing(term: Term, reader: Reader, index: Index) -> bool:
    """Whether a word that the collection does not know is a number, or small words run in."""
    if term.stem in index.idf or term.concepts:
        return False
    return term.word.isdigit() or reader.runs_in(term.word)


def _slot(term: Term, reader: Reader, index: Index, spelling: Spelling) -> Slot:
    terms = dict(_terms(term, reader, index, spelling))
    factor = FAINT if term.faint else 1.0
    if term.stem in index.idf:
        return Slot(factor * index.idf[term.stem], terms, 0.0)
    strange = UNKNOWN * index.rare
    by_concept = [index.idf[concept] for concept in term.concepts if concept in index.idf]
    return Slot(factor * max(by_concept, default=strange), terms, factor * strange)


def _terms(
    term: Term, reader: Reader, index: Index, spelling: Spelling
) -> Iterator[tuple[str, float]]:
    """Terms of the collection with what each is worth, the closest last."""
    kin = {near for key in term.keys for near in reader.kin.get(key, ()) if near in index.idf}
    known = [key for key in term.keys if key in index.idf]
    # What the collection or a synonym explains looks like other words by chance.
    if not kin and not known:
        for alike, likeness in spelling.alike(term.word).items():
            yield alike, ALIKE * likeness
    for near in kin:
        yield near, KIN
    for key in known:
        yield key, SYNONYM if is_concept(key) else 1.0
