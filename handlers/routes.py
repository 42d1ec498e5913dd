"""Routes: what each feature answers to, and the checks made before it answers."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram import CallbackQuery, Message, Update, User
from telegram.ext import (
    CallbackQueryHandler,
    ChatJoinRequestHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.community.members import Place, Role
from bot.storage import members
from handlers.application import CommunityApplication
from handlers.buttons import Button, column, unpack
from handlers.context import Context
from handlers.rows import Due, Fact, Result, Row, RowHandler

ROLE_KNOWN = "members.role_known"
"""Who gets the answer to "what is this person in the moderators' chat?"."""


class Where(StrEnum):
    """The kinds of chat."""

    PRIVATE = "private"
    GROUP = "group"
    MODERATORS = "moderators"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on a button: who pressed, where, and the arguments it claims."""

    query_id: str
    user: User
    chat_id: int
    message_id: int | None
    args: tuple[str, ...]


Act = Callable[[Update, Context], Coroutine[Any, Any, None]]
RowAct = Callable[[Any, Context], Coroutine[Any, Any, None]]
Press = Callable[[Pressed, Context], Coroutine[Any, Any, None]]
Take = Callable[[Message, Context], Coroutine[Any, Any, bool]]
"""Takes a message if it is its own, and tells whether it did."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its names (the French one first), who may say it, where."""

    names: tuple[str, ...]
    act: Act
    role: Role = Role.ANYONE
    where: tuple[Where, ...] = (Where.PRIVATE,)


@dataclass(frozen=True, slots=True)
class ButtonRoute:
    """A button: its name in callback data, who may press it, where."""

    name: str
    press: Press
    role: Role = Role.ANYONE
    where: tuple[Where, ...] = (Where.PRIVATE,)


