"""Reads what a published vote says it counted, and names the first thing that is out of shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.community.votes.ballots import Ballot, approving
from bot.community.votes.elections import Method
from bot.community.votes.files import BadFileError, is_number, is_text, quoted
from bot.community.votes.publication import Publication, close
from bot.community.votes.themes import Theme

MOST = 10**9
"""No number of a vote is larger: neither a theme's, nor how many said the same."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a count starts from; ``ballots`` is None where they are not published."""

    vote: int
    method: Method
    seats: int
    themes: tuple[Theme, ...]
    commitment: str
    secret: str
    ballots: tuple[Ballot, ...] | None

    def counted(self) -> Publication:
        """Return the vote closed again."""
        cast = self.ballots or ()
        return close(self.vote, self.method, self.seats, self.themes, cast, self.secret)


def read(data: object) -> Published:
    """Return what a published vote says, from the plain values of its JSON.

    Its result is not looked at. Raises BadFileError, which names the place: ``themes.2.title``.
    """
    if not isinstance(data, dict):
        raise BadFileError("le fichier doit être un objet, entre accolades")
    themes = tuple(_theme(*one) for one in _listed(data, "themes"))
    _once("themes", [theme.id for theme in themes])
    return Published(
        vote=_number(data, "vote"),
        method=_method(data),
        seats=_seats(data, len(themes)),
        themes=themes,
        commitment=_text(data, "commitment"),
        secret=_text(data, "secret"),
        ballots=_ballots(data, {theme.id for theme in themes}) if "ballots" in data else None,
    )


def _method(data: Mapping[str, Any]) -> Method:
    told = _text(data, "method")
    if told not in [*Method]:
        raise BadFileError(f"method : {quoted(told)} n’est pas une des façons de compter")
    return Method(told)


def _seats(data: Mapping[str, Any], themes: int) -> int:
    seats = _number(data, "seats")
    if not 1 <= seats <= themes:
        raise BadFileError(f"seats : {seats} ne va pas de 1 au nombre de thèmes, {themes}")
    return seats


def _theme(told: Mapping[str, Any], at: str) -> Theme:
    treated = None if _found(told, "treated_on", at) is None else _day(told, "treated_on", at)
    return Theme(
        id=_number(told, "id", at),
        title=_text(told, "title", at),
        proposed_on=_day(told, "proposed_on", at),
        treated_on=treated,
    )


def _ballots(data: Mapping[str, Any], themes: set[int]) -> tuple[Ballot, ...]:
    return tuple(_ballot(told, at, themes) for told, at in _listed(data, "ballots"))


def _ballot(told: Mapping[str, Any], at: str, themes: set[int]) -> Ballot:
    count = _number(told, "count", at)
    if "ranking" not in told:
        return approving(_names(_found(told, "approves", at), f"{at}approves", themes), count)
    ranking = _list(told["ranking"], f"{at}ranking")
    ranks = [_names(rank, f"{at}ranking.{place}", themes) for place, rank in enumerate(ranking, 1)]
    _once(f"{at}ranking", [theme for rank in ranks for theme in rank])
    return Ballot(tuple(map(frozenset, ranks)), count)


def _names(told: object, where: str, themes: set[int]) -> list[int]:
    named = _list(told, where)
    for theme in named:
        if not is_number(theme) or theme not in themes:
            raise BadFileError(f"{where} : {quoted(theme)} n’est pas le numéro d’un des thèmes")
    _once(where, named)
    return named


# Plain values, at a place


def _listed(data: Mapping[str, Any], key: str) -> Iterable[tuple[Mapping[str, Any], str]]:
    """Yield the objects of a list, each with what the places in it begin with."""
    for place, told in enumerate(_list(_found(data, key), key), 1):
        if not isinstance(told, dict):
            raise BadFileError(
                f"{key}.{place} : {quoted(told)} n’est pas un objet, entre accolades"
            )
        yield told, f"{key}.{place}."


def _found(told: Mapping[str, Any], key: str, at: str = "") -> object:
    if key not in told:
        raise BadFileError(f"il manque « {at}{key} »")
    return told[key]


def _number(told: Mapping[str, Any], key: str, at: str = "") -> int:
    found = _found(told, key, at)
    if not is_number(found) or not 1 <= found <= MOST:
        raise BadFileError(f"{at}{key} : {quoted(found)} n’est pas un nombre entier à partir de 1")
    return found


def _text(told: Mapping[str, Any], key: str, at: str = "") -> str:
    found = _found(told, key, at)
    if not is_text(found):
        raise BadFileError(f"{at}{key} : {quoted(found)} n’est pas un texte")
    return found


def _day(told: Mapping[str, Any], key: str, at: str) -> date:
    found = _found(told, key, at)
    try:
        return date.fromisoformat(found if isinstance(found, str) else "")
    except ValueError as error:
        fault = f"{at}{key} : {quoted(found)} n’est pas une date comme 2026-12-08"
        raise BadFileError(fault) from error


def _list(found: object, where: str) -> list[Any]:
    if not isinstance(found, list):
        raise BadFileError(f"{where} : {quoted(found)} n’est pas une liste")
    return found


def _once(where: str, ids: list[int]) -> None:
    if len({*ids}) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise BadFileError(f"{where} : {twice} y est deux fois")
