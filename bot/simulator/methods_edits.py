"""Methods on messages that exist: edit, delete, pin, and answers to presses."""

from __future__ import annotations

import re

from bot.simulator.access import enter, find_chat, find_message
from bot.simulator.errors import bad_request
from bot.simulator.formatting import Formatted, units
from bot.simulator.keyboards import inline_only
from bot.simulator.methods_messages import caption_of, text_of
from bot.simulator.models import Chat, Message, Raw, Toast
from bot.simulator.updates import PRESS_LIFE
from bot.simulator.world import World

DELETABLE = 48 * 3600
TOAST_LIMIT = 200
MOST_DELETED = 100
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(world: World, p: Raw) -> Raw:
    """editMessageText. Without ``reply_markup`` the buttons go away."""
    formatted = text_of(p)
    message = _editable(world, p)
    if "text" not in message.raw:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, message, p, ("text", "entities"), formatted)


def edit_caption(world: World, p: Raw) -> Raw:
    """editMessageCaption."""
    caption = caption_of(p)
    message = _editable(world, p)
    if "text" in message.raw:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, message, p, ("caption", "caption_entities"), caption)


def edit_markup(world: World, p: Raw) -> Raw:
    """editMessageReplyMarkup. Without ``reply_markup`` the buttons go away."""
    return _edit(world, _editable(world, p), p, ("", ""), None)


def _editable(world: World, p: Raw) -> Message:
    if "chat_id" not in p or "message_id" not in p:
        raise bad_request("message identifier is not specified")
    chat = find_chat(world, p["chat_id"])
    if chat.person is None:
        enter(world, chat)
    message = find_message(chat, p["message_id"], "edit")
    if message.sender is not world.bot or message.other_markup is not None:
        raise bad_request("message can't be edited")
    return message


def _edit(
    world: World, message: Message, p: Raw, names: tuple[str, str], new: Formatted | None
) -> Raw:
    """Writes the new content and keyboard, unless nothing changes."""
    inline = inline_only(p.get("reply_markup"))
    changes: Raw = {"reply_markup": inline}
    if new is not None:
        changes |= {names[0]: new.text or None, names[1]: new.entities or None}
    if all(message.raw.get(name) == value for name, value in changes.items()):
        raise bad_request(SAME)
    for name, value in changes.items():
        if value is None:
            message.raw.pop(name, None)
        else:
            message.raw[name] = value
    if new is not None:
        message.html = new.html
    message.raw["edit_date"] = world.now()
    return message.raw


def delete_message(world: World, p: Raw) -> bool:
    """deleteMessage."""
    chat = find_chat(world, p["chat_id"])
    message = find_message(chat, p["message_id"], "delete")
    _delete(world, chat, message)
    return True


def delete_messages(world: World, p: Raw) -> bool:
    """deleteMessages: those that are gone are skipped."""
    ids = p["message_ids"]
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    chat = find_chat(world, p["chat_id"])
    found = [chat.messages.get(int(number)) for number in ids]
    for message in found:
        if message is not None and not message.deleted:
            _delete(world, chat, message)
    return True


def _delete(world: World, chat: Chat, message: Message) -> None:
    """Deletes within 48 hours: its own, anything in private, others' with the right."""
    if world.now() - message.date > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    if chat.person is None:
        bot = enter(world, chat)
        if message.sender is not world.bot and not bot.may("can_delete_messages"):
            raise bad_request("message can't be deleted")
    message.deleted = True
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)


def pin(world: World, p: Raw) -> bool:
    """pinChatMessage. A service message tells everyone, the bot too."""
    chat = _pinnable(world, p)
    message = find_message(chat, p["message_id"], "pin")
    if message.pinned:
        raise bad_request("CHAT_NOT_MODIFIED")
    chat.pinned.append(message.message_id)
    world.service(chat, world.bot, {"pinned_message": message.embedded()})
    return True


def unpin(world: World, p: Raw) -> bool:
    """unpinChatMessage: the named message, or the last pinned one."""
    chat = _pinnable(world, p)
    number = p.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    message = find_message(chat, number, "unpin")
    if message.pinned:
        chat.pinned.remove(message.message_id)
    return True


def _pinnable(world: World, p: Raw) -> Chat:
    chat = find_chat(world, p["chat_id"])
    if chat.person is None:
        bot = enter(world, chat)
        if not (bot.may("can_pin_messages") or (chat.type == "group" and bot.inside)):
            raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def answer_callback_query(world: World, p: Raw) -> bool:
    """answerCallbackQuery: once, while the press is young."""
    press = world.presses.get(p["callback_query_id"])
    if press is None or press.answered or world.now() - press.at > PRESS_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = p.get("text", "")
    if units(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    _check_opened(world, p.get("url"))
    press.answered = True
    if text or p.get("url"):
        press.toast = Toast(text, p.get("show_alert", False), p.get("url"))
        world.show_toast(press.person, press.toast)
    return True


def _check_opened(world: World, url: str | None) -> None:
    """A press may open the bot's own deep links only (games apart)."""
    if url and not re.match(rf"(https://)?t\.me/{world.bot.username}\?start=", url):
        raise bad_request("URL_INVALID")


HANDLERS = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "answerCallbackQuery": answer_callback_query,
}
