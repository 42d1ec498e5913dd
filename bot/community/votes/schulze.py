"""Schulze: a theme comes before another where its strongest path of victories is the stronger.

M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method", 2011. A victory is as strong as the ballots that give it are many
(winning votes); between two that as many give, the paper goes on to those who say the contrary, and
this count, like most, does not: they are equally strong. A ballot ranks equal the themes of one
rank, and all those it leaves out, last.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bot.community.votes.crowds import Crowds, crowd
from bot.community.votes.elections import Committees, Election, Method, Tally, listed
from bot.community.votes.ordering import Chosen, placed

Matrix = list[list[int]]


def count(election: Election) -> Tally:
    """Return every theme in an order that keeps each victory; ties are filled by the rule."""
    beats = _victories(election)

    def leaders(chosen: Chosen) -> tuple[frozenset[int], dict[int, Fraction]]:
        tied = _unbeaten(beats, frozenset(chosen))
        return tied, {theme: Fraction(len(beats[theme])) for theme in tied}

    return placed(election, Method.SCHULZE, leaders)


def committees(election: Election) -> Committees:
    """Return every set of winners before the tie rule: nobody in it is beaten by one left out.

    With one seat these are Schulze's potential winners. With more, the first themes of every
    order that keeps each victory (the relation is transitive, so there is always one).
    Raises TooManyTiesError.
    """
    beats = _victories(election)
    most_first = sorted(beats, key=lambda theme: -len(beats[theme]))
    return listed(_unbeaten_sets(beats, tuple(most_first), frozenset(), election.seats))


def _unbeaten_sets(
    beats: dict[int, frozenset[int]], open_to: tuple[int, ...], chosen: frozenset[int], left: int
) -> Iterator[frozenset[int]]:
    """Yield the sets with ``left`` more of ``open_to``, where nobody left out so far beats any.

    Who beats a theme beats all that it beats, and so comes before it in ``open_to``: a theme is
    taken, or it is left out with all that it beats. Each set comes once, and no way is in vain.
    """
    if not left:
        yield chosen
    elif len(open_to) >= left:
        first, *others = open_to
        yield from _unbeaten_sets(beats, (*others,), chosen | {first}, left - 1)
        without = tuple(theme for theme in others if theme not in beats[first])
        yield from _unbeaten_sets(beats, without, chosen, left)


def preferences(election: Election) -> Matrix:
    """Return, for each theme in the election's order, how many prefer it to each other."""
    crowds, themes = Crowds(election.ballots), range(len(election.themes))
    prefer = [[0] * len(themes) for _ in themes]
    placed_by_now = [0] * len(themes)
    for named in _levels(election):
        here = [crowd(places) for places in named]
        placed_by_now = [before | who for before, who in zip(placed_by_now, here, strict=True)]
        for better in themes:
            for worse in themes:
                prefer[better][worse] += crowds.people(here[better] & ~placed_by_now[worse])
    return prefer


def _levels(election: Election) -> list[list[list[int]]]:
    """For each rank from the first, for each theme, the ballots that put it there."""
    at = {theme.id: place for place, theme in enumerate(election.themes)}
    depth = max((len(ballot.ranks) for ballot in election.ballots), default=0)
    levels: list[list[list[int]]] = [[[] for _ in at] for _ in range(depth)]
    for number, ballot in enumerate(election.ballots):
        for level, rank in zip(levels, ballot.ranks, strict=False):
            for theme in rank:
                level[at[theme]].append(number)
    return levels


def _victories(election: Election) -> dict[int, frozenset[int]]:
    """For each theme, those that it beats by its paths."""
    paths = _strongest_paths(preferences(election))
    return {
        one.id: frozenset(
            other.id for there, other in enumerate(election.themes)
            if paths[here][there] > paths[there][here]
        )
        for here, one in enumerate(election.themes)
    }  # fmt: skip


def _strongest_paths(prefer: Matrix) -> Matrix:
    """Widen paths through each theme in turn: a path is as strong as its weakest victory."""
    size = range(len(prefer))
    paths = [[p if p > prefer[j][i] else 0 for j, p in enumerate(prefer[i])] for i in size]
    for via in size:
        for i in size:
            for j in size:
                if i != j:
                    paths[i][j] = max(paths[i][j], min(paths[i][via], paths[via][j]))
    return paths


def _unbeaten(beats: dict[int, frozenset[int]], chosen: frozenset[int]) -> frozenset[int]:
    left = beats.keys() - chosen
    return frozenset(theme for theme in left if not any(theme in beats[other] for other in left))
