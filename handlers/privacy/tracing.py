"""What is done with people's data, written in the audit."""

from __future__ import annotations

from handlers.context import Context


async def trace(context: Context, actor_id: int, act: str, subject: str) -> None:
    """Note who did what about whom: references only."""
