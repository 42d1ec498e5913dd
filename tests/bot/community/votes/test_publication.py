"""What is published, what a recount says of it, and what it keeps to itself."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.community.votes.ballots import Ballot, approving, ordering
from bot.community.votes.counting import count
from bot.community.votes.draw import commitment, digest, seed
from bot.community.votes.elections import Method
from bot.community.votes.files import BadFileError, Nothing
from bot.community.votes.instances import read
from bot.community.votes.publication import Publication, close, written
from bot.community.votes.themes import Theme
from bot.community.votes.verification import Different, OrderOnly, Same, verify

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
    ("a word too many", lambda told: told.update(note="?"), Different("note", "?", Nothing())),
    ("a null too many", lambda told: told.update(note=None), Different("note", None, Nothing())),
    (
        "a word too few",
        lambda told: told["result"].pop("ties"),
        Different("result.ties", Nothing(), []),
    ),
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
    assert (verdict.where, verdict.published) == ("result", Nothing())


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


# What is no publication, or was tampered with


def at(told: Any, path: str) -> tuple[Any, Any]:
    """Return what holds the value at a path such as ``themes.2.title``, and its key there."""
    *way, last = [int(step) - 1 if step.isdigit() else step for step in path.split(".")]
    for step in way:
        told = told[step]
    return told, last


MISSING = object()

FAULTS: list[tuple[str, object, str]] = [
    ("vote", MISSING, "il manque « vote »"),
    ("vote", "12", 'vote : "12" n’est pas un nombre entier'),
    ("vote", True, "vote : true n’est pas un nombre entier"),
    ("method", "x", 'method : "x" n’est pas une des façons de compter'),
    ("method", None, "method : null n’est pas un texte"),
    ("seats", 0, "seats : 0 n’est pas un nombre entier à partir de 1"),
    ("seats", 4, "seats : 4 ne va pas de 1 au nombre de thèmes, 3"),
    ("themes", {}, "themes : {} n’est pas une liste"),
    ("themes.2", 7, "themes.2 : 7 n’est pas un objet"),
    ("themes.2.id", MISSING, "il manque « themes.2.id »"),
    ("themes.2.id", 2, "themes : 2 y est deux fois"),
    ("themes.1.title", ["x"] * 50, 'themes.1.title : ["x", "x"'),
    ("themes.1.proposed_on", "hier", 'themes.1.proposed_on : "hier" n’est pas une date'),
    ("themes.3.treated_on", 2026, "themes.3.treated_on : 2026 n’est pas une date"),
    ("secret", 3, "secret : 3 n’est pas un texte"),
    ("secret", "\ud800", "secret : "),
    ("commitment", MISSING, "il manque « commitment »"),
    ("ballots", None, "ballots : null n’est pas une liste"),
    ("ballots.1", [2], "ballots.1 : [2] n’est pas un objet"),
    ("ballots.1.count", 1.0, "ballots.1.count : 1.0 n’est pas un nombre entier"),
    ("ballots.2.approves", MISSING, "il manque « ballots.2.approves »"),
    ("ballots.2.approves", [9], "ballots.2.approves : 9 n’est pas le numéro d’un des thèmes"),
    ("ballots.2.approves", [2, 2], "ballots.2.approves : 2 y est deux fois"),
    ("ballots.2", {"count": 1, "ranking": [2]}, "ballots.2.ranking.1 : 2 n’est pas une liste"),
    ("ballots.2", {"count": 1, "ranking": [[2], [2]]}, "ballots.2.ranking : 2 y est deux fois"),
]


@pytest.mark.parametrize(("path", "value", "said"), FAULTS)
def test_what_is_out_of_shape_is_named_in_words(path: str, value: object, said: str) -> None:
    told = json.loads(written(closed()))
    holder, key = at(told, path)
    if value is MISSING:
        del holder[key]
    else:
        holder[key] = value
    with pytest.raises(BadFileError) as refused:
        verify(json.dumps(told))
    assert said in str(refused.value)
    assert len(str(refused.value)) < 160


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ce n’est pas du JSON (ligne 1, colonne 1)"),
        ('{"vote":\n 1,,}', "ce n’est pas du JSON (ligne 2, colonne 4)"),
        ("[" * 100_000, "trop de crochets imbriqués"),
        ("9" * 5000, "un nombre est trop long"),
        ("[]", "le fichier doit être un objet"),
        ("3", "le fichier doit être un objet"),
        ("{}", "il manque « themes »"),
    ],
)
def test_what_is_no_publication_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadFileError) as refused:
        verify(text)
    assert said in str(refused.value)


@pytest.mark.parametrize("value", [8.0, True, "8", None])
def test_a_number_written_as_something_else_is_a_difference(value: object) -> None:
    told = json.loads(written(closed()))
    told["result"]["voters"] = value
    assert verify(json.dumps(told)) == Different("result.voters", value, 8)


def test_ballots_taken_away_do_not_leave_a_result_that_nobody_can_recount() -> None:
    told = json.loads(written(closed()))
    del told["ballots"]
    assert isinstance(verify(json.dumps(told)), Different)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("result.order", [4, 2], "result.order.1"),
        ("result.order", [4, 4, 2], "result.order.1"),
        ("result.order", None, "result.order"),
        ("result.voters", 3, "result.voters"),
        ("seed", "0", "seed"),
        ("format", "x", "format"),
        ("secret", "0", "commitment"),
    ],
)
def test_an_order_without_ballots_that_was_tampered_with(
    path: str, value: object, where: str
) -> None:
    told = json.loads(written(closed(ballots=APPROVALS[:3])))
    holder, key = at(told, path)
    holder[key] = value
    verdict = verify(json.dumps(told))
    assert isinstance(verdict, Different)
    assert verdict.where.startswith(where.rpartition(".")[0] or where)


def test_a_list_that_ends_with_nothings_is_another_list() -> None:
    told = json.loads(written(closed()))
    told["result"]["ties"].append(None)
    verdict = verify(json.dumps(told))
    assert isinstance(verdict, Different)
    assert verdict.where == "result.ties.1"


SCRAPS = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=5),
    lambda part: some.lists(part, max_size=3) | some.dictionaries(some.text(max_size=5), part),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(data=some.data(), method=some.sampled_from(Method), few=some.booleans())
def test_whatever_is_changed_anywhere_is_refused_or_told(
    data: some.DataObject, method: Method, few: bool
) -> None:
    whole = APPROVALS if method is not Method.SCHULZE else ORDERS
    publication = closed(method, whole[: 3 if few else None])
    told = json.loads(written(publication))
    holder, key = data.draw(some.sampled_from([*_places(told)]), "place")
    was = holder[key]
    if data.draw(some.booleans(), "taken away"):
        del holder[key]
    else:
        holder[key] = data.draw(SCRAPS, "put there")
    changed = json.dumps(told) != json.dumps(json.loads(written(publication)))
    # What a count starts from cannot be counted again, and null is as good as nothing.
    told_only = key in ("title", "proposed_on", "treated_on") or was is None
    try:
        verdict = verify(json.dumps(told))
    except BadFileError as error:
        said = str(error)
        assert any(words in said for words in ("il manque", "n’est pas", "ne va pas", "y est deux"))
        assert "Error" not in said
    else:
        assert isinstance(verdict, Different) is (changed and not told_only) or told_only


def _places(told: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in plain values: what holds it, and its key."""
    keys = told if isinstance(told, dict) else range(len(told)) if isinstance(told, list) else ()
    for key in keys:
        yield told, key
        yield from _places(told[key])


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
