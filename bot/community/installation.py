"""Installation: what links a chat to the bot, and the rights that the bot needs there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.community.members import Place

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No I, L, O, 0 or 1: a code is read on one screen and typed on another."""

CODE_LENGTH = 8
TRIES_AN_HOUR = 10

PLACE_WORDS: Mapping[str, Place] = {
    "groupe": Place.GROUP,
    "group": Place.GROUP,
    "moderation": Place.MODERATORS,
    "modération": Place.MODERATORS,
    "moderators": Place.MODERATORS,
}

RIGHTS_NEEDED: Mapping[Place, tuple[str, ...]] = {
    Place.GROUP: (
        "can_invite_users",
        "can_restrict_members",
        "can_delete_messages",
        "can_pin_messages",
    ),
    Place.MODERATORS: (),
}
"""Rights by their names in the Bot API, in each chat, besides being an administrator there."""

ADMINISTRATOR = "administrator"
"""Stands among the missing rights for the role itself."""


class Refusal(StrEnum):
    """Why a chat is not linked; each has its sentence."""

    USAGE = "usage"
    PLAIN_GROUP = "plain_group"
    OTHER_PLACE = "other_place"
    TAKEN = "taken"
    WAIT = "wait"
    NO_CODE = "no_code"
    WRONG_CODE = "wrong_code"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks when they say /installer, and what stands at that moment."""

    place: Place | None
    chat_id: int
    plain_group: bool
    code: str
    code_is_right: bool
    wrong_tries: int
    """Wrong codes that this person gave in the last hour."""
    linked: Mapping[Place, int]

    @property
    def again(self) -> bool:
        """Whether this chat is already linked to this place: only its rights are to be checked."""
        return self.place is not None and self.linked.get(self.place) == self.chat_id


def refusal(asked: Asked) -> Refusal | None:
    """Return why the chat cannot be linked, or None where only the person's role is unknown."""
    checks = (
        (asked.place is None, Refusal.USAGE),
        (asked.chat_id in asked.linked.values(), Refusal.OTHER_PLACE),
        (asked.place in asked.linked, Refusal.TAKEN),
        (asked.plain_group and asked.place is Place.GROUP, Refusal.PLAIN_GROUP),
        (asked.wrong_tries >= TRIES_AN_HOUR, Refusal.WAIT),
        (not asked.code, Refusal.NO_CODE),
        (not asked.code_is_right, Refusal.WRONG_CODE),
    )
    return None if asked.again else next((why for wrong, why in checks if wrong), None)


def read_words(text: str) -> tuple[Place | None, str]:
    """Return the place and the code that follow the command in a message."""
    words = text.split()[1:]
    place = PLACE_WORDS.get(words[0].casefold()) if words else None
    return place, words[1].upper() if len(words) > 1 else ""


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """Return a fresh code; ``choose`` picks one letter among several (``secrets.choice``)."""
    return "".join(choose(LETTERS) for _ in range(CODE_LENGTH))


def missing_rights(place: Place, member: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the bot lacks in a chat, given its own ChatMember as the Bot API writes it.

    ``administrator`` alone means that it lacks the role, and so every right.
    """
    if member.get("status") != "administrator":
        return (ADMINISTRATOR,)
    return tuple(right for right in RIGHTS_NEEDED[place] if not member.get(right))
