"""The moderators' desk: the stage, and what moderators do with the files before them."""

from __future__ import annotations

from typing import Any

from bot.simulator.models import Chat, Message, Person
from bot.storage import screening
from bot.storage.screening import Application
from moderation.screening import steps
from moderation.screening.steps import Answer
from tests.stage import CONTENT, STORY, Stage

REPORTER = "Je suis journaliste et je prépare un reportage sur les familles séparées."
"""An answer for which a file needs two moderators."""


class Desk(Stage):
    """The stage, seen from the moderators' chat."""

    async def sees(self, person: Person, *, link: str = "mother", **texts: str) -> Application:
        """Moderators get the request of somebody who had filled it in before; return it."""
        file = await self.has_filled_in(person, link=link, **texts)
        await self.chooses(person, "screening.buttons.send")
        return file

    async def has_filled_in(
        self, person: Person, *, link: str = "mother", **texts: str
    ) -> Application:
        """Somebody is at the summary, their answers written earlier; return their file."""
        await self.starts(person)
        async with self.bot.db.transaction() as tx:
            file = await screening.latest(tx, person.id)
            assert file is not None
            for name, text in (STORY["fr"] | texts).items():
                words = text.format(name=person.first_name)
                answer = Answer(link if name == "link" else None, name == "protection", words)
                await screening.set_answer(tx, file.id, name, answer)
            code, purpose = CONTENT.code("fr"), CONTENT.screening("fr").purposes[0]
            proof = (purpose.version, purpose.digest, "fr", self.clock.time)
            await screening.give_consent(tx, person.id, purpose.id, *proof)
            done: dict[str, Any] = {"statistics": False, "code_digest": code.digest}
            await screening.update(tx, file.id, step=steps.SUMMARY, **done)
        await self.starts(person)
        return file

    async def file(self, person: Person) -> Application:
        """Return somebody's newest file as it stands."""
        found = await screening.latest(self.bot.db.reading(), person.id)
        assert found is not None
        return found

    # What moderators do

    async def press(self, moderator: Person, label: str, file: Application | None = None) -> str:
        """A moderator presses a button, of a file's card where one is given."""
        message = self.card_of(file) if file else self.message_with(moderator, label, self.team)
        data = next(b.data for row in message.buttons for b in row if label in b.text)
        return await self.forges(moderator, data or "", message)

    async def forges(self, person: Person, data: str, message: Message | None = None) -> str:
        """Somebody presses, whatever their screen shows; return what flashes on it, if anything."""
        before = len(self.world.toasts(person))
        self.world.press_data(person, message or self.world.seen(person)[-1], data)
        await self.settle()
        return "".join(toast.text for toast in self.world.toasts(person)[before:])

    async def replies(self, moderator: Person, text: str, to: str = "répondez") -> None:
        """A moderator answers the newest message of the bot that holds these words."""
        asked = self.said_of(to)[-1]
        await self.says(moderator, text, self.team, reply_to=asked)

    async def asks(self, moderator: Person, file: Application, question: str) -> None:
        """A moderator asks for a detail."""
        await self.press(moderator, "précision", file)
        await self.replies(moderator, question)

    # What they read

    def card_of(self, file: Application) -> Message:
        """Return a file's card: the message that begins with its reference."""
        said = self.said_of(f"{file.reference} · ")
        found = [m for m in said if not m.text.startswith("Demandes qui attendent")]
        assert found, f"no card of {file.reference}"
        return found[-1]

    def said_of(self, words: str, chat: Chat | None = None) -> list[Message]:
        """Return the bot's messages in the moderators' chat that hold these words."""
        seen = self.world.seen(self.nadia, chat or self.team)
        return [m for m in seen if m.sender is self.world.bot and words in m.text]

    def team_reads(self) -> str:
        """Return everything that stands in the moderators' chat."""
        return "\n".join(m.text for m in self.world.seen(self.nadia, self.team))

    def permissions(self, person: Person) -> str:
        """Return what Telegram says of somebody in the group."""
        return self.group.member(person, self.world.now()).status
