"""Themes that the ballots treat alike: trading two of a kind leaves the same ballots."""

from __future__ import annotations

from collections import Counter

from bot.community.votes.elections import Election

Kinds = tuple[tuple[int, ...], ...]
"""Every theme once, with those that may take its place."""


def interchangeable(election: Election) -> Kinds:
    """Return the themes by kind, in the election's order; only who names whom is looked at.

    To be of a kind is transitive: a and c trade places by trading with b, each in turn.
    """
    naming: Counter[frozenset[int]] = Counter()
    for ballot in election.ballots:
        naming[ballot.named] += ballot.count
    kinds: list[list[int]] = []
    for theme in (theme.id for theme in election.themes):
        alike = next((kind for kind in kinds if _trade(naming, kind[0], theme)), None)
        if alike is None:
            kinds.append([theme])
        else:
            alike.append(theme)
    return tuple(tuple(kind) for kind in kinds)


def _trade(naming: Counter[frozenset[int]], one: int, other: int) -> bool:
    """Tell whether as many name each set of themes once the two have traded places."""
    pair = {one, other}
    return all(
        naming[named ^ pair] == count for named, count in naming.items() if len(named & pair) == 1
    )
