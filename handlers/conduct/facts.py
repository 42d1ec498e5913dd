"""What a message of the group carries, read out of every place where words or traces may hide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from telegram import Message, MessageEntity

from moderation.signals.facts import MessageFacts

_ORIGINS = {"hidden_user": "hidden"}
_FILES = ("document", "audio", "video", "animation")


def facts_of(message: Message, **known: Any) -> MessageFacts:
    """Return the facts that the signals read.

    ``known`` are those that the message itself does not tell: what was heard before, for how long
    its author has been here, the numbers that anybody may write.
    """
    return MessageFacts(
        text=text_of(message),
        poll=tuple(filter(None, _choices(message))),
        quote=message.quote.text if message.quote else "",
        file_name=" ".join(filter(None, _names(message))),
        contact=_contact(message),
        live_location=message.location is not None and "live_period" in message.location.to_dict(),
        links=tuple(dict.fromkeys(_links(message))),
        forwarded_from=_origin(message),
        via_bot=f"@{message.via_bot.username}" if message.via_bot else "",
        sender_chat=_foreign_chat(message),
        author=author_of(message),
        at=message.edit_date or message.date,
        **known,
    )


def text_of(message: Message) -> str:
    """Return the words that a message says by itself."""
    return "\n".join(filter(None, _words(message)))


def author_of(message: Message) -> int:
    """Return who answers for a message: the person, or the chat in whose name it was posted."""
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else 0


def command_of(message: Message) -> str:
    """Return the name of the command that a message says, or nothing."""
    word = (message.text or "").partition(" ")[0].partition("@")[0].lower()
    return word.removeprefix("/") if word.startswith("/") else ""


def shown_of(facts: MessageFacts) -> str:
    """Return everything that a message let others read, as the moderators' card shows it."""
    parts = (facts.text, *facts.poll, facts.quote, facts.file_name, facts.contact, *facts.links)
    lines = dict.fromkeys(part.strip() for part in parts if part.strip())
    return "\n".join(line for line in lines if line == facts.text or line not in facts.text)


def _foreign_chat(message: Message) -> int | None:
    """Return the chat that posts as a person; the group itself is an anonymous administrator."""
    chat = message.sender_chat
    return chat.id if chat is not None and chat.id != message.chat_id else None


def _words(message: Message) -> Iterator[str]:
    yield message.text or message.caption or ""
    for thing in (message.game, message.invoice):
        if thing is not None:
            yield from (thing.title, thing.description)
    if message.giveaway is not None:
        yield message.giveaway.prize_description or ""


def _choices(message: Message) -> Iterator[str]:
    """Yield what a poll or a list says, its choices included."""
    if message.poll is not None:
        yield message.poll.question
        yield from (option.text for option in message.poll.options)
        yield message.poll.explanation or ""
    if message.checklist is not None:
        yield message.checklist.title
        yield from (task.text for task in message.checklist.tasks)


def _names(message: Message) -> Iterator[str]:
    """Yield the names of files and places, those of a message answered elsewhere included."""
    for carrier in (message, message.external_reply):
        if carrier is None:
            continue
        for kind in _FILES:
            file = getattr(carrier, kind)
            yield from (getattr(file, name, None) or "" for name in ("file_name", "title"))
        if carrier.venue is not None:
            yield from (carrier.venue.title, carrier.venue.address)


def _contact(message: Message) -> str:
    for carrier in (message, message.external_reply):
        if carrier is not None and carrier.contact is not None:
            card = carrier.contact
            return " ".join(filter(None, (card.first_name, card.last_name, card.phone_number)))
    return ""


def _links(message: Message) -> Iterator[str]:
    """Yield every address: written, hidden under words, under a button, or shown as a preview."""
    entities = message.entities or message.caption_entities
    for entity in entities:
        if entity.type == MessageEntity.TEXT_LINK and entity.url:
            yield entity.url
        elif entity.type == MessageEntity.URL:
            yield _part(message, entity)
    preview = message.link_preview_options.url if message.link_preview_options else None
    if isinstance(preview, str):
        yield preview
    if message.reply_markup is not None:
        rows = message.reply_markup.inline_keyboard
        yield from (button.url for row in rows for button in row if button.url)


def _part(message: Message, entity: MessageEntity) -> str:
    return message.parse_entity(entity) if message.text else message.parse_caption_entity(entity)


def _origin(message: Message) -> str:
    if message.story is not None and message.story.chat.type == "channel":
        return "channel"
    if message.forward_origin is None:
        return ""
    return _ORIGINS.get(message.forward_origin.type, message.forward_origin.type)
