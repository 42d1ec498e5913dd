"""Several words said as one thing, read as they are meant: « m'as te dire » for « je vais te »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from operator import itemgetter

from moderation.language.lexicon.spelling import SPOKEN

Token = tuple[str, int, int]  # a word, and where it stands in the reading

# What may stand before: « il m'a te » belongs to somebody else.
_BEFORE = frozenset("je pis et mais moi que qu' si faque la ben ok sinon ou so fak comme".split())  # noqa: SIM905

_ANYWHERE = frozenset({"you"})


def _read(table: str) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By the first word, what is said and what it means; ``_`` repeats the last word said."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for line in table.strip().splitlines():
        spoken, meaning = line.split("=")
        for said in product(*(part.split("|") for part in spoken.split())):
            meant = tuple(said[-1] if word == "_" else word for word in meaning.split())
            found.setdefault(said[0], []).append((said, meant))
    return found


_SPOKEN = _read(SPOKEN)


def respoken(tokens: list[Token]) -> list[Token]:
    """The words with those of :data:`SPOKEN` replaced; each keeps the place of what was said."""
    if _SPOKEN.keys().isdisjoint(map(itemgetter(0), tokens)):
        return tokens
    return list(_replaced(tokens))


def _replaced(tokens: list[Token]) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        said = _said(tokens, at)
        if said is None:
            yield tokens[at]
            at += 1
            continue
        length, meant = said
        start, end = tokens[at][1], tokens[at + length - 1][2]
        yield from ((word, start, end) for word in meant)
        at += length


def _said(tokens: list[Token], at: int) -> tuple[int, tuple[str, ...]] | None:
    choices = _SPOKEN.get(tokens[at][0])
    if choices is None or not (tokens[at][0] in _ANYWHERE or _opens(tokens, at)):
        return None
    for said, meant in choices:
        if tuple(word for word, _, _ in tokens[at : at + len(said)]) == said:
            return len(said), meant
    return None


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether nobody else is the subject: the start of a clause, or a small word before."""
    before = tokens[at - 1][0] if at else "."
    return before in _BEFORE or not before[0].isalnum()
