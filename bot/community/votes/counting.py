"""Counts an election by any of the methods."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.community.votes import approval, phragmen, schulze
from bot.community.votes.elections import Committees, Election, Method, Tally


@dataclass(frozen=True, slots=True)
class Way:
    """The two questions that a method answers."""

    count: Callable[[Election], Tally]
    committees: Callable[[Election], Committees]


_WAYS: Mapping[Method, Way] = {
    Method.APPROVAL: Way(approval.count, approval.committees),
    Method.PHRAGMEN: Way(phragmen.count, phragmen.committees),
    Method.SCHULZE: Way(schulze.count, schulze.committees),
}


def count(method: Method, election: Election) -> Tally:
    """Return the tally of an election, whose ballots may come in any order."""
    return _WAYS[method].count(election)


def all_tied(method: Method, election: Election) -> Committees:
    """Return every set of winners that the method allows, before the tie rule."""
    return _WAYS[method].committees(election)
