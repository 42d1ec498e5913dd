"""What is published, what a recount says of it, and what it keeps to itself."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from bot.community.votes.ballots import Ballot, approving, ordering
from bot.community.votes.counting import count
from bot.community.votes.draw import commitment, digest, seed
from bot.community.votes.elections import Method
from bot.community.votes.instances import read
from bot.community.votes.publication import Publication, close, written
from bot.community.votes.themes import Theme
from bot.community.votes.verification import (
    BadPublicationError,
    Different,
    OrderOnly,
    Same,
    verify,
)

SECRET = "9f2c4e0d8b7a6154"
THEMES = (
    Theme(4, "Comprendre la DPJ", date(2026, 1, 5)),
    Theme(2, "Gérer « la colère »", date(2026, 2, 5), date(2025, 3, 1)),
    Theme(7, "La réconciliation", date(2026, 1, 5)),
)
APPROVALS = [approving([4, 2])] * 3 + [approving([7])] * 3 + [approving([]), approving([2])]
ORDERS = [ordering([4, 2]), ordering([7, 4, 2]), ordering([2])] * 2


def closed(method: Method = Method.PHRAGMEN, ballots: list[Ballot] | None = None) -> Publication:
    if ballots is None:
        ballots = ORDERS if method is Method.SCHULZE else APPROVALS
    return close(12, method, 2, THEMES, ballots, SECRET)


@pytest.mark.parametrize("method", Method)
def test_what_is_published_is_recounted_the_same(method: Method) -> None:
    assert verify(written(closed(method))) == Same(6 if method is Method.SCHULZE else 8)


@pytest.mark.parametrize("method", Method)
def test_anyone_can_count_it_with_the_command(method: Method) -> None:
    publication = closed(method)
    instance = read(written(publication), method)
    assert count(method, instance.election) == publication.tally


def test_nothing_remains_of_the_order_in_which_ballots_came() -> None:
    shuffled = [*APPROVALS]
    for turn in range(10):
        random.Random(turn).shuffle(shuffled)
        assert written(closed(ballots=shuffled)) == written(closed())


def test_the_text_is_one_line_for_each_ballot() -> None:
    lines = written(closed()).splitlines()
    assert '  {"count": 3, "approves": [2, 4]},' in lines
    assert '  {"count": 3, "approves": [7]}' in lines


CHANGES: list[tuple[str, Callable[[dict[str, Any]], object], Different]] = [
    (
        "a number of the result",
        lambda told: told["result"]["order"][1].update(voices=4),
        Different("result.order.2.voices", 4, 3),
    ),
    (
        "the winners",
        lambda told: told["result"]["winners"].reverse(),
        Different("result.winners.1", 7, 2),
    ),
    (
        "a ballot too many",
        lambda told: told["ballots"].append({"count": 1, "approves": [7]}),
        Different("result.voters", 8, 9),
    ),
    (
        "another secret",
        lambda told: told.update(secret="0"),
        Different("commitment", commitment(12, SECRET), commitment(12, "0")),
    ),
    (
        "another vote's",
        lambda told: told.update(vote=13),
        Different("commitment", commitment(12, SECRET), commitment(13, SECRET)),
    ),
    ("a word too many", lambda told: told.update(note="?"), Different("note", "?", None)),
]


@pytest.mark.parametrize(
    ("change", "first"), [pytest.param(*rest, id=name) for name, *rest in CHANGES]
)
def test_the_first_difference_is_named(
    change: Callable[[dict[str, Any]], object], first: Different
) -> None:
    told = json.loads(written(closed()))
    change(told)
    assert verify(json.dumps(told)) == first


def test_a_theme_treated_after_all_no_longer_wins_its_tie() -> None:
    told = json.loads(written(closed(Method.APPROVAL, [approving([4]), approving([7])] * 3)))
    winner = told["result"]["winners"][0]
    loser = ({4, 7} - {winner}).pop()
    assert told["result"]["ties"][0] == {"place": 1, "between": [winner, loser], "by": "draw"}
    for theme in told["themes"]:
        if theme["id"] == winner:
            theme["treated_on"] = "2020-01-01"
    assert verify(json.dumps(told)) == Different("result.winners.1", winner, loser)


def test_a_result_that_is_missing_is_a_difference() -> None:
    told = json.loads(written(closed()))
    del told["result"]
    verdict = verify(json.dumps(told))
    assert isinstance(verdict, Different)
    assert (verdict.where, verdict.published) == ("result", None)


@pytest.mark.parametrize("voters", range(5))
def test_under_five_ballots_only_the_order_is_published(voters: int) -> None:
    publication = closed(ballots=APPROVALS[:voters])
    told = json.loads(written(publication))
    assert not publication.shows_numbers
    assert publication.ballots == ()
    assert "ballots" not in told
    assert told["result"] == {"order": [place.theme for place in publication.tally.order]}
    assert verify(written(publication)) == OrderOnly()


def test_five_ballots_are_published() -> None:
    assert closed(ballots=APPROVALS[:5]).shows_numbers


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "3", '{"vote": 1, "secret": "x"}', written(closed()).replace("phragmen", "x")],
)
def test_what_is_no_publication_is_refused(text: str) -> None:
    with pytest.raises(BadPublicationError):
        verify(text)


def test_the_seed_is_found_again_by_hand() -> None:
    ballots = "[[1,[]],[1,[[2]]],[3,[[2,4]]],[3,[[7]]]]"
    assert digest(APPROVALS) == sha256(ballots.encode()).hexdigest()
    assert seed(SECRET, APPROVALS) == sha256(f"{SECRET}:{digest(APPROVALS)}".encode()).hexdigest()
    assert commitment(12, SECRET) == sha256(f"vote 12:{SECRET}".encode()).hexdigest()
    assert json.loads(written(closed()))["seed"] == seed(SECRET, APPROVALS)


def test_neither_who_knows_the_secret_nor_who_votes_last_knows_the_draw() -> None:
    one_more = [*APPROVALS, approving([4])]
    assert seed(SECRET, APPROVALS) != seed(SECRET, one_more)
    assert seed(SECRET, APPROVALS) != seed("another", APPROVALS)
