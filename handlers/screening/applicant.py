"""The applicant's conversation: consent, questions, code of conduct, summary, one screen each."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from telegram import Update

from bot.storage import outbox, screening
from bot.storage.screening import Application
from content import Question
from handlers.context import Context
from handlers.routes import Pressed, Result, Routes
from handlers.screening import status
from handlers.screening.files import (
    SHOWN,
    again,
    go_to,
    keep_alive,
    screen_name,
    show,
    view_of,
)
from handlers.screening.screens import View
from handlers.screening.sending import send_file
from moderation.screening import steps
from moderation.screening.decisions import Status
from moderation.screening.steps import Answer

OnDraft = Callable[[Application, View, Pressed, Context], Coroutine[Any, Any, None]]


def register(on: Routes) -> None:
    """The buttons of the screens in their order, and the pause."""
    for name, act in (
        ("begin", begin),
        ("agree", agree),
        ("count", answer_statistics),
        ("choose", choose),
        ("commit", commit),
        ("restart", restart),
        ("next", advance),
        ("region", choose_region),
        ("code", accept_code),
        ("change", change),
        ("back", back),
        ("send", send_file),
    ):
        on.button(f"apply.{name}", _on_draft(act))
    on.result(SHOWN, shown)
    on.command("annuler", "cancel", act=pause)


def _on_draft(act: OnDraft) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Check a press before acting: whose file it is, that it is a draft, that the step stands."""

    async def press(pressed: Pressed, context: Context) -> None:
        number, step = (*pressed.args, "", "")[:2]
        file = await screening.latest(context.tx, pressed.user.id)
        if file is None or str(file.id) != number or file.status is not Status.DRAFT:
            await _not_a_draft(file, number, pressed, context)
        elif file.step != step:
            await _step_passed(file, pressed, context)
        else:
            await _learn_screen(pressed, context)
            await act(file, await view_of(file, context), pressed, context)

    return press


async def _learn_screen(pressed: Pressed, context: Context) -> None:
    """Learn where the screen stands, where the answer to its sending was lost."""
    if pressed.message_id is not None:
        name = screen_name(pressed.user.id)
        await outbox.learn_message(
            context.tx, name, pressed.chat_id, pressed.message_id, context.now
        )


async def _not_a_draft(
    file: Application | None, number: str, pressed: Pressed, context: Context
) -> None:
    """Say why a press does nothing; a second tap on "send" only needs reassurance."""
    words = await context.words(pressed.user.id)
    sent = file is not None and str(file.id) == number and file.status.waits_for_decision
    text = words.label(f"screening.toasts.{'sent_already' if sent else 'not_this_file'}")
    await context.answer(pressed.query_id, text, alert=not sent)


async def _step_passed(file: Application, pressed: Pressed, context: Context) -> None:
    """Show where the request is; after a double tap, where the screen stands already."""
    live = await outbox.message(context.tx, screen_name(file.user_id))
    if live is not None and live.message_id == pressed.message_id:
        await show(file, context)
        return
    words = await context.words(pressed.user.id)
    await context.answer(pressed.query_id, words.label("screening.toasts.step_passed"))
    await show(file, context, fresh=True)


async def _advance(file: Application, context: Context, note: str = "") -> None:
    """Go to the first step that is not complete."""
    view = await view_of(file, context)
    file = await go_to(file, steps.next_step(view.asks, view.progress), context)
    await show(file, context, note=note)


