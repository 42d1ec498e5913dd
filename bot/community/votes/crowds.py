"""Sets of ballots as the bits of a number: thousands of people are counted in one step."""

from __future__ import annotations

from collections.abc import Iterable

from bot.community.votes.ballots import Ballot

Crowd = int
"""Some of the ballots of a vote: the bit of each stands at its place in the list."""


class Crowds:
    """Counts the people behind ballots, each of which may stand for several."""

    def __init__(self, ballots: tuple[Ballot, ...]) -> None:
        most = max((ballot.count for ballot in ballots), default=0)
        self.everyone: Crowd = (1 << len(ballots)) - 1
        # For each power of two, the ballots whose count has it: counts add up as bits do.
        self._planes = [
            crowd(at for at, ballot in enumerate(ballots) if ballot.count >> power & 1)
            for power in range(most.bit_length())
        ]

    def people(self, who: Crowd) -> int:
        """Return how many people stand behind these ballots."""
        return sum((who & plane).bit_count() << power for power, plane in enumerate(self._planes))


def crowd(places: Iterable[int]) -> Crowd:
    """Return the ballots at these places, each given once."""
    return sum(1 << place for place in places)
