"""Which parameters each method takes, and how they are read from JSON or from a form.

Only what the simulator carries out is listed; the rest of the Bot API is refused aloud, so that
a test never passes on a parameter that nobody honours.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import ConformityError, bad_request
from bot.simulator.models import Raw

SENT = "disable_notification protect_content reply_parameters reply_markup"
CAPTIONED = "caption parse_mode caption_entities"
LINK = "name expire_date member_limit creates_join_request"

TABLE: dict[str, str] = {
    "getMe": "",
    "getUpdates": "offset limit timeout allowed_updates",
    "setWebhook": "url! allowed_updates drop_pending_updates secret_token max_connections",
    "deleteWebhook": "drop_pending_updates",
    "getWebhookInfo": "",
    "setMyCommands": "commands! scope language_code",
    "getMyCommands": "scope language_code",
    "deleteMyCommands": "scope language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "sendMessage": f"chat_id! text! parse_mode entities link_preview_options {SENT}",
    "sendPhoto": f"chat_id! photo! {CAPTIONED} {SENT}",
    "sendDocument": f"chat_id! document! {CAPTIONED} {SENT}",
    "copyMessage": f"chat_id! from_chat_id! message_id! {CAPTIONED} {SENT}",
    "forwardMessage": "chat_id! from_chat_id! message_id! disable_notification protect_content",
    "sendChatAction": "chat_id! action!",
    "editMessageText": "chat_id message_id text! parse_mode entities link_preview_options "
    "reply_markup",
    "editMessageCaption": f"chat_id message_id {CAPTIONED} reply_markup",
    "editMessageReplyMarkup": "chat_id message_id reply_markup",
    "deleteMessage": "chat_id! message_id!",
    "deleteMessages": "chat_id! message_ids!",
    "pinChatMessage": "chat_id! message_id! disable_notification",
    "unpinChatMessage": "chat_id! message_id",
    "answerCallbackQuery": "callback_query_id! text show_alert url cache_time",
    "getChat": "chat_id!",
    "getChatMember": "chat_id! user_id!",
    "getChatAdministrators": "chat_id!",
    "getChatMemberCount": "chat_id!",
    "createChatInviteLink": f"chat_id! {LINK}",
    "editChatInviteLink": f"chat_id! invite_link! {LINK}",
    "revokeChatInviteLink": "chat_id! invite_link!",
    "exportChatInviteLink": "chat_id!",
    "approveChatJoinRequest": "chat_id! user_id!",
    "declineChatJoinRequest": "chat_id! user_id!",
    "restrictChatMember": "chat_id! user_id! permissions! use_independent_chat_permissions "
    "until_date",
    "banChatMember": "chat_id! user_id! until_date revoke_messages",
    "unbanChatMember": "chat_id! user_id! only_if_banned",
    "leaveChat": "chat_id!",
    "getFile": "file_id!",
}
INTEGERS = frozenset(
    [
        "offset",
        "limit",
        "timeout",
        "max_connections",
        "message_id",
        "user_id",
        "expire_date",
        "member_limit",
        "until_date",
        "cache_time",
    ]
)
BOOLEANS = frozenset(
    [
        "drop_pending_updates",
        "disable_notification",
        "protect_content",
        "show_alert",
        "creates_join_request",
        "use_independent_chat_permissions",
        "revoke_messages",
        "only_if_banned",
    ]
)
CHATS = frozenset({"chat_id", "from_chat_id"})
OBJECTS = frozenset(
    [
        "allowed_updates",
        "commands",
        "scope",
        "entities",
        "caption_entities",
        "link_preview_options",
        "reply_parameters",
        "reply_markup",
        "message_ids",
        "permissions",
    ]
)
FIELDS: dict[str, frozenset[str]] = {
    "link_preview_options": frozenset(
        ["is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"]
    ),
    "reply_parameters": frozenset({"message_id", "chat_id", "allow_sending_without_reply"}),
    "scope": frozenset({"type", "chat_id", "user_id"}),
}
"""Fields of the objects that a parameter may hold, where they are few."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that comes with the call."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Method:
    """A method's proper name and parameters."""

    name: str
    parameters: frozenset[str]
    required: frozenset[str]


def _method(name: str, line: str) -> Method:
    words = line.split()
    required = frozenset(word[:-1] for word in words if word.endswith("!"))
    return Method(name, frozenset(word.rstrip("!") for word in words), required)


METHODS = {name.lower(): _method(name, line) for name, line in TABLE.items()}
"""Methods by lower-case name, for Telegram does not mind the case."""


def read(method: Method, params: Raw, strict: bool) -> Raw:
    """The parameters with their types, None left out.

    Raises ConformityError when ``strict`` and something is unknown, missing or of a wrong type;
    otherwise what is unknown is ignored, as Telegram does.
    """
    given = {name: value for name, value in params.items() if value is not None}
    unknown = given.keys() - method.parameters
    missing = method.required - given.keys()
    if strict and (unknown or missing):
        raise ConformityError(
            f"{method.name}: unknown {sorted(unknown)}, missing {sorted(missing)}"
        )
    if missing:
        raise bad_request(f"{min(missing)} is empty")
    try:
        return {n: _typed(n, v) for n, v in given.items() if n in method.parameters}
    except (TypeError, ValueError) as error:
        if strict:
            raise ConformityError(f"{method.name}: {error}") from error
        raise bad_request("wrong parameter") from error


def _typed(name: str, value: Any) -> Any:
    if name in INTEGERS:
        return _integer(value)
    if name in BOOLEANS:
        return value if isinstance(value, bool) else str(value).lower() in ("true", "1", "yes")
    if name in CHATS:
        return value if str(value).startswith("@") else _integer(value)
    if name in OBJECTS:
        return _object(name, value)
    if not isinstance(value, str | Upload):
        raise TypeError(f"{name} is not a string: {value!r}")
    return value


def _integer(value: Any) -> int:
    if isinstance(value, bool | float):
        raise TypeError(f"not an integer: {value!r}")
    return int(value)


def _object(name: str, value: Any) -> Any:
    decoded = json.loads(value) if isinstance(value, str) else value
    unknown = set(decoded) - FIELDS[name] if name in FIELDS else set()
    if unknown:
        raise ValueError(f"{name} has unknown fields {sorted(unknown)}")
    return decoded
