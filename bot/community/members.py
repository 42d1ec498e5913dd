"""Who may do what: roles, and what a change of membership means."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Place(StrEnum):
    """The two chats of a community."""

    GROUP = "group"
    MODERATORS = "moderators"


class Role(IntEnum):
    """What a person may do, by what Telegram itself says of them.

    Members are in the group by right; moderators are the members of the moderators' chat;
    coordinators are its administrators.
    """

    ANYONE = 0
    MEMBER = 1
    MODERATOR = 2
    COORDINATOR = 3


class Status(StrEnum):
    """Where a person stands in a chat."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    RESTRICTED = "restricted"
    LEFT = "left"
    BANNED = "banned"

    @property
    def is_in(self) -> bool:
        """Whether the person is in the chat."""
        return self not in (Status.LEFT, Status.BANNED)


class Origin(StrEnum):
    """How a member of the group came in."""

    BEFORE = "before"
    """In the group before the bot was installed there: never restricted."""
    ADMITTED = "admitted"
    UNSCREENED = "unscreened"


class Relation(StrEnum):
    """How somebody stands to the child, as the cafés' table counts it; nobody has to say."""

    FATHER = "father"
    MOTHER = "mother"
    FAMILY = "family"
    PROFESSIONAL = "professional"
    UNCLASSIFIED = "unclassified"


def status_of(telegram_status: str, *, is_member: bool = True) -> Status:
    """Translate the status of a ChatMember (https://core.telegram.org/bots/api#chatmember).

    ``is_member`` is ChatMemberRestricted's own field: a restricted person may be out of the chat.
    """
    match telegram_status:
        case "creator" | "administrator":
            return Status.ADMINISTRATOR
        case "restricted":
            return Status.RESTRICTED if is_member else Status.LEFT
        case "kicked":
            return Status.BANNED
        case "left":
            return Status.LEFT
    return Status.MEMBER


def role_of(status: Status | None) -> Role:
    """Return the role that a standing in the moderators' chat gives."""
    if status is Status.ADMINISTRATOR:
        return Role.COORDINATOR
    if status is not None and status.is_in:
        return Role.MODERATOR
    return Role.ANYONE
