"""What people do with memberships: join, ask, leave, promote, ban, upgrade the group."""

from __future__ import annotations

from bot.simulator.errors import ImpossibleActError
from bot.simulator.models import Chat, InviteLink, JoinRequest, Member, Person
from bot.simulator.rights import ADMIN_RIGHTS
from bot.simulator.state import State


class Memberships(State):
    """The acts of people on chats. Each queues the updates that Telegram would send of it."""

    def add_member(self, chat: Chat, person: Person, by: Person | None = None) -> None:
        """``by`` adds a person to the chat; without ``by`` the person came in alone."""
        self.enter(chat, person, by or person, None, requested=False)

    def add_bot(self, chat: Chat, by: Person, rights: set[str] | None = None) -> None:
        """Adds the bot: a plain member, or an administrator with ``rights``."""
        self.set_member(chat, Member(self.bot, "member"), by)
        self.service(chat, by, {"new_chat_members": [self.bot.raw()]})
        if rights is not None:
            self.set_bot_rights(chat, rights, by)

    def set_bot_rights(self, chat: Chat, rights: set[str] | None, by: Person | None = None) -> None:
        """Gives the bot exactly these rights; None makes it a plain member again."""
        self._give(chat, self.bot, rights, by or self.creator(chat))

    def remove_bot(self, chat: Chat, by: Person | None = None) -> None:
        """Puts the bot out of the chat."""
        self.remove(chat, self.bot, by or self.creator(chat), "kicked")

    def promote(
        self, chat: Chat, person: Person, by: Person | None = None, rights: set[str] | None = None
    ) -> None:
        """Makes a person administrator, with all rights unless they are named."""
        given = set(ADMIN_RIGHTS) if rights is None else rights
        self._give(chat, person, given, by or self.creator(chat))

    def demote(self, chat: Chat, person: Person, by: Person | None = None) -> None:
        """Makes an administrator a plain member."""
        self._give(chat, person, None, by or self.creator(chat))

    def _give(self, chat: Chat, person: Person, rights: set[str] | None, by: Person) -> None:
        unknown = (rights or set()) - ADMIN_RIGHTS
        if unknown:
            raise ValueError(f"no such right: {', '.join(sorted(unknown))}")
        status = "member" if rights is None else "administrator"
        self.set_member(chat, Member(person, status, frozenset(rights or ())), by)

    def creator(self, chat: Chat) -> Person:
        """The person who owns the chat."""
        return next(m.person for m in chat.members.values() if m.status == "creator")

    # Links and requests

    def create_link(self, chat: Chat, by: Person, *, approval: bool = False) -> InviteLink:
        """An administrator makes an invite link by hand, with or without approval."""
        self._administrator(chat, by)
        return self.new_link(chat, by, creates_join_request=approval)

    def join(self, person: Person, link: InviteLink | str) -> None:
        """A person comes in by a link; raises ImpossibleActError when Telegram would refuse."""
        found = self._usable(person, link)
        if found.creates_join_request:
            raise ImpossibleActError("this link asks for approval: use join_request")
        self.enter(found.chat, person, person, found, requested=False)

    def join_request(self, person: Person, link: InviteLink | str) -> JoinRequest:
        """A person asks to come in. Asking again while it waits changes nothing.

        The bot may then write to ``user_chat_id`` for five minutes (Bot API, ChatJoinRequest).
        """
        found = self._usable(person, link)
        if not found.creates_join_request:
            raise ImpossibleActError("this link lets people in at once: use join")
        request = found.chat.requests.get(person.id)
        if request is not None and request.pending:
            return request
        request = JoinRequest(found.chat, person, found, self.now())
        found.chat.requests[person.id] = request
        if self.bot_in(found.chat).may("can_invite_users"):
            raw = {
                "chat": found.chat.raw(),
                "from": person.raw(),
                "user_chat_id": person.id,
                "date": request.date,
                "invite_link": found.raw(),
            }
            self.updates.append("chat_join_request", raw)
        return request

    def _usable(self, person: Person, link: InviteLink | str) -> InviteLink:
        found = self.link(link)
        member = found.chat.member(person, self.now())
        if person.deleted:
            raise ImpossibleActError("this account is deleted")
        if not found.open(self.now()):
            raise ImpossibleActError("this link has expired or was revoked")
        if member.status == "kicked":
            raise ImpossibleActError("this person is banned from the chat")
        if member.inside:
            raise ImpossibleActError("this person is already in the chat")
        return found

    def withdraw_request(self, person: Person, chat: Chat) -> None:
        """The person takes the request back; Telegram tells the bot nothing."""
        self.pending_request(chat, person).pending = False

    def approve_by_hand(self, admin: Person, chat: Chat, person: Person) -> None:
        """An administrator lets the person in from the Telegram application."""
        self._administrator(chat, admin)
        self.admit(self.pending_request(chat, person), admin)

    def decline_by_hand(self, admin: Person, chat: Chat, person: Person) -> None:
        """An administrator declines; Telegram tells the bot nothing."""
        self._administrator(chat, admin)
        self.pending_request(chat, person).pending = False

    def contact_by_hand(self, admin: Person, chat: Chat, person: Person) -> None:
        """An administrator writes to who asks: the bot's five minutes are over."""
        self._administrator(chat, admin)
        self.pending_request(chat, person).contacted = True

    def pending_request(self, chat: Chat, person: Person) -> JoinRequest:
        """The request that waits; raises ImpossibleActError when there is none."""
        request = chat.requests.get(person.id)
        if request is None or not request.pending:
            raise ImpossibleActError("no request waits")
        return request

    # Going out

    def leave(self, person: Person, chat: Chat) -> None:
        """A person leaves."""
        if not self.inside(person, chat):
            raise ImpossibleActError("this person is not in the chat")
        self.remove(chat, person, person)

    def kick(self, by: Person, chat: Chat, person: Person) -> None:
        """An administrator puts a person out, who may come back."""
        self._administrator(chat, by)
        self.remove(chat, person, by)

    def ban(self, by: Person, chat: Chat, person: Person) -> None:
        """An administrator bans a person."""
        self._administrator(chat, by)
        self.remove(chat, person, by, "kicked")

    def unban(self, by: Person, chat: Chat, person: Person) -> None:
        """An administrator lifts a ban."""
        self._administrator(chat, by)
        self.set_member(chat, Member(person, "left"), by)

    def _administrator(self, chat: Chat, person: Person) -> None:
        if not chat.member(person, self.now()).is_admin:
            raise ImpossibleActError(f"{person.first_name} does not administer this chat")

    def migrate(self, chat: Chat) -> Chat:
        """The group becomes a supergroup under a new id; returns the new chat."""
        if chat.type != "group":
            raise ImpossibleActError("only a plain group becomes a supergroup")
        by = self.creator(chat)
        new = self.new_chat("supergroup", chat.title or "")
        new.members = dict(chat.members)
        self.service(chat, by, {"migrate_to_chat_id": new.id})
        self.service(new, by, {"migrate_from_chat_id": chat.id})
        chat.migrated_to = new
        return new

    def new_chat(self, kind: str, title: str, username: str | None = None) -> Chat:
        """An empty group, supergroup or channel, with an id of the right shape."""
        self._last_chat_number += 1
        number = self._last_chat_number
        chat_id = -number if kind == "group" else -1_000_000_000_000 - number
        chat = self.chats[chat_id] = Chat(chat_id, kind, title, username)
        return chat
