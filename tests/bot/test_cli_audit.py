"""``entraide audit verify``: a chain that holds, one that does not, a head noted elsewhere."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime

from bot.crypto import KeyRing
from bot.storage import audit
from bot.storage.database import Database
from tests.bot.terminal import Terminal

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


async def decided(terminal: Terminal, count: int) -> str:
    """Write that many lines; return the head."""
    terminal.data.mkdir(parents=True, exist_ok=True)
    db = await Database.open(terminal.database, KeyRing.new())
    try:
        async with db.transaction() as tx:
            for number in range(count):
                await audit.note(tx, 7, "accept", f"D-{number}", NOW)
            return await audit.head(tx)
    finally:
        await db.close()


async def test_before_anything_was_decided(terminal: Terminal) -> None:
    assert "Rien n’a encore été décidé" in (await terminal.type("audit", "verify")).refusal


async def test_a_chain_that_holds_says_its_head(terminal: Terminal) -> None:
    head = await decided(terminal, 3)

    done = await terminal.type("audit", "verify")
    noted = await terminal.type("audit", "verify", "--head", head[:16].upper())

    assert (done.code, noted.code) == (0, 0)
    assert f"3 lignes, empreinte {head}" in done.out
    assert "--head" not in noted.out


async def test_a_chain_that_was_touched_says_where(terminal: Terminal) -> None:
    head = await decided(terminal, 3)
    with contextlib.closing(sqlite3.connect(terminal.database)) as database:
        database.execute("DROP TRIGGER audit_never_changes")
        database.execute("UPDATE audit SET actor_id = 8 WHERE seq = 2")
        database.execute("DROP TRIGGER audit_is_cut_by_retention_alone")
        database.commit()
        changed = await terminal.type("audit", "verify")
        database.execute("UPDATE audit SET actor_id = 7 WHERE seq = 2")
        database.execute("DELETE FROM audit WHERE seq = 3")
        database.commit()
    shorter = await terminal.type("audit", "verify", "--head", head[:16])

    assert (changed.code, shorter.code) == (1, 1)
    assert "rompu à la ligne 2 : elle n’est plus telle" in changed.out
    assert "la fin a été coupée" in shorter.out
