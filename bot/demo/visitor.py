"""What a visitor does on the page, in the place of one of the cast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.demo.town import Place, Town
from bot.simulator.errors import ImpossibleActError
from bot.simulator.models import Chat, Message, Person

Wanted = dict[str, Any]

SENT = ("photo", "voice", "document", "sticker")
PLACES: tuple[Place, ...] = ("private", "group", "team")


def act(town: Town, wanted: Wanted) -> None:
    """Do what the page asks.

    ``wanted`` names the act (``do``), the person (``who``), the place, and what the act needs.
    Raises ImpossibleActError for what Telegram's application would not allow, and KeyError,
    TypeError or ValueError for what the page never asks.
    """
    VERBS[wanted["do"]](town, town.people[wanted["who"]], wanted)


def _chat(town: Town, person: Person, wanted: Wanted) -> Chat:
    place = wanted["place"]
    if place not in PLACES:
        raise ValueError(f"no such place: {place}")
    return town.chat(person, place)


def _message(town: Town, person: Person, wanted: Wanted, name: str = "message") -> Message:
    found = _chat(town, person, wanted).messages.get(int(wanted[name]))
    if found is None or found.deleted:
        raise ImpossibleActError("this message is gone")
    return found


def _where(town: Town, person: Person, wanted: Wanted) -> Chat | None:
    return None if wanted["place"] == "private" else _chat(town, person, wanted)


def _text(wanted: Wanted) -> str:
    """Return what is said. Raises ValueError (UnicodeEncodeError) for half a character."""
    text = str(wanted["text"]).strip()
    text.encode()
    if not text:
        raise ImpossibleActError("there is nothing to say")
    return text


def _start(town: Town, person: Person, wanted: Wanted) -> None:
    town.world.start(person, "adhesion" if wanted.get("by_link") else None)


def _write(town: Town, person: Person, wanted: Wanted) -> None:
    answered = _message(town, person, wanted, "reply_to") if wanted.get("reply_to") else None
    town.world.write(person, _where(town, person, wanted), _text(wanted), reply_to=answered)


def _send(town: Town, person: Person, wanted: Wanted) -> None:
    if wanted["kind"] not in SENT:
        raise ValueError(f"not sent from here: {wanted['kind']}")
    answered = _message(town, person, wanted, "reply_to") if wanted.get("reply_to") else None
    where = _where(town, person, wanted)
    town.world.send(person, where, wanted["kind"], reply_to=answered)


def _edit(town: Town, person: Person, wanted: Wanted) -> None:
    town.world.edit(person, _message(town, person, wanted), _text(wanted))


def _press(town: Town, person: Person, wanted: Wanted) -> None:
    town.world.press(person, _message(town, person, wanted), str(wanted["label"]))


def _ask(town: Town, person: Person, wanted: Wanted) -> None:
    town.world.join_request(person, town.door)


def _leave(town: Town, person: Person, wanted: Wanted) -> None:
    town.world.leave(person, _chat(town, person, wanted))


VERBS: dict[str, Callable[[Town, Person, Wanted], None]] = {
    "start": _start,
    "write": _write,
    "send": _send,
    "edit": _edit,
    "press": _press,
    "ask": _ask,
    "leave": _leave,
}
