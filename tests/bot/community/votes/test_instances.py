"""Elections read from JSON as people write them, and what is said of those that are none."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.community.votes.ballots import Ballot, Ranks, approving
from bot.community.votes.elections import Method
from bot.community.votes.instances import BadInstanceError, parse, read
from bot.community.votes.themes import Theme

NAMES = ["Ana", "Bo", "Cléo", "Dan"]


def ranks(*told: str) -> Ranks:
    """Ranks by the first letters of the names: ``ranks("a", "bc")``."""
    return tuple(frozenset("abcd".index(letter) for letter in rank) for rank in told)


@pytest.mark.parametrize(
    "ballot",
    [
        {"count": 3, "approves": ["Ana", "Cléo"]},
        {"weight": 3, "approved": ["Cléo", "Ana"]},
        {"n": 3, "approvals": [0, 2]},
        {"multiplicity": 3, "choices": "Ana, Cléo"},
    ],
)
def test_ways_to_write_three_approval_ballots(ballot: object) -> None:
    instance = parse({"candidates": NAMES, "ballots": [ballot]}, Method.APPROVAL)
    assert instance.election.ballots == (approving([0, 2], 3),)


@pytest.mark.parametrize("ballot", [["Ana", "Cléo"], [0, 2], "Cléo,Ana", {"approves": "Ana,Cléo"}])
def test_ways_to_write_one(ballot: object) -> None:
    instance = parse({"candidates": NAMES, "ballots": [ballot]}, Method.PHRAGMEN)
    assert instance.election.ballots == (approving([0, 2]),)


@pytest.mark.parametrize(
    "ballot",
    [
        {"ranking": [["Bo"], ["Ana", "Dan"]]},
        {"ranking": ["Bo", ["Ana", "Dan"]]},
        {"ranks": [1, [0, 3]]},
        {"preferences": "Bo > Ana = Dan"},
        {"ranking": {"Bo": 1, "Ana": 2, "Dan": 2}},
        ["Bo", ["Dan", "Ana"]],
        "Bo>Ana=Dan",
    ],
)
def test_ways_to_write_a_ranked_ballot(ballot: object) -> None:
    instance = parse({"candidates": NAMES, "ballots": [ballot]}, Method.SCHULZE)
    assert instance.election.ballots == (Ballot(ranks("b", "ad")),)


def test_a_ranking_without_signs_is_read_by_letters_where_names_are_letters() -> None:
    told = {"candidates": ["A", "B", "C"], "ballots": [{"count": 5, "ranking": "BCA"}]}
    assert parse(told, Method.SCHULZE).election.ballots == (Ballot(ranks("b", "c", "a"), 5),)


def test_an_approval_ballot_ranks_what_it_names_before_the_rest() -> None:
    told = {"candidates": NAMES, "ballots": [{"approves": ["Ana", "Bo"]}]}
    assert parse(told, Method.SCHULZE).election.ballots == (Ballot(ranks("ab")),)


def test_blank_ballots_are_read() -> None:
    approval = parse(
        {"candidates": NAMES, "ballots": [[], {"count": 2, "approves": []}]}, Method.APPROVAL
    )
    assert approval.election.voters == 3
    ranking = parse({"candidates": NAMES, "ballots": [{"ranking": [[], ["Bo"]]}]}, Method.SCHULZE)
    assert ranking.election.ballots == (Ballot(ranks("b")),)


def test_candidates_may_be_counted_named_by_numbers_or_described() -> None:
    counted = parse({"num_cand": 3, "profile": [[0, 2]], "committeesize": 2}, Method.PHRAGMEN)
    assert counted.names == {0: 0, 1: 1, 2: 2}
    assert counted.election.seats == 2
    numbered = parse({"candidates": [10, 20], "ballots": [[20]]}, Method.APPROVAL)
    assert numbered.election.ballots == (approving([20]),)
    described = parse(
        {
            "themes": [
                {"id": 4, "title": "La DPJ", "proposed_on": "2026-01-05", "treated_on": None},
                {"id": 9, "title": "La colère", "treated_on": "2025-06-01"},
            ],
            "ballots": [{"approves": [9]}, {"approves": ["La DPJ"]}],
        },
        Method.APPROVAL,
    )
    assert described.election.themes == (
        Theme(4, "La DPJ", date(2026, 1, 5)),
        Theme(9, "La colère", date.min, date(2025, 6, 1)),
    )
    assert described.election.ballots == (approving([9]), approving([4]))


def test_seats_asked_for_come_before_what_the_file_says() -> None:
    told = {"candidates": NAMES, "ballots": [], "seats": 2}
    assert parse(told, Method.APPROVAL).election.seats == 2
    assert parse(told, Method.APPROVAL, 3).election.seats == 3
    del told["seats"]
    assert parse(told, Method.APPROVAL).election.seats == 1


FAULTS = [
    ("[1", "ce n’est pas du JSON"),
    ("[]", "le fichier doit être un objet"),
    ('{"ballots": []}', "il manque « themes » ou « candidates »"),
    ('{"candidates": ["A"]}', "il manque « ballots »"),
    ('{"candidates": [], "ballots": []}', "une liste, non vide"),
    ('{"candidates": ["A", "A"], "ballots": []}', "candidates : 'A' y est deux fois"),
    ('{"candidates": ["A", null], "ballots": []}', "candidat 2 : None n’a pas de nom"),
    ('{"candidates": ["A"], "ballots": {}}', "ballots : il faut une liste"),
    (
        '{"candidates": ["A"], "ballots": [["A"], ["B"]]}',
        "bulletin 2 : 'B' n’est pas dans la liste",
    ),
    ('{"candidates": ["A"], "ballots": [[1]]}', "bulletin 1 : 1 n’est pas dans la liste"),
    ('{"candidates": ["A"], "ballots": [[true]]}', "bulletin 1 : True n’est pas dans la liste"),
    ('{"candidates": ["A"], "ballots": [["A", "A"]]}', "bulletin 1 : 'A' y est deux fois"),
    ('{"candidates": ["A"], "ballots": [3]}', "bulletin 1 : 3 n’est pas une liste"),
    ('{"candidates": ["A"], "ballots": [{"count": 2}]}', "bulletin 1 : il manque « approves »"),
    (
        '{"candidates": ["A"], "ballots": [{"count": -1, "approves": []}]}',
        "bulletin 1 : count : -1",
    ),
    ('{"candidates": ["A"], "ballots": [{"weight": 0.5, "approves": []}]}', "weight : 0.5"),
    ('{"candidates": ["A"], "ballots": [{"ranking": ["A"]}]}', "pas un « ranking »"),
    ('{"candidates": ["A"], "ballots": [], "seats": 2}', "seats : 2 ne va pas de 1"),
    ('{"candidates": ["A"], "ballots": [], "seats": "x"}', "seats : 'x'"),
    ('{"themes": [{"id": 1, "treated_on": "hier"}], "ballots": []}', "'hier' n’est pas une date"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    with pytest.raises(BadInstanceError) as refused:
        read(text, Method.APPROVAL)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "ballot", [{"ranking": {"A": "first"}}, {"ranking": 3}, {"ranking": {"A": [1]}}]
)
def test_what_is_no_ranking_is_named(ballot: object) -> None:
    with pytest.raises(BadInstanceError, match="bulletin 1 : "):
        read(json.dumps({"candidates": ["A"], "ballots": [ballot]}), Method.SCHULZE)


@pytest.mark.parametrize("ballot", [[2, ["A", "B"]], [["A", "B"], 2], ["A", 1]])
def test_a_count_put_where_a_name_is_expected_is_not_taken_for_one(ballot: object) -> None:
    with pytest.raises(BadInstanceError, match="mêle des noms et des numéros"):
        parse({"candidates": ["A", "B", "C"], "ballots": [ballot]}, Method.SCHULZE)


def test_more_candidates_than_anyone_could_read_are_refused() -> None:
    with pytest.raises(BadInstanceError, match="10000 au plus"):
        parse({"candidates": 10**12, "ballots": []}, Method.APPROVAL)
