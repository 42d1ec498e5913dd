"""The moderators' review: one tap for each decision, each of them undoable and written down."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram import Message, Update

from bot.community.members import Place, Role
from bot.storage import agenda, outbox, screening
from bot.storage.screening import Application
from content import Html, Reason
from handlers import help as help_card
from handlers.buttons import Button, number, pack
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Fact, Pressed, Routes, Where
from handlers.screening import card
from handlers.screening.entry import let_in, shut_door
from handlers.screening.files import (
    DETAIL_RETURNS,
    FORGET,
    UNDO_OVER,
    again,
    close,
    is_reachable,
    screen_name,
    stop_timers,
    watch,
)
from moderation.screening import decisions
from moderation.screening.decisions import (
    AnotherNeeded,
    FileState,
    No,
    Reopen,
    Status,
    TakeBack,
)

LONGEST_QUESTION = 300

OnFile = Callable[[Application, FileState, Pressed, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """The card's buttons, the reply that asks for a detail, and the list of what waits."""
    for verb, act in (
        ("accept", accept),
        ("reasons", show_reasons),
        ("refuse", refuse),
        ("card", show_card),
        ("ask", ask_detail),
        ("take", take),
        ("recuse", recuse),
        ("undo", undo),
        ("bring", bring),
    ):
        on.button(f"review.{verb}", _on_file(act), Role.MODERATOR, Where.MODERATORS)
    on.button("review.list", list_by_button, Role.MODERATOR, Where.MODERATORS)
    on.command(
        "file",
        "queue",
        act=list_files,
        role=Role.MODERATOR,
        where=(Where.PRIVATE, Where.MODERATORS),
    )
    on.messages[Where.MODERATORS].append(take_question)
    on.fact("moderators_counted", moderators_counted)


def _on_file(act: OnFile) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Find the file that a press is about, and learn its card's message where it was unsure."""

    async def press(pressed: Pressed, context: Context) -> None:
        file = await screening.application(context.tx, number(pressed.args) or 0)
        if file is None:
            await _toast("gone", pressed, context, alert=True)
            return
        if act is not bring and pressed.message_id is not None:
            await card.recognise(file, pressed.message_id, context)
        await act(file, await card.state_of(file, context), pressed, context)

    return press


async def _toast(
    why: str, pressed: Pressed, context: Context, *, alert: bool = False, **values: object
) -> None:
    """Show a word of ``card.toasts`` for a moment; ``alert`` waits until it is read."""
    words = await context.words(pressed.user.id)
    text = words.label(f"card.toasts.{why}", **values)
    await context.answer(pressed.query_id, text, alert=alert)


async def _say_no(no: No, file: Application, pressed: Pressed, context: Context) -> None:
    """Say why not; a second press learns who decided."""
    if no.why != "decided":
        await _toast(no.why, pressed, context, alert=True)
    elif file.decided_by is not None:
        who = await name_of(file.decided_by, context)
        await _toast("decided_by", pressed, context, alert=True, who=who)
    else:
        await _toast("closed", pressed, context, alert=True)
    await card.refresh(file, context)


# Accept, refuse


