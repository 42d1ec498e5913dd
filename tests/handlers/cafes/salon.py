"""The stage of the stories of cafés: a town in one language, its members, a café to come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.agenda import post_due
from bot.simulator.models import Message, Person
from bot.storage.cafes import programme
from bot.storage.cafes.programme import Cafe
from tests.stage import CONTENT, Stage, plain

LINES = {
    "fr": "mercredi 9 décembre 19 h, Montréal, {n} places",
    "en": "Wednesday December 9 7 pm, Montréal, {n} places",
}
"""A café that a moderator types: 16 days after the beginning of the stories."""


class Salon(Stage):
    """The stage; Marc moderates and has opened his private chat."""

    def __init__(self, folder: Path, *, language: str = "fr", **settings: Any) -> None:
        super().__init__(folder, default_language=language, **settings)
        self.language = language
        for person in (self.nadia, self.marc, self.odile, self.lea):
            person.language_code = language
        self.said = CONTENT.words(language)

    async def member(self, name: str, *, private: bool = True) -> Person:
        """Somebody who is in the group, and who opened the private chat."""
        person = self.world.add_person(name, language_code=self.language)
        self.world.add_member(self.group, person, by=self.nadia)
        self.world.updates.clear()  # they were there before the bot
        self.world.write(person, self.group, "Bonjour")
        if private:
            self.world.start(person, None)
        await self.settle()
        return person

    async def prepares(self, n: int = 12, line: str = "") -> Cafe:
        """Marc types a café on one line; return the draft."""
        await self.says(self.marc, f"/cafe {line or LINES[self.language].format(n=n)}")
        return await self.newest()

    async def announces(self, n: int = 12, line: str = "") -> Cafe:
        """Marc types a café on one line and has it announced."""
        await self.prepares(n, line)
        await self.chooses(self.marc, "cafes.buttons.announce")
        return await self.newest()

    async def handles(self) -> None:
        """Let the bot handle all that arrived and fell due, while nothing can leave."""
        await self.bot.intake.poll(0)
        while await self.bot.worker.work() or await post_due(self.bot.db, self.bot.clock):
            pass

    async def newest(self) -> Cafe:
        """Return the café created last, as it stands."""
        rows = await self.rows("SELECT MAX(id) FROM cafes")
        return await programme.known(self.bot.db.reading(), rows[0][0])

    async def again(self, cafe: Cafe) -> Cafe:
        """Return a café as it stands now."""
        return await programme.known(self.bot.db.reading(), cafe.id)

    def card_in_group(self) -> Message:
        """Return the café's card in the group."""
        label = self.label(self.marc, "cafes.buttons.in_private")
        closing = plain(self.said.text("cafes.card.begun", when="|")).split("|")[0]
        gone = plain(self.said.text("cafes.card.cancelled", when="|")).split("|")[0]
        for message in reversed(self.world.seen(self.nadia, self.group)):
            if label in message.labels or message.text.startswith((closing, gone)):
                return message
        raise AssertionError("no card in the group")

    async def answers(self, person: Person, verb: str) -> str:
        """Somebody presses a button of the card in the group; return the notice they read."""
        self.world.press(person, self.card_in_group(), self.label(person, f"cafes.buttons.{verb}"))
        await self.settle()
        return self.toast(person)

    def reads(self, person: Person) -> str:
        """Return everything that stands in somebody's private chat, the bot's words alone."""
        seen = self.world.seen(person)
        return "\n".join(m.text for m in seen if m.sender is self.world.bot)

    def notice(self, key: str, **values: Any) -> str:
        """Return a notice as everyone in this town reads it."""
        return self.said.label(f"cafes.toasts.{key}", **values)

    def phrase(self, key: str, **values: Any) -> str:
        """Return a text of the cafés as everyone in this town reads it."""
        return plain(self.said.text(f"cafes.{key}", **values))
