"""Turns a text into terms: stems, and the concepts that synonyms share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.search.folding import words
from content.search.stems import stem
from content.synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class Term:
    """One word that counts: as written (folded), its stem, the concepts it belongs to.

    ``faint`` words (to do, to want, to need) say little: they weigh less.
    """

    word: str
    stem: str
    concepts: tuple[str, ...]
    faint: bool


class Reader:
    """Reads texts of one language with its synonyms."""

    def __init__(self, language: str, synonyms: Synonyms) -> None:
        self.language = language
        self._silent = frozenset(word for text in synonyms.silent for word in words(text))
        self._faint = frozenset(stem(word, language) for word in synonyms.faint)
        self._short = {key: words(text) for key, text in synonyms.short.items()}
        self._expressions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for number, group in enumerate(synonyms.groups):
            for expression in group:
                stems = tuple(stem(word, language) for word in words(expression))
                known = self._expressions.setdefault(stems[0], [])
                known.append((stems, f"={number}"))

    def terms(self, text: str) -> list[Term]:
        """The words of the text that say something, in order."""
        written = list(self._spelled_out(words(text)))
        stems = [stem(word, self.language) for word in written]
        concepts = self._concepts(stems)
        return [
            Term(word, stems[at], tuple(concepts[at]), stems[at] in self._faint)
            for at, word in enumerate(written)
            if concepts[at] or word not in self._silent
        ]

    def _spelled_out(self, written: Iterable[str]) -> Iterator[str]:
        for word in written:
            yield from self._short.get(word, (word,))

    def _concepts(self, stems: list[str]) -> list[list[str]]:
        """For each word, the concepts of the expressions it is a part of."""
        found: list[list[str]] = [[] for _ in stems]
        for at, first in enumerate(stems):
            for expression, concept in self._expressions.get(first, ()):
                if tuple(stems[at : at + len(expression)]) == expression:
                    for place in range(at, at + len(expression)):
                        if concept not in found[place]:
                            found[place].append(concept)
        return found