async def accept(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Count an acceptance; the last one needed lets the person in."""
    verdict = decisions.accept(state, pressed.user.id)
    if isinstance(verdict, No):
        await _say_no(verdict, file, pressed, context)
        return
    if await context.chat_id(Place.GROUP) is None:
        await _toast("no_group", pressed, context, alert=True)
        return
    await screening.note_review(context.tx, file.id, pressed.user.id, "accept", context.now)
    if isinstance(verdict, AnotherNeeded):
        await _toast("another_needed", pressed, context)
        await card.refresh(file, context)
        return
    await _decided(file, Status.ACCEPTED, pressed, context)
    await let_in(await again(file, context), context)
    await _toast("accepted", pressed, context)


async def show_reasons(
    file: Application, state: FileState, pressed: Pressed, context: Context
) -> None:
    """Offer the reasons to refuse."""
    verdict = decisions.refuse(state, pressed.user.id)
    if isinstance(verdict, No):
        await _say_no(verdict, file, pressed, context)
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
        await _say_no(verdict, file, pressed, context)
        return
    if reason is None:
        await _toast("gone", pressed, context, alert=True)
        return
    await screening.note_review(
        context.tx, file.id, pressed.user.id, "refuse", context.now, reason.id
    )
    back_at = (
        context.now + timedelta(days=reason.comes_back_days) if reason.comes_back_days else None
    )
    await screening.update(context.tx, file.id, reason=reason.id, comes_back_at=back_at)
    await _decided(file, Status.REFUSED, pressed, context)
    await _decline_request(file, context)
    await _tell_refused(await again(file, context), reason, context)
    await _toast("refused", pressed, context)


def _reason(pressed: Pressed, context: Context) -> Reason | None:
    name = pressed.args[1] if len(pressed.args) > 1 else ""
    reasons = context.community.content.reasons(context.community.language)
    return next((reason for reason in reasons if reason.id == name), None)


async def _decided(file: Application, status: Status, pressed: Pressed, context: Context) -> None:
    """Close a file with its outcome; its card loses the answers."""
    await close(file, context, status=status, decided_at=context.now, decided_by=pressed.user.id)
    await card.refresh(await again(file, context), context)
    await agenda.schedule(context.tx, UNDO_OVER, file.id, context.now + decisions.UNDO_FOR)


async def _decline_request(file: Application, context: Context) -> None:
    group = await context.chat_id(Place.GROUP)
    if file.join_request and group is not None:
        params = {"chat_id": group, "user_id": file.user_id}
        await context.do("declineChatJoinRequest", params, key=_declining(file) + context.row.key)
        await screening.update(context.tx, file.id, join_request=False)


def _declining(file: Application) -> str:
    return f"decline:{file.id}:"


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
        await _toast(verdict.why, pressed, context, alert=True)
        await card.refresh(file, context)
        return
    await screening.note_review(context.tx, file.id, pressed.user.id, "undo", context.now)
    if isinstance(verdict, TakeBack):
        await screening.undo_reviews(context.tx, file.id, "accept", pressed.user.id)
        await card.refresh(file, context)
    else:
        await _reopen(file, verdict, context)
    await _toast("undone", pressed, context)


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
    elif await outbox.call_off(context.tx, _declining(file)):
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
        await _say_no(refusal, file, pressed, context)
        return
    mine = file.taken_by == pressed.user.id
    act = "release" if mine else "take"
    await screening.note_review(context.tx, file.id, pressed.user.id, act, context.now)
    await screening.update(context.tx, file.id, taken_by=None if mine else pressed.user.id)
    await card.refresh(await again(file, context), context)
    await _toast("released" if mine else "taken", pressed, context)


async def recuse(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Step aside from a file about somebody one knows; a second press comes back."""
    if refusal := decisions.recuse(state, pressed.user.id):
        await _say_no(refusal, file, pressed, context)
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
    await _toast("returned" if back else "recused_now", pressed, context)


async def moderators_counted(fact: Fact, context: Context) -> None:
    """Look again, when moderators come or go, whether enough remain for each flagged file."""
    for file in await screening.waiting(context.tx):
        if file.flagged:
            await card.refresh(file, context)
            await card.tell_lack(file, context)


# Ask for a detail


async def ask_detail(
    file: Application, state: FileState, pressed: Pressed, context: Context
) -> None:
    """Ask the moderator for the question, as a reply to a message of the bot."""
    if refusal := decisions.ask(state, pressed.user.id):
        await _say_no(refusal, file, pressed, context)
        return
    if not await is_reachable(file.user_id, context):
        await _toast("unreachable", pressed, context, alert=True)
        return
    words = await context.words()
    name = f"ask:{file.id}:{pressed.user.id}"
    await context.remove(pressed.chat_id, name)  # one prompt at a time: a reply finds its file
    who = Html(
        f'<a href="tg://user?id={pressed.user.id}">{Html.quote(pressed.user.first_name)}</a>'
    )
    await context.say(
        pressed.chat_id,
        words.text("card.write_question", who=who, reference=file.reference),
        message=name,
        reply_to=pressed.message_id,
        ask_reply=True,
    )


async def take_question(message: Message, context: Context) -> bool:
    """Relay a moderator's question to the person, unsigned."""
    asked, moderator = message.reply_to_message, message.from_user
    if asked is None or moderator is None:
        return False
    name = await outbox.message_name(context.tx, message.chat_id, asked.message_id)
    if name is None or not name.startswith("ask:"):
        return False
    file = await screening.application(context.tx, int(name.split(":")[1]))
    refusal = await _cannot_relay(file, message, context)
    await context.remove(message.chat_id, name)
    if file is None or refusal:
        await _ask_again(refusal, message, name, context)
        return True
    await _relay(file, message.text or "", moderator.id, context)
    words = await context.words()
    await context.say(
        message.chat_id, words.text("card.relayed"), silent=True, reply_to=message.message_id
    )
    return True


async def _ask_again(refusal: str, message: Message, name: str, context: Context) -> None:
    """Say why a question was not relayed; where another one may be, this is its new prompt."""
    words = await context.words()
    may_be = refusal in ("text_only", "too_long")
    await context.say(
        message.chat_id,
        words.text(f"card.not_relayed.{refusal}", most=LONGEST_QUESTION),
        reply_to=message.message_id,
        message=name if may_be else None,
        ask_reply=may_be,
    )


async def _cannot_relay(file: Application | None, message: Message, context: Context) -> str:
    """Return why a question cannot be relayed (a word of the content), or nothing."""
    if file is None or message.from_user is None:
        return "decided"
    state = await card.state_of(file, context)
    if refusal := decisions.ask(state, message.from_user.id):
        return "recused" if refusal.why != "decided" else "decided"
    if not message.text:
        return "text_only"
    return "too_long" if len(message.text) > LONGEST_QUESTION else ""


async def _relay(file: Application, question: str, moderator: int, context: Context) -> None:
    await screening.ask_detail(context.tx, file.id, moderator, question, context.now)
    await screening.note_review(context.tx, file.id, moderator, "ask", context.now)
    await screening.update(context.tx, file.id, status=Status.ASKED)
    due = context.now + decisions.DETAIL_RETURNS_AFTER
    await agenda.schedule(context.tx, DETAIL_RETURNS, file.id, due)
    words = await context.words(file.user_id)
    await context.say(
        file.user_id,
        words.text("screening.detail_asked", question=Html.quote(question)),
        [[help_card.button(words)]],
    )
    await card.refresh(await again(file, context), context)


# The list


async def list_files(update: Update, context: Context) -> None:
    """Answer /file: what waits, the oldest first."""
    message = update.effective_message
    if message is not None:
        await _list(message.chat_id, context, in_chat=message.chat_id < 0)


async def list_by_button(pressed: Pressed, context: Context) -> None:
    """List what waits, from the growing card."""
    await _list(pressed.chat_id, context, in_chat=True)


MOST_LISTED = 20


async def _list(chat_id: int, context: Context, *, in_chat: bool) -> None:
    words = await context.words()
    files = await screening.waiting(context.tx)
    counts = await screening.count_by_status(context.tx)
    lines = [await _line(file, context) for file in files[:MOST_LISTED]]
    text = words.text(
        "card.list" if files else "card.list_empty",
        files=Html("\n".join(lines)),
        n=len(files),
        drafts=counts.get(Status.DRAFT, 0),
        invited=counts.get(Status.INVITED, 0),
    )
    rows = [
        [
            Button(
                words.label("card.buttons.bring", reference=file.reference),
                pack("review.bring", file.id),
            )
        ]
        for file in files[:MOST_LISTED]
    ]
    await context.say(chat_id, text, rows if in_chat else ())


async def _line(file: Application, context: Context) -> Html:
    words = await context.words()
    state = "asked" if file.status is Status.ASKED else "flagged" if file.flagged else "plain"
    taken = await name_of(file.taken_by, context) if file.taken_by is not None else ""
    line = words.text(
        f"card.line.{state}",
        reference=file.reference,
        since=words.span(context.now - (file.sent_at or file.opened_at)),
    )
    return Html(f"{line} {words.text('card.line.taken', name=taken)}") if taken else line


async def bring(file: Application, state: FileState, pressed: Pressed, context: Context) -> None:
    """Bring a file's card down to the end of the chat."""
    if file.status.waits_for_decision:
        await card.post(file, pressed.chat_id, context)
    else:
        await _say_no(No("decided"), file, pressed, context)
