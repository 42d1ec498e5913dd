"""A town where the bot is not installed yet, on the shared stage."""

from __future__ import annotations

from pathlib import Path

from bot.simulator.models import Chat, Message, Person
from bot.storage import inbox
from handlers.startup import start_up
from tests.stage import RIGHTS, Stage


class Town(Stage):
    """The bot knows no chat and is in none; Léa is a member of the group already."""

    def __init__(self, folder: Path, *, language: str = "fr") -> None:
        super().__init__(
            folder, group_chat_id=None, moderators_chat_id=None, default_language=language
        )
        for chat in (self.group, self.team):
            del chat.members[self.world.bot.id]
        self.world.add_member(self.group, self.lea)
        self.world.updates.clear()

    async def settle(self) -> None:
        """Let everything happen, until nothing that came back waits to be worked."""
        await super().settle()
        while (await inbox.state(self.bot.db.reading())).waiting:
            await super().settle()

    async def start_again(self) -> str | None:
        """Do what a start does, without a stop; return the code."""
        return await start_up(self.bot.db, self.bot.application.community, self.clock.time)

    def add_bot(self, chat: Chat, rights: set[str] | None = RIGHTS) -> None:
        """Nadia adds the bot to a chat, as an administrator by default."""
        self.world.add_bot(chat, self.nadia, rights)

    async def install(self, words: str, chat: Chat) -> str:
        """Nadia says /installer in a chat; return what she then reads there."""
        await self.says(self.nadia, f"/installer {words}", chat)
        return self.last(self.nadia, chat)

    async def presses(self, person: Person, message: Message, label: str) -> None:
        """Somebody presses a button of this very message."""
        self.world.press(person, message, label)
        await self.settle()

    async def forges(self, person: Person, message: Message, data: str) -> None:
        """Somebody sends any callback data with a message they see."""
        self.world.press_data(person, message, data)
        await self.settle()

    async def link_both(self) -> None:
        """Add the bot to both chats and link them with the code."""
        for chat, word in ((self.team, "moderation"), (self.group, "groupe")):
            self.add_bot(chat)
            await self.install(f"{word} {self.bot.code}", chat)

    async def linked(self) -> dict[str, int]:
        """Return the chats that are linked."""
        rows = await self.rows("SELECT place, chat_id FROM chats")
        return {row["place"]: row["chat_id"] for row in rows}

    async def origin(self, person: Person) -> str | None:
        """Return how a person came into the group, as far as the bot knows."""
        query = "SELECT origin FROM memberships WHERE place = 'group' AND user_id = ?"
        return next((row["origin"] for row in await self.rows(query, person.id)), None)


async def put_fact(stage: Stage, fact: str, **content: object) -> None:
    """Write a fact as the machine does; it waits to be worked."""
    async with stage.bot.db.transaction() as tx:
        key = f"{fact}:{stage.world.token_word(8)}"
        await inbox.put(tx, "fact", key, {"fact": fact, **content}, stage.clock.time)


async def tell(stage: Stage, fact: str, **content: object) -> None:
    """Write a fact and let everything follow from it."""
    await put_fact(stage, fact, **content)
    await stage.settle()


def messages(stage: Stage, person: Person, chat: Chat, words: str) -> list[Message]:
    """Return the bot's messages that hold these words, oldest first."""
    seen = stage.world.seen(person, chat)
    return [m for m in seen if m.sender is stage.world.bot and words in m.text]
