"""Methods on the bot itself: who it is, its updates, its webhook, its commands, its files."""

from __future__ import annotations

import json
import re

from bot.simulator.access import find_chat
from bot.simulator.errors import ApiError, bad_request
from bot.simulator.formatting import units
from bot.simulator.models import Raw
from bot.simulator.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
COMMAND_TEXT_LIMIT = 256
MOST_UPDATES = 100
LIMITS = {"description": 512, "short_description": 120}


def get_me(world: World, p: Raw) -> Raw:
    """getMe."""
    return world.bot.raw() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_updates(world: World, p: Raw) -> list[Raw]:
    """getUpdates, without waiting: the doors wait."""
    if world.webhook_url:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    if "allowed_updates" in p:
        allowed = p["allowed_updates"]
        world.updates.allowed = frozenset(allowed) if allowed else None
    world.updates.confirm(p.get("offset"))
    return world.updates.read(max(1, min(p.get("limit", MOST_UPDATES), MOST_UPDATES)))


def set_webhook(world: World, p: Raw) -> bool:
    """setWebhook: refused, for nothing here calls out."""
    raise bad_request("bad webhook: the embedded server calls no webhook, use getUpdates")


def delete_webhook(world: World, p: Raw) -> bool:
    """deleteWebhook."""
    world.webhook_url = ""
    if p.get("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, p: Raw) -> Raw:
    """getWebhookInfo."""
    return {
        "url": world.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def _place(world: World, p: Raw) -> str:
    """Commands are kept apart by scope and language."""
    scope = p.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        find_chat(world, scope["chat_id"])
    return json.dumps([scope, p.get("language_code", "")], sort_keys=True)


def set_commands(world: World, p: Raw) -> bool:
    """setMyCommands."""
    if len(p["commands"]) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in p["commands"]:
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 0 < units(command["description"]) <= COMMAND_TEXT_LIMIT:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_place(world, p)] = list(p["commands"])
    return True


def get_commands(world: World, p: Raw) -> list[Raw]:
    """getMyCommands."""
    return world.commands.get(_place(world, p), [])


def delete_commands(world: World, p: Raw) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_place(world, p), None)
    return True


def set_description(world: World, p: Raw) -> bool:
    """setMyDescription."""
    return _describe(world, p, "description")


def set_short_description(world: World, p: Raw) -> bool:
    """setMyShortDescription."""
    return _describe(world, p, "short_description")


def _describe(world: World, p: Raw, name: str) -> bool:
    text = p.get(name, "")
    if units(text) > LIMITS[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    world.descriptions[name, p.get("language_code", "")] = text
    return True


def get_description(world: World, p: Raw) -> Raw:
    """getMyDescription."""
    return {"description": world.descriptions.get(("description", p.get("language_code", "")), "")}


def get_short_description(world: World, p: Raw) -> Raw:
    """getMyShortDescription."""
    key = ("short_description", p.get("language_code", ""))
    return {"short_description": world.descriptions.get(key, "")}


def get_file(world: World, p: Raw) -> Raw:
    """getFile. The path serves at ``/file/bot<token>/<path>``."""
    file_id = p["file_id"]
    if file_id not in world.files:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {
        "file_id": file_id,
        "file_unique_id": file_id[-12:],
        "file_size": len(world.files[file_id]),
        "file_path": f"files/{file_id}",
    }


HANDLERS = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyDescription": set_description,
    "getMyDescription": get_description,
    "setMyShortDescription": set_short_description,
    "getMyShortDescription": get_short_description,
    "getFile": get_file,
}
