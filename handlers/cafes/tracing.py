"""What is decided about a café, written in the audit."""

from __future__ import annotations

from bot.storage import audit
from handlers.context import Context


async def trace(cafe_id: int, actor_id: int, act: str, context: Context, detail: str = "") -> None:
    """Note who did what about a café; ``detail`` is the seat of a host, or nothing."""
    await audit.note(context.tx, actor_id, f"cafes.{act}", f"cafe:{cafe_id}", context.now, detail)
