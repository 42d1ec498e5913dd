"""Appeals as the person makes them: which decisions, until when, in their own words or none."""

from __future__ import annotations

from datetime import datetime

from telegram import Message, Update

from bot.storage import agenda, appeals, audit, awaited
from bot.storage.appeals import Appeal
from bot.storage.conduct import cases
from bot.storage.conduct.cases import ACT_OF, Case
from content import Html, Words
from handlers.buttons import Button, Rows, number, pack
from handlers.conduct import alone, answering
from handlers.conduct.cases import FORGET
from handlers.conduct.explaining import title_of
from handlers.context import Context
from handlers.routes import Pressed, Routes, Where
from moderation.conduct.appeals import NOBODY_TOOK_AFTER, Decided, last_day, may_appeal
from moderation.conduct.decisions import No
from moderation.conduct.ladder import Step

LONGEST = 1000
"""Characters of what a person says for themselves."""


def register(on: Routes) -> None:
    """The command, also from outside the group, and the two taps that make an appeal."""
    on.command("appel", "appeal", act=list_decisions)
    on.start("appel", list_decisions)
    on.button("appeal.list", list_by_button)
    on.button("appeal.begin", begin)
    on.button("appeal.send", send)
    on.messages[Where.PRIVATE].append(take_words)


async def list_decisions(update: Update, context: Context) -> None:
    """Show each decision about the person, and whether it may be looked at again."""
    if update.effective_user is not None:
        await show_decisions(update.effective_user.id, context)


async def list_by_button(pressed: Pressed, context: Context) -> None:
    """Show them from elsewhere."""
    await show_decisions(pressed.user.id, context)


async def show_decisions(user_id: int, context: Context) -> None:
    """Show each decision about somebody, the newest first."""
    words = await context.words(user_id)
    found = [case for case in await cases.of(context.tx, user_id) if case.has_effect]
    if not found:
        await alone.tell(user_id, "appeals.none", context)
    for case in found:
        text, buttons = await decision_of(case, user_id, words, context)
        await alone.tell(user_id, "appeals.decision", context, buttons, decision=text)


async def decision_of(
    case: Case, user_id: int, words: Words, context: Context
) -> tuple[Html, Rows]:
    """Return what was decided and where it stands, with the button where one may appeal."""
    decided, appeal = (
        await decided_of(case, user_id, context),
        await appeals.of(context.tx, case.id),
    )
    values = {
        "step": words.label(f"conduct.steps.{ACT_OF[decided.step]}"),
        "date": words.date(decided.at),
        "article": case.article,
        "title": title_of(case.article, words, context),
    }
    head = words.text("appeals.what", **values)
    refusal = may_appeal(decided, user_id, context.now)
    if refusal is None:
        until = words.date(last_day(decided))
        button = Button(words.label("appeals.buttons.begin"), pack("appeal.begin", case.id))
        return Html(f"{head}\n\n{words.text('appeals.may', until=until)}"), [[button]]
    state = _state(refusal, appeal)
    return Html(f"{head}\n\n{words.text(f'appeals.state.{state}')}"), []


def _state(refusal: No, appeal: Appeal | None) -> str:
    """Return the word for where a decision that may not be appealed stands."""
    if refusal.why != "appealed_already" or appeal is None:
        return refusal.why
    if appeal.is_open:
        return "waits"
    return "granted" if appeal.granted else "kept"


async def decided_of(case: Case, user_id: int, context: Context) -> Decided:
    """Return a decision as the rules of appeal see it, for somebody whose case it is."""
    appeal = await appeals.of(context.tx, case.id)
    at = (case.decided_at or context.now).astimezone(context.community.timezone)
    return Decided(
        person=user_id,
        step=case.step or Step.NOTHING,
        at=at,
        by=await cases.decided_by(context.tx, case),
        appealed_at=_of_this_decision(appeal, at),
        undone=case.undone,
        erased=case.is_erased,
    )


def _of_this_decision(appeal: Appeal | None, decided_at: datetime) -> datetime | None:
    """Return when the decision that stands was appealed; an earlier one's appeal is over."""
    return appeal.at if appeal is not None and appeal.at >= decided_at else None


async def begin(pressed: Pressed, context: Context) -> None:
    """Ask for a few words, which nobody has to give."""
    case = await _appealable(pressed, context)
    if case is None:
        return
    await awaited.expect(context.tx, pressed.user.id, "appeal", case.id, context.now)
    words = await context.words(pressed.user.id)
    button = Button(words.label("appeals.buttons.send"), pack("appeal.send", case.id))
    await alone.tell(pressed.user.id, "appeals.write", context, [[button]], most=LONGEST)


async def send(pressed: Pressed, context: Context) -> None:
    """Make the appeal without a word."""
    if case := await _appealable(pressed, context):
        await _make(case, pressed.user.id, "", context)


async def _appealable(pressed: Pressed, context: Context) -> Case | None:
    """Return the case of a press, where it is the presser's own and may be appealed."""
    wanted, user_id = number(pressed.args), pressed.user.id
    own = await cases.of(context.tx, user_id)
    case = next((each for each in own if each.id == wanted and each.has_effect), None)
    refusal = None
    if case is not None:
        refusal = may_appeal(await decided_of(case, user_id, context), user_id, context.now)
    if case is not None and refusal is None:
        return case
    words = await context.words(user_id)
    why = refusal.why if refusal else "not_yours"
    if case is not None and why == "appealed_already":
        appeal = await appeals.of(context.tx, case.id)
        why = "appealed_and_kept" if appeal and not appeal.is_open else why
    await context.answer(pressed.query_id, words.label(f"appeals.toasts.{why}"), alert=True)
    return None


async def take_words(message: Message, context: Context) -> bool:
    """Take what a person says for themselves."""
    if message.from_user is None or (message.text or "").startswith("/"):
        return False
    user_id = message.from_user.id
    waits = await awaited.of(context.tx, user_id, context.now)
    if waits is None or waits.what != "appeal":
        return False
    own = await cases.of(context.tx, user_id)
    case = next((each for each in own if each.id == waits.about and each.has_effect), None)
    if case is None or may_appeal(await decided_of(case, user_id, context), user_id, context.now):
        await awaited.end(context.tx, user_id)
        return False
    if not message.text:
        await alone.tell(user_id, "appeals.text_only", context)
    elif len(message.text) > LONGEST:
        await alone.tell(user_id, "appeals.too_long", context, most=LONGEST)
    else:
        await _make(case, user_id, message.text, context)
    return True


async def _make(case: Case, user_id: int, words: str, context: Context) -> None:
    """Keep the appeal, with the evidence for as long as it waits, and show it to moderators."""
    tx, now = context.tx, context.now
    await awaited.end(tx, user_id)
    await appeals.make(tx, case.id, user_id, now)
    if words:
        await appeals.set_words(tx, case.id, words)
    await audit.note(tx, user_id, "appeal.make", case.reference, now)
    await agenda.cancel(tx, case.id, FORGET)
    await agenda.schedule(tx, answering.WAITS, case.id, now + NOBODY_TOOK_AFTER)
    await answering.show(case, context)
    await alone.tell(user_id, "appeals.made", context)
