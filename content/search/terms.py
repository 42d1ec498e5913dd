"""Turns a text into terms: stems, and the concepts that synonyms share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, compress, count, pairwise
from operator import attrgetter

from content.search.folding import words
from content.search.stems import stem
from content.synonyms import Synonyms

_CONCEPT, _EVERYDAY = "=", "~"
_BREAK = "|"
"""Stands between two texts read in one go, so that no expression runs from one to the next."""
SHORTEST = 3
"""Letters of the words too short to be told apart: ``dor`` is rather ``dort`` than ``d'or``."""
_RUN_IN_I = re.compile("j(?=[bcdfghjklmnpqrstvwxz][a-z])")  # no French word starts so
_RUN_IN = ("c", "d", "j", "l", "m", "n", "s", "t", "y", "qu")
MOST_KNOWN = 100_000
"""Words remembered as read: people could write without end."""


def is_concept(term: str) -> bool:
    """Whether a term stands for a group of synonyms rather than for a stem."""
    return term.startswith((_CONCEPT, _EVERYDAY))


@dataclass(frozen=True, slots=True)
class Term:
    """One word: as written (folded), and what it is found by: its stem, then its concepts.

    ``faint`` words (to do, to want, to need) say little: they weigh less. ``silent`` ones count
    only as a part of an expression.
    """

    word: str
    keys: tuple[str, ...]
    faint: bool
    silent: bool

    @property
    def stem(self) -> str:
        return self.keys[0]

    @property
    def concepts(self) -> tuple[str, ...]:
        return self.keys[1:]


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between two spaces, read: an elision, a short form or a hyphen makes several
    words. ``plain`` is all of it, folded; ``told`` are the stems of the words that say something,
    ``keys`` all their keys.
    """

    terms: tuple[Term, ...]
    plain: str
    stems: tuple[str, ...]
    told: tuple[str, ...]
    keys: tuple[str, ...]


_PLAIN, _STEMS = attrgetter("plain"), attrgetter("stems")
_TOLD, _KEYS = attrgetter("told"), attrgetter("keys")


class Reader:
    """Reads texts of one language with its synonyms."""

    def __init__(self, language: str, synonyms: Synonyms) -> None:
        self._language = language
        self._silent = frozenset(word for text in synonyms.silent for word in words(text))
        self._faint = frozenset(stem(word, language) for word in synonyms.faint)
        self._short = {key: words(text) for key, text in synonyms.short.items()}
        self._concepts: dict[tuple[str, bool], list[str]] = defaultdict(list)
        self._expressions: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
        self.kin: dict[str, set[str]] = defaultdict(set)
        """What means about the same in any field as a stem, or as an everyday expression."""
        for number, group in enumerate(synonyms.groups):
            for word in self._expressions_of(group, f"{_CONCEPT}{number}"):
                self._concepts[self._key(word)].append(f"{_CONCEPT}{number}")
        for number, group in enumerate(synonyms.everyday):
            concept = f"{_EVERYDAY}{number}"
            said = {stem(word, language) for word in self._expressions_of(group, concept)}
            for key in (said := said | {concept}):
                self.kin[key] |= said - {key}
        self._known = _Known(self._token)
        self._known[_BREAK] = Token((), _BREAK, (_BREAK,), (), ())

    def terms(self, text: str) -> list[Term]:
        """The words of the text that say something, in order."""
        return self.read(text)[0]

    def read(self, text: str) -> tuple[list[Term], str]:
        """The words of the text that say something, in order; and the whole text, plain."""
        tokens = self.tokens((text,))
        terms = [term for token in tokens for term in token.terms]
        for start, end, concept in self._expressed(tokens):
            _share(concept, terms, start, end)
        return _telling(terms), plain(tokens)[0]

    def tokens(self, texts: Iterable[str]) -> list[Token]:
        """The texts read, a break between two."""
        return list(map(self._known.__getitem__, f" {_BREAK} ".join(texts).split()))

    def keys(self, tokens: Iterable[Token]) -> Iterator[str]:
        """All the keys of the words that say something, and of the expressions."""
        concepts = (concept for _, _, concept in self._expressed(tokens))
        return chain(chain.from_iterable(map(_KEYS, tokens)), concepts)

    def told(self, tokens: Iterable[Token]) -> Iterator[str]:
        """The stems alone: a long text says too much for what its words remind of to tell."""
        return chain.from_iterable(map(_TOLD, tokens))

    def met(self) -> dict[str, str]:
        """The stem of each word read so far that says something."""
        terms = (term for token in self._known.values() for term in token.terms)
        return {term.word: term.stem for term in _telling(terms)}

    def _expressions_of(self, group: Iterable[str], concept: str) -> Iterator[str]:
        """Notes the expressions of a group; gives those of its members that are one word."""
        for expression in map(words, group):
            if len(expression) == 1:
                yield expression[0]
            elif expression:
                stems = [stem(word, self._language) for word in expression]
                self._expressions[stems[0], stems[1]].append((stems, concept))

    def _expressed(self, tokens: Iterable[Token]) -> Iterator[tuple[int, int, str]]:
        """Where each expression starts and ends, and the concept that it stands for."""
        stems = list(chain.from_iterable(map(_STEMS, tokens)))
        begun = map(self._expressions.__contains__, pairwise(stems))
        for at in compress(count(), begun):
            for expression, concept in self._expressions[stems[at], stems[at + 1]]:
                if stems[at : at + len(expression)] == expression:
                    yield at, at + len(expression), concept

    def _token(self, written: str) -> Token:
        folded = [part for each in words(written) for part in self._short.get(each, (each,))]
        terms = [self._term(word) for word in folded]
        telling = _telling(terms)
        return Token(
            tuple(terms),
            " ".join([term.word for term in terms]),
            tuple([term.stem for term in terms]),
            tuple([term.stem for term in telling]),
            tuple([key for term in telling for key in term.keys]),
        )

    def _term(self, word: str) -> Term:
        if self._language == "fr" and _RUN_IN_I.match(word):
            word = word[1:]
        found = stem(word, self._language)
        silent = word in self._silent
        concepts = self._concepts.get(self._key(word), ())
        faint = found in self._faint or word.isdigit()
        return Term(word, (found, *concepts), faint, silent)

    def _key(self, word: str) -> tuple[str, bool]:
        """What a word's concepts are found by: a silent one (pas) is no form of another (passe)."""
        silent = word in self._silent
        return (word if silent else stem(word, self._language), silent)

    def runs_in(self, word: str) -> bool:
        """Whether a word is a silent French one without its apostrophe: ``davoir``, ``quon``."""
        if self._language != "fr" or len(word) <= SHORTEST:
            return False
        return any(word.removeprefix(start) in self._silent for start in _RUN_IN)


class _Known(dict[str, Token]):
    """Words already read; a new one is read when asked for."""

    def __init__(self, read: Callable[[str], Token]) -> None:
        self._read = read

    def __missing__(self, word: str) -> Token:
        token = self._read(word)
        if len(self) < MOST_KNOWN:
            self[word] = token
        return token


def _telling(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if not term.silent or len(term.keys) > 1]


def plain(tokens: Iterable[Token]) -> list[str]:
    """Each text as read, silent words included: the same for the same question."""
    return " ".join(filter(None, map(_PLAIN, tokens))).split(f" {_BREAK} ")


def _share(concept: str, read: list[Term], start: int, end: int) -> None:
    """Gives the words of an expression that say something, or its last, what it stands for."""
    telling = [at for at in range(start, end) if not read[at].silent] or [end - 1]
    for at in telling:
        term = read[at]
        if concept not in term.concepts:
            read[at] = Term(term.word, (*term.keys, concept), False, term.silent)
