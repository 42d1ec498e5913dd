"""Approval: the most approvals, and every set of winners that they allow."""

from __future__ import annotations

from bot.community.votes.counting import count
from bot.community.votes.elections import Method
from tests.bot.community.votes.polls import approvals, order, tied


def test_the_theme_named_by_the_most_ballots_wins() -> None:
    poll = approvals("abc", "4 ab, 3 b, 2 ac", 1)
    assert tied(Method.APPROVAL, poll) == {"b"}
    assert order(Method.APPROVAL, poll) == "bac"
    assert [place.voices for place in count(Method.APPROVAL, poll).order] == [7, 6, 2]


def test_who_is_tied_at_the_last_place_makes_as_many_sets() -> None:
    # a has 5; b, c and d have 3 each for the two places left.
    poll = approvals("abcd", "3 abc, 2 ad, 1 d", 3)
    assert tied(Method.APPROVAL, poll) == {"abc", "abd", "acd"}
    assert tied(Method.APPROVAL, approvals("abcd", "3 abc, 2 ad, 1 d", 1)) == {"a"}


def test_who_is_tied_well_before_the_last_place_makes_one() -> None:
    assert tied(Method.APPROVAL, approvals("abcd", "2 ab, 1 c", 2)) == {"ab"}


def test_blank_ballots_count_as_voters_and_for_nobody() -> None:
    poll = approvals("ab", "1 a, 4 -", 1)
    tally = count(Method.APPROVAL, poll)
    assert (tally.voters, [place.voices for place in tally.order]) == (5, [1, 0])
    assert tied(Method.APPROVAL, approvals("ab", "5 -", 1)) == {"a", "b"}
