"""FEATURES: everything this bot does, in one table of contents."""

from __future__ import annotations

from handlers import (
    alerts,
    cafes,
    conduct,
    faq,
    help,
    installation,
    members,
    privacy,
    screening,
    votes,
)
from handlers.routes import Routes

FEATURES = (
    help,
    members,
    installation,
    privacy,
    cafes,
    votes,
    faq,
    screening,
    conduct,
    alerts,
)
"""In the order in which a message in the private chat is offered to them."""


def routes() -> Routes:
    """Return the routes of all features."""
    on = Routes()
    for feature in FEATURES:
        feature.register(on)
    return on
