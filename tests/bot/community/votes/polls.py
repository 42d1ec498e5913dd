"""Elections as they are printed in papers, and three counts written from their definitions alone.

The counts here share nothing with the ones that are tested: they try every subset, buy themes with
money, walk every path.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from bot.community.votes.ballots import Ballot, approving
from bot.community.votes.counting import all_tied, count
from bot.community.votes.elections import Election, Method
from bot.community.votes.themes import Theme

PROPOSED = date(2026, 1, 5)


def themes(names: Sequence[str]) -> tuple[Theme, ...]:
    """One theme a name, numbered from 0, nothing to tell them apart but the draw."""
    return tuple(Theme(number, name, PROPOSED) for number, name in enumerate(names))


def approvals(names: str, sets: str, seats: int) -> Election:
    """An election from ``3 ab, 1 c``: three people approve a and b, one c; ``-`` is a blank."""
    ballots = (said.split() for said in sets.split(","))
    return Election(
        themes(names),
        tuple(approving(map(names.index, who.strip("-")), int(n)) for n, who in ballots),
        seats,
    )


def ranked(names: str, rankings: str, seats: int = 1) -> Election:
    """An election from ``3 a>b=c, 1 cab``: signs may be left out where there is no equality."""
    ballots = []
    for said in rankings.split(","):
        n, ranking = said.split()
        ranks = ranking.split(">") if ">" in ranking or "=" in ranking else [*ranking]
        told = tuple(frozenset(map(names.index, rank.split("="))) for rank in ranks)
        ballots.append(Ballot(told, int(n)))
    return Election(themes(names), tuple(ballots), seats)


def tied(method: Method, election: Election) -> set[str]:
    """Every set of winners before the tie rule, by the letters of its themes."""
    titles = {theme.id: theme.title for theme in election.themes}
    return {
        "".join(sorted(titles[theme] for theme in committee))
        for committee in all_tied(method, election)
    }


def order(method: Method, election: Election) -> str:
    """The themes in the order of the count, by their letters."""
    titles = {theme.id: theme.title for theme in election.themes}
    return "".join(titles[place.theme] for place in count(method, election).order)


Winners = set[frozenset[int]]


def naive_approval(election: Election) -> Winners:
    """Of all the sets of the right size, those that gather the most approvals."""
    every = [
        frozenset(some)
        for some in combinations([theme.id for theme in election.themes], election.seats)
    ]
    gathered = {
        some: sum(ballot.count * len(ballot.named & some) for ballot in election.ballots)
        for some in every
    }
    return {some for some in every if gathered[some] == max(gathered.values())}


def naive_phragmen(election: Election) -> Winners:
    """Everyone earns 1 an hour; a theme is bought when its supporters hold 1 together."""
    voters = [ballot.named for ballot in election.ballots for _ in range(ballot.count)]
    return set(_bought(election, voters, [Fraction(0)] * len(voters), frozenset()))


def _bought(
    election: Election,
    voters: list[frozenset[int]],
    money: list[Fraction],
    bought: frozenset[int],
) -> Iterable[frozenset[int]]:
    if len(bought) == election.seats:
        yield bought
        return
    hours: dict[int, Fraction] = {}
    left = {theme.id for theme in election.themes} - bought
    for theme in left:
        held = [money[who] for who, wants in enumerate(voters) if theme in wants]
        if held:
            hours[theme] = (1 - sum(held)) / len(held)
    first = min(hours.values(), default=Fraction(0))
    for theme in {theme for theme in hours if hours[theme] == first} or left:
        after = [
            Fraction(0) if theme in wants else money[who] + first
            for who, wants in enumerate(voters)
        ]
        yield from _bought(election, voters, after, bought | {theme})


def naive_schulze(election: Election) -> Winners:
    """The first themes of every order in which nobody stands before one that beats them."""
    every = [theme.id for theme in election.themes]
    strength = {(a, b): _strength(election, a, b) for a, b in permutations(every, 2)}
    return {
        frozenset(line[: election.seats])
        for line in permutations(every)
        if all(strength[a, b] >= strength[b, a] for a, b in combinations(line, 2))
    }


def _strength(election: Election, start: int, end: int) -> int:
    """The strongest of all the paths, each as strong as its weakest victory."""
    others = [theme.id for theme in election.themes if theme.id not in (start, end)]
    strongest = 0
    for size in range(len(others) + 1):
        for between in permutations(others, size):
            path = (start, *between, end)
            links = [_victory(election, a, b) for a, b in pairwise(path)]
            strongest = max(strongest, min(links))
    return strongest


def _victory(election: Election, one: int, other: int) -> int:
    ours, theirs = _preferring(election, one, other), _preferring(election, other, one)
    return ours if ours > theirs else 0


def _preferring(election: Election, one: int, other: int) -> int:
    return sum(
        ballot.count for ballot in election.ballots if _rank(ballot, one) < _rank(ballot, other)
    )


def _rank(ballot: Ballot, theme: int) -> int:
    found = [place for place, rank in enumerate(ballot.ranks) if theme in rank]
    return found[0] if found else len(ballot.ranks)
