"""The town that attackers meet: everyone from a stranger to a channel, in every kind of chat."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.community.members import Place, Status
from bot.simulator.models import Chat, Person
from bot.simulator.state import ANONYMOUS_ADMIN, CHANNEL_SENDER
from bot.storage import inbox, members
from bot.storage.inbox import InboxRow
from bot.storage.outbox import Call
from bot.storage.outbox.calls import read_row
from tests.stage import Stage, ordinary

PEOPLE = (
    "stranger",
    "applicant",
    "refused",
    "member",
    "host",
    "suspended",
    "removed",
    "moderator",
    "recused",
    "coordinator",
)
NOBODY = ("anonymous", "channel")
"""Who speaks under no name of their own: they can do nothing at all."""

ROLES = (*PEOPLE, *NOBODY)
CHATS = ("private", "group", "moderators", "elsewhere")

Raw = dict[str, Any]


class _UndoError(Exception):
    """Undoes a step whose outcome has been read."""


@dataclass(frozen=True, slots=True)
class Said:
    """One call that the bot would make; ``whole`` is every byte of it."""

    method: str
    text: str
    alert: bool = False
    whole: str = field(default="", compare=False)


Tries = Callable[[Raw], Awaitable[list[Said]]]
"""Handles an update and returns what the bot would do, but for asking Telegram who is where."""


def _said(call: Call) -> Said:
    text = ordinary(str(call.params.get("text", "")))
    whole = ordinary(json.dumps(call.params, sort_keys=True, ensure_ascii=False))
    return Said(call.method, text, bool(call.params.get("show_alert")), whole)


class Town(Stage):
    """The stage with everyone in their role, and the ways to try things there without effect."""

    people: dict[str, Person]
    elsewhere: Chat

    async def fill(self) -> None:
        """Give everyone their role; what Telegram would be asked is known beforehand."""
        world = self.world
        self.people = {name: world.add_person(name.title(), "Essai") for name in PEOPLE}
        self.people |= {"moderator": self.marc, "recused": self.odile, "coordinator": self.nadia}
        self.people |= {"anonymous": ANONYMOUS_ADMIN, "channel": CHANNEL_SENDER}
        for name in ("member", "host", "suspended", "removed"):
            world.add_member(self.group, self.people[name])
        self.elsewhere = world.add_supergroup("Ailleurs", world.add_person("Autrui"))
        world.updates.clear()
        for name in ("member", "host", "suspended", "removed"):
            await self.says(self.people[name], "Bonjour", self.group)
        for name in ("member", "host", "suspended"):
            await self.starts(self.people[name], None)
        world.ban(self.nadia, self.group, self.people["removed"])
        await self.settle()
        for name in ("applicant", "refused"):
            await self.sends(self.people[name])
        refuse = self.label(self.marc, "card.buttons.refuse")
        await self.taps(self.marc, refuse, self.team)
        await self.taps(self.marc, self.content.reasons("fr")[0].label, self.team)
        world.press_data(self.odile, self.card(), "review.recuse:1")
        await self.settle()
        await self._know_everyone()

    async def _know_everyone(self) -> None:
        now = self.clock.time
        async with self.bot.db.transaction() as tx:
            await members.set_membership(
                tx, Place.GROUP, self.people["suspended"].id, Status.RESTRICTED, now
            )
            for person, place in itertools.product(self.people.values(), Place):
                if await members.membership(tx, place, person.id) is None:
                    await members.set_membership(tx, place, person.id, Status.LEFT, now)

    def chat_of(self, role: str, kind: str) -> Raw:
        """Return a chat as updates name it."""
        if kind == "private":
            return {**self.people[role].raw(), "type": "private"}
        return {"group": self.group, "moderators": self.team, "elsewhere": self.elsewhere}[
            kind
        ].raw()

    def message(self, role: str, kind: str, **content: Any) -> Raw:
        """Return a message as Telegram would give it."""
        person, chat = self.people[role], self.chat_of(role, kind)
        raw = {
            "message_id": 900_000,
            "date": self.world.now(),
            "from": person.raw(),
            "chat": chat,
            **content,
        }
        if role == "anonymous":
            raw["sender_chat"] = chat
        if role == "channel":
            raw["sender_chat"] = {"id": -1003999999999, "type": "channel", "title": "Un canal"}
        text = str(content.get("text", ""))
        if text.startswith("/"):
            length = len(text.split()[0])
            raw["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return raw

    def says_raw(self, role: str, kind: str, text: str) -> Raw:
        """Return the update of somebody who writes."""
        return self.update(message=self.message(role, kind, text=text))

    def press_raw(self, role: str, kind: str, data: str, message_id: int = 900_000) -> Raw:
        """Return the update of a press with any data, on a message of the bot."""
        bot = self.world.bot.raw()
        shown = {
            "message_id": message_id,
            "date": self.world.now(),
            "from": bot,
            "chat": self.chat_of(role, kind),
            "text": "…",
        }
        query = {
            "id": str(next(_numbers)),
            "from": self.people[role].raw(),
            "message": shown,
            "chat_instance": "1",
            "data": data,
        }
        return self.update(callback_query=query)

    def next_number(self) -> int:
        """Return the number of an update that never came."""
        return next(_numbers)

    def update(self, **content: Raw) -> Raw:
        """Return an update with this content."""
        return {"update_id": self.next_number(), **content}

    @asynccontextmanager
    async def trying(self) -> AsyncIterator[Tries]:
        """Give a way to handle updates as the worker does, each undone once its outcome is read."""
        async with self.bot.db.batch() as batch:

            async def tries(update: Raw) -> list[Said]:
                row = InboxRow(0, "update", str(update["update_id"]), update, 0)
                said: list[Said] = []
                with suppress(_UndoError):
                    async with batch.step() as tx:
                        last = await tx.row("SELECT COALESCE(MAX(seq), 0) FROM outbox")
                        await self.bot.application.handle(row, tx, self.clock.time)
                        found = await tx.rows(
                            "SELECT * FROM outbox WHERE seq > ? AND method <> 'getChatMember'"
                            " ORDER BY seq",
                            (last[0] if last else 0,),
                        )
                        said += [_said(read_row(tx, one).call) for one in found]
                        raise _UndoError
                return said

            yield tries

    async def works(self, updates: Sequence[Raw]) -> None:
        """Let the worker handle updates for good, fifty a transaction; nothing is sent."""
        entries = [(str(update["update_id"]), update) for update in updates]
        async with self.bot.db.transaction() as tx:
            await inbox.put_many(tx, "update", entries, self.clock.time)
        while await self.bot.worker.work():
            pass

    async def set_aside(self) -> list[str]:
        """Return where rows failed for good."""
        return [r[0] for r in await self.rows("SELECT error FROM inbox WHERE state = 'aside'")]


_numbers = itertools.count(1_500_000_000)


@asynccontextmanager
async def town(folder: Path) -> AsyncIterator[Town]:
    """Open the town, everyone in their role."""
    stage = Town(folder)
    await stage.open()
    try:
        await stage.settle()
        await stage.fill()
        yield stage
    finally:
        await stage.close()
