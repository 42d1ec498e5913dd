"""Recounts a published vote, and says the first thing that is not as published."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from bot.community.votes.ballots import Ballot, approving
from bot.community.votes.draw import commitment
from bot.community.votes.elections import Method
from bot.community.votes.publication import Publication, close, record
from bot.community.votes.themes import Theme


class BadPublicationError(ValueError):
    """The text is no published vote; the message says why, in French."""


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

    Raises BadPublicationError for a text that is no publication.
    """
    try:
        published = json.loads(text)
        promise = commitment(published["vote"], published["secret"])
        if promise != published["commitment"]:
            return Different("commitment", published["commitment"], promise)
        if "ballots" not in published:
            return OrderOnly()
        recounted = record(_recounted(published))
    except KeyError as error:
        raise BadPublicationError(f"il manque {error}") from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadPublicationError(str(error)) from error
    return _different(published, recounted) or Same(recounted["result"]["voters"])


def _different(published: dict[str, Any], recounted: dict[str, Any]) -> Different | None:
    """The first difference, the result before the rest: that is what people read."""
    sections = ["result", *(key for key in recounted | published if key != "result")]
    found = (_difference(key, published.get(key), recounted.get(key)) for key in sections)
    return next((difference for difference in found if difference), None)


def _recounted(published: dict[str, Any]) -> Publication:
    return close(
        published["vote"],
        Method(published["method"]),
        published["seats"],
        [_theme(theme) for theme in published["themes"]],
        [_ballot(ballot) for ballot in published["ballots"]],
        published["secret"],
    )


def _theme(told: dict[str, Any]) -> Theme:
    treated = told["treated_on"]
    return Theme(
        told["id"],
        told["title"],
        date.fromisoformat(told["proposed_on"]),
        date.fromisoformat(treated) if treated else None,
    )


def _ballot(told: dict[str, Any]) -> Ballot:
    if "ranking" in told:
        return Ballot(tuple(frozenset(rank) for rank in told["ranking"]), told["count"])
    return approving(told["approves"], told["count"])


def _difference(where: str, published: object, recounted: object) -> Different | None:
    """The first place where two values differ, as a path: ``result.order.2.theme``."""
    pairs = _pairs(published, recounted)
    if pairs is None:
        return None if published == recounted else Different(where, published, recounted)
    found = (_difference(f"{where}.{key}", *pair) for key, pair in pairs)
    return next((difference for difference in found if difference), None)


def _pairs(
    published: object, recounted: object
) -> list[tuple[object, tuple[object, object]]] | None:
    """What stands at the same place in both, None where they are single values."""
    match published, recounted:
        case dict(), dict():
            keys = [*recounted, *(key for key in published if key not in recounted)]
            return [(key, (published.get(key), recounted.get(key))) for key in keys]
        case list(), list():
            return [*enumerate(zip_longest(published, recounted), 1)]
    return None
