"""Sequential Phragmén: themes share their weight among those who want them.

Each theme that is chosen weighs 1, shared among the ballots that name it so that the most loaded of
them is as light as can be; the next theme is the one that leaves its supporters the lightest load.
Those who already obtained a theme carry its load: a minority that has none comes next.
L. E. Phragmén, 1894; M. Brill and others, "Phragmén's voting methods and justified
representation", 2017 (seq-Phragmén). Fractions only: a rounded load could hide or make a tie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain, combinations, product
from math import comb, gcd, lcm, prod
from typing import NamedTuple

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

MOST_WAYS = 100_000
"""Ways through the ties, followed side by side: some seconds for each theme chosen."""


class Loads(NamedTuple):
    """What each ballot carries, all its people together: ``each`` over ``parts``, simplified."""

    parts: int
    each: tuple[int, ...]


def count(election: Election) -> Tally:
    """Return every theme in the order in which it is chosen; those nobody names come last."""
    voters = _Voters(election)
    loads: dict[Chosen, Loads] = {(): voters.unloaded}

    def leaders(chosen: Chosen) -> tuple[frozenset[int], dict[int, Fraction]]:
        if chosen not in loads:
            loads[chosen] = voters.loaded(loads[chosen[:-1]], chosen[-1])
        tied = voters.next(loads[chosen], frozenset(chosen))
        return tied, {theme: voters.share(loads[chosen], theme) for theme in voters.wanted(tied)}

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


def _reached(election: Election, kinds: Kinds) -> set[frozenset[int]]:
    """Return what ties lead to, where the first left of a kind is always taken before the next.

    Trading two themes of a kind changes nothing in the ballots: what one could reach, so could the
    other, and one way stands for all those that differ by such trades. Ways that chose the same
    themes and leave the same loads are one from there on, by whatever order they came.
    """
    voters = _Voters(election)
    ways = {(frozenset[int](), voters.unloaded)}
    for _ in range(1, election.seats):
        further: set[tuple[frozenset[int], Loads]] = set()
        for chosen, loads in ways:
            for theme in _next_of_each(kinds, voters.next(loads, chosen), chosen):
                further.add((chosen | {theme}, voters.loaded(loads, theme)))
            if len(further) > MOST_WAYS:
                raise TooManyTiesError
        ways = further
    return {
        chosen | {theme}
        for chosen, loads in ways
        for theme in _next_of_each(kinds, voters.next(loads, chosen), chosen)
    }


def _next_of_each(kinds: Kinds, tied: frozenset[int], chosen: frozenset[int]) -> Iterator[int]:
    """Yield the tied themes that are the first left of their kind."""
    for kind in kinds:
        first = next((theme for theme in kind if theme not in chosen), None)
        if first in tied:
            yield first


def _with_any_of_a_kind(reached: frozenset[int], kinds: Kinds) -> Iterator[frozenset[int]]:
    """Yield the committees with as many of each kind."""
    taken = [len(reached.intersection(kind)) for kind in kinds]
    # Counted first: product() lists each of its parts before it gives anything.
    if prod(map(comb, map(len, kinds), taken)) > MOST_COMMITTEES:
        raise TooManyTiesError
    parts = map(combinations, kinds, taken)
    return (frozenset(chain.from_iterable(parts)) for parts in product(*parts))


class _Voters:
    """Who names which theme, and what they carry; ballots that name the same stand together."""

    def __init__(self, election: Election) -> None:
        people: Counter[frozenset[int]] = Counter()
        for ballot in election.ballots:
            people[ballot.named] += ballot.count
        self._people = [*people.values()]
        self._named = {theme.id: _places(theme.id, people) for theme in election.themes}
        self._wanting = {
            theme: sum(self._people[at] for at in places) for theme, places in self._named.items()
        }
        # A share is so many people's: over one number, shares are compared without fractions.
        whole = lcm(*filter(None, self._wanting.values()))
        self._rates = {theme: whole // n for theme, n in self._wanting.items() if n}
        self.unloaded = Loads(1, (0,) * len(people))

    def wanted(self, themes: Iterable[int]) -> list[int]:
        """Return those of these themes that somebody names."""
        return [theme for theme in themes if theme in self._rates]

    def next(self, loads: Loads, chosen: frozenset[int]) -> frozenset[int]:
        """Return the themes that leave the lightest load; all those left if none does."""
        left = self._named.keys() - chosen
        shares = {
            theme: self._whole(loads, theme) * self._rates[theme] for theme in self.wanted(left)
        }
        lightest = min(shares.values(), default=None)
        return frozenset(t for t, share in shares.items() if share == lightest) or frozenset(left)

    def share(self, loads: Loads, theme: int) -> Fraction:
        """Return what each person who names a theme carries once it is chosen."""
        return Fraction(self._whole(loads, theme), loads.parts * self._wanting[theme])

    def loaded(self, loads: Loads, theme: int) -> Loads:
        """Return the loads once a theme is chosen: its supporters all carry the same."""
        wanting = self._wanting[theme]
        if not wanting:
            return loads
        whole = self._whole(loads, theme)
        each = [load * wanting for load in loads.each]
        for at in self._named[theme]:
            each[at] = whole * self._people[at]
        parts = loads.parts * wanting
        common = gcd(parts, *each)
        return Loads(parts // common, tuple([load // common for load in each]))

    def _whole(self, loads: Loads, theme: int) -> int:
        """What the supporters of a theme carry together once it is chosen, in parts."""
        each = loads.each
        return loads.parts + sum([each[at] for at in self._named[theme]])


def _places(theme: int, ballots: Iterable[frozenset[int]]) -> list[int]:
    return [at for at, named in enumerate(ballots) if theme in named]
