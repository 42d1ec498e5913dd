"""Deciding: each button of a case's card, one tap, undoable and written down."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from bot.community.members import Role
from bot.storage.conduct import cases
from bot.storage.conduct.cases import ACT_OF, Case
from handlers.buttons import number
from handlers.conduct import answering, card, sanctions, sheet, undoing
from handlers.conduct.sheet import UNDER_WAY, names_of
from handlers.conduct.standing import readers, state_of
from handlers.context import Context
from handlers.routes import Pressed, Result, Routes, Where
from moderation.conduct import decisions
from moderation.conduct.decisions import AnotherNeeded, CaseState, No, TakeBack
from moderation.conduct.ladder import Step

UNDONE = "conduct.undone"

OnCase = Callable[[Case, CaseState, Pressed, Context], Coroutine[Any, Any, None]]
OnPress = Callable[[Pressed, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """The buttons in the order of the card."""
    for verb, act in (
        ("nothing", decides(Step.NOTHING)),
        ("reminder", decides(Step.REMINDER)),
        ("warning", decides(Step.WARNING)),
        ("suspension", decides(Step.SUSPENSION)),
        ("removal", offer_removal),
        ("out", removes("out")),
        ("ban", removes("ban")),
        ("card", show_card),
        ("take", take),
        ("recuse", recuse),
        ("undo", undo),
    ):
        places = (Where.MODERATORS, Where.PRIVATE)
        on.button(f"case.{verb}", on_case(act), Role.MODERATOR, *places)
    on.result(UNDONE, undone)


def on_case(act: OnCase) -> OnPress:
    """Find the case that a press is about, and make sure that it came from its own card."""

    async def press(pressed: Pressed, context: Context) -> None:
        case = await cases.case(context.tx, number(pressed.args) or 0)
        if case is None:
            await toast("gone", pressed, context, alert=True)
            return
        message_id = pressed.message_id or 0
        if not await card.recognise(case, pressed.chat_id, message_id, context):
            await toast("not_the_card", pressed, context, alert=True)
            return
        await act(case, await state_of(case, context), pressed, context)

    return press


async def toast(
    why: str, pressed: Pressed, context: Context, *, alert: bool = False, **values: object
) -> None:
    """Show a word of ``conduct.toasts`` for a moment; ``alert`` waits until it is read."""
    words = await context.words(pressed.user.id)
    text = words.label(f"conduct.toasts.{why}", **values)
    await context.answer(pressed.query_id, text, alert=alert)


async def say_no(no: No, case: Case, pressed: Pressed, context: Context) -> None:
    """Say why not; a second press learns who decided."""
    values = {}
    if no.why == "decided":
        values["who"] = await names_of(await cases.decided_by(context.tx, case), context)
    await toast(no.why, pressed, context, alert=True, **values)
    await card.show(case, context)


# The steps


def decides(step: Step) -> OnCase:
    """Return what a button does that takes a step at once."""

    async def act(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
        await _decide(case, state, step, "", pressed, context)

    return act


def removes(how: str) -> OnCase:
    """Return what a button does that speaks for a removal: ``out`` (no ban) or ``ban``."""

    async def act(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
        await _decide(case, state, Step.REMOVAL, how, pressed, context)

    return act


async def _decide(
    case: Case, state: CaseState, step: Step, how: str, pressed: Pressed, context: Context
) -> None:
    verdict = decisions.decide(state, pressed.user.id, step)
    if case.trouble == UNDER_WAY:
        verdict = No(UNDER_WAY)
    if step > Step.REMINDER and case.user_id < 0:
        verdict = No("not_moderator")
    if isinstance(verdict, No):
        await say_no(verdict, case, pressed, context)
        return
    moderator, act = pressed.user.id, ACT_OF[step]
    await cases.undo_acts(context.tx, case.id, act, moderator)  # a step asked for again
    await cases.note_act(context.tx, case.id, moderator, act, context.now, how)
    if isinstance(verdict, AnotherNeeded):
        await card.show(case, context)
        await toast("another_needed", pressed, context)
        return
    said = await cases.standing(context.tx, case.id, act)
    banned = {said.get(user) for user in verdict.by} == {"ban"}
    stands = await sanctions.carry_out(case, step, context, banned=banned)
    await toast("done" if stands else UNDER_WAY, pressed, context)


async def offer_removal(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
    """Turn the card's buttons into the two ways to remove somebody."""
    verdict = decisions.decide(state, pressed.user.id, Step.REMOVAL)
    if isinstance(verdict, No):
        await say_no(verdict, case, pressed, context)
        return
    text, buttons = await sheet.removal_choice(case, await context.words(), context)
    name = (await readers(case, context))[pressed.chat_id]
    await context.change(pressed.chat_id, name, text, buttons)


async def show_card(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
    """Go back to the card."""
    await card.show(case, context)


# Taking a case on, stepping aside, undoing


async def take(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
    """Show who looks after a case: who has it lets it go, another learns that it is taken."""
    moderator = pressed.user.id
    mine = case.taken_by == moderator
    refusal = decisions.take(state, moderator)
    if refusal is not None:
        await say_no(refusal, case, pressed, context)
        return
    act = "release" if mine else "take"
    await cases.note_act(context.tx, case.id, moderator, act, context.now)
    case = await cases.update(context.tx, case.id, taken_by=None if mine else moderator)
    await card.show(case, context)
    await toast("released" if mine else "taken_now", pressed, context)


async def recuse(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
    """Step aside from a case about somebody one knows; a second press comes back."""
    moderator = pressed.user.id
    if refusal := decisions.recuse(state, moderator):
        await say_no(refusal, case, pressed, context)
        return
    back = moderator in state.recused
    if back:
        await cases.undo_acts(context.tx, case.id, "recuse", moderator)
    else:
        await cases.undo_acts(context.tx, case.id, "removal", moderator)
    act = "return" if back else "recuse"
    await cases.note_act(context.tx, case.id, moderator, act, context.now)
    if case.taken_by == moderator:
        case = await cases.update(context.tx, case.id, taken_by=None)
    await card.show(case, context)
    await toast("returned" if back else "recused_now", pressed, context)


async def undo(case: Case, state: CaseState, pressed: Pressed, context: Context) -> None:
    """Undo a decision, or take back one's own voice for a removal."""
    moderator = pressed.user.id
    verdict = decisions.undo(state, moderator, context.now)
    if case.undone:
        verdict = No("annulled")
    elif case.trouble == UNDER_WAY:
        verdict = No(UNDER_WAY)
    if isinstance(verdict, No):
        await say_no(verdict, case, pressed, context)
        return
    if isinstance(verdict, TakeBack):
        await cases.note_act(context.tx, case.id, moderator, "undo", context.now)
        await cases.undo_acts(context.tx, case.id, "removal", moderator)
        await card.show(case, context)
    elif await undoing.lift(case, moderator, UNDONE, context):
        await toast(UNDER_WAY, pressed, context)
        return
    else:
        await _undo(case, moderator, context)
    await toast("undone", pressed, context)


async def undone(result: Result, context: Context) -> None:
    """Undo a decision that Telegram has lifted."""
    if case := await undoing.lifted(result, context):
        await _undo(case, result.echo["by"], context)


async def _undo(case: Case, by: int, context: Context) -> None:
    await undoing.reopen(case, by, context)
    await answering.end(case, context)
