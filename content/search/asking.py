"""Answers a question: sure, perhaps one of three, or unknown with topics to browse."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic

from content.search.confidence import CALIBRATION, confidence
from content.search.engine import Engine
from content.search.languages import language_of
from content.search.verdicts import E, Found, Nothing, Perhaps, Sure, Unknown, Verdict
from content.synonyms import Synonyms

RELATED = 2
CHOICES = 3
NEAR = 0.6
"""A choice is offered when its score is at least this share of the first one's."""


class Search(Generic[E]):
    """The questions and answers of one language."""

    def __init__(
        self, entries: Iterable[E], synonyms: Synonyms | None = None, language: str = "fr"
    ) -> None:
        with _collector_at_rest():
            self._engine = Engine(entries, synonyms or Synonyms(), language)
        self._by_id = {entry.id: entry for entry in self._engine.entries}

    def ask(self, text: str) -> Verdict[E]:
        """The answer to a person's question, in whatever words."""
        found = self.find(text)
        if not found.hits and not found.said:
            return Nothing()
        likely = confidence(found)
        if likely >= CALIBRATION.sure:
            entry = found.hits[0].entry
            return Sure(entry, self._related(entry))
        if likely >= CALIBRATION.perhaps:
            least = NEAR * found.hits[0].score
            near = (hit.entry for hit in found.hits[:CHOICES] if hit.score >= least)
            return Perhaps(tuple(near))
        return Unknown(_topics(found))

    def find(self, text: str) -> Found[E]:
        """The nearest entries, sure or not: to list, to measure."""
        return self._engine.find(text)

    def _related(self, entry: E) -> tuple[E, ...]:
        known = (self._by_id[id] for id in entry.related if id in self._by_id)
        return tuple(known)[:RELATED]


@dataclass(frozen=True, slots=True)
class Asked(Generic[E]):
    """The verdict, and the language in which to give it."""

    language: str
    verdict: Verdict[E]


class Searches(Generic[E]):
    """The searches of each language: the words of the question choose."""

    def __init__(self, by_language: Mapping[str, Search[E]]) -> None:
        self._by_language = dict(by_language)

    def ask(self, text: str, preferred: str) -> Asked[E]:
        """``preferred`` is the person's language, taken when the question doesn't tell.

        Raises KeyError when it is no known language.
        """
        language = language_of(text, preferred)
        if language not in self._by_language:
            language = preferred
        return Asked(language, self._by_language[language].ask(text))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python's collector of cycles from going through what is built, of which all stays."""
    works = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if works:
            gc.enable()


def _topics(found: Found[E]) -> tuple[str, ...]:
    """The topics of the nearest entries, each once."""
    return tuple(dict.fromkeys(topic for hit in found.hits[:CHOICES] for topic in hit.entry.topics))
