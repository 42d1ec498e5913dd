"""Puts themes in order, one place after the other, and keeps what was tied on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from bot.community.votes.elections import Election, Method, Place, Tally, Tie
from bot.community.votes.ties import TieRule

Chosen = tuple[int, ...]
Leaders = Callable[[Chosen], tuple[frozenset[int], Mapping[int, Fraction]]]
"""From the themes placed so far: those that the method puts next, equal, and their scores."""


def placed(election: Election, method: Method, leaders: Leaders) -> Tally:
    """Return the tally of a method that says which themes come next."""
    rule = TieRule(election.themes, election.seed)
    order: list[int] = []
    scores: dict[int, Fraction] = {}
    ties: list[Tie] = []
    while len(order) < len(election.themes):
        tied, their_scores = leaders(tuple(order))
        first, *others = rule.sorted(tied)
        if others:
            ties.append(Tie(len(order) + 1, (first, *others), rule.between(first, others[0])))
        order.append(first)
        if first in their_scores:
            scores[first] = their_scores[first]
    return Tally(
        method, election.seats, election.voters, _places(election, order, scores), (*ties,)
    )


def _places(
    election: Election, order: list[int], scores: Mapping[int, Fraction]
) -> tuple[Place, ...]:
    at = {theme: place for place, theme in enumerate(order)}
    voices, new_voices = [0] * len(order), [0] * len(order)
    for ballot in election.ballots:
        places = [at[theme] for theme in ballot.named]
        for place in places:
            voices[place] += ballot.count
        if places:
            new_voices[min(places)] += ballot.count
    return tuple(
        Place(theme, voices[place], new_voices[place], scores.get(theme))
        for place, theme in enumerate(order)
    )
