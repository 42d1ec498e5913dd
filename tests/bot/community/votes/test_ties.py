"""The tie rule: never treated, waited longest, proposed earlier, then a draw anyone can redo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from bot.community.votes.ballots import approving
from bot.community.votes.counting import count
from bot.community.votes.elections import Election, Method, Rule, Tie
from bot.community.votes.themes import Theme
from bot.community.votes.ties import TieRule

JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 5)
LONG_AGO, LATELY = date(2024, 2, 1), date(2026, 2, 1)


def theme(number: int, proposed: date = JANUARY, treated: date | None = None) -> Theme:
    return Theme(number, f"thème {number}", proposed, treated)


CASES = [
    ("never treated", theme(1, MARCH), theme(2, JANUARY, LONG_AGO), Rule.NEVER_TREATED),
    ("waited", theme(1, MARCH, LONG_AGO), theme(2, JANUARY, LATELY), Rule.WAITED),
    ("proposed", theme(1, JANUARY), theme(2, MARCH), Rule.PROPOSED),
    ("as late", theme(1, JANUARY, LATELY), theme(2, MARCH, LATELY), Rule.PROPOSED),
]


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(
    ("first", "second", "rule"), [pytest.param(*rest, id=name) for name, *rest in CASES]
)
def test_the_first_rule_that_separates_them_settles_it(
    method: Method, first: Theme, second: Theme, rule: Rule
) -> None:
    tally = count(method, Election((second, first), (approving([1]), approving([2])), seed="x"))
    assert tally.winners == (1,)
    assert tally.ties == (Tie(1, (1, 2), rule),)


def test_equals_are_drawn_by_the_rule_as_it_is_published() -> None:
    equal = [theme(number) for number in range(1, 9)]
    by_hand = sorted(range(1, 9), key=lambda n: sha256(f"the seed:{n}".encode()).hexdigest())
    assert TieRule(equal, "the seed").sorted(range(1, 9)) == tuple(by_hand)
    assert TieRule(equal, "another seed").sorted(range(1, 9)) != tuple(by_hand)


def test_every_place_that_was_tied_is_told() -> None:
    tied = (theme(1, MARCH), theme(2, JANUARY), theme(3, JANUARY, LATELY))
    tally = count(Method.APPROVAL, Election(tied, (approving([1, 2, 3]),)))
    assert [place.theme for place in tally.order] == [2, 1, 3]
    assert tally.ties == (Tie(1, (2, 1, 3), Rule.PROPOSED), Tie(2, (1, 3), Rule.NEVER_TREATED))


def test_no_theme_is_favoured_by_the_draw() -> None:
    equal = [theme(number) for number in range(4)]
    firsts = [TieRule(equal, f"seed {n}").sorted(range(4))[0] for n in range(400)]
    assert all(firsts.count(number) > 60 for number in range(4))


def test_the_order_in_which_themes_are_given_changes_nothing() -> None:
    equal = tuple(theme(number) for number in range(5))
    given = Election(equal, (), seed="x")
    turned = replace(given, themes=equal[::-1])
    assert count(Method.SCHULZE, given) == count(Method.SCHULZE, turned)
