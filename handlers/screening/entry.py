"""Entry: the way in for who is accepted, and the welcome."""

from __future__ import annotations

from typing import Any

from telegram import ChatPermissions

from bot.community.members import Origin, Place, Role
from bot.community.members import Status as Standing
from bot.storage import agenda, members, outbox, screening
from bot.storage.outbox import Lane
from bot.storage.screening import Application
from handlers import help as help_card
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.members import (
    member_status,
)
from handlers.routes import Due, Pressed, Result, Routes, Where
from handlers.screening import card
from handlers.screening.files import again
from moderation.screening import decisions
from moderation.screening.decisions import Status

APPROVED, LINK, LOOKED = "screening.approved", "screening.link", "screening.looked"
NEWCOMERS, NEWS = "screening.newcomers", "newcomers"

FREE = ChatPermissions.all_permissions().to_dict()
"""Only all the permissions lift a restriction; the group's own then bound the person
(https://core.telegram.org/bots/api#restrictchatmember)."""


def register(on: Routes) -> None:
    """The results of opening the door, and the news of who came in."""
    on.result(APPROVED, approved)
    on.result(LINK, link_made)
    on.result(LOOKED, looked)
    on.due(NEWCOMERS, announce_newcomers)
    on.button("entry.retry", retry, Role.MODERATOR, Where.MODERATORS)


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


def way_in(file: Application) -> str:
    """Return the name of the message that bears a file's one-time link."""
    return f"way_in:{file.id}"


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


async def send_link(file: Application, context: Context, *, back: bool = False) -> None:
    """Make a one-time link that lasts 72 hours; the one before, used or not, dies.

    ``back`` is for who was in the group already, and made no request.
    """
    group = await context.chat_id(Place.GROUP)
    if group is None:
        return
    await take_back_link(file, context)
    await _lift_ban(file.user_id, group, context)
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
        echo={"application": file.id, "back": back},
    )


async def _lift_ban(user_id: int, group: int, context: Context) -> None:
    """Lift the ban of somebody accepted since: no link lets in who is banned."""
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    if standing is not None and standing.status is Standing.BANNED:
        params = {"chat_id": group, "user_id": user_id, "only_if_banned": True}
        await context.do("unbanChatMember", params, group)


async def take_back_link(file: Application, context: Context) -> None:
    """Revoke a file's one-time link, where it has one."""
    group = await context.chat_id(Place.GROUP)
    if file.link is None or group is None:
        return
    await context.do("revokeChatInviteLink", {"chat_id": group, "invite_link": file.link})
    await screening.set_link(context.tx, file.id, None, None)


async def link_made(result: Result, context: Context) -> None:
    """Give the link to the person; revoke it where they are no longer awaited."""
    file = await screening.application(context.tx, result.echo["application"])
    if not result.ok:
        if file is not None:
            await _stuck(file, result.reason, context)
        return
    link, group = result.value["invite_link"], await context.chat_id(Place.GROUP)
    if file is None or file.status is not Status.ACCEPTED or file.entered_at is not None:
        await context.do("revokeChatInviteLink", {"chat_id": group, "invite_link": link})
        return
    await take_back_link(file, context)
    await screening.set_link(context.tx, file.id, link, context.now + decisions.LINK_LASTS)
    words = await context.words(file.user_id)
    door = Button(words.label("screening.buttons.enter"), url=link)
    await context.say(
        file.user_id,
        words.text("screening.way_back" if result.echo.get("back") else "screening.accepted_link"),
        [[door], [help_card.button(words)]],
        message=way_in(file),
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
    await context.say(chat_id, text, buttons, message=name, silent=context.is_night)


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
        lane=Lane.BULK,
        silent=context.is_night,
        repeatable=False,
    )


async def put_out(user_id: int, context: Context) -> None:
    """Put somebody out of the group without a ban."""
    group = await context.chat_id(Place.GROUP)
    await context.do("unbanChatMember", {"chat_id": group, "user_id": user_id}, group)


async def put_out_unscreened(user_id: int, context: Context) -> None:
    """Put out of the group who is held there, and refused."""
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    if standing and standing.origin is Origin.UNSCREENED and standing.status.is_in:
        await put_out(user_id, context)


async def free(user_id: int, context: Context) -> None:
    """Lift the restrictions of somebody in the group."""
    group = await context.chat_id(Place.GROUP)
    params: dict[str, Any] = {"chat_id": group, "user_id": user_id, "permissions": FREE}
    await context.do("restrictChatMember", params, group)
    await members.set_membership(
        context.tx, Place.GROUP, user_id, Standing.MEMBER, context.now, Origin.ADMITTED
    )
