"""Methods on chats and the people in them: look, restrict, ban, leave."""

from __future__ import annotations

from bot.simulator.access import enter, find_chat, governed, known_person
from bot.simulator.errors import bad_request
from bot.simulator.models import Chat, Member, Raw
from bot.simulator.rights import PERMISSIONS, granted
from bot.simulator.world import World

NO_RESTRICT = "not enough rights to restrict/unrestrict chat member"
YEAR = 366 * 24 * 3600
SHORTEST = 30


def get_chat(world: World, p: Raw) -> Raw:
    """getChat, with the fields that Telegram always gives and those the bot may need."""
    chat = find_chat(world, p["chat_id"])
    gifts = [
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ]
    full = chat.raw() | {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.person is not None:
        return full
    enter(world, chat)
    full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    primary = [li for li in chat.links.values() if li.is_primary and not li.is_revoked]
    if primary and primary[0].creator is world.bot:
        full["invite_link"] = primary[0].url
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]].embedded()
    return full


def get_chat_member(world: World, p: Raw) -> Raw:
    """getChatMember. Without administrator rights only the bot's own membership is sure."""
    chat = find_chat(world, p["chat_id"])
    if chat.person is None:
        enter(world, chat)
    person = known_person(world, p["user_id"])
    if chat.person is person:
        return Member(person, "member").raw()
    return chat.member(person, world.now()).raw()


def get_administrators(world: World, p: Raw) -> list[Raw]:
    """getChatAdministrators: no other bot than this one."""
    chat = _group(world, p["chat_id"])
    now = world.now()
    members = [chat.member(member.person, now) for member in list(chat.members.values())]
    return [
        m.raw() for m in members if m.is_admin and (not m.person.is_bot or m.person is world.bot)
    ]


def _group(world: World, chat_id: int | str) -> Chat:
    chat = find_chat(world, chat_id)
    if chat.person is not None:
        raise bad_request("there are no administrators in the private chat")
    enter(world, chat)
    return chat


def get_member_count(world: World, p: Raw) -> int:
    """getChatMemberCount."""
    chat = find_chat(world, p["chat_id"])
    if chat.person is not None:
        return 2
    enter(world, chat)
    now = world.now()
    return sum(chat.member(m.person, now).inside for m in list(chat.members.values()))


def restrict(world: World, p: Raw) -> bool:
    """restrictChatMember. All permissions given back make a plain member again."""
    chat = governed(world, p["chat_id"], "can_restrict_members", NO_RESTRICT)
    if chat.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    old = _subject(world, chat, p["user_id"], "restrict")
    permissions = granted(p["permissions"], p.get("use_independent_chat_permissions", False))
    until = _until(world, p)
    if all(permissions.values()):
        new = Member(old.person, "member" if old.inside else "left")
    else:
        new = Member(old.person, "restricted", frozenset(), permissions, until, old.inside)
    world.set_member(chat, new, world.bot)
    return True


def _subject(world: World, chat: Chat, user_id: int, verb: str) -> Member:
    """Who is to be restricted or removed; never an administrator, the owner or the bot itself."""
    member = chat.member(known_person(world, user_id), world.now())
    if member.person is world.bot:
        raise bad_request(f"can't {verb} self")
    if member.status == "creator":
        raise bad_request(f"can't {verb} chat owner")
    if member.is_admin:
        raise bad_request("user is an administrator of the chat")
    return member


def _until(world: World, p: Raw) -> int:
    """The end of a limit: under 30 seconds or over 366 days away means for ever."""
    until: int = p.get("until_date", 0)
    return until if SHORTEST <= until - world.now() <= YEAR else 0


def ban(world: World, p: Raw) -> bool:
    """banChatMember. In a supergroup the person's messages always go too."""
    chat = governed(world, p["chat_id"], "can_restrict_members", NO_RESTRICT)
    member = _subject(world, chat, p["user_id"], "remove")
    world.remove(chat, member.person, world.bot, "kicked", _until(world, p))
    if chat.type == "supergroup" or p.get("revoke_messages"):
        world.erase_messages_of(chat, member.person)
    return True


def unban(world: World, p: Raw) -> bool:
    """unbanChatMember. Without ``only_if_banned`` a present member is put out."""
    chat = governed(world, p["chat_id"], "can_restrict_members", NO_RESTRICT)
    if chat.type == "group":
        raise bad_request("method is available for supergroup and channel chats only")
    member = _subject(world, chat, p["user_id"], "remove")
    if member.status == "kicked":
        world.set_member(chat, Member(member.person, "left"), world.bot)
    elif member.inside and not p.get("only_if_banned"):
        world.remove(chat, member.person, world.bot)
    return True


def leave(world: World, p: Raw) -> bool:
    """leaveChat."""
    chat = find_chat(world, p["chat_id"])
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    enter(world, chat)
    world.remove(chat, world.bot, world.bot)
    return True


HANDLERS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": get_member_count,
    "restrictChatMember": restrict,
    "banChatMember": ban,
    "unbanChatMember": unban,
    "leaveChat": leave,
}
