"""What a count takes, and what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.community.votes.ballots import Ballot
from bot.community.votes.themes import Theme

Committees = frozenset[frozenset[int]]
"""Sets of winners, by the numbers of their themes."""

MOST_COMMITTEES = 200_000
"""Every way to choose 10 themes of 20 fits; beyond, nobody reads them and no memory holds them."""


class Method(StrEnum):
    """How ballots are counted."""

    APPROVAL = "approval"
    """For one café: the theme that interests the most people."""
    PHRAGMEN = "phragmen"
    """For a season: sequential Phragmén, so that a minority keeps its evening."""
    SCHULZE = "schulze"
    """For ballots that order themes."""


class Rule(StrEnum):
    """What settles a tie, in the order in which the rules are asked."""

    NEVER_TREATED = "never_treated"
    WAITED = "waited"
    PROPOSED = "proposed"
    DRAW = "draw"


class BadElectionError(ValueError):
    """Themes, ballots or seats that cannot be counted."""


class TooManyTiesError(ValueError):
    """Ties lead to more sets of winners than can be listed."""


@dataclass(frozen=True, slots=True)
class Election:
    """Themes, ballots, and how many themes win; ``seed`` is what the public draw starts from.

    Raises BadElectionError for two themes of one number, a ballot that names a theme twice or one
    that does not stand, or seats that the themes cannot fill.
    """

    themes: tuple[Theme, ...]
    ballots: tuple[Ballot, ...]
    seats: int = 1
    seed: str = ""

    def __post_init__(self) -> None:
        standing = {theme.id for theme in self.themes}
        if len(standing) < len(self.themes):
            raise BadElectionError("two themes have the same number")
        if not 1 <= self.seats <= len(self.themes):
            raise BadElectionError(f"{self.seats} seats for {len(self.themes)} themes")
        for ballot in self.ballots:
            named = ballot.named
            if ballot.count < 0 or not named <= standing:
                raise BadElectionError(f"a ballot names a theme that does not stand: {ballot}")
            if len(named) < sum(map(len, ballot.ranks)):
                raise BadElectionError(f"a ballot names a theme twice: {ballot}")

    @property
    def voters(self) -> int:
        """How many people cast a ballot, blank ones included."""
        return sum(ballot.count for ballot in self.ballots)


@dataclass(frozen=True, slots=True)
class Place:
    """A theme at its place.

    ``voices``: the ballots that name it. ``new_voices``: those of them that name no theme placed
    before. ``score`` is the method's own: voices (approval), the load of its supporters once it is
    chosen, None where it has none (Phragmén), the number of themes it beats (Schulze).
    """

    theme: int
    voices: int
    new_voices: int
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class Tie:
    """Themes that the method does not separate at a place (1 is the first).

    ``between`` has them in the order of the tie rule: the first took the place. ``by`` is what put
    it before the second.
    """

    place: int
    between: tuple[int, ...]
    by: Rule


@dataclass(frozen=True, slots=True)
class Tally:
    """The result of a count: every theme in order, of which the first ``seats`` win."""

    method: Method
    seats: int
    voters: int
    order: tuple[Place, ...]
    ties: tuple[Tie, ...]

    @property
    def winners(self) -> tuple[int, ...]:
        """The themes that win, in order."""
        return tuple(place.theme for place in self.order[: self.seats])


def listed(found: Iterable[frozenset[int]]) -> Committees:
    """Return all these sets of winners, each once.

    Raises TooManyTiesError beyond MOST_COMMITTEES: never a part of them.
    """
    committees: set[frozenset[int]] = set()
    for committee in found:
        committees.add(committee)
        if len(committees) > MOST_COMMITTEES:
            raise TooManyTiesError
    return frozenset(committees)
