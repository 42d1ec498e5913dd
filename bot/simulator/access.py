"""Where the bot may write and what it may do there, with Telegram's words when it may not."""

from __future__ import annotations

from bot.simulator.errors import ApiError, bad_request, forbidden
from bot.simulator.models import Chat, Member, Message, Person
from bot.simulator.world import World

WINDOW = 300
"""Seconds during which the bot may write to who asks to join (Bot API, ChatJoinRequest)."""


def find_chat(world: World, chat_id: int | str) -> Chat:
    """The chat of this id or @username; raises as Telegram does for unknown and upgraded chats."""
    chat = _lookup(world, chat_id)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to.id},
        )
    return chat


def _lookup(world: World, chat_id: int | str) -> Chat | None:
    if isinstance(chat_id, str):
        name = chat_id.removeprefix("@").lower()
        return next((c for c in world.chats.values() if (c.username or "").lower() == name), None)
    person = world.people.get(chat_id)
    if person is not None:
        return world.private(person) if _met(world, person) else None
    return world.chats.get(chat_id)


def _met(world: World, person: Person) -> bool:
    """Whether the bot ever came across this person: Telegram hides everyone else."""
    if world.private(person).started:
        return True
    shared = (chat for chat in world.chats.values() if world.bot.id in chat.members)
    return any(person.id in chat.members or person.id in chat.requests for chat in shared)


def known_person(world: World, user_id: int) -> Person:
    """The person of this id; raises as Telegram does when the bot never came across them."""
    person = world.people.get(user_id)
    if person is None or not (person.is_bot or _met(world, person)):
        raise bad_request("PARTICIPANT_ID_INVALID")
    return person


def writable(world: World, chat_id: int | str) -> Chat:
    """The chat, if the bot may write there now; raises what Telegram answers otherwise."""
    chat = find_chat(world, chat_id)
    if chat.person is not None:
        _check_private(world, chat, chat.person)
        return chat
    bot = enter(world, chat)
    if not bot.allowed("can_send_messages"):
        raise bad_request("not enough rights to send text messages to the chat")
    if chat.type == "channel" and not bot.is_admin:
        raise forbidden("bot is not a member of the channel chat")
    return chat


def _check_private(world: World, chat: Chat, person: Person) -> None:
    if person.deleted:
        raise forbidden("user is deactivated")
    if person.is_bot:
        raise forbidden("bot can't send messages to bots")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started and not _window_open(world, person):
        raise forbidden("bot can't initiate conversation with a user")


def _window_open(world: World, person: Person) -> bool:
    requests = (c.requests[person.id] for c in world.chats.values() if person.id in c.requests)
    return any(
        request.pending
        and not request.contacted
        and world.now() - request.date <= WINDOW
        and world.bot_in(request.chat).may("can_invite_users")
        for request in requests
    )


def enter(world: World, chat: Chat) -> Member:
    """What the bot is in a group; raises when it is not there."""
    bot = world.bot_in(chat)
    if not bot.inside:
        how = "was kicked from" if bot.status == "kicked" else "is not a member of"
        raise forbidden(f"bot {how} the {chat.type} chat")
    return bot


def governed(world: World, chat_id: int | str, right: str, refusal: str) -> Chat:
    """The chat, if the bot administers it with this right; ``refusal`` is Telegram's text."""
    chat = find_chat(world, chat_id)
    if chat.person is not None or not enter(world, chat).may(right):
        raise bad_request(refusal)
    return chat


def find_message(chat: Chat, message_id: int | None, purpose: str) -> Message:
    """A message that still stands; ``purpose`` fills Telegram's refusal ("message to … not
    found")."""
    message = chat.messages.get(message_id or 0)
    if message is None or message.deleted:
        raise missing_message(purpose)
    return message


def missing_message(purpose: str) -> ApiError:
    """What Telegram answers for a message that is not there."""
    return bad_request(f"message to {purpose} not found")
