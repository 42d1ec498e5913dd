"""Recounts a published vote, and says the first thing that is not as published."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from bot.community.votes.draw import commitment
from bot.community.votes.files import Nothing, loaded, quoted
from bot.community.votes.publication import record
from bot.community.votes.published import read

_NONE = Nothing()


@dataclass(frozen=True, slots=True)
class Same:
    """The recount gives what was published."""

    voters: int


@dataclass(frozen=True, slots=True)
class Different:
    """The first difference: where it stands, what was published there, what the recount gives."""

    where: str
    published: object
    recounted: object


@dataclass(frozen=True, slots=True)
class OrderOnly:
    """Too few people voted for their ballots to be published: nothing can be recounted."""


Verdict = Same | Different | OrderOnly


def verify(text: str) -> Verdict:
    """Return whether a published vote stands when it is counted again.

    Raises BadFileError for a text that is no publication.
    """
    published = loaded(text)
    vote = read(published)
    promise = commitment(vote.vote, vote.secret)
    if promise != vote.commitment:
        return Different("commitment", vote.commitment, promise)
    recounted = record(vote.counted())
    if vote.ballots is None:
        recounted["result"] = {"order": _order(published, recounted)}
        return _different(published, recounted) or OrderOnly()
    return _different(published, recounted) or Same(sum(ballot.count for ballot in vote.ballots))


def _order(published: dict[str, Any], recounted: dict[str, Any]) -> object:
    """Return the order as it is published where it names every theme once: no ballot denies it."""
    match published.get("result"):
        case {"order": [*told]} if sorted(map(quoted, told)) == sorted(
            quoted(theme["id"]) for theme in recounted["themes"]
        ):
            return told
    return recounted["result"]["order"]


def _different(published: dict[str, Any], recounted: dict[str, Any]) -> Different | None:
    """The first difference, the result before the rest: that is what people read."""
    sections = ["result", *(key for key in recounted | published if key != "result")]
    found = (
        _difference(key, published.get(key, _NONE), recounted.get(key, _NONE)) for key in sections
    )
    return next((difference for difference in found if difference), None)


def _difference(where: str, published: object, recounted: object) -> Different | None:
    """The first place where two values differ, as a path: ``result.order.2.theme``."""
    pairs = _pairs(published, recounted)
    if pairs is None:
        # Of one type: Python takes 1, 1.0 and true for equals, and a file that says them is not.
        same = type(published) is type(recounted) and published == recounted
        return None if same else Different(where, published, recounted)
    found = (_difference(f"{where}.{key}", *pair) for key, pair in pairs)
    return next((difference for difference in found if difference), None)


def _pairs(
    published: object, recounted: object
) -> list[tuple[object, tuple[object, object]]] | None:
    """What stands at the same place in both, None where they are single values."""
    match published, recounted:
        case dict(), dict():
            keys = [*recounted, *(key for key in published if key not in recounted)]
            return [(key, (published.get(key, _NONE), recounted.get(key, _NONE))) for key in keys]
        case list(), list():
            return [*enumerate(zip_longest(published, recounted, fillvalue=_NONE), 1)]
    return None
