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

Name = str | int

_APPROVES = ("approves", "approved", "approvals", "approval", "choices")
_RANKS = ("ranking", "ranks", "rank", "preferences", "preference", "order")


class BadMarkError(ValueError):
    """A ballot that cannot be read; the message says why, in French."""


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
            raise BadMarkError(f"{twice!r} y est deux fois")
        for number, name in self.named.items():
            self.also(number, str(name))

    def also(self, number: int, name: str) -> None:
        """Let a candidate go by another name, unless it is taken."""
        self._numbers.setdefault(name, number)

    def number(self, name: object) -> int:
        """Return the number of a candidate. Raises BadMarkError for one that does not stand."""
        if isinstance(name, (str, int)) and not isinstance(name, bool):
            found = self._numbers.get(name, name)
            if isinstance(found, int) and found in self.named:
                return found
        raise BadMarkError(f"{name!r} n’est pas dans la liste des candidats")

    def knows(self, name: str) -> bool:
        """Tell whether a candidate has exactly this name."""
        return name in self._numbers


def marks(found: object, names: Names, method: Method) -> Ranks:
    """Return the ranks of a ballot, by the numbers of its candidates. Raises BadMarkError."""
    if isinstance(found, dict):
        found = _said(found, method)
    if _mixed(found):
        raise BadMarkError(f"{found!r} mêle des noms et des numéros")
    ranks = _ranks(found, names) if method is Method.SCHULZE else _approvals(found, names)
    named = [number for rank in ranks for number in rank]
    for number in named:
        if named.count(number) > 1:
            raise BadMarkError(f"{names.named[number]!r} y est deux fois")
    return tuple(frozenset(rank) for rank in ranks if rank)


def _mixed(found: object) -> bool:
    """Whether names and numbers stand together: one of them is perhaps a count of ballots."""
    parts = found if isinstance(found, list) else []
    leaves = [leaf for part in parts for leaf in (part if isinstance(part, list) else [part])]
    return len({type(leaf) for leaf in leaves}) > 1


def _said(found: dict[str, object], method: Method) -> object:
    """What a ballot written as an object says, in the form that the method takes."""
    for key in _APPROVES:
        if key in found:
            return [found[key]] if method is Method.SCHULZE else found[key]
    for key in _RANKS:
        if key in found:
            if method is not Method.SCHULZE:
                raise BadMarkError(f"{method} compte des « {_APPROVES[0]} », pas un « {key} »")
            return found[key]
    raise BadMarkError(f"il manque « {_APPROVES[0]} » ou « {_RANKS[0]} »")


def _approvals(found: object, names: Names) -> list[list[int]]:
    if isinstance(found, str):
        found = _split(found, names, ",")
    if not isinstance(found, list):
        raise BadMarkError(f"{found!r} n’est pas une liste de candidats")
    return [_numbers(found, names)]


def _ranks(found: object, names: Names) -> list[list[int]]:
    if isinstance(found, dict):
        found = [[name for name in found if found[name] == rank] for rank in _in_order(found)]
    elif isinstance(found, str):
        found = [_split(rank, names, "=") for rank in _split(found, names, ">")]
    if not isinstance(found, list):
        raise BadMarkError(f"{found!r} n’est pas un classement")
    return [_numbers(rank if isinstance(rank, list) else [rank], names) for rank in found]


def _in_order(ranks: dict[str, object]) -> list[int]:
    numbers = [rank for rank in ranks.values() if isinstance(rank, int)]
    if len(numbers) < len(ranks):
        raise BadMarkError(f"{ranks!r} : un rang est un nombre entier, 1 pour le préféré")
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
