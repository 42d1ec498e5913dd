"""What people say and press, in private with the bot and in chats."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.simulator.contents import make
from bot.simulator.errors import ImpossibleActError
from bot.simulator.formatting import plain, units
from bot.simulator.members import Memberships
from bot.simulator.models import Chat, Message, Person, Press, Raw
from bot.simulator.state import ANONYMOUS_ADMIN, CHANNEL_SENDER, LINKED_CHANNEL

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


class Talk(Memberships):
    """The acts of people on messages. Each queues the updates that Telegram would send of it."""

    def start(self, person: Person, payload: str | None = None) -> Message:
        """Presses Start, from a deep link when there is a payload. Unblocks the bot first."""
        if self.private(person).blocked:
            self.unblock_bot(person)
        return self.write(person, None, f"/start {payload}" if payload else "/start")

    def write(
        self,
        person: Person,
        chat: Chat | None,
        text: str,
        reply_to: Message | None = None,
        anonymous: bool = False,
        sender_chat: Chat | None = None,
        **extra: Any,
    ) -> Message:
        """Writes a text, to the bot in private when ``chat`` is None.

        ``anonymous`` writes in the name of the group, ``sender_chat`` in that of a channel;
        ``extra`` adds raw fields to the message (quote, external_reply...).
        """
        if units(text) > TEXT_LIMIT:
            raise ImpossibleActError("the application cuts a text at 4096 units")
        formatted = plain(text)
        content: Raw = {"text": formatted.text}
        if formatted.entities:
            content["entities"] = formatted.entities
        content |= extra
        if anonymous:
            sender_chat = chat
        return self._say(person, chat, content, formatted.html, reply_to, sender_chat)

    def send(
        self,
        person: Person,
        chat: Chat | None,
        kind: str,
        caption: str | None = None,
        reply_to: Message | None = None,
        extra: Raw | None = None,
        **fields: Any,
    ) -> Message:
        """Sends something else than text: a key of ``contents.MAKERS``, or "forwarded".

        ``fields`` go into the object of that kind (``question=``, ``file_name=``...), ``extra``
        into the message. A forwarded message takes ``text`` and ``origin``, a Person.
        """
        content = self._forwarded(**fields) if kind == "forwarded" else make(self, kind, fields)
        if caption is not None:
            if units(caption) > CAPTION_LIMIT:
                raise ImpossibleActError("the application cuts a caption at 1024 units")
            formatted = plain(caption)
            content["caption"] = formatted.text
            if formatted.entities:
                content["caption_entities"] = formatted.entities
        return self._say(person, chat, content | (extra or {}), caption or "", reply_to)

    def _forwarded(self, text: str, origin: Person) -> Raw:
        source = {"type": "user", "date": self.now() - 60, "sender_user": origin.raw()}
        formatted = plain(text)
        return {
            "text": formatted.text,
            "entities": formatted.entities,
            "forward_origin": source,
        }

    def _say(
        self,
        person: Person,
        chat: Chat | None,
        content: Raw,
        html: str,
        reply_to: Message | None,
        sender_chat: Chat | None = None,
    ) -> Message:
        place = chat or self.private(person)
        self._may_write(person, place, anonymous=sender_chat is place)
        sender = person
        if sender_chat is not None:
            content["sender_chat"] = sender_chat.raw()
            sender = ANONYMOUS_ADMIN if sender_chat is place else CHANNEL_SENDER
        if reply_to is not None:
            content["reply_to_message"] = reply_to.embedded()
        message = self.post(place, sender, content, html)
        if place.person is not None:
            place.started = True
        self.tell_bot(message)
        return message

    def _may_write(self, person: Person, chat: Chat, anonymous: bool) -> None:
        if person.deleted:
            raise ImpossibleActError("this account is deleted")
        if chat.person is not None:
            if chat.blocked:
                raise ImpossibleActError("this person blocked the bot: unblock_bot or start first")
            return
        if chat.migrated_to is not None:
            raise ImpossibleActError("this group was upgraded to a supergroup")
        member = chat.member(person, self.now())
        if not member.allowed("can_send_messages"):
            raise ImpossibleActError("this person may not write in the chat")
        if anonymous and not member.is_admin:
            raise ImpossibleActError("only an administrator writes anonymously")

    def auto_forward(self, channel: Chat, chat: Chat, text: str) -> Message:
        """A post of the linked channel lands in the discussion group."""
        formatted = plain(text)
        origin = {"type": "channel", "date": self.now(), "chat": channel.raw(), "message_id": 1}
        content = {
            "text": formatted.text,
            "sender_chat": channel.raw(),
            "forward_origin": origin,
            "is_automatic_forward": True,
        }
        message = self.post(chat, LINKED_CHANNEL, content, formatted.html)
        self.tell_bot(message)
        return message

    def edit(self, person: Person, message: Message, text: str) -> None:
        """Changes the text or the caption of one's own message."""
        if message.sender is not person or message.deleted:
            raise ImpossibleActError("people edit their own messages")
        formatted = plain(text)
        body, marks = ("text", "entities") if "text" in message.raw else _CAPTION
        message.raw[body] = formatted.text
        message.raw[marks] = formatted.entities
        message.raw["edit_date"] = self.now()
        message.html = formatted.html
        self.tell_bot(message, "edited_message")

    def delete(self, person: Person, message: Message) -> None:
        """Deletes a message for everyone; Telegram tells the bot nothing."""
        chat = message.chat
        own = message.sender is person or chat.person is person
        if not own and not chat.member(person, self.now()).may("can_delete_messages"):
            raise ImpossibleActError("this person may not delete that message")
        message.deleted = True

    # Buttons

    def press(self, person: Person, message: Message, label: str) -> Press | None:
        """Presses the inline button that bears this label. A link is followed instead."""
        buttons = [button for row in message.buttons for button in row if button.text == label]
        if not buttons or message.deleted or not self.inside(person, message.chat):
            seen = ", ".join(message.labels) or "no button"
            raise ImpossibleActError(f"{label!r} is not on the message: {seen}")
        if buttons[0].data is not None:
            return self.press_data(person, message, buttons[0].data)
        self.follow(person, buttons[0].url or "")
        return None

    def press_data(self, person: Person, message: Message, data: str) -> Press:
        """Presses with any data, as a modified client can, even on a message that is gone."""
        press = Press(str(self.chance.randrange(10**17, 10**18)), person, message, data, self.now())
        self.presses[press.id] = press
        shown = dict(message.raw)
        if message.deleted:
            place = message.chat.raw()
            shown = {"chat": place, "message_id": message.message_id, "date": 0}
        query = {
            "id": press.id,
            "from": person.raw(),
            "message": shown,
            "chat_instance": str(abs(message.chat.id) * 31),
            "data": data,
        }
        self.updates.append("callback_query", query)
        return press

    def follow(self, person: Person, url: str) -> None:
        """Opens a link of Telegram: the bot's deep link, or an invite link."""
        parts = urlsplit(url)
        if parts.path == f"/{self.bot.username}":
            self.start(person, parse_qs(parts.query).get("start", [None])[0])
        elif self.link(url).creates_join_request:
            self.join_request(person, url)
        else:
            self.join(person, url)

    # Accounts

    def block_bot(self, person: Person) -> None:
        """Blocks the bot in private."""
        self._private_status(person, "member", "kicked")

    def unblock_bot(self, person: Person) -> None:
        """Lets the bot write again."""
        self._private_status(person, "kicked", "member")

    def _private_status(self, person: Person, old: str, new: str) -> None:
        chat = self.private(person)
        chat.blocked = new == "kicked"
        me = self.bot.raw()
        extra: dict[str, Raw] = {"kicked": {"until_date": 0}, "member": {}}
        change = {
            "chat": chat.raw(),
            "from": person.raw(),
            "date": self.now(),
            "old_chat_member": {"user": me, "status": old, **extra[old]},
            "new_chat_member": {"user": me, "status": new, **extra[new]},
        }
        self.updates.append("my_chat_member", change)

    def delete_account(self, person: Person) -> None:
        """The person deletes the account; Telegram tells the bot nothing."""
        person.deleted = True


_CAPTION = ("caption", "caption_entities")
