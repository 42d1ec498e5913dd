"""Methods that send: texts, photos, documents, copies, forwards, and the typing sign."""

from __future__ import annotations

from typing import Any

from bot.simulator.access import find_chat, find_message, writable
from bot.simulator.errors import ConformityError, bad_request
from bot.simulator.formatting import Formatted, escape, parse_html, plain, units
from bot.simulator.keyboards import split
from bot.simulator.models import Chat, Message, Raw
from bot.simulator.schema import Upload
from bot.simulator.state import SERVICE_FIELDS
from bot.simulator.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_message(world: World, p: Raw) -> Raw:
    """sendMessage."""
    formatted = text_of(p)
    chat = writable(world, p["chat_id"])
    return _send(world, chat, p, "text", formatted).raw


def text_of(p: Raw) -> Formatted:
    """The text of a call, checked: not empty, at most 4096 units after the markup is read."""
    formatted = formatted_as(p, p["text"], p.get("entities"))
    if not formatted.text:
        raise bad_request("message text is empty")
    if units(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return formatted


def caption_of(p: Raw) -> Formatted:
    """The caption of a call, checked: at most 1024 units after the markup is read."""
    formatted = formatted_as(p, p.get("caption", ""), p.get("caption_entities"))
    if units(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return formatted


def formatted_as(p: Raw, source: str, entities: list[Raw] | None) -> Formatted:
    """``source`` read under the call's parse mode, or with the entities it brings."""
    mode = p.get("parse_mode", "")
    if mode.upper() == "HTML":
        return parse_html(source)
    if mode:
        raise ConformityError(f"the simulator reads HTML only, not {mode}")
    if entities:
        return Formatted(source.strip(), list(entities), escape(source.strip()))
    return plain(source)


def _send(
    world: World, chat: Chat, p: Raw, body: str, formatted: Formatted, **more: Any
) -> Message:
    """Posts the bot's message with what all sending methods share."""
    inline, other = split(p.get("reply_markup"))
    content: Raw = dict(more)
    if formatted.text:
        content[body] = formatted.text
    if formatted.entities:
        content["entities" if body == "text" else "caption_entities"] = formatted.entities
    content |= _reply(chat, p.get("reply_parameters"))
    if inline:
        content["reply_markup"] = inline
    if p.get("protect_content"):
        content["has_protected_content"] = True
    if options := p.get("link_preview_options"):
        content["link_preview_options"] = options
    message = world.post(chat, world.bot, content, formatted.html)
    message.silent = p.get("disable_notification", False)
    message.other_markup = other
    return message


def _reply(chat: Chat, wanted: Raw | None) -> Raw:
    if not wanted:
        return {}
    answered = chat.messages.get(int(wanted["message_id"]))
    if answered is not None and not answered.deleted:
        return {"reply_to_message": answered.embedded()}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def send_photo(world: World, p: Raw) -> Raw:
    """sendPhoto."""
    caption = caption_of(p)
    chat = writable(world, p["chat_id"])
    photo = _stored(world, p["photo"], "photo") | {"width": 1280, "height": 960}
    return _send(world, chat, p, "caption", caption, photo=[photo]).raw


def send_document(world: World, p: Raw) -> Raw:
    """sendDocument."""
    caption = caption_of(p)
    chat = writable(world, p["chat_id"])
    given = p["document"]
    document = _stored(world, given, "document")
    if isinstance(given, Upload):
        document["file_name"] = given.filename
    return _send(world, chat, p, "caption", caption, document=document).raw


def _stored(world: World, given: Upload | str, prefix: str) -> Raw:
    """The file fields of an upload, or of a file that Telegram already has."""
    if isinstance(given, Upload):
        if not given.content:
            raise bad_request("file must be non-empty")
        return world.store_file(given.content, prefix)
    if given not in world.files:
        raise bad_request(
            "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
        )
    size = len(world.files[given])
    return {"file_id": given, "file_unique_id": given[-12:], "file_size": size}


def copy_message(world: World, p: Raw) -> Raw:
    """copyMessage."""
    source = _source(world, p, "copy")
    chat = writable(world, p["chat_id"])
    content = _without_place(source.raw)
    if "caption" in p:
        caption = caption_of(p)
        content |= {"caption": caption.text, "caption_entities": caption.entities}
    copy = _send(world, chat, p, "text", Formatted("", html=source.html), **content)
    return {"message_id": copy.message_id}


def forward_message(world: World, p: Raw) -> Raw:
    """forwardMessage."""
    source = _source(world, p, "forward")
    chat = writable(world, p["chat_id"])
    origin = {"type": "user", "date": source.date, "sender_user": source.sender.raw()}
    content = _without_place(source.raw) | {"forward_origin": origin}
    return _send(world, chat, p, "text", Formatted("", html=source.html), **content).raw


def _source(world: World, p: Raw, purpose: str) -> Message:
    message = find_message(find_chat(world, p["from_chat_id"]), p["message_id"], purpose)
    protected = message.raw.get("has_protected_content")
    if protected or not SERVICE_FIELDS.isdisjoint(message.raw):
        raise bad_request(f"message can't be {'copied' if purpose == 'copy' else 'forwarded'}")
    return message


def _without_place(raw: Raw) -> Raw:
    """What a message says, without where, when and by whom it was said."""
    own = {"message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message"}
    return {key: value for key, value in raw.items() if key not in own | {"sender_chat"}}


def send_chat_action(world: World, p: Raw) -> bool:
    """sendChatAction."""
    if p["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    writable(world, p["chat_id"])
    return True


HANDLERS = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "sendChatAction": send_chat_action,
}
