"""What the handlers of screening share: a file's view, its live screen, its reading by rules."""

from __future__ import annotations

from datetime import timedelta

from bot.community.members import Place
from bot.storage import agenda, members, outbox, screening
from bot.storage.screening import Application
from handlers.buttons import Rows
from handlers.context import DELETABLE_FOR, Context
from handlers.screening.screens import View, render
from moderation.findings import Finding, Strength
from moderation.screening import decisions
from moderation.screening.facts import AnswerFacts, AnswerKind, EarlierFile, FileFacts, OtherFile
from moderation.screening.review import Review, review

SHOWN = "screening.shown"
REMINDER, EXPIRY = "screening.reminder", "screening.expiry"
NUDGE, DELAY = "screening.nudge", "screening.delay"
DETAIL_RETURNS, UNDO_OVER = "screening.detail_returns", "screening.undo_over"
FORGET = "screening.forget"
TIMERS = (REMINDER, EXPIRY, NUDGE, DELAY, DETAIL_RETURNS)


def screen_name(user_id: int) -> str:
    """Return the name of the one live message of a person's conversation."""
    return f"screen:{user_id}"


async def view_of(file: Application, context: Context) -> View:
    """Return everything that a screen of this file is made from."""
    progress = await screening.progress(context.tx, file)
    words = await context.words(file.user_id)
    return View(context.community.content, words, file, progress)


async def show(file: Application, context: Context, *, note: str = "", fresh: bool = False) -> None:
    """Show the screen of a file's step.

    ``fresh`` brings it under what the person just wrote: the former one goes, so that one screen
    stands, the last; it goes only once the new one is there. Otherwise it changes where it stands.
    """
    screen = render(await view_of(file, context), note)
    await show_text(file.user_id, screen.text, context, screen.buttons, fresh=fresh)


async def show_text(
    user_id: int, text: str, context: Context, buttons: Rows = (), *, fresh: bool = False
) -> None:
    """Show any text as a person's live screen.

    A screen that has not left yet is simply replaced: it arrives under whatever was written.
    """
    name = screen_name(user_id)
    known = await outbox.message(context.tx, name)
    if await outbox.is_open(context.tx, name) or (known and not fresh):
        await context.change(user_id, name, text, buttons)
        return
    former = known.message_id if known and context.now - known.sent_at < DELETABLE_FOR else None
    await context.say(
        user_id,
        text,
        buttons,
        message=name,
        wants=SHOWN if former else None,
        echo={"user_id": user_id, "former": former},
    )


async def go_to(file: Application, step: str, context: Context) -> Application:
    """Move a draft to a step and put off its reminder and its end; return it as it is now."""
    await screening.update(context.tx, file.id, step=step)
    await keep_alive(file, context)
    return await again(file, context)


async def keep_alive(file: Application, context: Context) -> None:
    """Count the reminder and the end of a draft from now; past the end, nobody is reminded."""
    reminds_at = context.now + decisions.DRAFT_REMINDER_AFTER
    ends_at = context.now + decisions.DRAFT_ENDS_AFTER
    await agenda.schedule(context.tx, REMINDER, file.id, reminds_at, expires_at=ends_at)
    await agenda.schedule(context.tx, EXPIRY, file.id, ends_at)


async def watch(file: Application, context: Context) -> None:
    """Count from now the moderators' nudge and the delay promised to the person."""
    now = context.now
    await agenda.schedule(context.tx, NUDGE, file.id, now + decisions.NUDGE_AFTER)
    await agenda.schedule(context.tx, DELAY, file.id, now + decisions.PROMISED_DELAY)


async def again(file: Application, context: Context) -> Application:
    """Return a file as the step has changed it."""
    found = await screening.application(context.tx, file.id)
    if found is None:
        raise LookupError(f"file {file.id} vanished")
    return found


async def stop_timers(file: Application, context: Context) -> None:
    """Take everything about a file off the agenda."""
    await agenda.cancel(context.tx, file.id, *TIMERS)


async def close(file: Application, context: Context, **columns: object) -> None:
    """End a file: nothing more falls due but the destruction of its answers."""
    await screening.update(context.tx, file.id, **columns)
    await stop_timers(file, context)
    await agenda.schedule(context.tx, FORGET, file.id, context.now + decisions.ANSWERS_KEPT)


async def decline_request(file: Application, context: Context) -> None:
    """Decline the join request that Telegram holds for a file, where there is one."""
    group = await context.chat_id(Place.GROUP)
    if file.join_request and group is not None:
        params = {"chat_id": group, "user_id": file.user_id}
        await context.do("declineChatJoinRequest", params, key=declining(file) + context.row.key)
        await screening.update(context.tx, file.id, join_request=False)


def declining(file: Application) -> str:
    """Return what the keys of the calls that decline a file's join request begin with."""
    return f"decline:{file.id}:"


# The reading by rules


async def read_by_rules(file: Application, context: Context) -> Review:
    """Run every rule over a file that is being sent."""
    view = await view_of(file, context)
    facts = FileFacts(
        answers=tuple(
            AnswerFacts(
                question_id=question.id,
                kind=AnswerKind(question.kind),
                choice=view.answer(question).choice,
                text=view.answer(question).text,
                min_length=question.min_length if question.kind != "choice" else 0,
            )
            for question in view.questions
        ),
        other_files=tuple(
            OtherFile(f"D-{number}", texts)
            for number, texts in await screening.other_texts(
                context.tx, file.id, context.now - decisions.ANSWERS_KEPT
            )
        ),
        earlier=await _earlier(file, view, context),
        reachable=await is_reachable(file.user_id, context),
    )
    return review(facts)


async def _earlier(file: Application, view: View, context: Context) -> EarlierFile | None:
    before = await screening.refused_before(context.tx, file)
    if before is None or before.decided_at is None:
        return None
    kept = await screening.answers(context.tx, before.id)
    reasons = context.community.content.reasons(context.community.language)
    label = next((r.label for r in reasons if r.id == before.reason), before.reason or "")
    texts = tuple(kept[q.id].text if q.id in kept else "" for q in view.questions)
    return EarlierFile(before.reference, label, before.decided_at, texts if kept else None)


async def is_reachable(user_id: int, context: Context) -> bool:
    """Tell whether the bot may write to somebody in private."""
    person = await members.person(context.tx, user_id)
    return person is not None and person.private_chat and person.unreachable_since is None


def pack_review(found: Review) -> dict[str, object]:
    """Return a review as it is kept."""
    return {
        "recommendation": found.recommendation.value,
        "findings": [[f.rule, f.excerpt, int(f.strength), dict(f.detail)] for f in found.findings],
    }


def unpack_findings(kept: dict[str, object]) -> list[Finding]:
    """Return the findings of a kept review."""
    found = kept.get("findings", [])
    rows = found if isinstance(found, list) else []
    return [Finding(rule, excerpt, Strength(n), detail) for rule, excerpt, n, detail in rows]


RAID_WINDOW = timedelta(minutes=10)
RAID_OVER = 10


async def in_a_raid(context: Context) -> bool:
    """Tell whether more than ten requests came in the last ten minutes."""
    return await screening.requests_since(context.tx, context.now - RAID_WINDOW) > RAID_OVER
