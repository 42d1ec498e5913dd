"""Why a theme stands at its place, as keys and numbers that the content turns into sentences.

Each key is one of ``tally.*`` in the content; ``n`` is what its singular or plural goes by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.community.votes.elections import Method, Place, Tally, Tie


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence to come: its key, its number, the themes it names, its other numbers."""

    key: str
    n: int
    theme: int
    others: tuple[int, ...] = ()
    values: Mapping[str, int] = field(default_factory=dict)


def why(tally: Tally, place: int) -> Reason:
    """Return why a theme took a place (1 is the first) of the order."""
    taken = tally.order[place - 1]
    if not taken.voices:
        return Reason("tally.nobody", 0, taken.theme)
    if tally.method is Method.SCHULZE:
        return _ranked(tally, taken)
    if tally.method is Method.PHRAGMEN and place > 1:
        return _shared(taken)
    key = "tally.most" if place == 1 else "tally.voices"
    return Reason(key, taken.voices, taken.theme)


def settled(tie: Tie) -> Reason:
    """Return how a tie was settled."""
    first, *others = tie.between
    return Reason(f"tally.tie.{tie.by}", len(others), first, (*others,), {"place": tie.place})


def bars(tally: Tally) -> list[tuple[int, int]]:
    """Return the themes in order, each with the number that its bar shows.

    The people who named it; with Schulze, the themes that it comes before.
    """
    if tally.method is Method.SCHULZE:
        return [(place.theme, int(place.score or 0)) for place in tally.order]
    return [(place.theme, place.voices) for place in tally.order]


def _ranked(tally: Tally, taken: Place) -> Reason:
    beaten, others = int(taken.score or 0), len(tally.order) - 1
    key = "tally.beats_all" if beaten == others else "tally.beats"
    return Reason(key, beaten, taken.theme, values={"all": others, "voices": taken.voices})


def _shared(taken: Place) -> Reason:
    """Sequential Phragmén looks at those who obtained nothing yet."""
    values = {"voices": taken.voices}
    if not taken.new_voices:
        return Reason("tally.shared", taken.voices, taken.theme, values=values)
    key = "tally.unheard" if taken.new_voices == taken.voices else "tally.some_unheard"
    return Reason(key, taken.new_voices, taken.theme, values=values)
