"""What an error of the Bot API means for the call that met it."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.clock import in_seconds
from bot.storage.outbox import Call

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram said no, for good; ``reason`` is a word of :data:`REASONS`."""

    reason: str


@dataclass(frozen=True, slots=True)
class NothingToDo:
    """What was asked stands already, or cannot matter any more: as good as done."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Telegram asks to wait this many seconds (429)."""

    seconds: float


@dataclass(frozen=True, slots=True)
class NotSent:
    """The call did not reach Telegram: it can be made again without harm."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """The call may have been carried out: no answer came back, or an answer of no use."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with another id."""

    chat_id: int


Outcome = Refused | NothingToDo | Wait | NotSent | Unsure | Moved

REASONS: tuple[tuple[str, str], ...] = (
    ("bot was blocked by the user", "blocked"),
    ("bot can't initiate conversation", "cannot_write_first"),
    ("user is deactivated", "deactivated"),
    ("bot was kicked", "kicked"),
    ("bot is not a member", "kicked"),
    ("chat not found", "chat_not_found"),
    ("HIDE_REQUESTER_MISSING", "no_join_request"),
    ("USER_ALREADY_PARTICIPANT", "already_in"),
    ("not enough rights", "no_rights"),
    ("CHAT_ADMIN_REQUIRED", "no_rights"),
    ("need administrator rights", "no_rights"),
    ("message can't be deleted", "no_rights"),
    ("user is an administrator of the chat", "is_administrator"),
    ("can't remove chat owner", "is_administrator"),
    ("message to edit not found", "message_gone"),
    ("message can't be edited", "message_gone"),
    ("MESSAGE_ID_INVALID", "message_gone"),
    ("PARTICIPANT_ID_INVALID", "never_there"),
)
"""Parts of Telegram's error texts, and the one word this program knows each by."""

_AS_GOOD_AS_DONE = (
    "message is not modified",
    "query is too old",
    "query ID is invalid",
    "message to delete not found",
    "INVITE_HASH_EXPIRED",
)

_NOT_REACHED = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    ConnectionRefusedError,
)

_UNAUTHORIZED = "Unauthorized"
"""Telegram's text for a token that holds no more; python-telegram-bot gives the same type to a
method that does not exist."""

_SENDS = ("send", "copyMessage", "forwardMessage")


def makes_a_message(method: str) -> bool:
    """Tell whether a second call of a method would make a second message."""
    return method.startswith(_SENDS)


def is_repeatable(call: Call) -> bool:
    """Tell whether an unsure call may be made again by itself.

    Edits, deletes, approvals, restrictions can be repeated without harm. A private answer too: two
    are better than none. A group announcement is not repeated: a person decides.
    """
    return call.repeatable or not makes_a_message(call.method)


def outcome_of(error: BaseException) -> Outcome:
    """Return what an exception of a Bot API call means.

    BadRequest and TimedOut are both NetworkErrors in python-telegram-bot: the order matters, and
    only the cause tells a connection that never opened from an answer that was lost.
    """
    match error:
        case RetryAfter():
            return Wait(in_seconds(error.retry_after))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case BadRequest() | Forbidden():
            return _refusal(str(error))
        case EndPointNotFound() if str(error.__cause__) != _UNAUTHORIZED:
            return Refused("unknown_method")
        case EndPointNotFound() | InvalidToken() | Conflict():
            return NotSent()
        case NetworkError() if isinstance(error.__cause__, _NOT_REACHED):
            return NotSent()
        case TelegramError() | TimeoutError():
            return Unsure()
    log.error("a call failed in this program", exc_info=error)
    return Refused("failed_here")


def _refusal(text: str) -> Refused | NothingToDo:
    # python-telegram-bot gives the first letter of some texts a capital.
    told = text.lower()
    if any(part.lower() in told for part in _AS_GOOD_AS_DONE):
        return NothingToDo()
    return Refused(next((reason for part, reason in REASONS if part.lower() in told), "refused"))
