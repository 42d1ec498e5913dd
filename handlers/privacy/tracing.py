"""What is done with people's data, written in the audit."""

from __future__ import annotations

from bot.storage import audit
from bot.storage.persons import person_hash
from handlers.context import Context


async def trace(context: Context, actor_id: int, act: str, subject: str) -> None:
    """Note who did what about what: references only."""
    await audit.note(context.tx, actor_id, act, subject, context.now)


def stand_in(user_id: int, context: Context) -> str:
    """Return what names somebody in the audit once they are erased: a part of their keyed hash."""
    return f"person:{person_hash(context.tx, user_id).hex()[:12]}"
