"""The trial: two weeks in which moderators see what would be held, and nothing is removed."""

from __future__ import annotations

from datetime import timedelta

from bot.community.members import Place, Role
from bot.storage import agenda, audit
from bot.storage.conduct import rules
from handlers.buttons import Button, Rows, pack
from handlers.context import Context
from handlers.routes import Due, Fact, Pressed, Routes, Where

TRIAL_LASTS = timedelta(days=14)
OVER = "conduct.trial_over"
CARD = "conduct_trial"


def register(on: Routes) -> None:
    """From the installation on, until its end or a coordinator's word."""
    on.fact("chats_linked", begin)
    on.due(OVER, end)
    on.button("trial.end", end_now, Role.COORDINATOR, Where.MODERATORS)
    on.button("trial.resume", resume, Role.COORDINATOR, Where.MODERATORS)


async def begin(fact: Fact, context: Context) -> None:
    """Begin the trial when the bot is set up, once."""
    chat_id = await context.chat_id(Place.MODERATORS)
    ends_at = context.now + TRIAL_LASTS
    if chat_id is None or not await rules.begin_trial(context.tx, ends_at):
        return
    await agenda.schedule(context.tx, OVER, "group", ends_at)
    words = await context.words()
    day = words.date(ends_at.astimezone(context.community.timezone))
    buttons = [[Button(words.label("conduct.buttons.end_trial"), pack("trial.end"))]]
    text = words.text("conduct.trial.begins", date=day)
    await context.say(chat_id, text, buttons, message=CARD, silent=True)


async def end(due: Due, context: Context) -> None:
    """Say that the trial is over."""
    chat_id = await context.chat_id(Place.MODERATORS)
    if chat_id is None:
        return
    words = await context.words()
    await context.remove(chat_id, CARD)
    text = words.text("conduct.trial.over")
    await context.say(chat_id, text, message=CARD, silent=context.is_night)


async def end_now(pressed: Pressed, context: Context) -> None:
    """End the trial before its time."""
    trial = await rules.trial(context.tx)
    if trial is None or trial.ends_at <= context.now:
        await _say_settled(pressed, context)
        return
    await rules.move_trial_end(context.tx, context.now)
    await agenda.cancel(context.tx, "group", OVER)
    await audit.note(context.tx, pressed.user.id, "conduct.trial_ended", "trial", context.now)
    words = await context.words()
    again = Button(words.label("conduct.buttons.resume_trial"), pack("trial.resume"))
    text = words.text("conduct.trial.ended_by", name=pressed.user.full_name)
    await context.change(pressed.chat_id, CARD, text, [[again]])


async def resume(pressed: Pressed, context: Context) -> None:
    """Go back to observing, until the end that was planned."""
    trial = await rules.trial(context.tx)
    if trial is None or trial.planned_end <= context.now or trial.ends_at > context.now:
        await _say_settled(pressed, context)
        return
    await rules.move_trial_end(context.tx, trial.planned_end)
    await agenda.schedule(context.tx, OVER, "group", trial.planned_end)
    await audit.note(context.tx, pressed.user.id, "conduct.trial_resumed", "trial", context.now)
    words = await context.words()
    day = words.date(trial.planned_end.astimezone(context.community.timezone))
    text = words.text("conduct.trial.resumed_by", date=day, name=pressed.user.full_name)
    buttons: Rows = [[Button(words.label("conduct.buttons.end_trial"), pack("trial.end"))]]
    await context.change(pressed.chat_id, CARD, text, buttons)


async def _say_settled(pressed: Pressed, context: Context) -> None:
    words = await context.words(pressed.user.id)
    text = words.label("conduct.toasts.trial_settled")
    await context.answer(pressed.query_id, text, alert=True)
