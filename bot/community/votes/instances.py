"""Reads an election from JSON, written by the bot or by anyone else.

The candidates stand under ``themes`` or ``candidates``: names, numbers, objects with an ``id`` and
perhaps ``title``, ``proposed_on`` and ``treated_on``, or just how many there are; where nothing
lists them, they are those that the ballots name. The ballots stand under ``ballots``, or are the
whole file: see ``bot.community.votes.marks``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.community.votes.ballots import Ballot, Ranks
from bot.community.votes.elections import Election, Method
from bot.community.votes.files import BadFileError, is_number, is_text, loaded, quoted
from bot.community.votes.marks import Name, Names, marks, mentioned
from bot.community.votes.themes import Theme

_CANDIDATES = ("themes", "candidates", "alternatives", "num_cand")
_BALLOTS = ("ballots", "votes", "profile", "voters")
_SEATS = ("seats", "committeesize", "committee_size")
_COUNTS = ("count", "weight", "n", "number", "multiplicity", "voters")

MOST_CANDIDATES, MOST_PEOPLE = 10_000, 10**9


@dataclass(frozen=True, slots=True)
class Instance:
    """An election, and the names that the file gives to the numbers of its themes."""

    names: Mapping[int, Name]
    election: Election


def read(text: str, method: Method, seats: int | None = None) -> Instance:
    """Return the election that a JSON text describes.

    ``seats`` comes before what the file says, which is one where it says nothing. Raises
    BadFileError.
    """
    return parse(loaded(text), method, seats)


def parse(data: object, method: Method, seats: int | None = None) -> Instance:
    """Return the election that plain values describe, as ``read`` does."""
    if isinstance(data, list):
        data = {_BALLOTS[0]: data}
    if not isinstance(data, dict):
        raise BadFileError("le fichier doit être un objet avec « candidates » et « ballots »")
    said = _found(data, _BALLOTS)
    if not isinstance(said, list):
        raise BadFileError("ballots : il faut une liste")
    listed = any(key in data for key in _CANDIDATES)
    themes, names = _candidates(_found(data, _CANDIDATES) if listed else _named_by(said))
    ballots = tuple(_ballots(said, names, method))
    wanted = _seats(data) if seats is None else seats
    if not 1 <= wanted <= len(themes):
        fault = f"seats : {wanted} ne va pas de 1 au nombre de candidats, {len(themes)}"
        raise BadFileError(fault)
    return Instance(names.named, Election(themes, ballots, wanted, _seed(data)))


def _found(data: Mapping[str, Any], keys: tuple[str, ...]) -> object:
    for key in keys:
        if key in data:
            return data[key]
    raise BadFileError(f"il manque « {keys[0]} » ou « {keys[1]} »")


def _seats(data: Mapping[str, Any]) -> int:
    found = next((data[key] for key in _SEATS if key in data), 1)
    if not is_number(found):
        raise BadFileError(f"seats : {quoted(found)} n’est pas un nombre entier")
    return found


def _candidates(found: object) -> tuple[tuple[Theme, ...], Names]:
    if is_number(found):
        found = list(range(min(found, MOST_CANDIDATES + 1)))
    if not isinstance(found, list) or not found:
        raise BadFileError("candidates : il faut une liste, non vide")
    if len(found) > MOST_CANDIDATES:
        raise BadFileError(f"candidates : {MOST_CANDIDATES} au plus")
    try:
        names = Names(tuple(_name(place, one) for place, one in enumerate(found, 1)))
    except BadFileError as error:
        raise BadFileError(f"candidates : {error}") from error
    for number, one in zip(names.named, found, strict=True):
        if isinstance(one, dict):
            names.also(number, _title(one))
    return tuple(map(_theme, names.named, found)), names


def _name(place: int, found: object) -> Name:
    name = found.get("id", found.get("name")) if isinstance(found, dict) else found
    if isinstance(name, str) or is_number(name):
        return name
    raise BadFileError(f"candidat {place} : {quoted(found)} n’a pas de nom")


def _theme(number: int, found: object) -> Theme:
    said = found if isinstance(found, dict) else {}
    treated = said.get("treated_on")
    return Theme(
        id=number,
        title=_title(found),
        proposed_on=_day(number, said.get("proposed_on", date.min.isoformat())),
        treated_on=None if treated is None else _day(number, treated),
    )


def _title(found: object) -> str:
    title = found.get("title", "") if isinstance(found, dict) else found
    return str(title) if isinstance(title, (str, int)) else ""


def _day(number: int, found: object) -> date:
    try:
        return date.fromisoformat(found if isinstance(found, str) else "")
    except ValueError as error:
        raise BadFileError(f"candidat {number} : {quoted(found)} n’est pas une date") from error


def _named_by(ballots: list[object]) -> object:
    """Return the candidates that ballots name, sorted, where the file does not list them."""
    named: set[Name] = set()
    for place, one in enumerate(ballots, 1):
        try:
            named |= mentioned(one)
        except BadFileError as error:
            raise BadFileError(f"il manque « candidates » (bulletin {place} : {error})") from error
    return sorted(named, key=lambda name: (isinstance(name, str), name))


def _ballots(found: list[object], names: Names, method: Method) -> Iterator[Ballot]:
    for place, one in enumerate(found, 1):
        try:
            yield Ballot(*_ballot(one, names, method))
        except BadFileError as error:
            raise BadFileError(f"bulletin {place} : {error}") from error


def _ballot(found: object, names: Names, method: Method) -> tuple[Ranks, int]:
    if not isinstance(found, dict):
        return marks(found, names, method), 1
    key = next((key for key in _COUNTS if key in found), None)
    count = 1 if key is None else found[key]
    if not is_number(count) or not 0 <= count <= MOST_PEOPLE:
        raise BadFileError(f"{key} : {quoted(count)} n’est pas un nombre de personnes")
    return marks({k: v for k, v in found.items() if k != key}, names, method), count


def _seed(data: Mapping[str, Any]) -> str:
    found = data.get("seed", "")
    if not is_text(found):
        raise BadFileError(f"seed : {quoted(found)} n’est pas un texte")
    return found
