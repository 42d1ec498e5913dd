"""The state of the imagined Telegram, and the few changes everything else is made of."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot.simulator.errors import ImpossibleActError
from bot.simulator.models import (
    Chat,
    InviteLink,
    JoinRequest,
    Member,
    Message,
    Person,
    Press,
    Raw,
    Toast,
)
from bot.simulator.updates import UpdateQueue

TOKEN = "123456:TEST-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"  # noqa: S105 (opens nothing)
ANONYMOUS_ADMIN = Person(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_SENDER = Person(136817688, "Channel", username="Channel_Bot", is_bot=True)
LINKED_CHANNEL = Person(777000, "Telegram", language_code=None)


class State:
    """Everything there is, by id. ``clock`` returns an aware datetime."""

    def __init__(self, clock: Callable[[], datetime], token: str = TOKEN, seed: int = 1) -> None:
        self.clock = clock
        self.token = token
        self.chance = random.Random(seed)  # noqa: S311 (ids of a world that does not exist)
        self.updates = UpdateQueue(self.seconds, self.chance)
        self.bot = Person(int(token.split(":")[0]), "Entraide", None, "entraide_test_bot", None)
        self.bot.is_bot = True
        self.privacy_mode = True
        self.webhook_url = ""
        self.people: dict[int, Person] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.links: dict[str, InviteLink] = {}
        self.presses: dict[str, Press] = {}
        self.files: dict[str, bytes] = {}
        self.commands: dict[str, list[Raw]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self._toasts: dict[int, list[Toast]] = {}
        self._private_message_id = 0
        self._last_person_id = 5_100_000_000
        self._last_chat_number = 2_000_000_000

    def seconds(self) -> float:
        """The time in seconds since 1970, with its fraction."""
        moment = self.clock()
        if moment.tzinfo is None:
            raise ValueError("the clock of a world returns aware datetimes")
        return moment.astimezone(UTC).timestamp()

    def now(self) -> int:
        """The time as Telegram writes it: whole seconds since 1970."""
        return int(self.seconds())

    def feed(self, raw: Raw) -> int:
        """Queues a raw update as it is; without an ``update_id`` it takes the next. Returns it."""
        raw.setdefault("update_id", self.updates.next_id())
        self.updates.push(raw)
        return int(raw["update_id"])

    def private(self, person: Person) -> Chat:
        """The private chat of the bot and this person; it exists even before a word is said."""
        chat = self.chats.get(person.id)
        if chat is None:
            chat = Chat(person.id, "private", person=person)
            self.chats[person.id] = chat
        return chat

    def token_word(self, length: int) -> str:
        """A random word for links and ids, the same for the same seed."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
        return "".join(self.chance.choices(letters, k=length))

    def store_file(self, content: bytes, prefix: str = "file") -> Raw:
        """Keeps the bytes of a file; returns the fields that name it."""
        file_id = f"{prefix}-{self.token_word(24)}"
        self.files[file_id] = content
        unique = file_id[-12:]
        return {"file_id": file_id, "file_unique_id": unique, "file_size": len(content)}

    def bot_in(self, chat: Chat) -> Member:
        """What the bot is in this chat."""
        return chat.member(self.bot, self.now())

    def inside(self, person: Person, chat: Chat) -> bool:
        """Whether the person is in this chat now (in private: always)."""
        return chat.person is person or chat.member(person, self.now()).inside

    # Messages

    def post(self, chat: Chat, sender: Person, content: Raw, html: str = "") -> Message:
        """Writes a message in a chat, without telling the bot. ``content`` is raw fields."""
        number = self._message_number(chat)
        raw: Raw = {"message_id": number}
        if chat.type != "channel":
            raw["from"] = sender.raw()
        raw |= {"chat": chat.raw(), "date": self.now(), **content}
        message = Message(chat, number, sender, raw, html)
        chat.messages[number] = message
        return message

    def _message_number(self, chat: Chat) -> int:
        """Supergroups number their own messages; private chats and groups share the bot's."""
        if chat.type in ("supergroup", "channel"):
            chat.last_message_id += 1
            return chat.last_message_id
        self._private_message_id += 1
        return self._private_message_id

    def tell_bot(self, message: Message, kind: str = "message") -> None:
        """Queues the update about a message, if the bot may see it there."""
        if self._visible(message):
            self.updates.append(kind, dict(message.raw))

    def _visible(self, message: Message) -> bool:
        """Whether privacy mode lets the bot see it: commands, replies to it, mentions, services."""
        if message.chat.person is not None:
            return True
        bot = self.bot_in(message.chat)
        if not bot.inside:
            return False
        if bot.is_admin or not self.privacy_mode or not (_content_kind(message.raw)):
            return True
        answered = message.raw.get("reply_to_message", {}).get("from", {}).get("id")
        at_bot = f"@{self.bot.username}".lower()
        text = message.text.lower()
        return answered == self.bot.id or text.startswith("/") or at_bot in text

    def service(self, chat: Chat, by: Person, content: Raw) -> Message:
        """A service message ("… joined"), and its update."""
        message = self.post(chat, by, content)
        self.tell_bot(message)
        return message

    # Memberships

    def set_member(
        self,
        chat: Chat,
        new: Member,
        by: Person,
        link: InviteLink | None = None,
        via_request: bool = False,
    ) -> None:
        """Changes what a person is in a chat, and queues the update that Telegram sends of it."""
        person = new.person
        change: Raw = {
            "chat": chat.raw(),
            "from": by.raw(),
            "date": self.now(),
            "old_chat_member": chat.member(person, self.now()).raw(),
            "new_chat_member": new.raw(),
        }
        if link is not None:
            change["invite_link"] = link.raw()
        if via_request:
            change["via_join_request"] = True
        chat.members[person.id] = new
        if person is self.bot:
            self.updates.append("my_chat_member", change)
        elif self.bot_in(chat).is_admin:
            self.updates.append("chat_member", change)

    def enter(
        self, chat: Chat, person: Person, by: Person, link: InviteLink | None, requested: bool
    ) -> None:
        """A person comes in, with the update and the service message."""
        if link is not None and not requested:
            link.uses += 1
        self._end_request(chat, person)
        former = chat.member(person, self.now())
        held = former.status == "restricted"  # a restriction outlives an absence
        new = replace(former, present=True) if held else Member(person, "member")
        self.set_member(chat, new, by, link, requested)
        users = [person.raw()]
        self.service(chat, by if not requested else person, {"new_chat_members": users})

    def remove(
        self, chat: Chat, person: Person, by: Person, status: str = "left", until: int = 0
    ) -> None:
        """A person goes out or is put out; ``status`` is what remains: left or kicked."""
        former = chat.member(person, self.now())
        was_inside = former.inside
        self._end_request(chat, person)
        held = former.status == "restricted" and status == "left"
        new = replace(former, present=False) if held else Member(person, status, until=until)
        self.set_member(chat, new, by)
        if was_inside:
            self.service(chat, by, {"left_chat_member": person.raw()})

    def _end_request(self, chat: Chat, person: Person) -> None:
        """Who came in another way, or was banned, no longer waits at the door."""
        if person.id in chat.requests:
            chat.requests[person.id].pending = False

    def erase_messages_of(self, chat: Chat, person: Person) -> None:
        """Deletes everything the person wrote in a chat, as a ban does in a supergroup."""
        for message in chat.messages.values():
            if message.sender is person and "left_chat_member" not in message.raw:
                message.deleted = True

    def admit(self, request: JoinRequest, by: Person) -> None:
        """Ends a join request by letting the person in."""
        self.enter(request.chat, request.person, by, request.link, requested=True)

    def new_link(self, chat: Chat, creator: Person, **fields: object) -> InviteLink:
        """A new invite link; ``fields`` are those of InviteLink."""
        link = InviteLink(f"https://t.me/+{self.token_word(16)}", chat, creator, **fields)  # type: ignore[arg-type]
        chat.links[link.url] = self.links[link.url] = link
        return link

    def link(self, link: InviteLink | str) -> InviteLink:
        """The link itself, or the one of this URL; raises ImpossibleActError when there is none."""
        found = self.links.get(link) if isinstance(link, str) else link
        if found is None:
            raise ImpossibleActError(f"no such invite link: {link}")
        return found


SERVICE_FIELDS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "pinned_message",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "group_chat_created",
        "supergroup_chat_created",
    }
)


def _content_kind(raw: Raw) -> bool:
    """Whether a person says something with it, as opposed to a service message."""
    return SERVICE_FIELDS.isdisjoint(raw)
