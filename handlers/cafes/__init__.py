"""Cafés: announced, answered, waited for, held, counted, remembered."""

from handlers.cafes import (
    answering,
    asking,
    closing,
    coming,
    creation,
    departures,
    desk,
    evening,
    feedback,
    fields,
    hosts,
    mailing,
    moments,
    morning,
    own,
    presences,
    series,
    timetable,
    waiting,
)
from handlers.routes import Routes, Where


def register(on: Routes) -> None:
    """From the draft to the day after, then what others tell."""
    creation.register(on)
    fields.register(on)
    moments.register(on)
    series.register(on)
    desk.register(on)
    hosts.register(on)
    timetable.register(on)
    mailing.register(on)
    coming.register(on)
    own.register(on)
    answering.register(on)
    waiting.register(on)
    evening.register(on)
    closing.register(on)
    feedback.register(on)
    morning.register(on)
    presences.register(on)
    departures.register(on)
    takers = {**fields.TAKERS, **moments.TAKERS, **series.TAKERS, **closing.TAKERS}
    on.messages[Where.PRIVATE].append(asking.taking(takers, feedback.TAKERS))
