"""What the search says of a question: sure, perhaps, or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Entry(Protocol):
    """What the search needs of an entry: ``content.faq.Entry`` is one, so is a bare title."""

    @property
    def id(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def phrasings(self) -> tuple[str, ...]: ...
    @property
    def topics(self) -> tuple[str, ...]: ...
    @property
    def related(self) -> tuple[str, ...]: ...
    @property
    def answer(self) -> str: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Hit(Generic[E]):
    """An entry found, from 0 to about 1: ``score`` orders the hits of one question, ``likeness``
    is how close its nearest way to ask is to the question in sense, ``wording`` in letters.
    """

    entry: E
    score: float
    likeness: float
    wording: float


@dataclass(frozen=True, slots=True)
class Found(Generic[E]):
    """What a question finds, best first; ``said`` is how much it says, in words never met, and
    ``literal`` how much of it the first hit says in the same words, synonyms aside; ``ways`` is in
    how many ways an entry of the collection is asked, on average.
    """

    hits: tuple[Hit[E], ...]
    said: float
    literal: float
    ways: float


@dataclass(frozen=True, slots=True)
class Sure(Generic[E]):
    """This entry answers; ``related`` are at most two others to offer."""

    entry: E
    related: tuple[E, ...]


@dataclass(frozen=True, slots=True)
class Perhaps(Generic[E]):
    """One of these at most three entries may answer, the likeliest first."""

    entries: tuple[E, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing here answers; ``topics`` are the nearest ones to browse, possibly none."""

    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing is asked: a greeting, thanks, a sign."""


Verdict = Sure[E] | Perhaps[E] | Unknown | Nothing
