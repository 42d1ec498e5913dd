"""Reads what one ballot of a file marks, in any of the usual ways of writing it.

An approval ballot is a list of names, under ``approves`` or by itself. A ranked one is a list, the
preferred first, where equals stand in a list of their own, under ``ranking`` or by itself; a text
such as ``A>B=C``, or ``ABC`` where names are single letters; or an object that gives each name its
rank. A name may be replaced by its place in the list of candidates, from 0, unless candidates are
named by numbers.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.community.votes.ballots import Ranks
from bot.community.votes.elections import Method
from bot.community.votes.files import BadFileError, is_number, quoted

Name = str | int

_APPROVES = ("approves", "approved", "approvals", "approval", "choices")
_EITHER = "ballot"
_RANKS = ("ranking", "ranks", "rank", "preferences", "preference", "order")


class Names:
    """The candidates' names, and the numbers that they stand for.

    Candidates named by numbers keep them; others are numbered by their place, from 0.
    """

    def __init__(self, given: tuple[Name, ...]) -> None:
        by_number = all(isinstance(name, int) for name in given)
        self.named: dict[int, Name] = {
            name if by_number and isinstance(name, int) else place: name
            for place, name in enumerate(given)
        }
        self._numbers: dict[Name, int] = {name: number for number, name in self.named.items()}
        if len(self._numbers) < len(given):
            twice = next(name for name in given if given.count(name) > 1)
            raise BadFileError(f"{quoted(twice)} y est deux fois")
        for number, name in self.named.items():
            self.also(number, str(name))

    def also(self, number: int, name: str) -> None:
        """Let a candidate go by another name, unless it is taken."""
        self._numbers.setdefault(name, number)

    def number(self, name: object) -> int:
        """Return the number of a candidate. Raises BadFileError for one that does not stand."""
        if isinstance(name, str) or is_number(name):
            found = self._numbers.get(name, name)
            if isinstance(found, int) and found in self.named:
                return found
        raise BadFileError(f"{quoted(name)} n’est pas dans la liste des candidats")

    def knows(self, name: str) -> bool:
        """Tell whether a candidate has exactly this name."""
        return name in self._numbers


def marks(found: object, names: Names, method: Method) -> Ranks:
    """Return the ranks of a ballot, by the numbers of its candidates. Raises BadFileError."""
    if isinstance(found, dict):
        found = _said(found, method)
    if _mixed(found):
        raise BadFileError(f"{quoted(found)} mêle des noms et des numéros")
    ranks = _ranks(found, names) if method is Method.SCHULZE else _approvals(found, names)
    named = [number for rank in ranks for number in rank]
    for number in named:
        if named.count(number) > 1:
            raise BadFileError(f"{quoted(names.named[number])} y est deux fois")
    return tuple(frozenset(rank) for rank in ranks if rank)


def mentioned(found: object) -> set[Name]:
    """Return the names that a ballot written with lists mentions.

    Raises BadFileError for one written otherwise: who reads "AB" must know the candidates.
    """
    if isinstance(found, dict):
        key = next((key for key in (*_APPROVES, *_RANKS, _EITHER) if key in found), "")
        found = found.get(key)
    if not isinstance(found, list):
        raise BadFileError(f"{quoted(found)} n’est pas une liste de noms")
    leaves = _leaves(found)
    return {leaf for leaf in leaves if isinstance(leaf, str) or is_number(leaf)}


def _leaves(parts: list[object]) -> list[object]:
    return [leaf for part in parts for leaf in (part if isinstance(part, list) else [part])]


def _mixed(found: object) -> bool:
    """Whether names and numbers stand together: one of them is perhaps a count of ballots."""
    return isinstance(found, list) and len({type(leaf) for leaf in _leaves(found)}) > 1


def _said(found: dict[str, object], method: Method) -> object:
    """What a ballot written as an object says, in the form that the method takes."""
    for key in _APPROVES:
        if key in found:
            return [found[key]] if method is Method.SCHULZE else found[key]
    for key in _RANKS:
        if key in found:
            if method is not Method.SCHULZE:
                raise BadFileError(f"{method} compte des « {_APPROVES[0]} », pas un « {key} »")
            return found[key]
    if _EITHER in found:
        return found[_EITHER]
    raise BadFileError(f"il manque « {_APPROVES[0]} » ou « {_RANKS[0]} »")


def _approvals(found: object, names: Names) -> list[list[int]]:
    if isinstance(found, str):
        found = _split(found, names, ",")
    if not isinstance(found, list):
        raise BadFileError(f"{quoted(found)} n’est pas une liste de candidats")
    return [_numbers(found, names)]


def _ranks(found: object, names: Names) -> list[list[int]]:
    if isinstance(found, dict):
        found = [[name for name in found if found[name] == rank] for rank in _in_order(found)]
    elif isinstance(found, str):
        found = [_split(rank, names, "=") for rank in _split(found, names, ">")]
    if not isinstance(found, list):
        raise BadFileError(f"{quoted(found)} n’est pas un classement")
    return [_numbers(rank if isinstance(rank, list) else [rank], names) for rank in found]


def _in_order(ranks: dict[str, object]) -> list[int]:
    numbers = [rank for rank in ranks.values() if is_number(rank)]
    if len(numbers) < len(ranks):
        raise BadFileError(f"{quoted(ranks)} : un rang est un nombre entier, 1 pour le préféré")
    return sorted({*numbers})


def _numbers(found: Iterable[object], names: Names) -> list[int]:
    return [names.number(name) for name in found]


def _split(text: str, names: Names, separator: str) -> list[str]:
    """Split a text, or take its letters where each is a candidate and the whole is none."""
    if names.knows(text):
        return [text]
    if len(text) > 1 and all(map(names.knows, text)):
        return list(text)
    return [part.strip() for part in text.split(separator) if part.strip()]
