"""Appeals as moderators answer them: never one who decided, and none is left without an answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from bot.community.members import Role
from bot.storage import agenda, appeals, audit, outbox
from bot.storage.appeals import Appeal
from bot.storage.conduct import cases, evidence
from bot.storage.conduct.cases import ACT_OF, Case
from content import Html, Words
from handlers.buttons import Button, Rows, number, pack
from handlers.conduct import alone, undoing
from handlers.conduct.cases import FORGET
from handlers.conduct.sheet import UNDER_WAY, names_of, person_name, trouble
from handlers.conduct.standing import deciding, readers, state_of
from handlers.context import Context
from handlers.members import coordinators
from handlers.routes import Due, Pressed, Result, Routes, Where
from moderation.conduct.appeals import NOBODY_TOOK_AFTER, Decided, may_answer
from moderation.conduct.decisions import No
from moderation.conduct.ladder import Step

WAITS, OVER, GRANTED = "appeals.waits", "appeals.over", "appeals.granted"
REOPENS_FOR = timedelta(days=7)
"""How long an answer may be looked at once more; then what the person said is destroyed."""
EVIDENCE_SHOWN, LONGEST_SHOWN = 3, 600

OnAppeal = Callable[[Case, Appeal, Pressed, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """The buttons of an appeal's card, and the timer that shows one that waits."""
    for verb, act in (("take", take), ("grant", grant), ("keep", keep), ("reopen", reopen)):
        places = (Where.MODERATORS, Where.PRIVATE)
        on.button(f"appeal.{verb}", _on_appeal(act), Role.MODERATOR, *places)
    on.result(GRANTED, granted)
    on.due(WAITS, still_waits)
    on.due(OVER, over)


# The card


async def show(case: Case, context: Context) -> None:
    """Post an appeal's card where those who may answer read it, or bring it up to date."""
    appeal = await appeals.of(context.tx, case.id)
    if appeal is None:
        return
    text, buttons = await _render(case, appeal, context)
    for chat_id, name in await _places(case, context):
        sent = await outbox.message(context.tx, name)
        stands = sent is not None and sent.sent_at >= appeal.at
        if stands or await outbox.is_open(context.tx, name):
            await context.change(chat_id, name, text, buttons)
        else:
            await context.say(chat_id, text, buttons, message=name, silent=context.is_night)
    if appeal.is_open:
        await _tell_lack(case, context)


async def _places(case: Case, context: Context) -> list[tuple[int, str]]:
    found = await readers(case, context)
    return [(chat_id, f"appeal:{name}") for chat_id, name in found.items()]


async def _render(case: Case, appeal: Appeal, context: Context) -> tuple[Html, Rows]:
    words = await context.words()
    key = "card" if appeal.is_open else "granted" if appeal.granted else "kept"
    if appeal.answered_by == audit.BOT:
        key = "undone"
    zone = context.community.timezone
    text = words.text(
        f"appeals.{key}",
        reference=case.reference,
        name=await person_name(appeal.user_id, words, context),
        step=words.label(f"conduct.steps.{ACT_OF[case.step or Step.NOTHING]}"),
        article=case.article,
        deciders=await names_of(await cases.decided_by(context.tx, case), context),
        when=words.moment(appeal.at.astimezone(zone)),
        who=await names_of([appeal.answered_by] if appeal.answered_by else [], context),
    )
    if not appeal.is_open:
        return text, _closed_buttons(appeal, case, words, context)
    lines = [text, *await _told(case, appeal, words, context)]
    return Html("\n\n".join(lines)), _open_buttons(case, appeal, words)


async def _told(case: Case, appeal: Appeal, words: Words, context: Context) -> list[Html]:
    """Return what the person says, the messages that it is about, who looks after it."""
    said = [each.text for each in await evidence.of(context.tx, case.id) if each.text]
    lines = [
        words.text("appeals.evidence", text=Html.quote(_cut(text)))
        for text in said[-EVIDENCE_SHOWN:]
    ]
    if appeal.words:
        lines.append(words.text("appeals.says", words=Html.quote(appeal.words)))
    else:
        lines.append(words.text("appeals.says_nothing"))
    if appeal.taken_by is not None:
        name = await names_of([appeal.taken_by], context)
        lines.append(words.text("conduct.card.taken", name=name))
    if not await _able(case, context):
        lines.append(words.text("appeals.lacks"))
    if case.trouble:
        lines.append(trouble(case.trouble, words))
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} […]"


