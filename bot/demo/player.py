"""The player: does what a story says, each act as soon as the screen it needs is there."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol, TypeVar

from bot.demo.acts import Act, Asks, Opens, Passes, Replies, Sees, Story, Taps, Writes
from bot.demo.session import Session
from bot.demo.town import Place, Town
from bot.simulator.errors import ImpossibleActError
from bot.simulator.models import Chat, Message

PATIENCE = 60.0
"""Seconds after which a story stops: what it awaits would have come long ago."""

LOOKS_EVERY = 0.02
QUICKEST_REPLY = 0.5
"""Nobody reads and answers sooner; the bot has long noted where its message stands."""

T = TypeVar("T")


class StoryStopped(Exception):
    """L’histoire n’est pas allée à son terme."""


class Audience(Protocol):
    """Who watches a story."""

    async def before(self, act: Act) -> None:
        """Hear of an act that can be done, and leave the time to read until it is."""

    def after(self, act: Act) -> None:
        """Hear that it is done."""


class Player:
    """Plays stories in a session, before an audience.

    After ``patience`` seconds, or when the bot stops, a story that waits is given up. A
    ``forgiving`` player counts no second while the bot is stopped or Telegram misbehaves: it waits
    until somebody starts the bot again, or mends the weather.
    """

    def __init__(
        self,
        session: Session,
        audience: Audience,
        patience: float = PATIENCE,
        *,
        forgiving: bool = False,
    ) -> None:
        self._session = session
        self._audience = audience
        self._patience = patience
        self._forgiving = forgiving

    async def play(self, story: Story) -> None:
        """Play a story to its end; raise StoryStopped with a sentence where it can't go on."""
        for act in story.acts:
            do = await self._ready(act)
            await self._audience.before(act)
            try:
                do()
            except ImpossibleActError as error:
                raise StoryStopped(
                    "Quelqu’un s’en est mêlé : cet acte n’est plus possible."
                ) from error
            self._audience.after(act)

    async def _ready(self, act: Act) -> Callable[[], object]:
        """Wait until an act can be done; return what does it."""
        town, world = self._session.town, self._session.town.world
        match act:
            case Sees(who, text, place):
                await self._until(act, lambda: _showing(town, who, text, place))
            case Taps(who, label, place):
                found = await self._until(act, lambda: _bearing(town, who, label, place))
                return lambda: world.press(town.people[who], found, label)
            case Replies(who, text, place, to):
                asked = await self._until(
                    act, lambda: _showing(town, who, to, place) if to else _asking(town, who, place)
                )
                await asyncio.sleep(QUICKEST_REPLY)
                chat = _chat(town, who, place)
                return lambda: world.write(town.people[who], chat, text, reply_to=asked)
            case Writes(who, text, place):
                said = text.replace("{code}", await self._until(act, lambda: self._code(text)))
                return lambda: world.write(town.people[who], _chat(town, who, place), said)
            case Opens(who, payload):
                return lambda: world.start(town.people[who], payload)
            case Passes(hours):
                return lambda: self._session.clock.move(timedelta(hours=hours))
            case Asks(who):
                return lambda: world.join_request(town.people[who], town.door)
        return lambda: None

    def _code(self, text: str) -> str | None:
        return self._session.robot.code if "{code}" in text else ""

    async def _until(self, act: Act, look: Callable[[], T | None]) -> T:
        """Look again and again until something is there."""
        waited = 0.0
        while (found := look()) is None:
            if not (self._forgiving and self._troubled()):
                self._give_up(act, waited)
                waited += LOOKS_EVERY
            await asyncio.sleep(LOOKS_EVERY)
        return found

    def _troubled(self) -> bool:
        """Tell whether what is awaited may still come, once somebody puts things right."""
        return not self._session.robot.running or bool(self._session.town.api.faults)

    def _give_up(self, act: Act, waited: float) -> None:
        """Raise StoryStopped where waiting longer leads nowhere."""
        if waited > self._patience:
            raise StoryStopped(_what_is_missing(act, self._patience))
        if not self._session.robot.running:
            words = self._session.robot.last_words()
            raise StoryStopped(f"Le robot s’est arrêté. {words}".strip())


def words_of(markup: str) -> str:
    """Return what Telegram's HTML says, without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def _chat(town: Town, who: str, place: Place) -> Chat | None:
    return None if place == "private" else town.chat(town.people[who], place)


def _showing(town: Town, who: str, text: str, place: Place) -> Message | None:
    return next((m for m in town.seen(who, place)[::-1] if text in _plain(m.text)), None)


def _plain(text: str) -> str:
    """The text with ordinary spaces, as the stories are written."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _bearing(town: Town, who: str, label: str, place: Place) -> Message | None:
    return next((m for m in town.seen(who, place)[::-1] if label in m.labels), None)


def _asking(town: Town, who: str, place: Place) -> Message | None:
    asks = (m for m in town.seen(who, place)[::-1] if "force_reply" in (m.other_markup or {}))
    return next(asks, None)


def _what_is_missing(act: Act, patience: float) -> str:
    match act:
        case Taps(who, label):
            missing = f"{who} : le bouton [{label}]"
        case Sees(who, text) | Replies(who, text):
            missing = f"{who} : « {text} »"
        case _:
            missing = "ce qu’il faut pour continuer"
    return f"{missing} n’est pas venu en {patience:.0f} secondes."
