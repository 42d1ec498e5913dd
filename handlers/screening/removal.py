"""What becomes of the request of somebody removed from the group, and of one who is let back."""

from __future__ import annotations

from bot.community.members import Origin, Place
from bot.community.members import Status as Standing
from bot.storage import members, screening
from bot.storage.screening import Application
from handlers.context import Context
from handlers.routes import Fact, Routes
from handlers.screening import card
from handlers.screening.conflicts import in_conflict, tell_of_accepted
from handlers.screening.entry import send_link, shut_door
from handlers.screening.files import again, close, decline_request
from moderation.screening.decisions import Status


def register(on: Routes) -> None:
    """What the decisions of conduct mean for the door."""
    on.fact("member_removed", member_removed)
    on.fact("member_restored", member_restored)


async def member_removed(fact: Fact, context: Context) -> None:
    """End what waits and take back every way in: who comes in again is held at the door."""
    user_id = fact.content["user_id"]
    out = Standing.BANNED if fact.content["banned"] else Standing.LEFT
    await members.set_membership(
        context.tx, Place.GROUP, user_id, out, context.now, Origin.UNSCREENED
    )
    file = await screening.latest(context.tx, user_id)
    if file is None or not (file.status.is_open or file.status is Status.ACCEPTED):
        return
    await shut_door(file, context)
    await decline_request(file, context)
    await close(file, context, status=Status.EXPIRED, decided_at=context.now)
    await card.refresh(await again(file, context), context)


async def member_restored(fact: Fact, context: Context) -> None:
    """Let somebody back without questions: their file is accepted again, a link follows.

    Nobody reads such a file: moderators are told where a list came to name the person meanwhile.
    """
    user_id = fact.content["user_id"]
    standing = await members.membership(context.tx, Place.GROUP, user_id)
    if standing is not None and standing.status.is_in:
        return
    file = await _accepted(user_id, context)
    await send_link(file, context, back=True)
    if await in_conflict(file, context):
        await tell_of_accepted(file, context)


async def _accepted(user_id: int, context: Context) -> Application:
    file = await screening.latest(context.tx, user_id)
    if file is None:
        return await screening.open_application(context.tx, user_id, Status.ACCEPTED, context.now)
    await screening.update(context.tx, file.id, status=Status.ACCEPTED, entered_at=None)
    return await again(file, context)
