"""What each answer of the Bot API means for the call that met it."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.delivery.refusals import (
    Moved,
    NothingToDo,
    NotSent,
    Refused,
    Unsure,
    Wait,
    is_repeatable,
    outcome_of,
)
from bot.storage.outbox import Call


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Forbidden: bot was blocked by the user", "blocked"),
        ("Forbidden: bot can't initiate conversation with a user", "cannot_write_first"),
        ("Forbidden: user is deactivated", "deactivated"),
        ("Forbidden: bot was kicked from the supergroup chat", "kicked"),
        ("Forbidden: bot is not a member of the supergroup chat", "kicked"),
        ("Bad Request: chat not found", "chat_not_found"),
        ("Bad Request: HIDE_REQUESTER_MISSING", "no_join_request"),
        ("Bad Request: USER_ALREADY_PARTICIPANT", "already_in"),
        ("Bad Request: not enough rights to restrict/unrestrict chat member", "no_rights"),
        ("Bad Request: CHAT_ADMIN_REQUIRED", "no_rights"),
        ("Bad Request: need administrator rights in the channel chat", "no_rights"),
        ("Bad Request: message can't be deleted", "no_rights"),
        ("Bad Request: user is an administrator of the chat", "is_administrator"),
        ("Bad Request: can't remove chat owner", "is_administrator"),
        ("Bad Request: message to edit not found", "message_gone"),
        ("Bad Request: message can't be edited", "message_gone"),
        ("Bad Request: MESSAGE_ID_INVALID", "message_gone"),
        ("Bad Request: something nobody has seen yet", "refused"),
    ],
)
def test_a_refusal_has_one_word(text: str, reason: str) -> None:
    kind = Forbidden if text.startswith("Forbidden") else BadRequest
    assert outcome_of(kind(text)) == Refused(reason)


@pytest.mark.parametrize(
    "text",
    [
        "Bad Request: message is not modified: specified new message content is the same",
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        "Bad Request: message to delete not found",
        "Bad Request: INVITE_HASH_EXPIRED",
    ],
)
def test_what_stands_already_is_as_good_as_done(text: str) -> None:
    assert outcome_of(BadRequest(text)) == NothingToDo()


def caused_by(error: BaseException, kind: type[Exception] = NetworkError) -> Exception:
    """The error that python-telegram-bot raises over a transport's own."""
    raised = kind("no answer")
    raised.__cause__ = error
    return raised


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RetryAfter(7), Wait(7.0)),
        (RetryAfter(timedelta(seconds=7)), Wait(7.0)),
        (ChatMigrated(-100500), Moved(-100500)),
        (EndPointNotFound("Not Found"), Refused("unknown_method")),
        (InvalidToken("Unauthorized"), NotSent()),
        (Conflict("Conflict"), NotSent()),
        (caused_by(ConnectionRefusedError()), NotSent()),
        (caused_by(aiohttp.ConnectionTimeoutError(), TimedOut), NotSent()),
        (caused_by(aiohttp.ServerDisconnectedError()), Unsure()),
        (caused_by(ConnectionResetError()), Unsure()),
        (caused_by(aiohttp.SocketTimeoutError(), TimedOut), Unsure()),
        (NetworkError("Bad Gateway"), Unsure()),
        (KeyError("a bug of ours"), Refused("failed_here")),
    ],
)
def test_only_the_cause_tells_what_was_sent(error: Exception, outcome: object) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("method", "repeatable", "again"),
    [
        ("sendMessage", True, True),
        ("sendMessage", False, False),
        ("forwardMessage", False, False),
        ("editMessageText", False, True),
        ("approveChatJoinRequest", False, True),
    ],
)
def test_only_a_second_message_is_ever_held_back(
    method: str, repeatable: bool, again: bool
) -> None:
    assert is_repeatable(Call(method, {}, repeatable=repeatable)) is again
