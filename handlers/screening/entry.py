"""Entry: the way in for who is accepted, and what happens at the door of the group."""

from __future__ import annotations

from typing import Any

from telegram import ChatPermissions, Update, User

from bot.community.members import Origin, Place, Role
from bot.community.members import Status as Standing
from bot.storage import agenda, members, outbox, screening
from bot.storage.screening import Application
from content import Html
from handlers import help as help_card
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.members import (
    ask_count,
    meet,
    member_status,
    name_of,
    status_after,
    status_before,
)
from handlers.routes import Due, Pressed, Result, Routes, Where
from handlers.screening import card
from handlers.screening.files import again, is_night
from moderation.screening import decisions
from moderation.screening.decisions import Status

APPROVED, LINK, LOOKED = "screening.approved", "screening.link", "screening.looked"
RESTRICTED = "screening.restricted"
NEWCOMERS, NEWS = "screening.newcomers", "newcomers"

MUTED = ChatPermissions.no_permissions().to_dict()
FREE = ChatPermissions.all_permissions().to_dict()
"""Only all the permissions lift a restriction; the group's own then bound the person
(https://core.telegram.org/bots/api#restrictchatmember)."""


def register(on: Routes) -> None:
    """The results of opening the door, and who comes through it."""
    on.result(APPROVED, approved)
    on.result(LINK, link_made)
    on.result(LOOKED, looked)
    on.result(RESTRICTED, restricted)
    on.chat_members.append(group_changed)
    on.due(NEWCOMERS, announce_newcomers)
    on.button("entry.retry", retry, Role.MODERATOR, Where.MODERATORS)
    on.button("entry.let", let_unscreened, Role.MODERATOR, Where.MODERATORS)
    on.button("entry.remove", remove_unscreened, Role.MODERATOR, Where.MODERATORS)


# Opening the door


async def let_in(file: Application, context: Context) -> None:
    """Open the door to an accepted person: their join request, or a one-time link.

    Who seems to be in already is looked for first.
    """
    group = await context.chat_id(Place.GROUP)
    standing = await members.membership(context.tx, Place.GROUP, file.user_id)
    if group is None:
        return
    if standing is not None and standing.status.is_in:
        await _look(file, group, context)
    elif file.join_request:
        await context.do(
            "approveChatJoinRequest",
            {"chat_id": group, "user_id": file.user_id},
            key=_approving(file) + context.row.key,
            wants=APPROVED,
            echo={"application": file.id},
        )
    else:
        await send_link(file, context)


async def shut_door(file: Application, context: Context) -> None:
    """Take back what opens the door: what has not left yet, and the link that was given."""
    await outbox.call_off(context.tx, _approving(file))
    await outbox.call_off(context.tx, _linking(file))
    await take_back_link(file, context)


def _approving(file: Application) -> str:
    return f"approve:{file.id}:"


def _linking(file: Application) -> str:
    return f"link:{file.id}:"


async def _look(file: Application, group: int, context: Context) -> None:
    params = {"chat_id": group, "user_id": file.user_id}
    await context.do("getChatMember", params, wants=LOOKED, echo={"application": file.id})


async def approved(result: Result, context: Context) -> None:
    """Follow an approval; where Telegram holds no request any more, look where the person is."""
    file = await screening.application(context.tx, result.echo["application"])
    group = await context.chat_id(Place.GROUP)
    if file is None or group is None:
        return
    if result.ok and file.status is Status.ACCEPTED:
        await entered(file, context)
    elif result.reason in ("no_join_request", "already_in"):
        await screening.update(context.tx, file.id, join_request=False)
        await _look(file, group, context)
    elif not result.ok:
        await _stuck(file, result.reason, context)


async def looked(result: Result, context: Context) -> None:
    """Converge with what Telegram says: the person is in already, or the door opens."""
    file = await screening.application(context.tx, result.echo["application"])
    if file is None or file.status is not Status.ACCEPTED or file.entered_at is not None:
        return
    now = member_status(result.value) if result.ok else Standing.LEFT
    if now is Standing.RESTRICTED:
        await free(file.user_id, context)
    if now.is_in:
        await entered(file, context)
        return
    await members.set_membership(context.tx, Place.GROUP, file.user_id, now, context.now)
    await let_in(file, context)


async def send_link(file: Application, context: Context) -> None:
    """Make a one-time link that lasts 72 hours; the one before, used or not, dies."""
    group = await context.chat_id(Place.GROUP)
    if group is None:
        return
    await take_back_link(file, context)
    expires_at = context.now + decisions.LINK_LASTS
    params = {
        "chat_id": group,
        "name": file.reference,
        "member_limit": 1,
        "expire_date": int(expires_at.timestamp()),
    }
    await context.do(
        "createChatInviteLink",
        params,
        key=_linking(file) + context.row.key,
        wants=LINK,
        echo={"application": file.id},
    )


