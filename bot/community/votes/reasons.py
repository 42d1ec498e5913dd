"""Why a theme stands at its place, as keys and numbers that the content turns into sentences.

Each key is one of ``tally.*`` in the content: ``key_one`` or ``key_many`` after ``n``, just ``key``
where ``n`` is None. ``{theme}`` and ``{other}`` are titles, which the caller knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.community.votes.elections import Method, Place, Tally, Tie


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence to come: its key, its number, the one or two themes it names, other numbers."""

    key: str
    n: int | None
    theme: int
    other: int | None = None
    values: Mapping[str, int] = field(default_factory=dict)


def why(tally: Tally, place: int) -> Reason:
    """Return why a theme took a place (1 is the first) of the order."""
    taken = tally.order[place - 1]
    if not taken.voices:
        return Reason("tally.nobody", None, taken.theme)
    if tally.method is Method.SCHULZE:
        return _ranked(tally, taken)
    if place == 1:
        return _most(tally, taken)
    return _shared(taken) if tally.method is Method.PHRAGMEN else _voices("tally.voices", taken)


def settled(tie: Tie) -> Reason:
    """Return how a tie was settled: what put its first theme before the second."""
    first, second, *_ = tie.between
    return Reason(f"tally.tie.{tie.by}", None, first, second, {"place": tie.place})


def bars(tally: Tally) -> list[tuple[int, int]]:
    """Return the themes in order, each with the number that its bar shows.

    The people who named it; with Schulze, the themes that it comes before.
    """
    if tally.method is Method.SCHULZE:
        return [(place.theme, int(place.score or 0)) for place in tally.order]
    return [(place.theme, place.voices) for place in tally.order]


def _voices(key: str, taken: Place) -> Reason:
    return Reason(key, taken.voices, taken.theme)


def _most(tally: Tally, taken: Place) -> Reason:
    alone = all(place.voices < taken.voices for place in tally.order[1:])
    return _voices("tally.most" if alone else "tally.most_tied", taken)


def _ranked(tally: Tally, taken: Place) -> Reason:
    """Schulze: how many of the others the theme comes before."""
    beaten, others = int(taken.score or 0), len(tally.order) - 1
    if beaten == others:
        return Reason("tally.beats_all", others, taken.theme)
    if not beaten:
        return Reason("tally.beats_none", None, taken.theme)
    return Reason("tally.beats", None, taken.theme, values={"n": beaten, "all": others})


def _shared(taken: Place) -> Reason:
    """Sequential Phragmén looks first at those who obtained nothing yet."""
    if not taken.new_voices:
        return _voices("tally.shared", taken)
    if taken.new_voices == taken.voices:
        return _voices("tally.unheard", taken)
    values = {"voices": taken.voices}
    return Reason("tally.some_unheard", taken.new_voices, taken.theme, values=values)
