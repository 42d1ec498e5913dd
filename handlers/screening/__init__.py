"""Screening: from the request to join, by the three key questions, to the door of the group."""

from handlers.routes import Routes
from handlers.screening import (
    applicant,
    details,
    door,
    entry,
    gate,
    leaving,
    opening,
    queue,
    removal,
    review,
    timers,
    writing,
)


def register(on: Routes) -> None:
    """Everything a person who asks to join, and the moderators who read them, can do."""
    applicant.register(on)
    writing.register(on)
    review.register(on)
    details.register(on)
    queue.register(on)
    entry.register(on)
    gate.register(on)
    removal.register(on)
    timers.register(on)
    leaving.register(on)
    opening.register(on)
    door.register(on)
