"""The seed of the public draw: nobody alone can choose it, anyone can find it again.

1. At the opening the bot draws a secret and shows its commitment, the SHA-256 of
   ``vote <number>:<secret>``, on the card of the vote: the secret cannot change any more.
2. At the closing the secret is published with the anonymous ballots.
3. The seed is the SHA-256 of ``<secret>:<digest of the published ballots>``.

Whoever opens the vote, or reads the secret before the closing, does not know the ballots; whoever
votes last knows neither the secret nor the other ballots. With fewer than five ballots none is
published, and the digest is that of an empty list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from bot.community.votes.ballots import Ballot, grouped


def commitment(vote: int, secret: str) -> str:
    """Return what is shown at the opening, in hexadecimal."""
    return _sha256(f"vote {vote}:{secret}")


def seed(secret: str, published: Iterable[Ballot]) -> str:
    """Return the seed of the draw, in hexadecimal; ``published`` may come in any order."""
    return _sha256(f"{secret}:{digest(published)}")


def digest(ballots: Iterable[Ballot]) -> str:
    """Return the SHA-256 of the ballots as compact JSON: ``[[count,[[1,2],[3]]],…]``.

    Each different ballot stands once, themes ascend within a rank, ballots ascend by their ranks.
    """
    told = [[b.count, [sorted(rank) for rank in b.ranks]] for b in grouped(ballots)]
    return _sha256(json.dumps(told, separators=(",", ":")))


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()
