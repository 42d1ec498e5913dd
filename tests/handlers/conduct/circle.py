"""The group from inside: Léa, Théo and Sam (who reads English) are members, and talk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.simulator.models import Chat, Message, Person
from bot.storage import audit
from tests.stage import Stage, plain


class Circle(Stage):
    """The stage with members of before the bot; of the three, Théo opened no private chat."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        super().__init__(folder, **settings)
        self.theo = self.world.add_person("Théo")
        self.sam = self.world.add_person("Sam", language_code="en")
        for person in (self.lea, self.theo, self.sam, self.marc, self.odile):
            self.world.add_member(self.group, person)
        self.world.updates.clear()

    async def gather(self) -> None:
        """Let everyone be known to the bot, the moderators in private too."""
        await self.settle()
        for person in (self.lea, self.sam, self.theo):
            await self.says(person, "Bonjour", self.group)
        for person in (self.lea, self.sam, self.nadia, self.marc, self.odile):
            await self.starts(person, None)
        for moderator in (self.marc, self.odile):
            await self.says(moderator, "Bonjour l'équipe", self.team)

    # What people do

    async def writes(self, person: Person, text: str) -> Message:
        """Somebody writes in the group; return the message."""
        message = self.world.write(person, self.group, text)
        await self.settle()
        return message

    async def reports(self, person: Person, message: Message | None, words: str = "") -> None:
        """Somebody answers a message of the group by the command that reports."""
        command = "/report" if person is self.sam else "/signaler"
        await self.says(person, f"{command} {words}".strip(), self.group, reply_to=message)

    async def forwards(self, person: Person, message: Message) -> None:
        """Somebody passes a message of the group on to the bot."""
        self.world.send(person, None, "forwarded", text=message.text, origin=message.sender)
        await self.settle()

    async def decides(self, moderator: Person, label: str, chat: Chat | None = None) -> str:
        """Somebody presses the newest button of that label where moderators read cards."""
        await self.taps(moderator, label, chat or self.team)
        toasts = self.world.toasts(moderator)
        return toasts[-1].text if toasts else ""

    async def forges(self, person: Person, data: str, message: Message | None = None) -> str:
        """Somebody presses, whatever their screen shows; return what flashes on it, if anything."""
        before = len(self.world.toasts(person))
        self.world.press_data(person, message or self.world.seen(person)[-1], data)
        await self.settle()
        return "".join(toast.text for toast in self.world.toasts(person)[before:])

    # What they read

    def stands(self, words: str, chat: Chat | None = None) -> list[Message]:
        """Return the bot's messages in the moderators' chat that hold these words."""
        seen = self.world.seen(self.nadia, chat or self.team)
        return [m for m in seen if m.sender is self.world.bot and words in m.text]

    def heard(self, person: Person, key: str, **values: Any) -> int:
        """Return how often the bot said a text of the content to somebody, in private."""
        text = plain(self.words(person).text(key, **values))
        return sum(text in said for said in self.world.said(person))

    async def acts(self, subject: str) -> list[tuple[int, str]]:
        """Return who did what to something, by the audit."""
        found = await audit.entries(self.bot.db.reading(), subject)
        return [(entry.actor_id, entry.act) for entry in found]
