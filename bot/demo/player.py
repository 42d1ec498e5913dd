"""The player: does what a story says, each act as soon as the screen it needs is there."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.demo.acts import Act, Asks, Opens, Replies, Sees, Story, Taps, Writes
from bot.demo.robot import Robot
from bot.demo.town import Place, Town
from bot.simulator.models import Chat, Message

WAITS_FOR = 20.0
"""Seconds after which a story stops: what it awaits would have come long ago."""

LOOKS_EVERY = 0.02

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
    """Plays stories in a town, before an audience."""

    def __init__(self, town: Town, robot: Robot, audience: Audience) -> None:
        self._town = town
        self._robot = robot
        self._audience = audience

    async def play(self, story: Story) -> None:
        """Play a story to its end; raise StoryStopped with a sentence where it can't go on."""
        for act in story.acts:
            do = await self._ready(act)
            await self._audience.before(act)
            do()
            self._audience.after(act)

    async def _ready(self, act: Act) -> Callable[[], object]:
        """Wait until an act can be done; return what does it."""
        town, world = self._town, self._town.world
        match act:
            case Sees(who, text, place, other):
                await self._until(act, lambda: _showing(town, who, (text, other or text), place))
            case Taps(who, label, place):
                found = await self._until(act, lambda: _bearing(town, who, label, place))
                return lambda: world.press(town.people[who], found, label)
            case Replies(who, text, place):
                asked = await self._until(act, lambda: _asking(town, who, place))
                chat = _chat(town, who, place)
                return lambda: world.write(town.people[who], chat, text, reply_to=asked)
            case Writes(who, text, place):
                said = text.replace("{code}", await self._until(act, lambda: self._code(text)))
                return lambda: world.write(town.people[who], _chat(town, who, place), said)
            case Opens(who, payload):
                return lambda: world.start(town.people[who], payload)
            case Asks(who):
                return lambda: world.join_request(town.people[who], town.door)
        return lambda: None

    def _code(self, text: str) -> str | None:
        return self._robot.code if "{code}" in text else ""

    async def _until(self, act: Act, look: Callable[[], T | None]) -> T:
        """Look again and again until something is there, for as long as a story waits."""
        loop = asyncio.get_running_loop()
        end = loop.time() + WAITS_FOR
        while loop.time() < end:
            if (found := look()) is not None:
                return found
            if not self._robot.running:
                raise StoryStopped(f"Le robot s’est arrêté. {self._robot.last_words()}".strip())
            await asyncio.sleep(LOOKS_EVERY)
        raise StoryStopped(_what_is_missing(act))


def words_of(markup: str) -> str:
    """Return what Telegram's HTML says, without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def _chat(town: Town, who: str, place: Place) -> Chat | None:
    return None if place == "private" else town.chat(town.people[who], place)


def _showing(town: Town, who: str, texts: tuple[str, ...], place: Place) -> Message | None:
    seen = town.seen(who, place)[::-1]
    return next((m for m in seen if any(text in m.text for text in texts)), None)


def _bearing(town: Town, who: str, label: str, place: Place) -> Message | None:
    return next((m for m in town.seen(who, place)[::-1] if label in m.labels), None)


def _asking(town: Town, who: str, place: Place) -> Message | None:
    asks = (m for m in town.seen(who, place)[::-1] if "force_reply" in (m.other_markup or {}))
    return next(asks, None)


def _what_is_missing(act: Act) -> str:
    match act:
        case Sees(who, text) | Writes(who, text) | Replies(who, text):
            return f"{who} : « {text} » n’a pas pu se faire ou se voir en {WAITS_FOR:.0f} secondes."
        case Taps(who, label):
            return f"{who} : le bouton [{label}] n’est pas venu en {WAITS_FOR:.0f} secondes."
    return f"{act} n’a pas pu se faire en {WAITS_FOR:.0f} secondes."