async def begin(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Leave the welcome."""
    await _advance(file, context)


async def agree(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Write the consent to screening in the ledger, once a request."""
    if not view.progress.consented:
        await _consent(view, 0, context)
    if len(view.content.screening(view.words.language).purposes) == 1:
        await screening.update(context.tx, file.id, statistics=False)
    await _advance(await again(file, context), context)


async def answer_statistics(
    file: Application, view: View, pressed: Pressed, context: Context
) -> None:
    """Write the answer about statistics; refusing never blocks."""
    yes = pressed.args[2:] == ("yes",)
    if yes and not view.progress.statistics:
        await _consent(view, 1, context)
    if not yes:
        purpose = view.content.screening(view.words.language).purposes[1].id
        await screening.withdraw_consent(context.tx, file.user_id, purpose, context.now)
        await screening.update(context.tx, file.id, region=None)
    await screening.update(context.tx, file.id, statistics=yes)
    await _advance(await again(file, context), context)


async def _consent(view: View, index: int, context: Context) -> None:
    purpose = view.content.screening(view.words.language).purposes[index]
    await screening.give_consent(
        context.tx,
        view.file.user_id,
        purpose.id,
        purpose.version,
        purpose.digest,
        view.words.language,
        context.now,
    )


async def choose(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Keep the choice of a question."""
    question, choice = view.question(), pressed.args[2] if len(pressed.args) > 2 else ""
    if question is None or choice not in {c.id for c in question.choices}:
        return
    answer = replace(view.answer(question), choice=choice)
    await screening.set_answer(context.tx, file.id, question.id, answer)
    await _stay_or_advance(file, question, context)


async def commit(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Keep the commitment of a question."""
    question = view.question()
    if question is None or question.kind != "commitment":
        return
    answer = replace(view.answer(question), committed=True)
    await screening.set_answer(context.tx, file.id, question.id, answer)
    await _stay_or_advance(file, question, context)


async def _stay_or_advance(file: Application, question: Question, context: Context) -> None:
    """Stay on a question that wants words, leave one that its button answers."""
    view = await view_of(file, context)
    if view.asks[view.questions.index(question)].wants_text:
        await keep_alive(file, context)
        await show(file, context)
    else:
        await _advance(file, context)


async def restart(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Empty the answer to the question shown."""
    question = view.question()
    if question is None:
        return
    await screening.set_answer(context.tx, file.id, question.id, Answer())
    await show(file, context)


async def advance(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Leave a question that is complete."""
    question = view.question()
    if question is None:
        return
    ask = view.asks[view.questions.index(question)]
    if steps.is_complete(ask, view.answer(question)):
        await _advance(file, context)
    else:
        await show(file, context, note="too_short")


async def choose_region(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Keep the region."""
    region = pressed.args[2] if len(pressed.args) > 2 else ""
    regions = view.content.screening(view.words.language).regions
    if file.step == steps.REGION and region in {r.id for r in regions}:
        await screening.update(context.tx, file.id, region=region)
        await _advance(await again(file, context), context)


async def accept_code(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Keep the proof that this version of the code was accepted."""
    if file.step != steps.CODE:
        return
    language = view.words.language
    code = view.content.code(language)
    await screening.accept_code(
        context.tx, file.user_id, code.version, code.digest, language, context.now
    )
    await screening.update(context.tx, file.id, code_digest=code.digest)
    await _advance(await again(file, context), context)


async def change(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Go from the summary to a question, to change its answer."""
    name = pressed.args[2] if len(pressed.args) > 2 else ""
    if file.step == steps.SUMMARY and name in {q.id for q in view.questions}:
        file = await go_to(file, steps.QUESTION + name, context)
        await show(file, context, note="change")


async def back(file: Application, view: View, pressed: Pressed, context: Context) -> None:
    """Go to the step before."""
    before = steps.step_before(view.asks, view.progress, file.step)
    await show(await go_to(file, before, context), context)


async def pause(update: Update, context: Context) -> None:
    """Put a draft aside: it is kept, and the person may come back or stop for good."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    file = await screening.latest(context.tx, message.from_user.id)
    words = await context.words(message.from_user.id)
    if file is None or file.status is not Status.DRAFT:
        await status.show_status(message.from_user.id, context)
        return
    await keep_alive(file, context)
    await context.remove(file.user_id, screen_name(file.user_id))
    await context.say(
        message.chat_id, words.text("screening.paused"), status.draft_buttons(file, words)
    )


async def shown(result: Result, context: Context) -> None:
    """Take away the screen that a new one replaces, now that it is there."""
    if result.ok:
        await context.remove_id(result.echo["user_id"], result.echo["former"])
