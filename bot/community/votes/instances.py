"""Reads an election from JSON, written by the bot or by anyone else.

The candidates stand under ``themes`` or ``candidates``: names, numbers, objects with an ``id`` and
perhaps ``title``, ``proposed_on`` and ``treated_on``, or just how many there are. The ballots stand
under ``ballots``: see ``bot.community.votes.marks``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeGuard

from bot.community.votes.ballots import Ballot, Ranks
from bot.community.votes.elections import Election, Method
from bot.community.votes.marks import BadMarkError, Name, Names, marks
from bot.community.votes.themes import Theme

_CANDIDATES = ("themes", "candidates", "alternatives", "num_cand")
_BALLOTS = ("ballots", "votes", "profile", "voters")
_SEATS = ("seats", "committeesize", "committee_size")
_COUNTS = ("count", "weight", "n", "number", "multiplicity")

MOST_CANDIDATES = 10_000


class BadInstanceError(ValueError):
    """The file is no election; the message says where and why, in French."""


@dataclass(frozen=True, slots=True)
class Instance:
    """An election, and the names that the file gives to the numbers of its themes."""

    names: Mapping[int, Name]
    election: Election


def read(text: str, method: Method, seats: int | None = None) -> Instance:
    """Return the election that a JSON text describes.

    ``seats`` comes before what the file says, which is one where it says nothing. Raises
    BadInstanceError.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInstanceError(f"ce n’est pas du JSON ({error})") from error
    return parse(data, method, seats)


def parse(data: object, method: Method, seats: int | None = None) -> Instance:
    """Return the election that plain values describe, as ``read`` does."""
    if not isinstance(data, dict):
        raise BadInstanceError("le fichier doit être un objet avec « candidates » et « ballots »")
    themes, names = _candidates(_found(data, _CANDIDATES))
    ballots = tuple(_ballots(_found(data, _BALLOTS), names, method))
    wanted = _seats(data) if seats is None else seats
    if not 1 <= wanted <= len(themes):
        fault = f"seats : {wanted} ne va pas de 1 au nombre de candidats, {len(themes)}"
        raise BadInstanceError(fault)
    return Instance(names.named, Election(themes, ballots, wanted, _text(data.get("seed", ""))))


def _found(data: Mapping[str, Any], keys: tuple[str, ...]) -> object:
    for key in keys:
        if key in data:
            return data[key]
    raise BadInstanceError(f"il manque « {keys[0]} » ou « {keys[1]} »")


def _seats(data: Mapping[str, Any]) -> int:
    found = next((data[key] for key in _SEATS if key in data), 1)
    if not _is_number(found):
        raise BadInstanceError(f"seats : {found!r} n’est pas un nombre entier")
    return found


def _candidates(found: object) -> tuple[tuple[Theme, ...], Names]:
    if _is_number(found):
        found = list(range(min(found, MOST_CANDIDATES + 1)))
    if not isinstance(found, list) or not found:
        raise BadInstanceError("candidates : il faut une liste, non vide")
    if len(found) > MOST_CANDIDATES:
        raise BadInstanceError(f"candidates : {MOST_CANDIDATES} au plus")
    try:
        names = Names(tuple(_name(place, one) for place, one in enumerate(found, 1)))
    except BadMarkError as error:
        raise BadInstanceError(f"candidates : {error}") from error
    for number, one in zip(names.named, found, strict=True):
        if isinstance(one, dict):
            names.also(number, _text(one.get("title", "")))
    return tuple(map(_theme, names.named, found)), names


def _name(place: int, found: object) -> Name:
    name = found.get("id", found.get("name")) if isinstance(found, dict) else found
    if isinstance(name, str) or _is_number(name):
        return name
    raise BadInstanceError(f"candidat {place} : {found!r} n’a pas de nom")


def _theme(number: int, found: object) -> Theme:
    said = found if isinstance(found, dict) else {}
    treated = said.get("treated_on")
    return Theme(
        id=number,
        title=_text(said.get("title", found)),
        proposed_on=_day(number, said.get("proposed_on", date.min.isoformat())),
        treated_on=None if treated is None else _day(number, treated),
    )


def _day(number: int, found: object) -> date:
    try:
        return date.fromisoformat(_text(found))
    except ValueError as error:
        raise BadInstanceError(f"candidat {number} : {found!r} n’est pas une date") from error


def _ballots(found: object, names: Names, method: Method) -> Iterator[Ballot]:
    if not isinstance(found, list):
        raise BadInstanceError("ballots : il faut une liste")
    for place, one in enumerate(found, 1):
        try:
            yield Ballot(*_ballot(one, names, method))
        except BadMarkError as error:
            raise BadInstanceError(f"bulletin {place} : {error}") from error


def _ballot(found: object, names: Names, method: Method) -> tuple[Ranks, int]:
    if not isinstance(found, dict):
        return marks(found, names, method), 1
    key = next((key for key in _COUNTS if key in found), None)
    count = 1 if key is None else found[key]
    if not _is_number(count) or count < 0:
        raise BadMarkError(f"{key} : {count!r} n’est pas un nombre de personnes")
    return marks({k: v for k, v in found.items() if k != key}, names, method), count


def _is_number(found: object) -> TypeGuard[int]:
    return isinstance(found, int) and not isinstance(found, bool)


def _text(found: object) -> str:
    return found if isinstance(found, str) else str(found)
