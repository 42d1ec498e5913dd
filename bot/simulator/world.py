"""The imagined Telegram: who and what is in it, and what each person sees."""

from __future__ import annotations

from bot.simulator.models import Chat, Member, Message, Person, Toast
from bot.simulator.talk import Talk


class World(Talk):
    """People and chats, and the bot among them. See Talk and Memberships for what people do.

    ``World(clock, token=..., seed=1)``: ``clock`` returns an aware datetime; the same seed and
    the same acts give the same ids.
    """

    def add_person(
        self,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "fr",
    ) -> Person:
        """A new account."""
        self._last_person_id += 1
        person = Person(self._last_person_id, first_name, last_name, username, language_code)
        self.people[person.id] = person
        return person

    def add_supergroup(self, title: str, creator: Person, username: str | None = None) -> Chat:
        """A new supergroup with its owner, without the bot."""
        return self._owned(self.new_chat("supergroup", title, username), creator)

    def add_group(self, title: str, creator: Person) -> Chat:
        """A new plain group with its owner, without the bot."""
        return self._owned(self.new_chat("group", title), creator)

    def add_channel(self, title: str, username: str | None = None) -> Chat:
        """A new channel, in whose name people can write."""
        return self.new_chat("channel", title, username)

    def _owned(self, chat: Chat, creator: Person) -> Chat:
        chat.members[creator.id] = Member(creator, "creator")
        return chat

    def seen(self, person: Person, chat: Chat | None = None) -> list[Message]:
        """The messages a person has before the eyes, oldest first: in private with the bot, or
        in a chat (none when the person is not in it)."""
        place = chat or self.private(person)
        if not self.inside(person, place):
            return []
        return [message for message in place.messages.values() if not message.deleted]

    def said(self, person: Person, chat: Chat | None = None) -> list[str]:
        """The texts of the bot's messages among those that the person sees."""
        return [m.text for m in self.seen(person, chat) if m.sender is self.bot]

    def toasts(self, person: Person) -> list[Toast]:
        """The short answers to this person's presses, oldest first."""
        return list(self._toasts.get(person.id, ()))

    def show_toast(self, person: Person, toast: Toast) -> None:
        """Shows a short answer to a person."""
        self._toasts.setdefault(person.id, []).append(toast)
