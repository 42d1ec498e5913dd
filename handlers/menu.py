"""The menu: the commands that Telegram offers in each chat, and how the bot describes itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from bot.community.members import Place, Role
from bot.storage.outbox import Call, Lane
from content import Content, Words
from handlers.routes import Command, Routes, Where

SHOWN_TO: Mapping[Where, Role] = {
    Where.PRIVATE: Role.MEMBER,
    Where.GROUP: Role.MEMBER,
    Where.MODERATORS: Role.MODERATOR,
}
"""The least that most people in a chat may do: Telegram shows the same menu to all of them."""


def menu_calls(
    routes: Routes, content: Content, default: str, linked: Mapping[Place, int], now: datetime
) -> Iterator[Call]:
    """Return the calls that publish menus and descriptions, in every language.

    ``linked`` gives the ids of the chats. The language ``default`` is also published without a
    language code: Telegram shows it to whoever reads another
    (https://core.telegram.org/bots/api#setmycommands).
    """
    for code in ("", *content.languages):
        words = content.words(code or default)
        language = {"language_code": code} if code else {}
        for where, scope in _scopes(linked):
            params = {"commands": _commands(routes, where, words), "scope": scope, **language}
            yield _call("setMyCommands", f"commands:{where}:{code}", params, now)
        for method, field, key in (
            ("setMyDescription", "description", "commands.about.description"),
            ("setMyShortDescription", "short_description", "commands.about.short"),
        ):
            yield _call(method, f"{field}:{code}", {field: words.label(key), **language}, now)


def _scopes(linked: Mapping[Place, int]) -> Iterator[tuple[Where, dict[str, Any]]]:
    yield Where.PRIVATE, {"type": "all_private_chats"}
    for place, chat_id in linked.items():
        yield Where(place.value), {"type": "chat", "chat_id": chat_id}


def _commands(routes: Routes, where: Where, words: Words) -> list[dict[str, str]]:
    shown = (c for c in routes.commands if where in c.where and c.role <= SHOWN_TO[where])
    found = ((c, f"commands.{c.names[0]}") for c in shown)
    return [
        {"command": _name(command, words), "description": words.label(key)}
        for command, key in found
        if key in words.templates
    ]


def _name(command: Command, words: Words) -> str:
    """A command's first name is French, its second what it is called elsewhere."""
    return command.names[0] if words.language == "fr" else command.names[:2][-1]


def _call(method: str, name: str, params: dict[str, Any], now: datetime) -> Call:
    """What did not change is published once a day at most, however often the bot starts."""
    digest = sha256(json.dumps(params, sort_keys=True).encode()).hexdigest()[:16]
    return Call(method, params, lane=Lane.ACTS, key=f"{name}:{digest}:{now:%Y%m%d}")
