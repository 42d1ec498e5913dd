"""Schulze's method on the examples of Schulze's papers."""

from __future__ import annotations

import pytest

from bot.community.votes.elections import Method
from tests.bot.community.votes.polls import order, ranked, tied

FORTY_FIVE = "5 acbed, 5 adecb, 8 bedac, 3 cabed, 7 caebd, 2 cbade, 7 dceba, 8 ebadc"
SIX = "3 adebcf, 3 bfecda, 4 cabfde, 1 dbcefa, 4 defabc, 2 ecbdfa, 2 facdbe"

# "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
# election method" (Social Choice and Welfare, 2011) and "The Schulze method of voting"
# (arXiv:1804.02973), section 3; 45 voters: the example that the method was first explained with.
PAPERS = [
    ("1", "abcd", "8 acdb, 2 badc, 4 cdba, 4 dbac, 3 dcba", {"d"}),
    ("2", "abcd", "3 abcd, 2 cbda, 2 dabc, 2 dbca", {"b", "d"}),
    ("3", "abcd", "12 abcd, 6 adbc, 9 bcda, 15 cdab, 21 dbac", {"d"}),
    ("4", "abcd", "6 acdb, 1 badc, 3 cbda, 3 dbac, 2 dcba", {"a", "d"}),
    ("5, situation 1", "abcdef", SIX, {"a"}),
    ("5, situation 2: two who prefer a join", "abcdef", SIX + ", 2 aefcbd", {"d"}),
    (
        "6, situation 1",
        "abcd",
        "3 abdc, 5 adbc, 1 adcb, 2 badc, 2 bdca, 4 cabd, 6 cbad, 2 dbca, 5 dcab",
        {"a"},
    ),
    (
        "6, situation 2: e, whom d beats, joins",
        "abcde",
        "3 abdec, 5 adebc, 1 adecb, 2 badec, 2 bdeca, 4 cabde, 6 cbade, 2 dbeca, 5 decab",
        {"b"},
    ),
    (
        "7: equal ranks and ballots left unfinished, where winning votes, margins and ratio differ",
        "abcd",
        "6 a>b>c>d, 8 a=b, 8 a=c, 18 a=c>d, 8 a=c=d, 40 b, 4 c>b>d, 9 c>d>a, 8 c=d, "
        "14 d>a>b, 11 d>b>c, 4 d>c>a",
        {"d"},
    ),
    (
        "8",
        "abcde",
        "9 adbec, 6 bcade, 5 bcdea, 2 cdbea, 6 decba, 14 eacbd, 2 ecabd, 1 edacb",
        {"b"},
    ),
    (
        "9",
        "abcde",
        "9 adbec, 1 baced, 6 cbade, 2 cdbea, 5 cdeab, 6 decab, 14 ebacd, 2 ebcad",
        {"e"},
    ),
    ("45 voters", "abcde", FORTY_FIVE, {"e"}),
]


@pytest.mark.parametrize(
    ("names", "rankings", "winners"),
    [pytest.param(*rest, id=name) for name, *rest in PAPERS],
)
def test_the_potential_winners_of_the_papers(names: str, rankings: str, winners: set[str]) -> None:
    assert tied(Method.SCHULZE, ranked(names, rankings)) == winners


def test_the_whole_order_of_the_first_example_explained() -> None:
    assert order(Method.SCHULZE, ranked("abcde", FORTY_FIVE)) == "eacbd"


def test_several_seats_go_to_the_first_of_every_order_that_keeps_each_victory() -> None:
    # b and d are beaten by nobody, each beats one of the others: b beats c, d beats a.
    poll = "3 abcd, 2 cbda, 2 dabc, 2 dbca"
    assert tied(Method.SCHULZE, ranked("abcd", poll, seats=2)) == {"bc", "bd", "ad"}
    assert tied(Method.SCHULZE, ranked("abcde", FORTY_FIVE, seats=2)) == {"ae"}


def test_a_theme_left_out_comes_after_those_named_and_equal_to_the_others_left_out() -> None:
    assert tied(Method.SCHULZE, ranked("abc", "1 b")) == {"b"}
    assert tied(Method.SCHULZE, ranked("abc", "1 b", seats=2)) == {"ab", "bc"}


def test_two_themes_of_one_rank_are_preferred_by_nobody() -> None:
    assert tied(Method.SCHULZE, ranked("abc", "2 a=b>c, 1 c>a=b")) == {"a", "b"}
    assert tied(Method.SCHULZE, ranked("abc", "2 a=b>c, 1 b")) == {"b"}


def test_without_a_ballot_everyone_is_tied() -> None:
    nobody = ranked("abc", "0 a")
    assert tied(Method.SCHULZE, nobody) == {"a", "b", "c"}