def _open_buttons(case: Case, appeal: Appeal, words: Words) -> Rows:
    def appeal_button(label: str, verb: str) -> Button:
        return Button(words.label(f"appeals.buttons.{label}"), pack(f"appeal.{verb}", case.id))

    return [
        [appeal_button("take" if appeal.taken_by is None else "release", "take")],
        [appeal_button("grant", "grant")],
        [appeal_button("keep", "keep")],
    ]


def _closed_buttons(appeal: Appeal, case: Case, words: Words, context: Context) -> Rows:
    over = appeal.answered_at is None or context.now - appeal.answered_at >= REOPENS_FOR
    if over or appeal.answered_by == audit.BOT:
        return []
    return [[Button(words.label("appeals.buttons.reopen"), pack("appeal.reopen", case.id))]]


# The presses


def _on_appeal(act: OnAppeal) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Find the appeal that a press is about, and make sure that this person may answer it."""

    async def press(pressed: Pressed, context: Context) -> None:
        case = await cases.case(context.tx, number(pressed.args) or 0)
        appeal = await appeals.of(context.tx, case.id) if case else None
        if case is None or appeal is None or pressed.chat_id not in await readers(case, context):
            await _toast("gone", pressed, context)
            return
        if case.trouble == UNDER_WAY:
            await _toast(UNDER_WAY, pressed, context)
            return
        if refusal := await _may_answer(case, pressed.user.id, context):
            await _toast(refusal.why, pressed, context)
            return
        await act(case, appeal, pressed, context)

    return press


async def _may_answer(case: Case, moderator: int, context: Context) -> No | None:
    state = await state_of(case, context)
    decided = Decided(
        person=case.user_id,
        step=case.step or Step.NOTHING,
        at=case.decided_at or context.now,
        by=await cases.decided_by(context.tx, case),
    )
    aside = state.recused | state.reporters
    return may_answer(decided, moderator, state.moderators, aside)


async def _able(case: Case, context: Context) -> list[int]:
    """Return who may answer."""
    team = await deciding(case, context)
    return [user for user in team if await _may_answer(case, user, context) is None]


async def _toast(
    why: str, pressed: Pressed, context: Context, *, alert: bool = True, **values: object
) -> None:
    words = await context.words(pressed.user.id)
    text = words.label(f"appeals.toasts.{why}", **values)
    await context.answer(pressed.query_id, text, alert=alert)


async def _settled(case: Case, appeal: Appeal, pressed: Pressed, context: Context) -> bool:
    """Say that an appeal was answered, or that the decision was undone meanwhile."""
    if appeal.is_open:
        return False
    if appeal.answered_by:
        who = await names_of([appeal.answered_by], context)
        await _toast("answered", pressed, context, who=who)
    else:
        await _toast("nothing_to_appeal", pressed, context)
    await show(case, context)
    return True


async def take(case: Case, appeal: Appeal, pressed: Pressed, context: Context) -> None:
    """Show who looks after an appeal: the same person lets it go, another takes over."""
    if await _settled(case, appeal, pressed, context):
        return
    mine = appeal.taken_by == pressed.user.id
    await appeals.take(context.tx, case.id, None if mine else pressed.user.id)
    act = "appeal.release" if mine else "appeal.take"
    await audit.note(context.tx, pressed.user.id, act, case.reference, context.now)
    await show(case, context)
    await _toast("released" if mine else "taken_now", pressed, context, alert=False)


async def grant(case: Case, appeal: Appeal, pressed: Pressed, context: Context) -> None:
    """Find for the person: what was decided is undone, and they are told."""
    if await _settled(case, appeal, pressed, context):
        return
    if await undoing.lift(case, pressed.user.id, GRANTED, context):
        await show(await cases.again(context.tx, case.id), context)
        await _toast(UNDER_WAY, pressed, context)
        return
    await _grant(case, appeal, pressed.user.id, context)
    await _toast("granted", pressed, context)


async def granted(result: Result, context: Context) -> None:
    """Grant an appeal whose decision Telegram has lifted; where it refused, the appeal waits."""
    case = await undoing.lifted(result, context)
    appeal = await appeals.of(context.tx, result.echo["case"])
    if case is not None and appeal is not None and appeal.is_open:
        await _grant(case, appeal, result.echo["by"], context)
    elif found := await cases.case(context.tx, result.echo["case"]):
        await show(found, context)


async def _grant(case: Case, appeal: Appeal, by: int, context: Context) -> None:
    await _answer(case, by, context, granted=True)
    await undoing.annul(case, by, context)
    key = f"appeals.told.granted_{ACT_OF[case.step or Step.NOTHING]}"
    await alone.tell(appeal.user_id, key, context)


async def keep(case: Case, appeal: Appeal, pressed: Pressed, context: Context) -> None:
    """Uphold the decision: somebody else looked, and the person is told."""
    if await _settled(case, appeal, pressed, context):
        return
    await _answer(case, pressed.user.id, context, granted=False)
    await alone.tell(appeal.user_id, "appeals.told.kept", context, article=case.article)
    await _toast("kept", pressed, context)


async def _answer(case: Case, by: int, context: Context, *, granted: bool) -> None:
    tx, now = context.tx, context.now
    await appeals.answer(tx, case.id, by, now, granted=granted)
    act = "appeal.grant" if granted else "appeal.keep"
    await audit.note(tx, by, act, case.reference, now)
    await agenda.cancel(tx, case.id, WAITS)
    await agenda.schedule(tx, FORGET, case.id, now + REOPENS_FOR)
    await agenda.schedule(tx, OVER, case.id, now + REOPENS_FOR)
    await show(case, context)


async def reopen(case: Case, appeal: Appeal, pressed: Pressed, context: Context) -> None:
    """Look once more at an answer: a decision that it annulled stands again until the next one."""
    granted = bool(appeal.granted)
    if appeal.answered_at is None or case.is_open or case.undone != granted:
        await _toast("gone", pressed, context)
        return
    if context.now - appeal.answered_at >= REOPENS_FOR:
        await _toast("too_late", pressed, context)
        return
    await appeals.reopen(context.tx, case.id)
    if granted:
        case = await undoing.restore(case, pressed.user.id, context)
    act = "appeal.reopen"
    await audit.note(context.tx, pressed.user.id, act, case.reference, context.now)
    await agenda.cancel(context.tx, case.id, FORGET, OVER)
    await agenda.schedule(context.tx, WAITS, case.id, context.now + NOBODY_TOOK_AFTER)
    await show(case, context)
    await _toast("reopened", pressed, context, alert=False)
    told = "stands_again" if granted else "reopened"
    await alone.tell(appeal.user_id, f"appeals.told.{told}", context)


# What waits


async def end(case: Case, context: Context) -> None:
    """End an appeal of a decision that its own moderators undid: nobody has to answer it."""
    appeal = await appeals.of(context.tx, case.id)
    if appeal is None or not appeal.is_open:
        return
    await appeals.answer(context.tx, case.id, audit.BOT, context.now, granted=True)
    await agenda.cancel(context.tx, case.id, WAITS)
    await show(await cases.again(context.tx, case.id), context)


async def still_waits(due: Due, context: Context) -> None:
    """Show again, every two days, an appeal without an answer, whether or not somebody took it."""
    case = await cases.case(context.tx, int(due.key))
    appeal = await appeals.of(context.tx, int(due.key))
    if case is None or appeal is None or not appeal.is_open or case.is_open or case.undone:
        return
    words, key = await context.words(), "nobody" if appeal.taken_by is None else "waits"
    who = await names_of([appeal.taken_by] if appeal.taken_by else [], context)
    since = words.span(context.now - appeal.at)
    text = words.text(f"appeals.{key}", reference=case.reference, since=since, who=who)
    for chat_id, name in await _places(case, context):
        sent = await outbox.message(context.tx, name)
        reply_to = sent.message_id if sent else None
        await context.say(chat_id, text, silent=context.is_night, reply_to=reply_to)
    await agenda.schedule(context.tx, WAITS, due.key, context.now + NOBODY_TOOK_AFTER)


async def over(due: Due, context: Context) -> None:
    """Destroy what the person said, once the answer stands."""
    case = await cases.case(context.tx, int(due.key))
    appeal = await appeals.of(context.tx, int(due.key))
    if appeal is not None and not appeal.is_open:
        await appeals.forget_words(context.tx, int(due.key))
        if case is not None:
            await show(case, context)


async def _tell_lack(case: Case, context: Context) -> None:
    """Tell coordinators, once, that nobody is left who did not decide."""
    if await _able(case, context):
        return
    words = await context.words()
    text = words.text("appeals.coordinators_needed", reference=case.reference)
    for user_id in await coordinators(context):
        if user_id != case.user_id:
            await context.say(user_id, text, key=f"appeal_lack:{case.id}:{user_id}")
