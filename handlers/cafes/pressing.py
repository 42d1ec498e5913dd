"""What every press about a café goes through: the café is there, and it is theirs to press."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from bot.community.members import Role
from bot.storage.cafes import programme
from bot.storage.cafes.programme import Cafe, State
from handlers.buttons import number
from handlers.context import Context
from handlers.routes import Pressed

OnCafe = Callable[[Cafe, Pressed, Context], Coroutine[Any, Any, None]]
Press = Callable[[Pressed, Context], Coroutine[Any, Any, None]]

AFTERWARDS = timedelta(days=7)
"""How long a host runs a past café: to close its count, and to read what was said."""

PLANNED = (State.OPEN, State.HELD, State.CANCELLED)
"""What members may know of: never a draft."""


def on_cafe(act: OnCafe, *states: State) -> Press:
    """Find the café that a member's press is about, in one of these states."""

    async def press(pressed: Pressed, context: Context) -> None:
        cafe = await programme.cafe(context.tx, number(pressed.args) or 0)
        if cafe is None or cafe.state not in (states or PLANNED):
            await toast("over", pressed, context, alert=True)
        else:
            await act(cafe, pressed, context)

    return press


def by_who_runs_it(act: OnCafe, *states: State) -> Press:
    """Find the café that a press is about; only its hosts and the moderators go on."""

    async def press(pressed: Pressed, context: Context) -> None:
        cafe = await programme.cafe(context.tx, number(pressed.args) or 0)
        if cafe is None or not await runs(pressed.user.id, cafe, context):
            await toast(_why_not(cafe, pressed.user.id), pressed, context, alert=True)
        elif cafe.state not in (states or (State.OPEN,)):
            await toast("over", pressed, context, alert=True)
        else:
            await act(cafe, pressed, context)

    return press


def once_begun(act: OnCafe) -> OnCafe:
    """Count nobody before the café begins: the card may be there from before it was moved."""

    async def press(cafe: Cafe, pressed: Pressed, context: Context) -> None:
        if context.now < cafe.start:
            await toast("too_early", pressed, context, alert=True)
        else:
            await act(cafe, pressed, context)

    return press


def until_it_begins(act: OnCafe) -> OnCafe:
    """Cancel nothing that began: it is closed, or said not to have taken place."""

    async def press(cafe: Cafe, pressed: Pressed, context: Context) -> None:
        if context.now >= cafe.start:
            await toast("begun", pressed, context, alert=True)
        else:
            await act(cafe, pressed, context)

    return press


async def runs(user_id: int, cafe: Cafe, context: Context) -> bool:
    """Tell whether somebody may prepare, change and close a café.

    Moderators may, for each; a host for that café alone, while they are a member, and until
    ``AFTERWARDS`` after it.
    """
    role = await context.role(user_id)
    hosts = user_id in cafe.hosts and not _is_long_over(cafe, context)
    return role >= Role.MODERATOR or (role >= Role.MEMBER and hosts)


def _is_long_over(cafe: Cafe, context: Context) -> bool:
    return cafe.ends_at is not None and context.now > cafe.ends_at + AFTERWARDS


def _why_not(cafe: Cafe | None, user_id: int) -> str:
    return "host_before" if cafe is not None and user_id in cafe.hosts else "not_yours"


async def toast(
    key: str, pressed: Pressed, context: Context, *, alert: bool = False, **values: object
) -> None:
    """Show a word of ``cafes.toasts`` for a moment; ``alert`` waits until it is read."""
    words = await context.words(pressed.user.id)
    text = words.label(f"cafes.toasts.{key}", **values)
    await context.answer(pressed.query_id, text, alert=alert)
