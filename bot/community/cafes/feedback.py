"""What people liked most and least: free answers without names, in no order, never too few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

ENOUGH = 3
"""Below that many people, a host would guess who wrote what."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Too few people answered for anything to be shown."""

    missing: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The answers to each question, each list shuffled on its own."""

    liked: tuple[str, ...]
    disliked: tuple[str, ...]
    people: int


def gather(
    liked: Sequence[str], disliked: Sequence[str], people: int, chance: Random
) -> Shown | Withheld:
    """Return what a host may read. ``people`` is how many answered; ``chance`` is SystemRandom."""
    if people < ENOUGH:
        return Withheld(ENOUGH - people)
    return Shown(_shuffled(liked, chance), _shuffled(disliked, chance), people)


def _shuffled(texts: Sequence[str], chance: Random) -> tuple[str, ...]:
    kept = [text.strip() for text in texts if text.strip()]
    return tuple(chance.sample(kept, len(kept)))
