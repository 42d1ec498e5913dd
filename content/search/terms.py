"""Turns a text into terms: stems, and the concepts that synonyms share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from content.search.folding import folded_words, words, written
from content.search.stems import stem
from content.synonyms import Synonyms

_CONCEPT = "="
MOST_KNOWN = 100_000
"""Words remembered as read: people could write without end."""


def is_concept(term: str) -> bool:
    """Whether a term stands for a group of synonyms rather than for a stem."""
    return term.startswith(_CONCEPT)


@dataclass(frozen=True, slots=True)
class Term:
    """One word: as written (folded), its stem, the concepts it belongs to.

    ``faint`` words (to do, to want, to need) say little: they weigh less. ``silent`` ones count
    only as a part of an expression.
    """

    word: str
    stem: str
    concepts: tuple[str, ...]
    faint: bool
    silent: bool


class Reader:
    """Reads texts of one language with its synonyms."""

    def __init__(self, language: str, synonyms: Synonyms) -> None:
        self._language = language
        self._silent = frozenset(word for text in synonyms.silent for word in words(text))
        self._faint = frozenset(stem(word, language) for word in synonyms.faint)
        self._short = {key: words(text) for key, text in synonyms.short.items()}
        self._concepts: dict[str, list[str]] = defaultdict(list)
        self._expressions: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
        for number, group in enumerate(synonyms.groups):
            for expression in group:
                stems = [stem(word, language) for word in words(expression)]
                if len(stems) == 1:
                    self._concepts[stems[0]].append(f"{_CONCEPT}{number}")
                elif stems:
                    self._expressions[stems[0], stems[1]].append((stems, f"{_CONCEPT}{number}"))
        self._known: dict[str, tuple[Term, ...]] = {}

    def terms(self, text: str) -> list[Term]:
        """The words of the text that say something, in order."""
        read = self._all(text)
        stems = [term.stem for term in read]
        for at, pair in enumerate(pairwise(stems)):
            if pair in self._expressions:
                for expression, concept in self._expressions[pair]:
                    if stems[at : at + len(expression)] == expression:
                        _share(concept, read, at, at + len(expression))
        return [term for term in read if term.concepts or not term.silent]

    def plain(self, text: str) -> str:
        """The whole text as read, silent words included: the same for the same question."""
        return " ".join(term.word for term in self._all(text))

    def _all(self, text: str) -> list[Term]:
        read: list[Term] = []
        for word in written(text):
            read += self._known.get(word) or self._read(word)
        return read

    def _read(self, word: str) -> tuple[Term, ...]:
        """A word as written: an elision, a short form or a hyphen makes several."""
        folded = [part for each in folded_words(word) for part in self._short.get(each, (each,))]
        terms = tuple(map(self._term, folded))
        if len(self._known) < MOST_KNOWN:
            self._known[word] = terms
        return terms

    def _term(self, word: str) -> Term:
        found = stem(word, self._language)
        concepts = tuple(self._concepts.get(found, ()))
        return Term(word, found, concepts, found in self._faint, word in self._silent)


def _share(concept: str, read: list[Term], start: int, end: int) -> None:
    """Gives each word of an expression the concept that the expression stands for."""
    for at in range(start, end):
        if concept not in read[at].concepts:
            read[at] = replace(read[at], concepts=(*read[at].concepts, concept))
