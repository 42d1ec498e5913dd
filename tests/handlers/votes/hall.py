"""A town whose group has members: they propose themes and vote; Marc opens the votes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.simulator.models import Message, Person
from bot.storage.vote_keys import VoteKeys
from content import Words
from tests.stage import Stage, plain

NAMES = ("Zoé", "Karim", "Inès", "Paul", "Rose", "Luc")


class Hall(Stage):
    """The stage, in one language, with six members who are in before the bot."""

    def __init__(self, folder: Path, language: str = "fr") -> None:
        super().__init__(folder, default_language=language)
        self.language = language
        self.members = [self.world.add_person(name, language_code=language) for name in NAMES]
        for person in self.members:
            self.world.add_member(self.group, person)
        self.world.updates.clear()
        for person in (self.nadia, self.marc, self.odile, self.lea):
            person.language_code = language

    @property
    def said(self) -> Words:
        """The texts in the language of the town."""
        return self.content.words(self.language)

    @property
    def keys_of_votes(self) -> VoteKeys:
        """The keys as they lie on the disk."""
        return VoteKeys(self.folder / "votes")

    # A vote from its opening to its end

    async def opens_vote(self, *presses: str) -> None:
        """Marc prepares a vote, presses some buttons of the form, and opens it."""
        await self.says(self.marc, "/vote")
        for key in presses:
            await self.chooses(self.marc, f"votes.form.buttons.{key}")
        await self.chooses(self.marc, "votes.form.buttons.check")
        await self.chooses(self.marc, "votes.buttons.open")

    async def opens_ballot(self, person: Person) -> None:
        """Somebody presses the button of the card in the group."""
        await self.taps(person, self.label(person, "votes.buttons.vote"), self.group)

    async def votes(self, person: Person, *places: int) -> None:
        """Somebody opens the ballot and taps the themes at these places."""
        await self.opens_ballot(person)
        for place in places:
            await self.taps(person, f" {place}. ")

    async def ends(self) -> None:
        """Time passes until the vote is over."""
        await self.wait(days=8)

    # What is seen

    def group_says(self, key: str, **values: Any) -> list[Message]:
        """Return the messages of the group that hold a text of the content."""
        text = plain(self.said.text(key, **values))
        return [m for m in self.world.seen(self.members[0], self.group) if text in m.text]

    def ballot(self, person: Person) -> Message:
        """Return the newest ballot that somebody sees."""
        marks = ("☐", "☑", "⟨")
        shown = reversed(self.world.seen(person))
        return next(m for m in shown if any(label[0] in marks for label in m.labels))

    def ticked(self, person: Person) -> list[str]:
        """Return what somebody's ballot shows as chosen, in the order of the buttons."""
        return [label for label in self.ballot(person).labels if label[0] in "☑⟨"]

    async def published(self, vote: int = 1) -> dict[str, Any]:
        """Return what was published of a vote."""
        [row] = await self.rows("SELECT publication FROM votes WHERE id = ?", vote)
        told: dict[str, Any] = json.loads(row["publication"])
        return told

    async def forges(self, person: Person, data: str) -> str:
        """Somebody sends any callback data from their ballot, or else their last message."""
        seen = self.world.seen(person)
        self.world.press_data(person, seen[-1], data)
        await self.settle()
        return self.toast(person)
