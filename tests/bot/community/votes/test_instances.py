"""Elections read from JSON as people write them, and what is said of those that are none."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.community.votes.ballots import Ballot, Ranks, approving
from bot.community.votes.counting import all_tied
from bot.community.votes.elections import Method
from bot.community.votes.files import BadFileError
from bot.community.votes.instances import parse, read
from bot.community.votes.themes import Theme

KEYS = some.sampled_from(
    [
        "candidates",
        "themes",
        "num_cand",
        "ballots",
        "votes",
        "seats",
        "seed",
        "count",
        "approves",
        "ranking",
        "ballot",
        "id",
        "title",
        "name",
        "proposed_on",
        "treated_on",
        "A",
        "B",
    ]
)
FRENCH = ("il manque", "n’est pas", "ne va pas", "il faut", "n’a pas", "mêle", "doit être", "y est")
FRENCH += ("rang", "compte des", "au plus")
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


def test_candidates_that_nobody_lists_are_those_whom_the_ballots_name() -> None:
    told = {"ballots": [{"count": 2, "approves": ["Bo", "Ana"]}, ["Cléo"], []]}
    deduced = parse(told, Method.APPROVAL)
    assert deduced.names == {0: "Ana", 1: "Bo", 2: "Cléo"}
    assert deduced.election.ballots == (approving([0, 1], 2), approving([2]), approving([]))
    ranking = parse([["Bo", ["Ana", "Dan"]], {"ballot": ["Dan"], "voters": 2}], Method.SCHULZE)
    assert ranking.names == {0: "Ana", 1: "Bo", 2: "Dan"}
    assert ranking.election.ballots[1] == Ballot((frozenset({2}),), 2)
    by_number = parse({"profile": [[10, 2], [9]]}, Method.PHRAGMEN)
    assert by_number.names == {2: 2, 9: 9, 10: 10}


def test_seats_asked_for_come_before_what_the_file_says() -> None:
    told = {"candidates": NAMES, "ballots": [], "seats": 2}
    assert parse(told, Method.APPROVAL).election.seats == 2
    assert parse(told, Method.APPROVAL, 3).election.seats == 3
    del told["seats"]
    assert parse(told, Method.APPROVAL).election.seats == 1


FAULTS = [
    ("[1", "ce n’est pas du JSON"),
    ("3", "le fichier doit être un objet"),
    ("[]", "candidates : il faut une liste, non vide"),
    ('{"ballots": []}', "candidates : il faut une liste, non vide"),
    ('{"ballots": ["AB"]}', 'il manque « candidates » (bulletin 1 : "AB" n’est pas une liste'),
    ('{"ballots": [{"count": 2}]}', "il manque « candidates » (bulletin 1 : null"),
    ('{"candidates": ["A"], "ballots": [], "seed": 3}', "seed : 3 n’est pas un texte"),
    ('{"candidates": ["A"], "ballots": [{"count": 1e999, "approves": []}]}', "count : Infinity"),
    ('{"candidates": ["A"], "ballots": [{"count": 9999999999, "approves": []}]}', "count : 9999"),
    ('{"candidates": ["A"],}', "ce n’est pas du JSON (ligne 1, colonne 22)"),
    ('{"candidates": ["A"]}', "il manque « ballots »"),
    ('{"candidates": [], "ballots": []}', "une liste, non vide"),
    ('{"candidates": ["A", "A"], "ballots": []}', 'candidates : "A" y est deux fois'),
    ('{"candidates": ["A", null], "ballots": []}', "candidat 2 : null n’a pas de nom"),
    ('{"candidates": ["A"], "ballots": {}}', "ballots : il faut une liste"),
    (
        '{"candidates": ["A"], "ballots": [["A"], ["B"]]}',
        'bulletin 2 : "B" n’est pas dans la liste',
    ),
    ('{"candidates": ["A"], "ballots": [[1]]}', "bulletin 1 : 1 n’est pas dans la liste"),
    ('{"candidates": ["A"], "ballots": [[true]]}', "bulletin 1 : true n’est pas dans la liste"),
    ('{"candidates": ["A"], "ballots": [["A", "A"]]}', 'bulletin 1 : "A" y est deux fois'),
    ('{"candidates": ["A"], "ballots": [3]}', "bulletin 1 : 3 n’est pas une liste"),
    ('{"candidates": ["A"], "ballots": [{"count": 2}]}', "bulletin 1 : il manque « approves »"),
    (
        '{"candidates": ["A"], "ballots": [{"count": -1, "approves": []}]}',
        "bulletin 1 : count : -1",
    ),
    ('{"candidates": ["A"], "ballots": [{"weight": 0.5, "approves": []}]}', "weight : 0.5"),
    ('{"candidates": ["A"], "ballots": [{"ranking": ["A"]}]}', "pas un « ranking »"),
    ('{"candidates": ["A"], "ballots": [], "seats": 2}', "seats : 2 ne va pas de 1"),
    ('{"candidates": ["A"], "ballots": [], "seats": "x"}', 'seats : "x"'),
    ('{"themes": [{"id": 1, "treated_on": "hier"}], "ballots": []}', '"hier" n’est pas une date'),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    with pytest.raises(BadFileError) as refused:
        read(text, Method.APPROVAL)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "ballot", [{"ranking": {"A": "first"}}, {"ranking": 3}, {"ranking": {"A": [1]}}]
)
def test_what_is_no_ranking_is_named(ballot: object) -> None:
    with pytest.raises(BadFileError, match="bulletin 1 : "):
        read(json.dumps({"candidates": ["A"], "ballots": [ballot]}), Method.SCHULZE)


@pytest.mark.parametrize("ballot", [[2, ["A", "B"]], [["A", "B"], 2], ["A", 1]])
def test_a_count_put_where_a_name_is_expected_is_not_taken_for_one(ballot: object) -> None:
    with pytest.raises(BadFileError, match="mêle des noms et des numéros"):
        parse({"candidates": ["A", "B", "C"], "ballots": [ballot]}, Method.SCHULZE)


def test_more_candidates_than_anyone_could_read_are_refused() -> None:
    with pytest.raises(BadFileError, match="10000 au plus"):
        parse({"candidates": 10**12, "ballots": []}, Method.APPROVAL)


SCRAPS = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-2, 4)
    | some.floats()
    | some.sampled_from("AB>,"),
    lambda part: some.lists(part, max_size=3) | some.dictionaries(KEYS, part, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(
    told=SCRAPS | some.fixed_dictionaries({"candidates": SCRAPS, "ballots": SCRAPS}),
    method=some.sampled_from(Method),
    seats=some.none() | some.integers(-1, 3),
)
def test_whatever_a_file_holds_it_is_counted_or_refused_in_words(
    told: object, method: Method, seats: int | None
) -> None:
    said = None
    try:
        instance = read(json.dumps(told), method, seats)
    except BadFileError as error:
        said = str(error)
    if said is None:
        assert all_tied(method, instance.election)
    else:
        assert any(words in said for words in FRENCH)
