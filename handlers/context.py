"""The context of a handler: one step's transaction, the time, and the ways to speak and act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from telegram import Message
from telegram.ext import CallbackContext

from bot.community.members import Place, Role, role_of
from bot.community.quiet import is_night
from bot.storage import inbox, members, outbox
from bot.storage.database import Transaction
from bot.storage.members import LinkedChat
from bot.storage.outbox import Call, Lane
from content import Words
from content.markup import bound
from handlers.application import Community, CommunityApplication
from handlers.buttons import Rows, keyboard

DELETABLE_FOR = timedelta(hours=47)
"""A bot deletes its messages for 48 hours (https://core.telegram.org/bots/api#deletemessage)."""

Veil = Callable[[dict[str, Any]], dict[str, Any]]
"""Hides what a call shows from the copies of the database; the sender shows it again."""


class Context(CallbackContext[Any, Any, Any, Any]):
    """What a handler works with. Nothing here calls Telegram: it writes rows."""

    def __init__(
        self, application: Any, chat_id: int | None = None, user_id: int | None = None
    ) -> None:
        super().__init__(application, chat_id, user_id)
        running: CommunityApplication = application
        self.row = running.turn.row
        self.tx: Transaction = running.turn.tx
        self.now: datetime = running.turn.now
        self.community: Community = running.community
        self.heard = running.heard
        self._chats: dict[Place, LinkedChat] | None = None

    # What is known

    @property
    def local_now(self) -> datetime:
        """The time where the community lives."""
        return self.now.astimezone(self.community.timezone)

    @property
    def is_night(self) -> bool:
        """Whether people sleep where the community lives: nothing rings then."""
        return is_night(self.local_now)

    async def chats(self) -> dict[Place, LinkedChat]:
        """Return the linked chats."""
        if self._chats is None:
            self._chats = await members.linked_chats(self.tx)
        return self._chats

    async def chat_id(self, place: Place) -> int | None:
        """Return the id of one of the two chats, or None until it is linked."""
        chat = (await self.chats()).get(place)
        return chat.chat_id if chat else None

    async def place_of(self, chat_id: int) -> Place | None:
        """Tell which of the two chats an id is, or None."""
        found = (p for p, chat in (await self.chats()).items() if chat.chat_id == chat_id)
        return next(found, None)

    async def role(self, user_id: int) -> Role:
        """Return what a person may do, by their standing in the two chats."""
        moderating = await members.membership(self.tx, Place.MODERATORS, user_id)
        role = role_of(moderating.status if moderating else None)
        if role is not Role.ANYONE:
            return role
        inside = await members.membership(self.tx, Place.GROUP, user_id)
        return Role.MEMBER if inside is not None and inside.by_right else Role.ANYONE

    @property
    def today(self) -> date:
        """The day where the community lives."""
        return self.local_now.date()

    async def words(self, user_id: int | None = None) -> Words:
        """Return the texts in a person's language, or in the community's."""
        person = await members.person(self.tx, user_id) if user_id is not None else None
        language = person.language if person and person.language else self.community.language
        return self.community.content.words(language)

    async def name_replied_to(self, message: Message) -> str | None:
        """Return the name of the bot's message that somebody replies to, or None."""
        answered = message.reply_to_message
        if answered is None or answered.from_user is None or answered.from_user.id != self.bot.id:
            return None
        known = await outbox.message_name(self.tx, message.chat_id, answered.message_id)
        return known or await outbox.leaving_name(self.tx, message.chat_id, answered.text or "")

    # What is said and done

    async def say(
        self,
        chat_id: int,
        text: str,
        buttons: Rows = (),
        *,
        message: str | None = None,
        key: str = "",
        lane: Lane = Lane.PEOPLE,
        veil: Veil | None = None,
        silent: bool = False,
        repeatable: bool = True,
        reply_to: int | None = None,
        ask_reply: bool = False,
        wants: str | None = None,
        echo: Mapping[str, Any] | None = None,
        expires_at: datetime | None = None,
        urgent_from: datetime | None = None,
    ) -> None:
        """Queue a message in Telegram HTML; ``message`` names it, so that it can be changed.

        From ``expires_at`` on it does not leave any more; an announcement leaves by day, and from
        ``urgent_from`` on at night too.
        """
        params = _message(chat_id, text)
        if silent:
            params["disable_notification"] = True
        if reply_to is not None:
            params["reply_parameters"] = {
                "message_id": reply_to,
                "allow_sending_without_reply": True,
            }
        if ask_reply:
            params["reply_markup"] = {"force_reply": True, "selective": True}
        elif buttons:
            params["reply_markup"] = keyboard(buttons)
        if veil is not None:
            params = veil(params)
        await outbox.put(
            self.tx,
            Call(
                "sendMessage",
                params,
                chat_id,
                lane,
                key,
                message,
                wants=wants,
                echo=echo or {},
                repeatable=repeatable,
                expires_at=expires_at,
                urgent_from=urgent_from,
            ),
            self.now,
        )

    async def send_file(
        self,
        chat_id: int,
        file_name: str,
        content: bytes,
        caption: str = "",
        buttons: Rows = (),
        *,
        picture: bool = False,
        message: str | None = None,
        key: str = "",
        lane: Lane = Lane.PEOPLE,
        repeatable: bool = True,
        wants: str | None = None,
        echo: Mapping[str, Any] | None = None,
        expires_at: datetime | None = None,
        urgent_from: datetime | None = None,
    ) -> None:
        """Queue a document or, with ``picture``, a photo; the caption is Telegram HTML.

        A caption has 1,024 characters at most (https://core.telegram.org/bots/api#senddocument).
        """
        method, kind = ("sendPhoto", "photo") if picture else ("sendDocument", "document")
        params = {
            "chat_id": chat_id,
            kind: outbox.attachment(file_name, content),
            "caption": bound(caption),
            "parse_mode": "HTML",
        }
        if buttons:
            params["reply_markup"] = keyboard(buttons)
        call = Call(
            method,
            params,
            chat_id,
            lane,
            key,
            message,
            wants=wants,
            echo=echo or {},
            repeatable=repeatable,
            expires_at=expires_at,
            urgent_from=urgent_from,
        )
        await outbox.put(self.tx, call, self.now)

    async def change(
        self,
        chat_id: int,
        message: str,
        text: str,
        buttons: Rows = (),
        lane: Lane = Lane.PEOPLE,
        *,
        veil: Veil | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Queue the new content of a named message; without buttons, it loses those it had.

        One that waits for a moment (``not_before``) holds back nothing else that its chat is told.
        """
        params = _message(chat_id, text)
        if buttons:
            params["reply_markup"] = keyboard(buttons)
        if veil is not None:
            params = veil(params)
        call = Call(
            "editMessageText",
            params,
            chat_id if not_before is None else None,
            lane,
            message=message,
            targets=True,
            not_before=not_before,
        )
        await outbox.put(self.tx, call, self.now)

    async def remove(self, chat_id: int, message: str) -> None:
        """Queue the removal of a named message, where Telegram still allows it; forget its name."""
        sent = await outbox.message(self.tx, message)
        if sent is None:
            return
        if self.now - sent.sent_at < DELETABLE_FOR:
            await self.remove_id(chat_id, sent.message_id)
        await outbox.forget_message(self.tx, message)

    async def remove_id(self, chat_id: int, message_id: int) -> None:
        """Queue the removal of a message by its id."""
        await self.do("deleteMessage", {"chat_id": chat_id, "message_id": message_id}, chat_id)

    async def do(
        self,
        method: str,
        params: Mapping[str, Any],
        chat_id: int | None = None,
        *,
        key: str = "",
        wants: str | None = None,
        echo: Mapping[str, Any] | None = None,
    ) -> None:
        """Queue an act that is no message; ``wants`` gets its result as a row, with ``echo``."""
        call = Call(method, params, chat_id, Lane.ACTS, key, wants=wants, echo=echo or {})
        await outbox.put(self.tx, call, self.now)

    async def answer(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        """Queue the answer to a press; without a text it only ends the waiting sign.

        Only the first answer to a press counts.
        """
        params: dict[str, Any] = {"callback_query_id": query_id}
        if text:
            params |= {"text": text, "show_alert": alert}
        await self.do("answerCallbackQuery", params, key=f"press:{query_id}")

    async def tell(self, fact: str, key: str, **content: object) -> None:
        """Tell other features what happened, as a fact row of the inbox."""
        await inbox.put(self.tx, "fact", f"{fact}:{key}", {"fact": fact, **content}, self.now)


def _message(chat_id: int, text: str) -> dict[str, Any]:
    """Return the parameters that every message in Telegram HTML has, sent or changed."""
    return {
        "chat_id": chat_id,
        "text": bound(text),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
