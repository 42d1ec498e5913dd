"""The server of the measure: the embedded Bot API over a town, noting when things happen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bot.simulator.api import Api
from bot.simulator.models import Chat, Person
from bot.simulator.world import World

MEMBERS = 640
"""A large group: in a flood of thousands, nobody writes more than ten times a minute."""
RIGHTS = {
    "can_invite_users",
    "can_restrict_members",
    "can_delete_messages",
    "can_pin_messages",
    "can_manage_chat",
}
SPOKEN = ("sendMessage", "editMessageText")


class TimedApi(Api):
    """Notes, by the server's clock, when an update is first served and when a chat is answered."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.keep_calls = False
        self.served: dict[int, float] = {}
        self.answered: dict[int, float] = {}
        self.refused_for_pace = 0
        self._answer = asyncio.Condition()

    async def answer(self, method: str, params: Any, *, patient: bool = True) -> tuple[int, bytes]:
        """Do one call, then wake who waits for an answer."""
        status, body = await super().answer(method, params, patient=patient)
        if status == 429:
            self.refused_for_pace += 1
        if status == 200 and method in SPOKEN:
            async with self._answer:
                self._answer.notify_all()
        return status, body

    def call(self, method: str, params: Any = None) -> Any:
        """Do one call and note its moment."""
        result = super().call(method, params)
        if method == "getUpdates":
            now = time.perf_counter()
            for update in result:
                self.served.setdefault(update["update_id"], now)
        elif method in SPOKEN:
            self.answered[result["chat"]["id"]] = time.perf_counter()
        return result

    async def until(self, shown: Callable[[], bool], patience: float) -> bool:
        """Wait until something is shown; False when patience (seconds) ends first."""
        try:
            async with asyncio.timeout(patience), self._answer:
                await self._answer.wait_for(shown)
        except TimeoutError:
            return False
        return True


class Town:
    """A group of 640 members, the moderators' chat, and the bot that administers both."""

    def __init__(self) -> None:
        self.world = World(lambda: datetime.now(UTC))
        self.api = TimedApi(self.world)
        owner = self.world.add_person("Nadia")
        self.group: Chat = self.world.add_supergroup("Le groupe", owner)
        self.team: Chat = self.world.add_supergroup("La modération", owner)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=owner, rights=RIGHTS)
        self.members = [self.world.add_person(f"Membre {n}") for n in range(MEMBERS - 1)]
        for member in self.members:
            self.world.add_member(self.group, member, by=owner)
        self.asking: Person = self.members[0]
        self.world.updates.clear()

    async def help_answered(self, patience: float = 180.0) -> None:
        """Have a member ask for help in private, and wait for the answer.

        Both bots work in order: the answer says that all that came before is handled.
        """
        before = self.api.answered.get(self.asking.id, 0.0)
        self.world.start(self.asking, "aide")
        if not await self.api.until(
            lambda: self.api.answered.get(self.asking.id, 0.0) > before, patience
        ):
            raise TimeoutError("the bot does not answer")
