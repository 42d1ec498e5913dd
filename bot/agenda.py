"""The agenda's clock: moves what is due into the inbox, where it is handled like an update."""

from __future__ import annotations

from bot.clock import Clock
from bot.storage import agenda, inbox
from bot.storage.database import Database
from bot.storage.moments import to_text

EVERY_SECONDS = 30


async def post_due(db: Database, clock: Clock) -> int:
    """Post what is due as inbox rows, each occurrence once; return how many.

    Called every 30 seconds by the job queue. What expired meanwhile is marked missed.
    """
    now = clock.now()
    reading = db.reading()
    next_at = await agenda.next_due_at(reading)
    if next_at is None or next_at > to_text(now):
        return 0
    async with db.transaction() as tx:
        await agenda.mark_missed(tx, now)
        items = await agenda.due(tx, now)
        entries = [
            (f"{item.name}:{item.key}:{item.due_at}", {"due": item.name, "key": item.key})
            for item in items
        ]
        await inbox.put_many(tx, "due", entries, now)
        await agenda.mark_posted(tx, items)
    return len(items)
