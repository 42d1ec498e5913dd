"""The town of the demo: eight invented people, the two chats, and a clock of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from bot.simulator.api import Api
from bot.simulator.models import Chat, Message, Person
from bot.simulator.world import World

Place = Literal["private", "group", "team"]
"""Where something is said: in private with the bot, among members, among moderators."""

SEED = 1
RIGHTS = {
    "can_manage_chat",
    "can_invite_users",
    "can_restrict_members",
    "can_delete_messages",
    "can_pin_messages",
}

CAST: dict[str, tuple[str, str, str]] = {
    "lea": ("Léa", "Tremblay", "fr"),
    "karim": ("Karim", "Haddad", "fr"),
    "emily": ("Emily", "Clark", "en"),
    "jeanne": ("Jeanne", "Gagnon", "fr"),
    "thomas": ("Thomas", "Nguyen", "fr"),
    "victor": ("Victor", "Morel", "fr"),
    "marc": ("Marc", "Lavoie", "fr"),
    "odile": ("Odile", "Roy", "fr"),
}
"""First name, last name and language of each: three parents, a grandmother who is a member, a
professional, someone who should not get in, and two moderators, the first of whom coordinates."""


class Town:
    """The imagined Telegram of the demo. ``now`` returns an aware datetime.

    The bot was put in both chats, as administrator, before it first starts.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.world = World(now, seed=SEED)
        self.api = Api(self.world)
        self.api.enforce_pace = True
        self.people = {name: self.world.add_person(*told) for name, told in _told().items()}
        owner = self.people["marc"]
        self.group = self.world.add_supergroup("Entraide, le groupe", owner)
        self.team = self.world.add_supergroup("Entraide, la modération", owner)
        self.world.add_member(self.group, self.people["jeanne"], by=owner)
        self.world.add_member(self.group, self.people["odile"], by=owner)
        self.world.add_member(self.team, self.people["odile"], by=owner)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=owner, rights=RIGHTS)
        self.door = self.world.create_link(self.group, owner, approval=True)
        self.world.updates.clear()

    def chat(self, person: Person, place: Place) -> Chat:
        """Return the chat of a place, as it is for one person."""
        if place == "private":
            return self.world.private(person)
        return self.group if place == "group" else self.team

    def place(self, chat: Chat) -> Place:
        """Return which place a chat is."""
        if chat.person is not None:
            return "private"
        return "group" if chat is self.group else "team"

    def seen(self, who: str, place: Place) -> list[Message]:
        """Return what one person has before the eyes in a place, oldest first."""
        person = self.people[who]
        return self.world.seen(person, self.chat(person, place))


def _told() -> dict[str, tuple[str, str, None, str]]:
    return {name: (first, last, None, language) for name, (first, last, language) in CAST.items()}
