"""The stage of the story tests: a town with its two chats, the whole bot, and a clock to move."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.agenda import post_due
from bot.app import Bot, build_application
from bot.clock import Clock
from bot.crypto import KeyRing
from bot.settings import load_settings
from bot.simulator.api import Api
from bot.simulator.models import Chat, Message, Person
from bot.simulator.request import SimulatorRequest
from bot.simulator.world import World
from content import Content, load

MORNING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""A Monday, 10:00 in Montréal."""

RIGHTS = {
    "can_invite_users",
    "can_restrict_members",
    "can_delete_messages",
    "can_pin_messages",
    "can_manage_chat",
}
CONTENT: Content = load()


class MovableClock:
    """A clock that only moves when told to."""

    def __init__(self, start: datetime) -> None:
        self.time = start
        self.clock = Clock(now=lambda: self.time, monotonic=self.time_in_seconds)

    def time_in_seconds(self) -> float:
        return self.time.timestamp()

    def move(self, by: timedelta) -> None:
        self.time += by


class Stage:
    """A town: Nadia (coordinator), Marc and Odile (moderators), Lea who asks to join."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.folder = folder
        self.clock = MovableClock(MORNING)
        self.world = World(self.clock.clock.now)
        self.api = Api(self.world)
        self.keys = KeyRing.new()
        self.settings = settings
        self._stack = AsyncExitStack()
        self.nadia = self.world.add_person("Nadia", "Roy")
        self.marc = self.world.add_person("Marc")
        self.odile = self.world.add_person("Odile")
        self.lea = self.world.add_person("Léa", "Tremblay")
        self.group: Chat = self.world.add_supergroup("Entraide", self.nadia)
        self.team: Chat = self.world.add_supergroup("Modération", self.nadia)
        for moderator in (self.marc, self.odile):
            self.world.add_member(self.team, moderator, by=self.nadia)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=self.nadia, rights=RIGHTS)
        self.world.updates.clear()  # the town was there before the bot's first start
        self.bot: Bot

    async def open(self) -> None:
        """Start the bot."""
        given = {
            "bot_token": self.world.token,
            "data_dir": self.folder,
            "group_chat_id": self.group.id,
            "moderators_chat_id": self.team.id,
            **self.settings,
        }
        settings = load_settings(env_file=None, **given)
        self.bot = await self._stack.enter_async_context(
            build_application(
                settings,
                self.keys,
                CONTENT,
                request=SimulatorRequest(self.api),
                clock=self.clock.clock,
            )
        )
        await self.bot.sender.recover()

    async def close(self) -> None:
        """Stop the bot."""
        await self._stack.aclose()

    async def restart(self) -> None:
        """Stop the bot and start it again on the same data."""
        await self.close()
        await self.open()
        await self.settle()

    async def settle(self) -> None:
        """Let everything happen that can happen now, pace included."""
        idle = 0
        for _ in range(5000):
            moved = await self.bot.intake.poll(0)
            moved += await post_due(self.bot.db, self.bot.clock)
            while worked := await self.bot.worker.work():
                moved += worked
            pause = await self.bot.sender.turn()
            if self.bot.sender.busy:
                await self.bot.sender.wait_for_answer()
            elif pause is not None and pause < 120:
                self.clock.move(timedelta(seconds=pause + 0.001))
            elif moved:
                idle = 0
            elif (idle := idle + 1) == 2:  # what came back last may have written rows
                return
        raise AssertionError("the bot never comes to rest")

    async def wait(self, **span: float) -> None:
        """Let time pass, then let what falls due happen."""
        self.clock.move(timedelta(**span))
        await self.settle()

    # What people do

    async def says(self, person: Person, text: str, chat: Chat | None = None, **extra: Any) -> None:
        """Somebody writes; without a chat, to the bot in private."""
        self.world.write(person, chat, text, **extra)
        await self.settle()

    async def starts(self, person: Person, payload: str | None = "adhesion") -> None:
        """Somebody presses Start, on the deep link by default."""
        self.world.start(person, payload)
        await self.settle()

    async def taps(self, person: Person, label: str, chat: Chat | None = None) -> None:
        """Somebody presses the newest button whose label holds these words."""
        message = self.message_with(person, label, chat)
        found = next(name for name in message.labels if label in name)
        self.world.press(person, message, found)
        await self.settle()

    # What people see

    def message_with(self, person: Person, label: str, chat: Chat | None = None) -> Message:
        """Return the newest message with a button whose label holds these words."""
        for message in reversed(self.world.seen(person, chat)):
            if any(label in name for name in message.labels):
                return message
        shown = [m.labels for m in self.world.seen(person, chat)]
        raise AssertionError(f"nobody offers {label!r} to {person.first_name}: {shown}")

    def last(self, person: Person, chat: Chat | None = None) -> str:
        """Return the newest text that the bot said."""
        return self.world.said(person, chat)[-1]

    def toast(self, person: Person) -> str:
        """Return the newest notice shown after a press."""
        return self.world.toasts(person)[-1].text

    def card(self, person: Person | None = None) -> Message:
        """Return the newest file card in the moderators' chat."""
        messages = self.world.seen(person or self.marc, self.team)
        return next(m for m in reversed(messages) if "D-" in m.text)

    # Ways through the story

    async def applies(
        self, person: Person, *, link: str = "Mère", statistics: bool = False
    ) -> None:
        """Somebody goes from the door to the summary, in French."""
        await self.starts(person)
        await self.taps(person, "Commencer")
        await self.taps(person, "J'accepte")
        await self.taps(person, "Oui, comptez-moi" if statistics else "Non merci")
        await self.taps(person, link)
        await self.says(person, f"Je suis {person.first_name}, je ne vois plus mon enfant.")
        await self.taps(person, "Continuer")
        await self.says(
            person, "Être écoutée par d'autres parents, et partager comment je tiens le coup."
        )
        await self.taps(person, "Continuer")
        await self.taps(person, "Oui, je m'y engage")
        await self.says(person, "Je ne nommerai personne, et je lirai seule, loin des enfants.")
        await self.taps(person, "Continuer")
        if statistics:
            await self.taps(person, "514/438")
        await self.taps(person, "J'accepte le code")

    async def sends(self, person: Person, **how: Any) -> None:
        """Somebody goes through the whole conversation and sends their request."""
        await self.applies(person, **how)
        await self.taps(person, "Envoyer ma demande")

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        """Read rows, as somebody who supports the bot would."""
        return list(await self.bot.db.reading().rows(sql, values))


@asynccontextmanager
async def opened(folder: Path, **settings: Any) -> AsyncIterator[Stage]:
    """Open a stage, wait for the bot to come to rest, and close it afterwards."""
    stage = Stage(folder, **settings)
    await stage.open()
    try:
        await stage.settle()
        yield stage
    finally:
        await stage.close()
