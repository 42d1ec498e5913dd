"""Methods on the doors of a chat: invite links and join requests."""

from __future__ import annotations

from bot.simulator.access import governed
from bot.simulator.errors import bad_request, forbidden
from bot.simulator.models import Chat, InviteLink, JoinRequest, Raw
from bot.simulator.world import World

NO_LINKS = "not enough rights to manage chat invite link"
MOST_MEMBERS = 99_999
NAME_LIMIT = 32


def _chat(world: World, p: Raw) -> Chat:
    return governed(world, p["chat_id"], "can_invite_users", NO_LINKS)


def create(world: World, p: Raw) -> Raw:
    """createChatInviteLink."""
    return world.new_link(_chat(world, p), world.bot, **_fields(world, p)).raw()


def _fields(world: World, p: Raw) -> Raw:
    """The settings of a link, checked; a missing one is unset (Bot API, editChatInviteLink)."""
    limit = p.get("member_limit") or None
    if limit and p.get("creates_join_request"):
        raise bad_request(
            "member limit can't be specified for links requiring administrator approval"
        )
    if limit is not None and not 0 < limit <= MOST_MEMBERS:
        raise bad_request("USAGE_LIMIT_INVALID")
    expires = p.get("expire_date") or None
    if expires is not None and expires <= world.now():
        raise bad_request("EXPIRE_DATE_INVALID")
    return {
        "name": p.get("name", "")[:NAME_LIMIT] or None,
        "expire_date": expires,
        "member_limit": limit,
        "creates_join_request": p.get("creates_join_request", False),
    }


def edit(world: World, p: Raw) -> Raw:
    """editChatInviteLink."""
    link = _own(world, p)
    for name, value in _fields(world, p).items():
        setattr(link, name, value)
    return link.raw()


def revoke(world: World, p: Raw) -> Raw:
    """revokeChatInviteLink. A revoked primary link is replaced at once."""
    link = _own(world, p)
    link.is_revoked = True
    if link.is_primary:
        world.new_link(link.chat, world.bot, is_primary=True)
    return link.raw()


def _own(world: World, p: Raw) -> InviteLink:
    link = _chat(world, p).links.get(p["invite_link"])
    if link is None or link.is_revoked:
        raise bad_request("INVITE_HASH_EXPIRED")
    if link.creator is not world.bot:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    return link


def export(world: World, p: Raw) -> str:
    """exportChatInviteLink: a new primary link of the bot, the former one revoked."""
    chat = _chat(world, p)
    for link in chat.links.values():
        if link.is_primary and link.creator is world.bot:
            link.is_revoked = True
    return world.new_link(chat, world.bot, is_primary=True).url


def approve(world: World, p: Raw) -> bool:
    """approveChatJoinRequest."""
    world.admit(_request(world, p), world.bot)
    return True


def decline(world: World, p: Raw) -> bool:
    """declineChatJoinRequest."""
    _request(world, p).pending = False
    return True


def _request(world: World, p: Raw) -> JoinRequest:
    """The request that waits; raises what Telegram answers when someone was quicker."""
    chat = _chat(world, p)
    person = world.people.get(p["user_id"])
    if person is None:
        raise bad_request("USER_ID_INVALID")
    if person.deleted:
        raise forbidden("user is deactivated")
    if chat.member(person, world.now()).inside:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    request = chat.requests.get(person.id)
    if request is None or not request.pending:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return request


HANDLERS = {
    "createChatInviteLink": create,
    "editChatInviteLink": edit,
    "revokeChatInviteLink": revoke,
    "exportChatInviteLink": export,
    "approveChatJoinRequest": approve,
    "declineChatJoinRequest": decline,
}
