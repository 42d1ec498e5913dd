"""What every press on a card goes through, and the words shown to who pressed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from bot.storage import screening
from bot.storage.screening import Application
from handlers.buttons import number
from handlers.context import Context
from handlers.members import name_of
from handlers.routes import Pressed
from handlers.screening import card, sheet
from moderation.screening.decisions import FileState, No

OnFile = Callable[[Application, FileState, Pressed, Context], Coroutine[Any, Any, None]]


def on_file(
    act: OnFile, *, on_card: bool = True
) -> Callable[[Pressed, Context], Coroutine[Any, Any, None]]:
    """Find the file that a press is about before acting.

    A press ``on_card`` also teaches where the card stands, when its sending was unsure.
    """

    async def press(pressed: Pressed, context: Context) -> None:
        file = await screening.application(context.tx, number(pressed.args) or 0)
        if file is None:
            await toast("gone", pressed, context, alert=True)
            return
        if on_card and not await card.recognise(file, pressed.message_id or 0, context):
            await toast("not_the_card", pressed, context, alert=True)
            return
        await act(file, await sheet.state_of(file, context), pressed, context)

    return press


async def toast(
    why: str, pressed: Pressed, context: Context, *, alert: bool = False, **values: object
) -> None:
    """Show a word of ``card.toasts`` for a moment; ``alert`` waits until it is read."""
    words = await context.words(pressed.user.id)
    text = words.label(f"card.toasts.{why}", **values)
    await context.answer(pressed.query_id, text, alert=alert)


async def say_no(no: No, file: Application, pressed: Pressed, context: Context) -> None:
    """Say why not; a second press learns who decided."""
    if no.why != "decided":
        await toast(no.why, pressed, context, alert=True)
    elif file.decided_by is not None:
        who = await name_of(file.decided_by, context)
        await toast("decided_by", pressed, context, alert=True, who=who)
    else:
        await toast("closed", pressed, context, alert=True)
    await card.refresh(file, context)
