"""The moderators' review: one tap for each decision, each of them undoable and written down."""

from __future__ import annotations

from datetime import timedelta

from bot.community.members import Place, Role
from bot.storage import agenda, outbox, screening
from bot.storage.screening import Application
from content import Html, Reason
from handlers import help as help_card
from handlers.context import Context
from handlers.routes import Fact, Pressed, Routes, Where
from handlers.screening import card, sheet
from handlers.screening.entry import let_in, put_out_unscreened, shut_door
from handlers.screening.files import (
    FORGET,
    UNDO_OVER,
    again,
    close,
    decline_request,
    declining,
    screen_name,
    stop_timers,
    watch,
)
from handlers.screening.presses import on_file, say_no, toast
from moderation.screening import decisions
from moderation.screening.decisions import (
    AnotherNeeded,
    FileState,
    No,
    Reopen,
    Status,
    TakeBack,
)


def register(on: Routes) -> None:
    """The card's buttons that decide, and what a change of the team does to the files."""
    for verb, act in (
        ("accept", accept),
        ("reasons", show_reasons),
        ("refuse", refuse),
        ("card", show_card),
        ("take", take),
        ("recuse", recuse),
        ("undo", undo),
    ):
        on.button(f"review.{verb}", on_file(act), Role.MODERATOR, Where.MODERATORS)
    on.fact("moderators_counted", moderators_counted)


# Accept, refuse


