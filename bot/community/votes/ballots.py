"""Ballots: what one says, and how taps build it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MOST_RANKED = 3
"""How many themes a person orders: three are chosen in a minute, ten are not."""

Ranks = tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """Identical ballots: themes by rank, the preferred first; themes left out come after all.

    An approval ballot has one rank. ``count`` says how many people said exactly this.
    """

    ranks: Ranks
    count: int = 1

    @property
    def named(self) -> frozenset[int]:
        """Every theme that the ballot names."""
        return frozenset[int]().union(*self.ranks)


def approving(themes: Iterable[int], count: int = 1) -> Ballot:
    """Return the ballot of whoever is interested in these themes, equally."""
    chosen = frozenset(themes)
    return Ballot((chosen,) if chosen else (), count)


def ordering(themes: Iterable[int], count: int = 1) -> Ballot:
    """Return the ballot of whoever prefers the first theme to the second, and so on."""
    return Ballot(tuple(frozenset((theme,)) for theme in themes), count)


def grouped(ballots: Iterable[Ballot]) -> tuple[Ballot, ...]:
    """Return each different ballot once with its count, in an order that tells nothing."""
    counts: Counter[Ranks] = Counter()
    for ballot in ballots:
        counts[ballot.ranks] += ballot.count
    told = sorted(counts, key=lambda ranks: [sorted(rank) for rank in ranks])
    return tuple(Ballot(ranks, counts[ranks]) for ranks in told if counts[ranks])


def toggled(chosen: tuple[int, ...], theme: int) -> tuple[int, ...]:
    """Return the approvals after a tap on a theme: it comes in, or goes out."""
    return tuple(sorted({*chosen} ^ {theme}))


@dataclass(frozen=True, slots=True)
class Full:
    """Three themes are ordered already: one has to go before another comes."""


def ordered(chosen: tuple[int, ...], theme: int) -> tuple[int, ...] | Full:
    """Return the order after a tap: a new theme comes last, one that was there leaves."""
    if theme in chosen:
        return tuple(other for other in chosen if other != theme)
    return Full() if len(chosen) >= MOST_RANKED else (*chosen, theme)
