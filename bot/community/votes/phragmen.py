"""Sequential Phragmén: themes share their weight among those who want them.

Each theme that is chosen weighs 1, shared among the ballots that name it so that the most loaded of
them is as light as can be; the next theme is the one that leaves its supporters the lightest load.
Those who already obtained a theme carry its load: a minority that has none comes next.
L. E. Phragmén, 1894; M. Brill and others, "Phragmén's voting methods and justified
representation", 2017 (seq-Phragmén). Fractions only: a rounded load could hide or make a tie.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations, islice, product
from math import comb, prod

from bot.community.votes.crowds import Crowd, Crowds, crowd
from bot.community.votes.elections import (
    MOST_COMMITTEES,
    Committees,
    Election,
    Method,
    Tally,
    TooManyTiesError,
    listed,
)
from bot.community.votes.kinds import Kinds, interchangeable
from bot.community.votes.ordering import Chosen, placed

Loads = frozenset[tuple[Fraction, Crowd]]
"""The different loads, and who carries each."""

MOST_WAYS = 20_000
"""Ways through the ties, followed side by side: some seconds for each theme chosen."""


def count(election: Election) -> Tally:
    """Return every theme in the order in which it is chosen; those nobody names come last."""
    voters = _Voters(election)
    loads: dict[Chosen, Loads] = {(): voters.unloaded}

    def leaders(chosen: Chosen) -> tuple[frozenset[int], dict[int, Fraction]]:
        if chosen not in loads:
            loads[chosen] = voters.loaded(loads[chosen[:-1]], chosen[-1])
        return voters.next(loads[chosen], frozenset(chosen))

    return placed(election, Method.PHRAGMEN, leaders)


def committees(election: Election) -> Committees:
    """Return every committee that ties can lead to, whichever theme is taken at each of them.

    Raises TooManyTiesError, also where there are more ways to follow than sets to list.
    """
    kinds = interchangeable(election)
    return listed(
        committee
        for reached in _reached(election, kinds)
        for committee in _with_any_of_a_kind(reached, kinds)
    )


def _reached(election: Election, kinds: Kinds) -> Iterator[frozenset[int]]:
    """Yield what ties lead to, where the first left of a kind is always taken before the next.

    Trading two themes of a kind changes nothing in the ballots: what one could reach, so could the
    other, and one way stands for all those that differ by such trades.
    """
    voters = _Voters(election)
    reached = {(frozenset[int](), voters.unloaded)}
    for _ in range(election.seats):
        further: set[tuple[frozenset[int], Loads]] = set()
        for chosen, loads in reached:
            tied = voters.next(loads, chosen)[0]
            for theme in _first_of_each(kinds, chosen):
                if theme in tied:
                    further.add((chosen | {theme}, voters.loaded(loads, theme)))
            if len(further) > MOST_WAYS:
                raise TooManyTiesError
        reached = further
    return iter({chosen for chosen, _ in reached})


def _first_of_each(kinds: Kinds, chosen: frozenset[int]) -> Iterator[int]:
    for kind in kinds:
        left = (theme for theme in kind if theme not in chosen)
        yield from islice(left, 1)


def _with_any_of_a_kind(reached: frozenset[int], kinds: Kinds) -> Iterator[frozenset[int]]:
    """Yield the committees with as many of each kind."""
    taken = [len(reached.intersection(kind)) for kind in kinds]
    # Counted first: product() lists each of its parts before it gives anything.
    if prod(map(comb, map(len, kinds), taken)) > MOST_COMMITTEES:
        raise TooManyTiesError
    parts = map(combinations, kinds, taken)
    return (frozenset(chain.from_iterable(parts)) for parts in product(*parts))


class _Voters:
    """Who names which theme, and what they carry."""

    def __init__(self, election: Election) -> None:
        places: dict[int, list[int]] = {theme.id: [] for theme in election.themes}
        for at, ballot in enumerate(election.ballots):
            for theme in ballot.named:
                places[theme].append(at)
        self._crowds = Crowds(election.ballots)
        self._supporters = {theme: crowd(found) for theme, found in places.items()}
        self._people = {theme: self._crowds.people(who) for theme, who in self._supporters.items()}
        self.unloaded: Loads = frozenset({(Fraction(0), self._crowds.everyone)})

    def next(
        self, loads: Loads, chosen: frozenset[int]
    ) -> tuple[frozenset[int], dict[int, Fraction]]:
        """Return the themes that leave the lightest load, and it; all those left if none does."""
        left = self._supporters.keys() - chosen
        weighed = {theme: self._load(loads, theme) for theme in left if self._people[theme]}
        if not weighed:
            return frozenset(left), {}
        lightest = min(weighed.values())
        tied = {theme: load for theme, load in weighed.items() if load == lightest}
        return frozenset(tied), tied

    def loaded(self, loads: Loads, theme: int) -> Loads:
        """Return the loads once a theme is chosen: its supporters all carry the same."""
        who = self._supporters[theme]
        if not who:
            return loads
        others = ((load, carriers & ~who) for load, carriers in loads)
        shared = self._load(loads, theme)
        return frozenset({(load, left) for load, left in others if left} | {(shared, who)})

    def _load(self, loads: Loads, theme: int) -> Fraction:
        who = self._supporters[theme]
        carried = (
            load * self._crowds.people(both)
            for load, carriers in loads
            if load and (both := carriers & who)
        )
        return sum(carried, Fraction(1)) / self._people[theme]
