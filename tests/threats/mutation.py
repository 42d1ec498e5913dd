"""Updates of every shape that Telegram gives, spoiled as no app would but a forger could."""

from __future__ import annotations

import copy
import random
from typing import Any

from bot.simulator.contents import MAKERS, make
from bot.simulator.rights import ADMIN_RIGHTS
from tests.threats.town import CHATS, ROLES, Raw, Town

HOSTILE_TEXTS = (
    "",
    " ",
    "/",
    "/start",
    "/start adhesion",
    "/effacer D-1",
    "/dossier D-999999999999",
    "/protection",
    "/aide@entraide_test_bot",
    "/aide@autre_bot x",
    "/faq " + "a" * 4000,
    "\u202e\u0000\ud83d",
    "🙂" * 2048,
    "<b>&</b>",
    "a" * 4096,
    "٣٤٥ ١٢٣",
    "500-12-123456-789",
    "je veux mourir",
    "\n" * 300,
    "s u i c i d e " * 200,
)
HOSTILE_NUMBERS = (0, 1, -1, 2**31 - 1, 2**52, -(2**52), 777000, 1087968824)
HOSTILE_DATA = (
    *("", "x", "review.accept:1", "door.ask:" + "9" * 40, "é" * 32, ":::::", "a.b:" * 12),
    *("cafes.yes:1", "ballot.on:1:1", "held.rephrase:1", "appeal.send:2", "faq.close:1"),
    *("case.nothing:1", "desk.show:1", "pair.agree:1", "proposal.approve:1", "incident.show:1"),
)


def seeds(town: Town) -> list[Raw]:
    """Return one update of every kind: each content, presses, joins, edits, changes of members."""
    found = []
    for kind in MAKERS:
        for where in CHATS:
            content = make(town.world, kind, {})
            found.append(town.update(message=town.message("member", where, **content)))
    for role in ROLES:
        for where in CHATS:
            found.append(town.says_raw(role, where, "Bonjour"))
            found.append(town.press_raw(role, where, "review.accept:1"))
            edited = town.message(role, where, text="Changé", edit_date=town.world.now())
            found.append(town.update(edited_message=edited))
    return found + _changes(town)


def _changes(town: Town) -> list[Raw]:
    person = town.people["stranger"].raw()
    chat = town.group.raw()
    request = {
        "chat": chat,
        "from": person,
        "user_chat_id": person["id"],
        "date": town.world.now(),
        "bio": "Une bio",
    }
    found = [town.update(chat_join_request=request)]
    for old, new in (("left", "member"), ("member", "kicked"), ("member", "administrator")):
        for kind in ("chat_member", "my_chat_member"):
            found.append(town.update(**{kind: _change(town, old, new)}))
    service = ({"new_chat_members": [person]}, {"left_chat_member": person}, {"pinned_message": {}})
    found += [town.update(message=town.message("member", "group", **s)) for s in service[:2]]
    reply = town.message("moderator", "moderators", text="Réponse")
    reply["reply_to_message"] = town.message("member", "moderators", text="Avant")
    found.append(town.update(message=reply))
    forward = {"type": "hidden_user", "sender_user_name": "Caché", "date": town.world.now()}
    found.append(town.update(message=town.message("member", "private", forward_origin=forward)))
    return found


STORIES = {"can_be_edited", "is_anonymous", "can_post_stories", "can_edit_stories"} | {
    "can_delete_stories"
}


def _change(town: Town, old: str, new: str) -> Raw:
    more: dict[str, Raw] = {
        "kicked": {"until_date": 0},
        "administrator": dict.fromkeys(sorted(ADMIN_RIGHTS | STORIES), True),
    }
    user = town.people["stranger"].raw()
    return {
        "chat": town.group.raw(),
        "from": town.people["coordinator"].raw(),
        "date": town.world.now(),
        "old_chat_member": {"user": user, "status": old, **more.get(old, {})},
        "new_chat_member": {"user": user, "status": new, **more.get(new, {})},
    }


OPTIONAL = frozenset(
    (
        *("last_name", "username", "language_code", "entities", "caption", "reply_to_message"),
        *("reply_markup", "text", "data", "message", "bio", "invite_link", "sender_chat"),
        *("forward_origin", "title", "edit_date"),
    )
)
"""What Telegram leaves out at times: a mutation may leave it out too."""


def mutated(update: Raw, town: Town, chance: random.Random) -> Raw:
    """Return a copy of an update with a few of its leaves changed or left out."""
    spoiled = copy.deepcopy(update)
    for _ in range(chance.randrange(1, 5)):
        leaves = _leaves(spoiled)
        if not leaves:
            break
        holder, key = chance.choice(leaves)
        if key in OPTIONAL and chance.random() < 0.3:
            del holder[key]
        else:
            holder[key] = _other(key, holder[key], town, chance)
    return spoiled


def _leaves(raw: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    items = raw.items() if isinstance(raw, dict) else enumerate(raw)
    for key, value in items:
        if isinstance(value, dict | list) and value:
            found += _leaves(value)
            if key not in OPTIONAL:
                continue
        if key not in ("type", "status", "update_id", "date", "is_bot"):
            found.append((raw, key))
    return found


def _other(key: Any, value: Any, town: Town, chance: random.Random) -> Any:
    """Return another value of the same kind."""
    if key == "data":
        return chance.choice(HOSTILE_DATA)
    if isinstance(value, str):
        return chance.choice(HOSTILE_TEXTS)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        ids = [person.id for person in town.people.values()]
        return chance.choice((*HOSTILE_NUMBERS, *ids, town.group.id, town.team.id))
    return value