async def take_back_link(file: Application, context: Context) -> None:
    """Revoke a file's one-time link, where it has one."""
    group = await context.chat_id(Place.GROUP)
    if file.link is None or group is None:
        return
    await context.do("revokeChatInviteLink", {"chat_id": group, "invite_link": file.link})
    await screening.set_link(context.tx, file.id, None, None)


async def link_made(result: Result, context: Context) -> None:
    """Give the link to the person; revoke it where the acceptance was undone meanwhile."""
    file = await screening.application(context.tx, result.echo["application"])
    if file is None:
        return
    if not result.ok:
        await _stuck(file, result.reason, context)
        return
    link, group = result.value["invite_link"], await context.chat_id(Place.GROUP)
    if file.status is not Status.ACCEPTED or file.entered_at is not None:
        await context.do("revokeChatInviteLink", {"chat_id": group, "invite_link": link})
        return
    await take_back_link(file, context)
    await screening.set_link(context.tx, file.id, link, context.now + decisions.LINK_LASTS)
    words = await context.words(file.user_id)
    door = Button(words.label("screening.buttons.enter"), url=link)
    await context.say(
        file.user_id,
        words.text("screening.accepted_link"),
        [[door], [help_card.button(words)]],
    )


async def _stuck(file: Application, reason: str, context: Context) -> None:
    """Tell moderators that Telegram did not open the door, and how to go on."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None or file.status is not Status.ACCEPTED:
        return
    words = await context.words()
    known = reason if reason in ("no_rights", "dry_run") else "other"
    right = words.text("installation.right.can_invite_users")
    text = words.text(f"card.stuck.{known}", reference=file.reference, right=right)
    retry = Button(words.label("card.buttons.retry_entry"), pack("entry.retry", file.id))
    buttons = [[retry]] if known != "dry_run" else []
    name = _stuck_name(file)
    await context.remove(chat_id, name)
    await context.say(chat_id, text, buttons, message=name, silent=is_night(context))


def _stuck_name(file: Application) -> str:
    return f"stuck:{file.id}"


async def retry(pressed: Pressed, context: Context) -> None:
    """Open the door again, once what kept it shut was mended."""
    file = await screening.application(context.tx, number(pressed.args) or 0)
    words = await context.words(pressed.user.id)
    if file is None or file.status is not Status.ACCEPTED or file.entered_at is not None:
        await context.answer(pressed.query_id, words.label("card.toasts.settled"), alert=True)
        return
    await context.remove(pressed.chat_id, _stuck_name(file))
    await let_in(file, context)
    await context.answer(pressed.query_id, words.label("card.toasts.retried"))


# Who comes through it


async def group_changed(update: Update, context: Context) -> None:
    """Follow who comes into the group and who leaves it."""
    change = update.chat_member
    if change is None or change.new_chat_member.user.is_bot:
        return
    if change.chat.id != await context.chat_id(Place.GROUP):
        return
    user = change.new_chat_member.user
    before, after = status_before(change), status_after(change)
    known = await members.membership(context.tx, Place.GROUP, user.id)
    origin = Origin.BEFORE if known is None and before.is_in else None
    await members.set_membership(
        context.tx, Place.GROUP, user.id, after, context.now, origin=origin
    )
    if before.is_in != after.is_in:
        await ask_count(Place.GROUP, context)
    if after.is_in and not before.is_in:
        link = change.invite_link.invite_link if change.invite_link else None
        await came_in(user, link, context)


async def came_in(user: User, link: str | None, context: Context) -> None:
    """Welcome who was accepted; hold at the door who was not."""
    await meet(user, context, private=False)
    made_for = await _made_for(link, context) if link else None
    file = await screening.latest(context.tx, user.id)
    known = await members.membership(context.tx, Place.GROUP, user.id)
    if file is not None and file.status is Status.ACCEPTED:
        await entered(file, context)
    elif known is not None and known.origin is Origin.BEFORE:
        return  # was here before the bot: never restricted
    elif known is not None and known.status is Standing.ADMINISTRATOR:
        return
    else:
        await _hold(user, made_for, context)


async def _made_for(link: str, context: Context) -> Application | None:
    """Return the file that a one-time link was made for, and note that the link was used."""
    file = await screening.by_link(context.tx, link)
    if file is not None:
        await screening.update(context.tx, file.id, link_used=True)
    return file


async def entered(file: Application, context: Context) -> None:
    """Welcome an accepted person who is in, and let the group know of a newcomer."""
    standing = await members.membership(context.tx, Place.GROUP, file.user_id)
    status = standing.status if standing and standing.status.is_in else Standing.MEMBER
    await members.set_membership(
        context.tx, Place.GROUP, file.user_id, status, context.now, Origin.ADMITTED
    )
    if file.entered_at is not None:
        return
    await take_back_link(file, context)
    await screening.update(context.tx, file.id, entered_at=context.now, join_request=False)
    words = await context.words(file.user_id)
    await context.say(
        file.user_id,
        words.text("members.welcome"),
        [[help_card.button(words)]],
        key=f"welcome:{file.id}",
    )
    await card.refresh(await again(file, context), context)
    await _announce_soon(context)


async def _announce_soon(context: Context) -> None:
    """Have the group told, an hour after it was last told at the earliest."""
    planned = await agenda.item(context.tx, NEWCOMERS, "group")
    if planned is not None and planned.state == "waiting":
        return
    earliest = context.now
    if await outbox.is_open(context.tx, NEWS):
        earliest += decisions.NEWCOMERS_EVERY
    elif last := await outbox.message(context.tx, NEWS):
        earliest = max(earliest, last.sent_at + decisions.NEWCOMERS_EVERY)
    await agenda.schedule(context.tx, NEWCOMERS, "group", earliest)


async def announce_newcomers(due: Due, context: Context) -> None:
    """Tell the group how many came in, without names."""
    group = await context.chat_id(Place.GROUP)
    count = await screening.newcomers(context.tx)
    if group is None or count == 0:
        return
    await screening.mark_announced(context.tx)
    words = await context.words()
    await context.say(
        group,
        words.count("members.newcomers", count),
        message=NEWS,
        key=f"newcomers:{context.row.key}",
        silent=is_night(context),
        repeatable=False,
    )


# Who was not accepted


async def _hold(user: User, made_for: Application | None, context: Context) -> None:
    """Restrict somebody who came in without an accepted file, and show them to moderators."""
    group = await context.chat_id(Place.GROUP)
    await members.set_membership(
        context.tx, Place.GROUP, user.id, Standing.RESTRICTED, context.now, Origin.UNSCREENED
    )
    await context.do(
        "restrictChatMember",
        {"chat_id": group, "user_id": user.id, "permissions": MUTED},
        group,
        wants=RESTRICTED,
        echo={"user_id": user.id, "link_of": made_for.reference if made_for else ""},
    )
    words = await context.words(user.id)
    door = Button(words.label("screening.buttons.open"), url=context.community.link("adhesion"))
    person = await members.person(context.tx, user.id)
    if person is not None and person.private_chat:
        await context.say(user.id, words.text("screening.held"), [[door]])


async def restricted(result: Result, context: Context) -> None:
    """Show moderators who came in without an accepted file, and what was done."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    user_id = result.echo["user_id"]
    words = await context.words()
    name = await name_of(user_id, context)
    right = words.text("installation.right.can_restrict_members")
    text = words.text(f"card.unscreened.{_held_how(result)}", name=name, right=right)
    if result.echo["link_of"]:
        used = words.text("card.unscreened.link", reference=result.echo["link_of"])
        text = Html(f"{text}\n{used}")
    buttons = [
        [Button(words.label("card.buttons.let"), pack("entry.let", user_id))],
        [Button(words.label("card.buttons.remove"), pack("entry.remove", user_id))],
    ]
    await context.say(
        chat_id,
        text,
        buttons,
        message=f"unscreened:{user_id}",
        silent=is_night(context),
    )