class Routes:
    """Everything the bot answers to; features fill it, :meth:`install` gives it to PTB."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.starts: dict[str, Command] = {}
        """What answers /start with a payload, by the word the payload begins with."""
        self.buttons: dict[str, ButtonRoute] = {}
        self.rows: dict[tuple[type[Row], str], list[RowAct]] = {}
        self.before: list[Act] = []
        self.messages: dict[Where, list[Take]] = {where: [] for where in Where}
        self.otherwise: list[Take] = []
        """What answers a private message that nobody took, in the order of the features."""
        self.edits: list[Take] = []
        self.edits_otherwise: list[Take] = []
        """What answers an edit that nobody took."""
        self.join_requests: list[Act] = []
        self.chat_members: list[Act] = []
        self.my_chat_members: list[Act] = []

    # What features call in register()

    def command(
        self,
        *names: str,
        act: Act,
        role: Role = Role.ANYONE,
        where: tuple[Where, ...] = (Where.PRIVATE,),
    ) -> None:
        """Answer to a command by any of its names."""
        self.commands.append(Command(names, act, role, where))

    def start(self, word: str, act: Act, role: Role = Role.ANYONE) -> None:
        """Answer to /start with a payload that begins with a word (deep links).

        Who does not have the role gets what /start alone says: a link tells nothing.
        """
        if word in self.starts:
            raise ValueError(f"two features answer to /start {word}")
        self.starts[word] = Command(("start",), act, role)

    def button(self, name: str, press: Press, role: Role = Role.ANYONE, *where: Where) -> None:
        """Answer to presses on buttons of one name; in private, where no place is named."""
        if name in self.buttons:
            raise ValueError(f"two buttons are named {name}")
        self.buttons[name] = ButtonRoute(name, press, role, where or (Where.PRIVATE,))

    def result(
        self, name: str, act: Callable[[Result, Context], Coroutine[Any, Any, None]]
    ) -> None:
        """Get what a call returned."""
        self._row(Result, name, act)

    def due(self, name: str, act: Callable[[Due, Context], Coroutine[Any, Any, None]]) -> None:
        """Get what falls due."""
        self._row(Due, name, act)

    def fact(self, name: str, act: Callable[[Fact, Context], Coroutine[Any, Any, None]]) -> None:
        """Get what others tell. A fact goes to every feature that asks for it, in their order."""
        self.rows.setdefault((Fact, name), []).append(act)

    def _row(self, kind: type[Row], name: str, act: Any) -> None:
        if (kind, name) in self.rows:
            raise ValueError(f"two handlers for {kind.__name__} {name}")
        self.rows[kind, name] = [act]

    # What python-telegram-bot gets

    def install(self, application: CommunityApplication) -> None:
        """Register one PTB handler for each kind of update, and the rows."""
        application.add_handler(MessageHandler(filters.ALL, self._first), group=-1)
        application.add_handler(CallbackQueryHandler(self._first), group=-1)
        application.add_handler(ChatJoinRequestHandler(self._first), group=-1)
        only = filters.UpdateType.MESSAGE  # PTB's default also takes edited messages
        for word, start in self.starts.items():
            linked = only & filters.Regex(rf"^/\S+\s+{word}")
            act = self._guarded(start, otherwise=self._plain_start)
            application.add_handler(CommandHandler(start.names, act, filters=linked))
        for command in self.commands:
            act = self._guarded(command, otherwise=self._closed(command.role))
            application.add_handler(CommandHandler(command.names, act, filters=only))
        application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, self._message))
        application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._edit))
        application.add_handler(CallbackQueryHandler(self._press))
        application.add_handler(ChatJoinRequestHandler(_each(self.join_requests)))
        kinds = (
            (ChatMemberHandler.CHAT_MEMBER, self.chat_members),
            (ChatMemberHandler.MY_CHAT_MEMBER, self.my_chat_members),
        )
        for kind, acts in kinds:
            application.add_handler(ChatMemberHandler(_each(acts), kind))
        for (row, name), hearers in self.rows.items():
            application.add_handler(RowHandler(row, name, _each(hearers)))

    async def _first(self, update: Update, context: Context) -> None:
        for act in self.before:
            await act(update, context)

    async def _plain_start(self, update: Update, context: Context) -> None:
        context.args = []  # only in private: /start is said nowhere else
        await next(c for c in self.commands if "start" in c.names).act(update, context)

    def _guarded(self, command: Command, otherwise: Act) -> Act:
        async def guarded(update: Update, context: Context) -> None:
            message = update.effective_message
            if message is None or message.from_user is None or message.sender_chat is not None:
                return  # nobody in particular: an anonymous administrator or a channel
            where = await where_is(message.chat_id, context)
            if where not in command.where:
                await _point_to_private(message, where, context)
                return
            allowed = await may(message.from_user.id, command.role, context)
            if allowed:
                await command.act(update, context)
            elif allowed is False:
                await otherwise(update, context)

        return guarded

    def _closed(self, role: Role) -> Act:
        """Return what says whom a command is for, to somebody of the group who may not say it.

        In private it may still be an answer that is awaited, or a cry for help. Who is outside is
        answered as if the command did not exist.
        """

        async def closed(update: Update, context: Context) -> None:
            message = update.effective_message
            if message is None or message.from_user is None:
                return
            where = await where_is(message.chat_id, context)
            if where is Where.PRIVATE:
                if await context.role(message.from_user.id) is Role.ANYONE:
                    await self._message(update, context)
                    return
                if await _taken(message, self.messages[where], context):
                    return
            await _say_whose(message, role, where, context)

        return closed

    async def _message(self, update: Update, context: Context) -> None:
        message = update.message
        if message is None or message.from_user is None or message.sender_chat is not None:
            return
        where = await where_is(message.chat_id, context)
        otherwise = self.otherwise if where is Where.PRIVATE else []
        await _taken(message, (*self.messages[where], *otherwise), context)

    async def _edit(self, update: Update, context: Context) -> None:
        message = update.edited_message
        if message is None or message.from_user is None or message.sender_chat is not None:
            return
        await _taken(message, (*self.edits, *self.edits_otherwise), context)

    async def _press(self, update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        press = unpack(query.data)
        route = self.buttons.get(press.name) if press else None
        if press is None or route is None or query.message is None:
            await _refuse(query, "common.toasts.unknown_button", context)
            return
        allowed = await may(query.from_user.id, route.role, context)
        if allowed is None:
            return
        if not allowed or await where_is(query.message.chat.id, context) not in route.where:
            await _refuse(query, "common.toasts.not_yours", context)
            return
        await route.press(
            Pressed(
                query.id,
                query.from_user,
                query.message.chat.id,
                query.message.message_id,
                press.args,
            ),
            context,
        )
        await context.answer(query.id)


def _each(acts: Sequence[RowAct]) -> RowAct:
    async def run(what: Any, context: Context) -> None:
        for act in acts:
            await act(what, context)

    return run


async def where_is(chat_id: int, context: Context) -> Where:
    """Tell what kind of chat an id is. Private chats have positive ids."""
    if chat_id > 0:
        return Where.PRIVATE
    place = await context.place_of(chat_id)
    return Where(place.value) if place else Where.ELSEWHERE


async def may(user_id: int, role: Role, context: Context) -> bool | None:
    """Tell whether a person has a role, or None where Telegram is being asked first.

    The row comes back once their standing in the chat that decides is known: see
    ``members.role_known``.
    """
    if role is Role.ANYONE:
        return True
    place = Place.GROUP if role is Role.MEMBER else Place.MODERATORS
    if await members.membership(context.tx, place, user_id) is not None:
        return await context.role(user_id) >= role
    chat_id = await context.chat_id(place)
    if chat_id is not None and context.row.kind == "update":
        await context.do(
            "getChatMember",
            {"chat_id": chat_id, "user_id": user_id},
            key=f"role:{role.name.lower()}:{context.row.key}",
            wants=ROLE_KNOWN,
            echo={"update": context.row.payload, "user_id": user_id, "place": place},
        )
        return None
    return False


async def _taken(message: Message, takes: Iterable[Take], context: Context) -> bool:
    """Offer a message to one after the other; tell whether one of them took it."""
    for take in takes:
        if await take(message, context):
            return True
    return False


async def _refuse(query: CallbackQuery, key: str, context: Context) -> None:
    words = await context.words(query.from_user.id)
    await context.answer(query.id, words.label(key), alert=True)


async def _say_whose(message: Message, role: Role, where: Where, context: Context) -> None:
    """Say whom a command is for; in the group at most once an hour, in its own language."""
    alone = where is Where.PRIVATE
    words = await context.words(message.chat_id if alone else None)
    await context.say(
        message.chat_id,
        words.text(f"common.closed.{role.name.lower()}"),
        key=f"closed:{role.name}:{context.now:%Y%m%d%H}" if where is Where.GROUP else "",
        silent=not alone,
        reply_to=None if alone else message.message_id,
    )


async def _point_to_private(message: Message, where: Where, context: Context) -> None:
    """Tell somebody, once an hour in a chat, that this command belongs in the private chat."""
    if where not in (Where.GROUP, Where.MODERATORS):
        return
    user_id = message.from_user.id if message.from_user else 0
    words = await context.words()
    button = Button(words.label("common.buttons.open_private"), url=context.community.link("aide"))
    await context.say(
        message.chat_id,
        words.text("common.in_private"),
        column([button]),
        key=f"in_private:{message.chat_id}:{user_id}:{context.now:%Y%m%d%H}",
        silent=True,
        reply_to=message.message_id,
    )


__all__ = [
    "Act",
    "ButtonRoute",
    "Command",
    "Due",
    "Fact",
    "Pressed",
    "Result",
    "Routes",
    "Where",
    "may",
]
