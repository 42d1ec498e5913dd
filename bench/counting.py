"""What a count costs: ten thousand ballots over twenty themes, by each method."""

from __future__ import annotations

import random
import time
from datetime import date

from bot.community.votes.ballots import Ballot, approving, ordering
from bot.community.votes.counting import count
from bot.community.votes.elections import Election, Method
from bot.community.votes.themes import Theme

BALLOTS, THEMES, SEATS = 10_000, 20, 10
AIM = 1.0
"""Seconds."""


def main() -> None:
    """Print the seconds of CPU of each count, every ballot different from most others."""
    print(f"\nCounting {BALLOTS:,} ballots over {THEMES} themes, {SEATS} seats")
    for method in Method:
        taken = cost(method)
        reached = "reached" if taken < AIM else "missed"
        print(f"  {method:<10} {taken:5.2f} s   aim, under {AIM:.0f} s: {reached}")


def cost(method: Method) -> float:
    """Seconds of CPU to check and count an election drawn at random."""
    chance = random.Random(1)
    themes = tuple(Theme(n, f"theme {n}", date(2026, 1, 1)) for n in range(THEMES))
    ballots = tuple(_ballot(method, chance) for _ in range(BALLOTS))
    before = time.process_time()
    count(method, Election(themes, ballots, SEATS))
    return time.process_time() - before


def _ballot(method: Method, chance: random.Random) -> Ballot:
    if method is Method.SCHULZE:
        return ordering(chance.sample(range(THEMES), THEMES))
    return approving(chance.sample(range(THEMES), chance.randint(0, THEMES)))


if __name__ == "__main__":
    main()
