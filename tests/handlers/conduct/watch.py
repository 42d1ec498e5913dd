"""The group under protection: the circle once the trial is over, and what its cards say."""

from __future__ import annotations

from typing import Any

from bot.simulator.models import Chat, Message, Person
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from tests.handlers.conduct.circle import Circle

PHONE = {
    "fr": "Appelez-la au 514 555-0134, elle comprend ces choses-là.",
    "en": "Call her at 514 555-0134, she understands these things.",
}
"""A message that is held, in each language."""


class Watch(Circle):
    """The circle in which messages are held."""

    async def gather(self) -> None:
        """Let everyone be known; Nadia ends the trial."""
        await super().gather()
        await self.taps(self.nadia, self.label(self.nadia, "conduct.buttons.end_trial"), self.team)

    async def case(self, number: int = 1) -> Case:
        """Return a case as it stands."""
        return await cases.again(self.bot.db.reading(), number)

    async def kept(self, number: int = 1) -> list[str]:
        """Return what a case holds of people's words."""
        return [each.text for each in await evidence.of(self.bot.db.reading(), number)]

    def card_of(
        self, number: int = 1, chat: Chat | None = None, who: Person | None = None
    ) -> Message:
        """Return the newest card of a case."""
        seen = self.world.seen(who or self.nadia, chat or self.team)
        found = [m for m in seen if m.sender is self.world.bot and f"C-{number} · " in m.text]
        assert found, f"no card of C-{number}: {[m.text for m in seen][-3:]}"
        return found[-1]

    def no_card(self) -> bool:
        """Tell whether no card stands in the moderators' chat."""
        return not self.stands("C-1 · ")

    async def press(self, who: Person, verb: str, number: int = 1, chat: Chat | None = None) -> str:
        """A moderator presses the button of a case's card; return what flashes."""
        card = self.card_of(number, chat, who)
        label = self.content.words("fr").label(f"conduct.buttons.{verb}")
        data = next(b.data for row in card.buttons for b in row if b.text == label)
        return await self.forges(who, data or "", card)

    async def sends(self, person: Person, kind: str, **fields: Any) -> Message:
        """Somebody sends something else than text in the group."""
        message = self.world.send(person, self.group, kind, **fields)
        await self.settle()
        return message

    def in_group(self) -> list[str]:
        """Return what the bot said in the group and still stands there."""
        seen = self.world.seen(self.nadia, self.group)
        return [m.text for m in seen if m.sender is self.world.bot]
