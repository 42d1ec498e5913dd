"""Approval: the theme named by the most ballots comes first."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations

from bot.community.votes.elections import Committees, Election, Method, Tally, listed
from bot.community.votes.ordering import Chosen, placed


def count(election: Election) -> Tally:
    """Return every theme by the number of ballots that name it."""
    voices = _voices(election)

    def leaders(chosen: Chosen) -> tuple[frozenset[int], dict[int, Fraction]]:
        left = voices.keys() - {*chosen}
        most = max(voices[theme] for theme in left)
        tied = frozenset(theme for theme in left if voices[theme] == most)
        return tied, dict.fromkeys(tied, Fraction(most))

    return placed(election, Method.APPROVAL, leaders)


def committees(election: Election) -> Committees:
    """Return every set of winners before the tie rule: no theme left out has more voices.

    Raises TooManyTiesError.
    """
    voices = _voices(election)
    last = sorted(voices.values(), reverse=True)[election.seats - 1]
    sure = {theme for theme in voices if voices[theme] > last}
    tied = [theme for theme in voices if voices[theme] == last]
    return listed(
        frozenset({*sure, *some}) for some in combinations(tied, election.seats - len(sure))
    )


def _voices(election: Election) -> dict[int, int]:
    voices: Counter[int] = Counter()
    for ballot in election.ballots:
        for theme in ballot.named:
            voices[theme] += ballot.count
    return {theme.id: voices[theme.id] for theme in election.themes}
