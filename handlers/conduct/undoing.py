"""Undoing: a decision is taken back once Telegram has lifted what it did; then all is repaired."""

from __future__ import annotations

from typing import Any

from telegram import ChatPermissions

from bot.community.members import Place
from bot.storage import agenda
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import ACT_OF, Case
from handlers import help as help_card
from handlers.conduct import card
from handlers.conduct.cases import FORGET, NUDGE, NUDGE_AFTER, UNDO_OVER
from handlers.conduct.sanctions import SUSPENSION_OVER, muted_until, tell_removed
from handlers.conduct.sheet import NOT_LIFTED, UNDER_WAY
from handlers.conduct.standing import words_of
from handlers.conduct.telling import held
from handlers.context import Context
from handlers.routes import Result, Routes
from moderation.conduct.decisions import UNDO_FOR
from moderation.conduct.ladder import Step

RESTORED = "conduct.restored"
FREE = ChatPermissions.all_permissions().to_dict()
"""Only all the permissions lift a restriction
(https://core.telegram.org/bots/api#restrictchatmember)."""


def register(on: Routes) -> None:
    """What Telegram answers where a decision stands again."""
    on.result(RESTORED, restored)


async def lift(case: Case, by: int, wants: str, context: Context) -> bool:
    """Have Telegram lift what a decision still does to somebody.

    Returns whether it has to: its answer comes to ``wants``, with the case and who undoes it.
    """
    group = await context.chat_id(Place.GROUP)
    if group is None or context.community.dry_run or case.rehearsal:
        return False
    params: dict[str, Any] = {"chat_id": group, "user_id": case.user_id}
    if case.until is not None and case.until > context.now:
        method, params = "restrictChatMember", {**params, **await _permissions(case, context)}
    elif case.banned:
        method, params = "unbanChatMember", {**params, "only_if_banned": True}
    else:
        return False
    case = await cases.update(context.tx, case.id, trouble=UNDER_WAY)
    await context.do(method, params, group, wants=wants, echo={"case": case.id, "by": by})
    await card.show(case, context)
    return True


async def _permissions(case: Case, context: Context) -> dict[str, Any]:
    """Return what somebody may do once a suspension is undone: nothing yet, where another runs."""
    other = await cases.suspended_until(context.tx, case.user_id, context.now, but=case.id)
    return {"permissions": FREE} if other is None else muted_until(other)


async def lifted(result: Result, context: Context) -> Case | None:
    """Return the case whose decision Telegram lifted; where it refused, the card says why."""
    case = await cases.case(context.tx, result.echo["case"])
    if case is None or case.is_open or case.undone:
        return None
    if result.ok or result.reason == "never_there":
        return await cases.update(context.tx, case.id, trouble=None)
    trouble = NOT_LIFTED + result.reason
    await card.show(await cases.update(context.tx, case.id, trouble=trouble), context)
    return None


async def reopen(case: Case, by: int, context: Context) -> None:
    """Put a decided case before the moderators again, and repair what was done."""
    tx, was = context.tx, case.step or Step.NOTHING
    await cases.note_act(tx, case.id, by, "undo", context.now)
    await _repair(case, was, context)
    await _tell_person(case, was, context)
    await cases.undo_acts(tx, case.id, ACT_OF[was])
    await evidence.judge_findings(tx, case.id, None)
    await agenda.cancel(tx, case.id, UNDO_OVER, FORGET, SUSPENSION_OVER)
    await agenda.schedule(tx, NUDGE, case.id, context.now + NUDGE_AFTER)
    none = {"decided_at": None, "until": None, "told": None, "trouble": None}
    case = await cases.update(tx, case.id, step=None, banned=False, rehearsal=False, **none)
    await card.show(case, context)


async def annul(case: Case, by: int, context: Context) -> None:
    """Repair what a decision did, which an appeal found wrong; the appeal tells the person."""
    if case.step is None or case.undone:
        return
    await _repair(case, case.step, context)
    await cases.note_act(context.tx, case.id, by, "undo", context.now, "appeal")
    await evidence.judge_findings(context.tx, case.id, "wrong")
    await agenda.cancel(context.tx, case.id, UNDO_OVER, SUSPENSION_OVER)
    await card.show(await cases.update(context.tx, case.id, undone=True), context)


async def _repair(case: Case, was: Step, context: Context) -> None:
    """Have the other features open again to somebody what a removal shut."""
    if was is Step.REMOVAL and not case.rehearsal:
        key = f"{case.id}:{context.row.key}"
        await context.tell("member_restored", key, user_id=case.user_id)


async def _tell_person(case: Case, was: Step, context: Context) -> None:
    """Tell the person, who learnt of the decision: of nothing wrong, only where it was held."""
    learnt = was is not Step.NOTHING or await held(case, context) is not None
    if case.user_id > 0 and learnt and not case.rehearsal:
        words = await words_of(case, context)
        other = await cases.suspended_until(context.tx, case.user_id, context.now, but=case.id)
        if was is Step.SUSPENSION and other is not None:
            until = words.moment(other.astimezone(context.community.timezone))
            text = words.text("conduct.undone.suspension_but", until=until)
        else:
            text = words.text(f"conduct.undone.{ACT_OF[was]}")
        rows, silent = [[help_card.button(words)]], context.is_night
        await context.say(case.user_id, text, rows, silent=silent)


# Standing again


async def restore(case: Case, by: int, context: Context) -> Case:
    """Have a decision stand again that an appeal annulled, as it was: the appeal tells the person.

    Returns the case. A suspension goes on until its own end, and not a minute longer.
    """
    tx = context.tx
    await cases.note_act(tx, case.id, by, "return", context.now, "appeal")
    case = await cases.update(tx, case.id, undone=False)
    await evidence.judge_findings(tx, case.id, "right")
    await agenda.schedule(tx, UNDO_OVER, case.id, (case.decided_at or context.now) + UNDO_FOR)
    group = await context.chat_id(Place.GROUP)
    if group is not None and not context.community.dry_run:
        await _do_again(case, group, context)
    await card.show(case, context)
    return case


async def _do_again(case: Case, group: int, context: Context) -> None:
    params: dict[str, Any] = {"chat_id": group, "user_id": case.user_id}
    echo = {"case": case.id}
    if case.until is not None and case.until > context.now:
        # Another suspension may last longer: it goes on to its own end.
        end = await cases.suspended_until(context.tx, case.user_id, context.now) or case.until
        params |= muted_until(end)
        await context.do("restrictChatMember", params, group, wants=RESTORED, echo=echo)
        await agenda.schedule(context.tx, SUSPENSION_OVER, case.id, case.until)
    if case.step is Step.REMOVAL:
        method = "banChatMember" if case.banned else "unbanChatMember"
        await context.do(method, params, group, wants=RESTORED, echo=echo)
        await tell_removed(case, context)


async def restored(result: Result, context: Context) -> None:
    """Show on the card what Telegram refused to do again."""
    case = await cases.case(context.tx, result.echo["case"])
    if case is not None and not result.ok:
        await card.show(await cases.update(context.tx, case.id, trouble=result.reason), context)
