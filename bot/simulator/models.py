"""The things of the imagined Telegram: people, chats, members, messages, links, requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.simulator.rights import ADMIN_RIGHTS, PERMISSIONS

Raw = dict[str, Any]
"""A JSON object with the field names of the Bot API."""


@dataclass(slots=True, eq=False)
class Person:
    """A Telegram account; the bot has one too."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "fr"
    is_bot: bool = False
    deleted: bool = False

    def raw(self) -> Raw:
        """The account as a User. A deleted account keeps its id and loses its name."""
        user: Raw = {"id": self.id, "is_bot": self.is_bot, "first_name": ""}
        if self.deleted:
            return user
        user["first_name"] = self.first_name
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user


@dataclass(slots=True)
class Member:
    """What one person is in one chat, under the Bot API's names for the status."""

    person: Person
    status: str = "left"
    rights: frozenset[str] = frozenset()
    permissions: dict[str, bool] = field(default_factory=dict)
    until: int = 0
    present: bool = True

    @property
    def inside(self) -> bool:
        """Whether the person is in the chat now."""
        if self.status == "restricted":
            return self.present
        return self.status in ("creator", "administrator", "member")

    @property
    def is_admin(self) -> bool:
        """Whether the person administers the chat."""
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """Whether the person holds this administrator's right."""
        return self.status == "creator" or right in self.rights

    def allowed(self, permission: str) -> bool:
        """Whether an ordinary member may do this (name of a ChatPermissions field)."""
        if self.status == "restricted":
            return self.present and self.permissions.get(permission, False)
        return self.inside

    def raw(self) -> Raw:
        """The membership as a ChatMember."""
        user = self.person.raw()
        user.pop("language_code", None)
        shape: Raw = {"user": user, "status": self.status}
        if self.status == "creator":
            shape["is_anonymous"] = False
        elif self.status == "administrator":
            shape |= {"can_be_edited": False, "is_anonymous": False}
            shape |= {name: name in self.rights for name in sorted(ADMIN_RIGHTS)}
            shape |= {"can_post_stories": False, "can_edit_stories": False}
            shape["can_delete_stories"] = False
        elif self.status == "restricted":
            shape |= {name: self.permissions.get(name, False) for name in PERMISSIONS}
            shape |= {"is_member": self.present, "until_date": self.until}
        elif self.status == "kicked":
            shape["until_date"] = self.until
        return shape


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat with the bot, a group, a supergroup or a channel."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    person: Person | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    links: dict[str, InviteLink] = field(default_factory=dict)
    requests: dict[int, JoinRequest] = field(default_factory=dict)
    migrated_to: Chat | None = None
    last_message_id: int = 0
    started: bool = False
    blocked: bool = False

    def raw(self) -> Raw:
        """The chat as a Chat, in the short form that messages carry."""
        shape: Raw = {"id": self.id, "type": self.type}
        if self.person is not None:
            user = self.person.raw()
            shape |= {
                key: user[key] for key in ("first_name", "last_name", "username") if key in user
            }
            return shape
        shape["title"] = self.title
        if self.username:
            shape["username"] = self.username
        return shape

    def member(self, person: Person, now: int) -> Member:
        """What the person is here at ``now`` (seconds since 1970): limits in time have lapsed."""
        member = self.members.get(person.id) or Member(person)
        if member.until and member.until <= now:
            status = "member" if member.status == "restricted" and member.present else "left"
            member = self.members[person.id] = Member(person, status)
        return member


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button, as a person sees it, with what it carries."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(slots=True, eq=False)
class Message:
    """A message: the raw Bot API object, and what it leaves out."""

    chat: Chat
    message_id: int
    sender: Person
    raw: Raw
    html: str = ""
    silent: bool = False
    deleted: bool = False
    other_markup: Raw | None = None

    @property
    def text(self) -> str:
        """The text or the caption, without markup."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def entities(self) -> list[Raw]:
        """The entities of the text or of the caption."""
        marks = "entities" if "text" in self.raw else "caption_entities"
        found: list[Raw] = self.raw.get(marks, [])
        return found

    @property
    def buttons(self) -> list[list[Button]]:
        """The rows of inline buttons."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(b["text"], b.get("callback_data"), b.get("url")) for b in r] for r in rows]

    @property
    def labels(self) -> list[str]:
        """The labels of all inline buttons, in reading order."""
        return [button.text for row in self.buttons for button in row]

    @property
    def edited(self) -> bool:
        """Whether it was edited."""
        return "edit_date" in self.raw

    @property
    def pinned(self) -> bool:
        """Whether it is pinned in its chat."""
        return self.message_id in self.chat.pinned

    @property
    def date(self) -> int:
        """When it was sent, in seconds since 1970."""
        return int(self.raw["date"])

    def embedded(self) -> Raw:
        """The raw message as another one quotes it: without what it replies to itself."""
        return {key: value for key, value in self.raw.items() if key != "reply_to_message"}


@dataclass(slots=True, eq=False)
class InviteLink:
    """A way into a chat."""

    url: str
    chat: Chat
    creator: Person
    creates_join_request: bool = False
    name: str | None = None
    expire_date: int | None = None
    member_limit: int | None = None
    is_primary: bool = False
    is_revoked: bool = False
    uses: int = 0

    def raw(self) -> Raw:
        """The link as a ChatInviteLink."""
        shape: Raw = {
            "invite_link": self.url,
            "creator": self.creator.raw(),
            "creates_join_request": self.creates_join_request,
            "is_primary": self.is_primary,
            "is_revoked": self.is_revoked,
        }
        optional = ("name", "expire_date", "member_limit")
        shape |= {name: getattr(self, name) for name in optional if getattr(self, name)}
        pending = sum(r.pending and r.link is self for r in self.chat.requests.values())
        if pending:
            shape["pending_join_request_count"] = pending
        return shape

    def open(self, now: int) -> bool:
        """Whether one more person can use it at ``now`` (seconds since 1970)."""
        expired = self.expire_date is not None and self.expire_date <= now
        full = self.member_limit is not None and self.uses >= self.member_limit
        return not (self.is_revoked or expired or full)


@dataclass(slots=True, eq=False)
class JoinRequest:
    """A person waits at the door of a chat."""

    chat: Chat
    person: Person
    link: InviteLink
    date: int
    pending: bool = True
    contacted: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a press, shown over the chat or as an alert."""

    text: str
    alert: bool = False
    url: str | None = None


@dataclass(slots=True, eq=False)
class Press:
    """A press of an inline button, waiting for ``answerCallbackQuery``."""

    id: str
    person: Person
    message: Message
    data: str
    at: int
    answered: bool = False
    toast: Toast | None = None
