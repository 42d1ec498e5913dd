"""/pause: a member leaves for a while, and comes back by a link of their own, without questions."""

from __future__ import annotations

from datetime import datetime

from telegram import Update

from bot.community.members import Place, Role
from bot.storage import pauses
from bot.storage.conduct import cases
from bot.storage.pauses import Pause
from handlers.buttons import Button, pack
from handlers.conduct import alone
from handlers.context import Context
from handlers.members import is_member
from handlers.routes import Fact, Pressed, Result, Routes
from moderation.conduct.decisions import No
from moderation.conduct.pauses import RETURN_WITHIN, may_return

LEFT = "pause.left"


def register(on: Routes) -> None:
    """The command, the way out, and the way back."""
    on.command("pause", "break", act=offer)
    on.button("pause.leave", leave, Role.MEMBER)
    on.button("pause.back", come_back)
    on.result(LEFT, left)
    on.fact("away_came", show_way_back)


async def offer(update: Update, context: Context) -> None:
    """Offer the way out to a member, the way back to who is away."""
    if update.effective_user is None:
        return
    user_id = update.effective_user.id
    words, away = await context.words(user_id), await pauses.of(context.tx, user_id)
    if await is_member(user_id, context):
        out = Button(words.label("pause.buttons.leave"), pack("pause.leave"))
        until = await _day(context.now + RETURN_WITHIN, user_id, context)
        await alone.tell(user_id, "pause.offer", context, [[out]], until=until)
    elif away is not None:
        await _say_where_it_stands(user_id, away, context)
    else:
        await alone.tell(user_id, "pause.not_member", context)


async def _day(moment: datetime, user_id: int, context: Context) -> str:
    words = await context.words(user_id)
    return words.date(moment.astimezone(context.community.timezone))


async def _tell_away(user_id: int, away: Pause, key: str, context: Context) -> None:
    """Say until when somebody who is away may come back, with the button that does it."""
    words = await context.words(user_id)
    back = Button(words.label("pause.buttons.back"), pack("pause.back"))
    until = await _day(away.until, user_id, context)
    await alone.tell(user_id, f"pause.{key}", context, [[back]], until=until)


async def show_way_back(fact: Fact, context: Context) -> None:
    """Show who is away, and says /start, the way back."""
    user_id = fact.content["user_id"]
    away = await pauses.of(context.tx, user_id)
    if away is not None:
        await _say_where_it_stands(user_id, away, context)


async def _say_where_it_stands(user_id: int, away: Pause, context: Context) -> None:
    """Show the way back, or say why there is none: no button is offered that would refuse."""
    if refusal := await _refusal(user_id, away, context):
        await _refuse(refusal, user_id, context)
    else:
        await _tell_away(user_id, away, "away", context)


async def _refusal(user_id: int, away: Pause, context: Context) -> No | None:
    past = await cases.past(context.tx, user_id)
    return may_return(away.left_at, past, context.now)


async def _refuse(refusal: No, user_id: int, context: Context) -> None:
    words = await context.words(user_id)
    link = context.community.link("adhesion")
    door = Button(words.label("pause.buttons.apply"), url=link)
    rows = [[door]] if refusal.why == "too_late" else []
    await alone.tell(user_id, f"pause.{refusal.why}", context, rows)


async def leave(pressed: Pressed, context: Context) -> None:
    """Put a member out of the group, as they wish, without a ban."""
    group = await context.chat_id(Place.GROUP)
    if group is None:
        return
    params, echo = {"chat_id": group, "user_id": pressed.user.id}, {"user_id": pressed.user.id}
    key = f"pause:{pressed.user.id}:{context.row.key}"
    await context.do("unbanChatMember", params, group, key=key, wants=LEFT, echo=echo)


async def left(result: Result, context: Context) -> None:
    """Give the right to come back; who could not be put out may leave by themselves."""
    user_id = result.echo["user_id"]
    if not result.ok and result.reason == "dry_run":
        await alone.tell(user_id, "pause.dry_run", context)
        return
    away = Pause(context.now, context.now + RETURN_WITHIN)
    await pauses.begin(context.tx, user_id, away.left_at, away.until)
    await _tell_away(user_id, away, "left" if result.ok else "leave_yourself", context)


async def come_back(pressed: Pressed, context: Context) -> None:
    """Have the door opened to who left for a while, once a pause."""
    user_id = pressed.user.id
    away = await pauses.of(context.tx, user_id)
    if away is None or await is_member(user_id, context):
        words = await context.words(user_id)
        await context.answer(pressed.query_id, words.label("pause.toasts.not_away"), alert=True)
        return
    if refusal := await _refusal(user_id, away, context):
        await _refuse(refusal, user_id, context)
        return
    await pauses.end(context.tx, user_id, context.now)
    await context.tell("member_restored", f"pause:{context.row.key}", user_id=user_id)
    await alone.tell(user_id, "pause.welcome_back", context)
