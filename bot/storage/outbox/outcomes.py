"""What became of a call: done, refused, or uncertain until a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.storage import inbox
from bot.storage.database import Transaction
from bot.storage.moments import to_text
from bot.storage.outbox.calls import COLUMNS, OutboxRow, read_row
from bot.storage.outbox.messages import learn_message


async def mark_done(tx: Transaction, row: OutboxRow, result: Any, now: datetime) -> None:
    """Close a call that worked: learn its message's id, and hand its result to who wants it."""
    await _finish(tx, row.seq, "done", None, now)
    call = row.call
    if call.message and not call.targets and isinstance(result, Mapping):
        await learn_message(
            tx, call.message, result["chat"]["id"], result["message_id"], now, sent=True
        )
    if call.wants:
        await _report(tx, row, {"ok": True, "result": result}, now)


async def mark_failed(tx: Transaction, row: OutboxRow, reason: str, now: datetime) -> None:
    """Close a call that Telegram refused; ``reason`` is a word of the table of refusals."""
    await _finish(tx, row.seq, "failed", reason, now)
    if row.call.wants:
        await _report(tx, row, {"ok": False, "reason": reason}, now)


async def mark_uncertain(tx: Transaction, row: OutboxRow, now: datetime) -> None:
    """Set aside a sending that may or may not have arrived, for a person to decide."""
    await tx.write(
        "UPDATE outbox SET state = 'uncertain', finished_at = ? WHERE seq = ?",
        (to_text(now), row.seq),
    )


async def uncertain(tx: Transaction, seq: int) -> list[OutboxRow]:
    """Return an uncertain call; with it, those of the same announcement, oldest first.

    Announcements of one kind have keys that differ in their last part alone, who it is for.
    """
    row = await tx.row("SELECT key, lane FROM outbox WHERE seq = ?", (seq,))
    if row is None:
        return []
    together = f"{row['key'].rpartition(':')[0]}:"
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox o WHERE o.state = 'uncertain'"
        " AND (o.seq = :seq OR o.lane = 2 AND :lane = 2 AND o.key >= :start AND o.key < :end)"
        " ORDER BY o.seq",
        {"seq": seq, "lane": row["lane"], "start": together, "end": f"{together}~"},
    )
    return [read_row(tx, one) for one in found]


async def settle_uncertain(tx: Transaction, seq: int, *, again: bool, now: datetime) -> bool:
    """Send an uncertain call again, or take it as arrived; False where that was done already."""
    changed = await tx.write(
        "UPDATE outbox SET state = ?, params = CASE WHEN ? THEN params END, finished_at = ?"
        " WHERE seq = ? AND state = 'uncertain'",
        ("waiting" if again else "done", again, None if again else to_text(now), seq),
    )
    return changed == 1


async def _finish(tx: Transaction, seq: int, state: str, error: str | None, now: datetime) -> None:
    await tx.write(
        "UPDATE outbox SET state = ?, params = NULL, error = ?, finished_at = ? WHERE seq = ?",
        (state, error, to_text(now), seq),
    )


async def _report(
    tx: Transaction, row: OutboxRow, outcome: Mapping[str, Any], now: datetime
) -> None:
    payload = {"wants": row.call.wants, "echo": row.call.echo, **outcome}
    await inbox.put(tx, "result", f"{row.seq}:{row.attempts}", payload, now)
