"""The town of the demo: nine invented people, the two chats, and a clock of its own."""

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

CAST: dict[str, tuple[str, str]] = {
    "lea": ("Léa", "Tremblay"),
    "karim": ("Karim", "Haddad"),
    "emily": ("Emily", "Clark"),
    "jeanne": ("Jeanne", "Gagnon"),
    "thomas": ("Thomas", "Nguyen"),
    "victor": ("Victor", "Morel"),
    "marc": ("Marc", "Lavoie"),
    "odile": ("Odile", "Roy"),
    "rose": ("Rose", "Côté"),
}
"""First and last name of each: two parents who ask to come in, a mother, a grandmother and an aunt
who are members, a professional, someone who should not get in, and two moderators, the first of
whom coordinates."""

ALWAYS_ENGLISH = frozenset({"emily"})
TITLES = {
    "fr": ("Groupe d’entraide", "Modération"),
    "en": ("Support group", "Moderators"),
}
CHATTER: dict[str, tuple[tuple[str, Place, str], ...]] = {
    "fr": (
        ("jeanne", "group", "Bonsoir tout le monde. Grosse journée ici, mais on tient bon."),
        ("odile", "group", "Bonsoir Jeanne. Contente de vous lire."),
        ("odile", "team", "Je regarde les demandes ce soir, si quelqu’un veut souffler."),
    ),
    "en": (
        ("jeanne", "group", "Good evening everyone. A long day here, but we hold on."),
        ("odile", "group", "Good evening, Jeanne. Glad to read you."),
        ("odile", "team", "I can look at the requests tonight, if anyone needs a rest."),
    ),
}
"""What was said before the bot came."""


class Town:
    """The imagined Telegram of the demo. ``now`` returns an aware datetime.

    ``language`` ("fr" or "en") is what its people speak. The bot was put in both chats, as
    administrator, before it first starts.
    """

    def __init__(self, now: Callable[[], datetime], language: str = "fr") -> None:
        self.language = language
        self.world = World(now, seed=SEED)
        self.api = Api(self.world)
        self.api.enforce_pace = True
        self.people = {name: self._settle(name) for name in CAST}
        owner = self.people["marc"]
        group, team = TITLES[language]
        self.group = self.world.add_supergroup(group, owner)
        self.team = self.world.add_supergroup(team, owner)
        for member in ("jeanne", "odile", "emily", "rose"):
            self.world.add_member(self.group, self.people[member], by=owner)
        self.world.add_member(self.team, self.people["odile"], by=owner)
        for chat in (self.group, self.team):
            self.world.add_bot(chat, by=owner, rights=RIGHTS)
        for who, place, said in CHATTER[language]:
            self.world.write(self.people[who], self.group if place == "group" else self.team, said)
        self.door = self.world.create_link(self.group, owner, approval=True)
        self.world.updates.clear()

    def _settle(self, name: str) -> Person:
        first, last = CAST[name]
        language = "en" if name in ALWAYS_ENGLISH else self.language
        return self.world.add_person(first, last, language_code=language)

    def who(self, person: Person) -> str | None:
        """Return the name in the cast of an account, None for the bot."""
        return next((name for name, known in self.people.items() if known is person), None)

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
