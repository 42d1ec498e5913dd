"""What follows from a decision: Telegram acts, the person is told, other features hear it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from telegram import ChatPermissions, Update

from bot.community.members import Place
from bot.storage import agenda, audit
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import Case
from handlers.conduct import card
from handlers.conduct.cases import EVIDENCE_KEPT, FORGET, NUDGE, UNDO_OVER
from handlers.conduct.sheet import UNDER_WAY
from handlers.conduct.standing import words_of
from handlers.conduct.telling import tell_decision
from handlers.context import Context
from handlers.members import is_member, status_after, status_before
from handlers.routes import Due, Result, Routes
from moderation.conduct.decisions import UNDO_FOR
from moderation.conduct.ladder import SUSPENSION, Step

CARRIED, SUSPENSION_OVER = "conduct.carried", "conduct.suspension_over"


def register(on: Routes) -> None:
    """What Telegram answers, the end of a suspension, and who comes back before it."""
    on.result(CARRIED, carried)
    on.due(SUSPENSION_OVER, suspension_over)
    on.chat_members.append(came_back)


async def carry_out(case: Case, step: Step, context: Context, *, banned: bool = False) -> bool:
    """Do what was decided; tell whether it stands.

    A suspension or a removal stands only once Telegram has done it.
    """
    group = await context.chat_id(Place.GROUP)
    if step < Step.SUSPENSION or context.community.dry_run or group is None:
        await settle(case, step, context, banned=banned)
        return True
    method = "unbanChatMember"
    params: dict[str, Any] = {"chat_id": group, "user_id": case.user_id}
    if step is Step.SUSPENSION:
        method = "restrictChatMember"
        params |= muted_until(context.now + SUSPENSION)
    elif banned:
        method = "banChatMember"
    case = await cases.update(context.tx, case.id, trouble=UNDER_WAY)
    echo = {"case": case.id, "step": int(step), "banned": banned}
    await context.do(method, params, group, wants=CARRIED, echo=echo)
    await card.show(case, context)
    return False


def muted_until(end: datetime) -> dict[str, Any]:
    """Return what ``restrictChatMember`` is told of somebody who may not write until a moment."""
    muted = ChatPermissions.no_permissions().to_dict()
    return {"permissions": muted, "until_date": int(end.timestamp())}


async def carried(result: Result, context: Context) -> None:
    """Settle what Telegram did; where it refused, the case stays open and says why."""
    case = await cases.case(context.tx, result.echo["case"])
    if case is None or not case.is_open:
        return
    if result.ok:
        step = Step(result.echo["step"])
        await settle(case, step, context, banned=result.echo["banned"])
        return
    await card.show(await cases.update(context.tx, case.id, trouble=result.reason), context)


async def settle(case: Case, step: Step, context: Context, *, banned: bool = False) -> None:
    """Close a case with its decision: rules learn from it, the person and others are told."""
    tx, now = context.tx, context.now
    until = now + SUSPENSION if step is Step.SUSPENSION else None
    case = await cases.update(
        tx,
        case.id,
        step=step,
        decided_at=now,
        banned=banned,
        until=until,
        trouble=None,
        told=None,
        rehearsal=context.community.dry_run,
    )
    await evidence.judge_findings(tx, case.id, "wrong" if step is Step.NOTHING else "right")
    await agenda.cancel(tx, case.id, NUDGE)
    await agenda.schedule(tx, UNDO_OVER, case.id, now + UNDO_FOR)
    await agenda.schedule(tx, FORGET, case.id, now + EVIDENCE_KEPT)
    if until is not None:
        await agenda.schedule(tx, SUSPENSION_OVER, case.id, until)
    if not context.community.dry_run:
        await tell_decision(case, context)
        if step is Step.REMOVAL:
            await tell_removed(case, context)
    await context.tell("case_decided", f"{case.id}:{context.row.key}", case=case.id)
    await card.show(case, context)


async def tell_removed(case: Case, context: Context) -> None:
    """Write a removal in the register, and let the other features draw what follows."""
    detail = f"article {case.article}, {'ban' if case.banned else 'no ban'}"
    await audit.note(context.tx, audit.BOT, "conduct.removed", case.reference, context.now, detail)
    await context.tell(
        "member_removed",
        f"{case.id}:{context.row.key}",
        user_id=case.user_id,
        case=case.id,
        banned=case.banned,
    )


# The end of a suspension


async def suspension_over(due: Due, context: Context) -> None:
    """Tell somebody that they may write again: Telegram lifts the restriction by itself."""
    case = await cases.case(context.tx, int(due.key))
    if case is None or case.until is None or case.undone or case.rehearsal:
        return
    if not await is_member(case.user_id, context):
        return  # removed since, or gone
    if await cases.suspended_until(context.tx, case.user_id, context.now, but=case.id):
        return
    words = await words_of(case, context)
    text = words.text("conduct.told.suspension_over")
    await context.say(case.user_id, text, silent=context.is_night)


async def came_back(update: Update, context: Context) -> None:
    """Suspend again who left and came back during a suspension."""
    change = update.chat_member
    if change is None or change.chat.id != await context.chat_id(Place.GROUP):
        return
    if status_before(change).is_in or not status_after(change).is_in:
        return
    user_id = change.new_chat_member.user.id
    if until := await cases.suspended_until(context.tx, user_id, context.now):
        person = {"chat_id": change.chat.id, "user_id": user_id}
        await context.do("restrictChatMember", person | muted_until(until), change.chat.id)
