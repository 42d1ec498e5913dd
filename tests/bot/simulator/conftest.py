"""A small scene: a group, its owner, a newcomer, the bot with its rights, a clock set by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.simulator.api import Api
from bot.simulator.models import Chat, Message, Person
from bot.simulator.rights import ADMIN_RIGHTS
from bot.simulator.world import World


@dataclass
class Scene:
    time: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 15, 0, tzinfo=UTC))

    def __post_init__(self) -> None:
        self.world = World(lambda: self.time)
        self.api = Api(self.world)
        self.lise: Person = self.world.add_person("Lise", "Roy", "lise_roy")
        self.marc: Person = self.world.add_person("Marc", language_code=None)
        self.group: Chat = self.world.add_supergroup("Le groupe", self.lise)
        self.world.add_bot(self.group, self.lise, set(ADMIN_RIGHTS))
        self.drain()

    def pass_time(self, **kinds: float) -> None:
        self.time += timedelta(**kinds)

    def drain(self) -> list[dict]:
        """The raw updates since the last time, every kind asked for."""
        kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
        kinds.append("chat_join_request")
        updates = self.api.call("getUpdates", {"allowed_updates": kinds})
        if updates:
            after = updates[-1]["update_id"] + 1
            assert self.api.call("getUpdates", {"offset": after}) == []
        return updates

    def say(self, text: str = "Bonjour", **params: object) -> Message:
        """The bot writes to Marc, who has pressed Start."""
        if not self.world.private(self.marc).started:
            self.world.start(self.marc)
        sent = self.api.call("sendMessage", {"chat_id": self.marc.id, "text": text, **params})
        return self.world.private(self.marc).messages[sent["message_id"]]

    def ask_to_join(self) -> str:
        """Marc asks to come in; returns the link."""
        link = self.api.call(
            "createChatInviteLink", {"chat_id": self.group.id, "creates_join_request": True}
        )
        self.world.join_request(self.marc, link["invite_link"])
        return str(link["invite_link"])


@pytest.fixture
def scene() -> Scene:
    return Scene()
