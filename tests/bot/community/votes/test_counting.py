"""What every count keeps: brute force agrees, order does not matter, more support never harms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.community.votes.ballots import Ballot, grouped
from bot.community.votes.counting import all_tied, count
from bot.community.votes.elections import BadElectionError, Election, Method
from tests.bot.community.votes.polls import (
    Winners,
    naive_approval,
    naive_phragmen,
    naive_schulze,
    themes,
)

NAIVE: dict[Method, Callable[[Election], Winners]] = {
    Method.APPROVAL: naive_approval,
    Method.PHRAGMEN: naive_phragmen,
    Method.SCHULZE: naive_schulze,
}
METHODS = pytest.mark.parametrize("method", Method)


@some.composite
def elections(draw: some.DrawFn) -> Election:
    """Up to five themes, eight different ballots, equal ranks and ballots left unfinished."""
    size = draw(some.integers(1, 5))
    ballot = some.builds(
        Ballot,
        some.lists(some.integers(0, 3), min_size=size, max_size=size).map(_ranks),
        some.integers(1, 3),
    )
    return Election(
        themes("abcde"[:size]),
        tuple(draw(some.lists(ballot, max_size=8))),
        draw(some.integers(1, size)),
        draw(some.sampled_from(["", "seed", "other seed"])),
    )


def _ranks(given: list[int]) -> tuple[frozenset[int], ...]:
    """The rank given to each theme; 0 leaves it out."""
    ranks = (frozenset(t for t, rank in enumerate(given) if rank == at) for at in (1, 2, 3))
    return tuple(rank for rank in ranks if rank)


@METHODS
@settings(max_examples=150, deadline=None)
@given(election=elections())
def test_brute_force_finds_the_same_winners(method: Method, election: Election) -> None:
    assert all_tied(method, election) == NAIVE[method](election)


@METHODS
@settings(max_examples=60, deadline=None)
@given(election=elections(), chance=some.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(
    method: Method, election: Election, chance: some.Random
) -> None:
    split = [replace(b, count=1) for b in election.ballots for _ in range(b.count)]
    chance.shuffle(split)
    shuffled = replace(election, ballots=tuple(split))
    assert count(method, shuffled) == count(method, election)
    assert all_tied(method, shuffled) == all_tied(method, election)
    assert count(method, replace(election, ballots=grouped(split))) == count(method, election)


@METHODS
@settings(max_examples=60, deadline=None)
@given(election=elections())
def test_the_tie_rule_chooses_among_the_tied(method: Method, election: Election) -> None:
    tally = count(method, election)
    assert frozenset(tally.winners) in all_tied(method, election)
    assert sorted(place.theme for place in tally.order) == [t.id for t in election.themes]
    if not tally.ties:
        assert all_tied(method, election) == {frozenset(tally.winners)}


@METHODS
@settings(max_examples=60, deadline=None)
@given(election=elections(), seed=some.text(max_size=5))
def test_what_is_tied_does_not_depend_on_the_seed(
    method: Method, election: Election, seed: str
) -> None:
    assert all_tied(method, replace(election, seed=seed)) == all_tied(method, election)


@METHODS
@settings(max_examples=60, deadline=None)
@given(election=elections(), people=some.integers(1, 4))
def test_one_more_ballot_for_a_winner_alone_never_harms_it(
    method: Method, election: Election, people: int
) -> None:
    one = replace(election, seats=1)
    before = all_tied(method, one)
    for winner in before:
        after = all_tied(method, replace(one, ballots=(*one.ballots, Ballot((winner,), people))))
        # Schulze may leave a tie as it was: the weakest victory of its path is another theme's.
        assert winner in after
        assert (method is Method.SCHULZE and len(before) > 1) or after == {winner}


@settings(max_examples=60, deadline=None)
@given(election=elections(), at=some.integers(0, 7), winner=some.integers(0, 4))
def test_raising_a_potential_winner_on_a_ballot_keeps_it_one(
    election: Election, at: int, winner: int
) -> None:
    one = replace(election, seats=1)
    if at >= len(one.ballots) or frozenset({winner}) not in all_tied(Method.SCHULZE, one):
        return
    raised = one.ballots[at]
    below = tuple(rank - {winner} for rank in raised.ranks)
    ranks = (frozenset({winner}), *(rank for rank in below if rank))
    ballots = (*one.ballots[:at], Ballot(ranks, raised.count), *one.ballots[at + 1 :])
    assert frozenset({winner}) in all_tied(Method.SCHULZE, replace(one, ballots=ballots))


@settings(max_examples=60, deadline=None)
@given(election=elections())
def test_a_theme_that_more_people_prefer_to_each_other_wins(election: Election) -> None:
    one = replace(election, seats=1)
    for theme in one.themes:
        duels = [
            sum(b.count * _prefers(b, theme.id, other.id) for b in one.ballots)
            for other in one.themes
            if other != theme
        ]
        if all(duel > 0 for duel in duels):
            assert all_tied(Method.SCHULZE, one) == {frozenset({theme.id})}


def _prefers(ballot: Ballot, one: int, other: int) -> int:
    """1 where the ballot prefers the first, -1 the second, 0 neither."""
    for rank in ballot.ranks:
        if (one in rank) != (other in rank):
            return 1 if one in rank else -1
    return 0


@pytest.mark.parametrize(
    ("ballots", "seats"),
    [
        ((Ballot((frozenset({7}),)),), 1),
        ((Ballot((frozenset({0}), frozenset({0, 1}))),), 1),
        ((Ballot((frozenset({0}),), -1),), 1),
        ((), 0),
        ((), 3),
    ],
    ids=["a theme that does not stand", "twice", "fewer than nobody", "no seat", "too many seats"],
)
def test_what_cannot_be_counted_is_refused(ballots: tuple[Ballot, ...], seats: int) -> None:
    with pytest.raises(BadElectionError):
        Election(themes("ab"), ballots, seats)


def test_two_themes_of_one_number_are_refused() -> None:
    with pytest.raises(BadElectionError):
        Election((themes("a") * 2), ())