async def accept(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Count an acceptance; the last one needed lets the person in."""
    verdict = decisions.accept(state, pressed.user.id)
    if isinstance(verdict, No):
        await say_no(verdict, file, pressed, context)
        return
    if await context.chat_id(Place.GROUP) is None:
        await toast("no_group", pressed, context, alert=True)
        return
    await screening.note_review(context.tx, file.id, pressed.user.id, "accept", context.now)
    if isinstance(verdict, AnotherNeeded):
        await toast("another_needed", pressed, context)
        await card.refresh(file, context)
        return
    await _decided(file, Status.ACCEPTED, pressed, context)
    await let_in(await again(file, context), context)
    await toast("accepted", pressed, context)


async def show_reasons(
    file: Application, state: FileState, pressed: Pressed, context: Context
) -> None:
    """Offer the reasons to refuse."""
    verdict = decisions.refuse(state, pressed.user.id)
    if isinstance(verdict, No):
        await say_no(verdict, file, pressed, context)
    else:
        await card.reasons_card(file, context)


async def show_card(
    file: Application, state: FileState, pressed: Pressed, context: Context
) -> None:
    """Go back from the reasons to the card."""
    await card.refresh(file, context)


async def refuse(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Refuse for a reason: the person is told what it is and when they may come back."""
    verdict = decisions.refuse(state, pressed.user.id)
    reason = _reason(pressed, context)
    if isinstance(verdict, No):
        await say_no(verdict, file, pressed, context)
        return
    if reason is None:
        await toast("gone", pressed, context, alert=True)
        return
    await screening.note_review(
        context.tx, file.id, pressed.user.id, "refuse", context.now, reason.id
    )
    back_at = (
        context.now + timedelta(days=reason.comes_back_days) if reason.comes_back_days else None
    )
    await screening.update(context.tx, file.id, reason=reason.id, comes_back_at=back_at)
    await _decided(file, Status.REFUSED, pressed, context)
    await decline_request(file, context)
    await put_out_unscreened(file.user_id, context)
    await _tell_refused(await again(file, context), reason, context)
    await toast("refused", pressed, context)


def _reason(pressed: Pressed, context: Context) -> Reason | None:
    name = pressed.args[1] if len(pressed.args) > 1 else ""
    reasons = context.community.content.reasons(context.community.language)
    return next((reason for reason in reasons if reason.id == name), None)


async def _decided(file: Application, status: Status, pressed: Pressed, context: Context) -> None:
    """Close a file with its outcome; its card loses the answers."""
    await close(file, context, status=status, decided_at=context.now, decided_by=pressed.user.id)
    await card.refresh(await again(file, context), context)
    await agenda.schedule(context.tx, UNDO_OVER, file.id, context.now + decisions.UNDO_FOR)


async def _tell_refused(file: Application, reason: Reason, context: Context) -> None:
    """Tell the person the reason in their language, and from when they may ask again."""
    words = await context.words(file.user_id)
    theirs = context.community.content.reasons(words.language)
    told = next((r for r in theirs if r.id == reason.id), reason)
    if told.silent:
        return
    text = told.text
    if file.comes_back_at is not None:
        date = words.date(file.comes_back_at.astimezone(context.community.timezone))
        text = Html(f"{text}\n\n{words.text('screening.comes_back', date=date)}")
    await context.say(file.user_id, text, [[help_card.button(words)]])


# Undo


async def undo(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Undo a decision within ten minutes, or take back a first acceptance."""
    verdict = decisions.undo(state, pressed.user.id, context.now)
    if isinstance(verdict, Reopen) and not await _make_room(file, context):
        verdict = No("newer_file")
    if isinstance(verdict, No):
        await toast(verdict.why, pressed, context, alert=True)
        await card.refresh(file, context)
        return
    await screening.note_review(context.tx, file.id, pressed.user.id, "undo", context.now)
    if isinstance(verdict, TakeBack):
        await screening.undo_reviews(context.tx, file.id, "accept", pressed.user.id)
        await card.refresh(file, context)
    else:
        await _reopen(file, verdict, context)
    await toast("undone", pressed, context)


async def _make_room(file: Application, context: Context) -> bool:
    """Put away what the person began since, so that one file stays open.

    Returns False where they sent it: that newer file is the one to decide on.
    """
    newer = await screening.newer(context.tx, file)
    if any(other.sent_at for other in newer):
        return False
    for other in newer:
        await stop_timers(other, context)
        await context.remove(file.user_id, screen_name(file.user_id))
        await screening.discard(context.tx, other.id)
        if other.join_request:
            await screening.update(context.tx, file.id, join_request=True)
    return True


async def _reopen(file: Application, verdict: Reopen, context: Context) -> None:
    """Put a decided file before the moderators again; the person is told what changed."""
    accepted = verdict.was is Status.ACCEPTED
    await screening.undo_reviews(context.tx, file.id, "accept" if accepted else "refuse")
    told = file.link is not None if accepted else not _was_silent(file, context)
    if accepted:
        await shut_door(file, context)
    elif await outbox.call_off(context.tx, declining(file)):
        await screening.update(context.tx, file.id, join_request=True)
    await screening.update(
        context.tx,
        file.id,
        status=Status.SENT,
        decided_at=None,
        decided_by=None,
        reason=None,
        comes_back_at=None,
    )
    await agenda.cancel(context.tx, file.id, FORGET, UNDO_OVER)
    await watch(file, context)
    if told:
        words = await context.words(file.user_id)
        key = "screening.undone.accepted" if accepted else "screening.undone.refused"
        await context.say(file.user_id, words.text(key), [[help_card.button(words)]])
    await card.refresh(await again(file, context), context)


def _was_silent(file: Application, context: Context) -> bool:
    reasons = context.community.content.reasons(context.community.language)
    return any(reason.silent for reason in reasons if reason.id == file.reason)


# Take, recuse


async def take(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Show who looks after a file: the same person lets it go, another takes over."""
    if refusal := decisions.ask(state, pressed.user.id):
        await say_no(refusal, file, pressed, context)
        return
    mine = file.taken_by == pressed.user.id
    act = "release" if mine else "take"
    await screening.note_review(context.tx, file.id, pressed.user.id, act, context.now)
    await screening.update(context.tx, file.id, taken_by=None if mine else pressed.user.id)
    await card.refresh(await again(file, context), context)
    await toast("released" if mine else "taken", pressed, context)


async def recuse(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Step aside from a file about somebody one knows; a second press comes back."""
    if refusal := decisions.recuse(state, pressed.user.id):
        await say_no(refusal, file, pressed, context)
        return
    back = pressed.user.id in state.recused
    moderator = pressed.user.id
    if back:
        await screening.undo_reviews(context.tx, file.id, "recuse", moderator)
    else:
        await screening.undo_reviews(context.tx, file.id, "accept", moderator)
    await screening.note_review(
        context.tx, file.id, moderator, "return" if back else "recuse", context.now
    )
    if file.taken_by == moderator:
        await screening.update(context.tx, file.id, taken_by=None)
    file = await again(file, context)
    await card.refresh(file, context)
    await card.tell_lack(file, context)
    await toast("returned" if back else "recused_now", pressed, context)


async def moderators_counted(fact: Fact, context: Context) -> None:
    """Look again, when moderators come or go, whether enough remain for each flagged file."""
    for file in await screening.waiting(context.tx):
        if (await sheet.state_of(file, context)).flagged:
            await card.refresh(file, context)
            await card.tell_lack(file, context)
