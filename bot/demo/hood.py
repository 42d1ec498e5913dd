"""Under the bonnet: the rows behind what one sees, read through storage, and bad weather."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from typing import Any

from bot.crypto import KeyRing
from bot.demo.session import Session
from bot.demo.town import Town
from bot.simulator.faults import Fault
from bot.storage import traces
from bot.storage.database import looking

SHOWN = 40
ALWAYS = 10**9
NO_KEYS = KeyRing.new()
"""What is read here is not sealed: a ring that opens nothing will do."""

WEATHER: dict[str, dict[str, Any]] = {
    "fair": {},
    "busy": {"kind": "429", "retry_after": 5},
    "broken": {"kind": "500"},
    "slow": {"kind": "slow", "seconds": 3.0},
    "cut": {"kind": "cut_before"},
}
"""How the Bot API behaves until told otherwise, and the fault that each is."""


def set_weather(town: Town, weather: str) -> None:
    """Let the Bot API misbehave at every call from now on, or behave again. Raises KeyError."""
    fault = WEATHER[weather]
    town.api.faults.clear()
    if fault:
        town.api.faults.add(Fault(times=ALWAYS, **fault))


async def rows_view(session: Session) -> dict[str, Any]:
    """Return the newest rows of the inbox and the outbox, and what falls due next."""
    try:
        async with looking(session.database, NO_KEYS) as tx:
            arrivals = await traces.arrivals(tx, SHOWN)
            departures = await traces.departures(tx, SHOWN)
            dues = await traces.next_dues(tx, SHOWN)
    except sqlite3.OperationalError:  # the bot has not made its database yet
        return {"inbox": [], "outbox": [], "agenda": []}
    return {
        "inbox": [asdict(row) for row in arrivals],
        "outbox": [{**asdict(row), "to": _name(session.town, row.chat_id)} for row in departures],
        "agenda": [asdict(row) for row in dues],
    }


def _name(town: Town, chat_id: int | None) -> str | None:
    """Return the name on the page of the chat that a call is for."""
    if chat_id in (town.group.id, town.team.id):
        return "group" if chat_id == town.group.id else "team"
    return next((who for who, person in town.people.items() if person.id == chat_id), None)
