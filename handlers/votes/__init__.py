"""Votes: themes proposed and followed, a vote prepared, its secret ballots, its result."""

from handlers.routes import Routes
from handlers.votes import (
    adopting,
    ballots,
    card,
    closing,
    days,
    ending,
    listing,
    opening,
    preparing,
    proposing,
    reviewing,
)


def register(on: Routes) -> None:
    """From a theme proposed to the result of a vote."""
    proposing.register(on)
    reviewing.register(on)
    listing.register(on)
    preparing.register(on)
    days.register(on)
    opening.register(on)
    card.register(on)
    ballots.register(on)
    closing.register(on)
    ending.register(on)
    adopting.register(on)
