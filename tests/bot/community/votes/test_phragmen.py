"""Sequential Phragmén on the examples of the approval-voting literature."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest

from bot.community.votes import elections, phragmen
from bot.community.votes.ballots import Ballot, approving
from bot.community.votes.counting import all_tied, count
from bot.community.votes.elections import Election, Method, TooManyTiesError
from tests.bot.community.votes.polls import approvals, naive_phragmen, order, themes, tied

RUNNING = "3 ab, 3 ac, 2 ad, 1 bcf, 1 e, 1 f, 1 g"
"""Lackner and Skowron, "Multi-winner voting with approval preferences", Example 1 (12 voters)."""

PHRAGMEN = "1034 abc, 519 pqr, 90 abq, 47 apq"
"""Phragmén's own example, 1894: two parties, and people who cross their lines."""

PAPERS = [
    ("Lackner and Skowron, example 2.9", approvals("abcdefgh", RUNNING, 4), {"abcd"}),
    ("Phragmén 1894", approvals("abcpqr", PHRAGMEN, 3), {"abq"}),
    (
        "four pairs, two themes that half of all want",
        approvals("abcdef", "1 aef, 1 a, 1 bef, 1 b, 1 cef, 1 c, 1 def, 1 d", 4),
        {"abef", "acef", "adef", "bcef", "bdef", "cdef"},
    ),
    ("six and three", approvals("abcde", "5 abc, 1 ab, 2 de, 1 d", 3), {"abd"}),
    (
        "eight voters who mix",
        approvals("abcdef", "1 adef, 1 bc, 1 acf, 1 c, 1 abcde, 1 ade, 1 ace, 1 ab", 4),
        {"abce"},
    ),
    (
        "a tie at the first place that changes the second",
        approvals("abc", "2 ab, 1 a, 1 bc, 1 c", 2),
        {"ab", "ac"},
    ),
]


@pytest.mark.parametrize(
    ("election", "winners"), [pytest.param(*rest, id=name) for name, *rest in PAPERS]
)
def test_the_committees_of_the_papers(election: Election, winners: set[str]) -> None:
    assert tied(Method.PHRAGMEN, election) == winners


def test_the_loads_of_phragmens_own_example_are_exact() -> None:
    tally = count(Method.PHRAGMEN, approvals("abcpqr", PHRAGMEN, 3))
    first, second, third, *_ = tally.order
    assert [first.score, second.score] == [
        Fraction(1, 1171),
        Fraction(1 + Fraction(137, 1171), 656),
    ]
    # 1034 carry a's load alone, 90 carry q's.
    assert second.score is not None
    assert third.score == (1 + Fraction(1034, 1171) + 90 * second.score) / 1124


def test_a_minority_keeps_its_evening() -> None:
    # Two thirds want a, b and c; one third wants d: of three evenings, one is theirs.
    season = approvals("abcd", "20 abc, 10 d", 3)
    assert all("d" in winners for winners in tied(Method.PHRAGMEN, season))
    assert tied(Method.APPROVAL, season) == {"abc"}


def test_it_says_who_is_heard_for_the_first_time() -> None:
    tally = count(Method.PHRAGMEN, approvals("abcd", "9 ab, 4 bc, 3 c, 1 d", 3))
    told = [(place.voices, place.new_voices) for place in tally.order]
    assert order(Method.PHRAGMEN, approvals("abcd", "9 ab, 4 bc, 3 c, 1 d", 3)) == "bcad"
    assert told == [(13, 13), (7, 3), (9, 0), (1, 1)]


def test_themes_that_nobody_wants_come_last_and_are_all_tied() -> None:
    poll = approvals("abcd", "2 a, 3 -", 3)
    assert tied(Method.PHRAGMEN, poll) == {"abc", "abd", "acd"}
    tally = count(Method.PHRAGMEN, poll)
    assert [place.score for place in tally.order] == [Fraction(1, 2), None, None, None]
    assert tally.voters == 5


def test_the_places_of_a_smaller_committee_are_the_first_of_a_larger_one() -> None:
    assert {order(Method.PHRAGMEN, approvals("abcdefg", RUNNING, n)) for n in range(1, 8)} == {
        order(Method.PHRAGMEN, approvals("abcdefg", RUNNING, 1))
    }


PAIRS = tuple(approving(pair) for pair in combinations(range(20), 2))


@pytest.mark.parametrize(
    "ballots",
    [(), (approving(range(20)),), tuple(approving([n]) for n in range(20)), PAIRS],
    ids=["no ballot", "all the same", "one each", "every pair"],
)
def test_twenty_themes_that_all_stand_alike_give_every_ten_of_them(
    ballots: tuple[Ballot, ...],
) -> None:
    found = all_tied(Method.PHRAGMEN, Election(themes("abcdefghijklmnopqrst"), ballots, 10))
    assert len(found) == comb(20, 10)


def test_one_side_of_each_of_ten_pairs() -> None:
    pairs = tuple(approving([n, n + 10]) for n in range(10))
    found = all_tied(Method.PHRAGMEN, Election(themes("abcdefghijklmnopqrst"), pairs, 10))
    assert len(found) == 2**10
    assert all({n % 10 for n in committee} == {*range(10)} for committee in found)


def ring(size: int, step: int = 1, seats: int = 1) -> Election:
    """A ballot for each theme and the one some steps further, all the way round."""
    ballots = tuple(approving([n, (n + step) % size]) for n in range(size))
    return Election(themes("abcdefghijklmnopqrst"[:size]), ballots, seats)


@pytest.mark.parametrize("seats", range(1, 7))
@pytest.mark.parametrize(
    "ballots",
    [
        ring(6).ballots,
        ring(6, step=2).ballots,
        tuple(approving([n, n + 1]) for n in range(5)),
        tuple(approving([n, n + 1, n + 2]) for n in range(4)),
        (*ring(3).ballots, *(approving([n, n + 1]) for n in (3, 4))),
        tuple(approving({*range(6)} - {n, (n + 1) % 6}) for n in range(6)),
    ],
    ids=["a ring", "two rings", "a chain", "three in a row", "ring and chain", "all but two"],
)
def test_brute_force_finds_what_many_ties_lead_to(ballots: tuple[Ballot, ...], seats: int) -> None:
    poll = Election(themes("abcdef"), ballots, seats)
    assert all_tied(Method.PHRAGMEN, poll) == naive_phragmen(poll)


@pytest.mark.parametrize(("size", "seats"), [(12, 6), (14, 5), (16, 4)])
def test_a_ring_that_is_turned_is_the_same_ring(size: int, seats: int) -> None:
    found = all_tied(Method.PHRAGMEN, ring(size, seats=seats))
    assert len(found) > size
    assert found == {frozenset((theme + 1) % size for theme in some) for some in found}


@pytest.mark.parametrize("method", Method)
def test_more_sets_than_can_be_listed_are_refused_not_cut(
    method: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll = Election(themes("abcdef"), (approving(range(6)),), 3)
    monkeypatch.setattr(elections, "MOST_COMMITTEES", 20)
    assert len(all_tied(method, poll)) == 20
    monkeypatch.setattr(elections, "MOST_COMMITTEES", 19)
    with pytest.raises(TooManyTiesError):
        all_tied(method, poll)


def test_more_ways_than_can_be_followed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    poll = ring(6, seats=3)
    assert len(all_tied(Method.PHRAGMEN, poll)) == 14
    monkeypatch.setattr(phragmen, "MOST_WAYS", 8)
    with pytest.raises(TooManyTiesError):
        all_tied(Method.PHRAGMEN, poll)
