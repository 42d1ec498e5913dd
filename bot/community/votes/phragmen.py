"""Sequential Phragmén: themes share their weight among those who want them.

Each theme that is chosen weighs 1, shared among the ballots that name it so that the most loaded of
them is as light as can be; the next theme is the one that leaves its supporters the lightest load.
Those who already obtained a theme carry its load: a minority that has none comes next.
L. E. Phragmén, 1894; M. Brill and others, "Phragmén's voting methods and justified
representation", 2017 (seq-Phragmén). Fractions only: a rounded load could hide or make a tie.
"""

from __future__ import annotations

from fractions import Fraction

from bot.community.votes.crowds import Crowd, Crowds, crowd
from bot.community.votes.elections import Committees, Election, Method, Tally
from bot.community.votes.ordering import Chosen, placed

Loads = frozenset[tuple[Fraction, Crowd]]
"""The different loads, and who carries each."""


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
    """Return every committee that ties can lead to, whichever theme is taken at each of them."""
    voters = _Voters(election)
    reached = {(frozenset[int](), voters.unloaded)}
    for _ in range(election.seats):
        reached = {
            (chosen | {theme}, voters.loaded(loads, theme))
            for chosen, loads in reached
            for theme in voters.next(loads, chosen)[0]
        }
    return frozenset(chosen for chosen, _ in reached)


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
        carried = (load * self._crowds.people(carriers & who) for load, carriers in loads)
        return sum(carried, Fraction(1)) / self._people[theme]