def _held_how(result: Result) -> str:
    if result.ok:
        return "held"
    return result.reason if result.reason in ("no_rights", "dry_run") else "free"


async def free(user_id: int, context: Context) -> None:
    """Lift the restrictions of somebody in the group."""
    group = await context.chat_id(Place.GROUP)
    params: dict[str, Any] = {"chat_id": group, "user_id": user_id, "permissions": FREE}
    await context.do("restrictChatMember", params, group)
    await members.set_membership(
        context.tx, Place.GROUP, user_id, Standing.MEMBER, context.now, Origin.ADMITTED
    )


async def let_unscreened(pressed: Pressed, context: Context) -> None:
    """Let somebody stay whom a moderator vouches for."""
    user_id = await _held(pressed, context)
    if user_id is None:
        return
    await free(user_id, context)
    await _settled("card.unscreened.let", user_id, pressed, context)


async def remove_unscreened(pressed: Pressed, context: Context) -> None:
    """Put out of the group, without a ban, somebody who was not accepted."""
    user_id = await _held(pressed, context)
    if user_id is None:
        return
    group = await context.chat_id(Place.GROUP)
    await context.do("unbanChatMember", {"chat_id": group, "user_id": user_id}, group)
    await _settled("card.unscreened.removed", user_id, pressed, context)


async def _held(pressed: Pressed, context: Context) -> int | None:
    """Return the person a press is about, while they are held at the door."""
    user_id = number(pressed.args) or 0
    known = await members.membership(context.tx, Place.GROUP, user_id)
    if known is not None and known.origin is Origin.UNSCREENED and known.status.is_in:
        return user_id
    words = await context.words(pressed.user.id)
    await context.answer(pressed.query_id, words.label("card.toasts.settled"), alert=True)
    return None


async def _settled(key: str, user_id: int, pressed: Pressed, context: Context) -> None:
    words = await context.words()
    who, name = Html.quote(pressed.user.full_name), await name_of(user_id, context)
    await context.change(
        pressed.chat_id, f"unscreened:{user_id}", words.text(key, name=name, who=who)
    )
