"""The stage of the stories of questions: what somebody asks, and what moderators do about it."""

from __future__ import annotations

from bot.simulator.models import Chat, Message, Person
from tests.stage import Stage, plain

KNOWN = {
    "fr": "c'est quoi un café-rencontre?",
    "en": "what is a meeting café?",
}
"""A question whose answer is sure, checked and not to be verified."""

NONSENSE = {
    "fr": "recette de crêpes au sarrasin",
    "en": "recipe for buckwheat pancakes",
}
"""A question that has no answer here."""


class Asker(Stage):
    """The stage, with what the stories of questions say often."""

    def language(self, person: Person) -> str:
        """Return the language of somebody's Telegram."""
        return self.words(person).language

    def answer(self, person: Person, id: str) -> str:
        """Return an answer as somebody reads it."""
        entries = {entry.id: entry for entry in self.content.faq(self.language(person))}
        return plain(entries[id].answer)

    async def asks_what_is_unknown(self, person: Person) -> str:
        """Somebody asks what has no answer here; return their question."""
        question = NONSENSE[self.language(person)]
        await self.says(person, question)
        return question

    async def hands_over(self, person: Person) -> str:
        """Somebody hands a question to a person; return it."""
        question = await self.asks_what_is_unknown(person)
        await self.chooses(person, "faq.buttons.person")
        return question

    def said_to_team(self, words: str) -> list[Message]:
        """Return the bot's messages in the moderators' chat that hold these words."""
        seen = self.world.seen(self.marc, self.team)
        return [m for m in seen if m.sender is self.world.bot and words in m.text]

    async def replies(
        self, person: Person, text: str, to: Message, chat: Chat | None = None
    ) -> None:
        """Somebody answers a message."""
        await self.says(person, text, chat, reply_to=to)

    async def lists(self, label: str) -> None:
        """Marc opens one kind of the list of questions."""
        await self.says(self.marc, "/questions", self.team)
        await self.taps(self.marc, label, self.team)
