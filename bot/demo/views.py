"""What the page is told: the town as plain values, its chats, messages and notices."""

from __future__ import annotations

from typing import Any

from bot.demo.town import Town
from bot.simulator.models import Chat, Message, Person

View = dict[str, Any]
FILES = ("photo", "voice", "document", "sticker")


def town_view(town: Town) -> View:
    """Return who is where, what the bot offers, and the notices that presses were answered with."""
    world = town.world
    return {
        "language": town.language,
        "bot": {"username": world.bot.username, **_told(town)},
        "cast": [
            {"who": who, "first": person.first_name, "last": person.last_name}
            for who, person in town.people.items()
        ],
        "groups": {
            "group": _group(town, town.group),
            "team": _group(town, town.team),
        },
        "toasts": {
            who: [{"text": t.text, "alert": t.alert} for t in world.toasts(person) if t.text]
            for who, person in town.people.items()
        },
    }


def _group(town: Town, chat: Chat) -> View:
    inside = [who for who, person in town.people.items() if town.world.inside(person, chat)]
    muted = [
        who
        for who in inside
        if not chat.member(town.people[who], town.world.now()).allowed("can_send_messages")
    ]
    asking = [who for who, person in town.people.items() if _asks(chat, person)]
    return {"title": chat.title, "inside": inside, "muted": muted, "asking": asking}


def _asks(chat: Chat, person: Person) -> bool:
    request = chat.requests.get(person.id)
    return request is not None and request.pending


def _told(town: Town) -> View:
    """What Telegram shows of the bot: its description, and the commands of the private menu."""
    texts, menus = town.world.descriptions, town.world.commands
    description = texts.get(("description", town.language)) or texts.get(("description", ""), "")
    private = [menu for place, menu in menus.items() if "chat_id" not in place]
    own = [menu for place, menu in menus.items() if f'"{town.language}"' in place]
    return {"description": description, "commands": next(iter(own or private), [])}


def chat_views(town: Town) -> dict[str, View]:
    """Return every chat by its name on the page: ``group``, ``team``, ``private:lea``."""
    found = {"group": _chat(town, town.group), "team": _chat(town, town.team)}
    for who, person in town.people.items():
        found[f"private:{who}"] = _chat(town, town.world.private(person))
    return found


def _chat(town: Town, chat: Chat) -> View:
    standing = [m for m in chat.messages.values() if not m.deleted]
    return {"messages": [_message(town, m) for m in standing], "pinned": chat.pinned[-1:]}


def _message(town: Town, message: Message) -> View:
    raw = message.raw
    view: View = {
        "id": message.message_id,
        "who": "bot" if message.sender is town.world.bot else town.who(message.sender),
        "name": message.sender.first_name,
        "at": message.date,
        "text": message.text,
        "entities": message.entities,
        "rows": [[{"text": b.text, "url": b.url} for b in row] for row in message.buttons],
        "edited": message.edited,
        "silent": message.silent,
        "asks": "force_reply" in (message.other_markup or {}),
        "file": next((_file(town, kind, raw[kind]) for kind in FILES if kind in raw), None),
        "service": _service(raw),
    }
    if answered := raw.get("reply_to_message"):
        text = answered.get("text", answered.get("caption", ""))
        name = answered.get("from", {}).get("first_name", "")
        view["reply"] = {"id": answered["message_id"], "name": name, "text": text[:120]}
    return view


def _file(town: Town, kind: str, raw: Any) -> View:
    """Return what kind of file it is, its name, and its id where its bytes are known."""
    file = raw[-1] if isinstance(raw, list) else raw  # a photo comes in sizes
    id = file["file_id"] if file["file_id"] in town.world.files else ""
    return {"kind": kind, "name": file.get("file_name", ""), "id": id}


def _service(raw: View) -> View | None:
    if users := raw.get("new_chat_members"):
        return {"kind": "in", "name": users[0]["first_name"]}
    if user := raw.get("left_chat_member"):
        return {"kind": "out", "name": user["first_name"]}
    return {"kind": "pinned", "name": ""} if "pinned_message" in raw else None
