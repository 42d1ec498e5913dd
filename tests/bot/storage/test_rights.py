"""What is held of somebody, wherever it is: given to them alone, and gone once they erase."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.crypto import KeyRing
from bot.storage import inbox
from bot.storage.conduct import cases
from bot.storage.database import Database, Transaction
from bot.storage.persons import person_hash
from bot.storage.privacy import retention, rights
from bot.storage.privacy.holdings import ALL, HOLDINGS, Holding
from tests.bot.storage.test_sealed import NOW, fill

USER, OTHER = 5, 6


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    db = await Database.open(tmp_path / "entraide.db", KeyRing.new())
    async with db.transaction() as tx:
        await fill(tx)
    yield db
    await db.close()


async def rows_of(tx: Transaction, holding: Holding, user_id: int) -> int:
    who = {"user": user_id, "person": person_hash(tx, user_id)}
    query = f"SELECT COUNT(*) FROM {holding.table} WHERE {holding.whose}"  # noqa: S608
    row = await tx.row(query, who)
    return row[0] if row else 0


async def test_what_is_held_is_given(db: Database) -> None:
    tx = db.reading()
    given = await rights.held(tx, USER)
    said = str(given)
    for words in ("Léa Tremblay", "ma réponse", "la voici", "à une personne", "un motif"):
        assert words in said
    for holding in HOLDINGS:
        if holding.given and await rows_of(tx, holding, USER):
            assert set(holding.given) <= {c for r in given[holding.table] for c in r}


async def test_nothing_of_it_is_given_to_another(db: Database) -> None:
    said = str(await rights.held(db.reading(), OTHER))
    assert "Léa" not in said
    assert "ma réponse" not in said


async def test_an_erasure_leaves_nothing_that_should_go(db: Database) -> None:
    async with db.transaction() as tx:
        case = (await cases.of(tx, USER))[0]
        await cases.update(tx, case.id, step=2, decided_at=NOW)
        assert sum([await rows_of(tx, h, USER) for h in HOLDINGS if not h.opened]) > 8
        assert await rights.erase(tx, USER, NOW) > 8
        left = [h.table for h in HOLDINGS if h.gone == ALL and await rows_of(tx, h, USER)]
        assert [table for table in left if table != "inbox"] == []
        again = str(await rights.held(tx, USER))
    for words in ("Léa Tremblay", "ma réponse", "la voici", "un motif", "un message retenu"):
        assert words not in again


async def test_a_row_set_aside_that_nobody_can_read_stops_no_erasure(db: Database) -> None:
    async with db.transaction() as tx:
        update = {"callback_query": {"from": {"id": USER}}}
        await inbox.put_many(tx, "update", [("901", update), ("902", update)], NOW)
        await tx.write("UPDATE inbox SET state = 'aside' WHERE key IN ('901', '902')")
        await tx.write("UPDATE inbox SET payload = zeroblob(64) WHERE key = '901'")
        assert await rights.erase(tx, USER, NOW) > 8
        left = await tx.rows("SELECT key FROM inbox WHERE key IN ('901', '902')")
    assert [row[0] for row in left] == ["901"], "it says nothing of anybody until its time is over"


async def test_an_open_case_runs_its_course(db: Database) -> None:
    async with db.transaction() as tx:
        await rights.erase(tx, USER, NOW)
        case = (await cases.of(tx, USER))[0]
        assert case.user_id == USER
        assert "un message retenu" in str(await rights.held(tx, USER))


async def test_once_decided_the_erasure_goes_on(db: Database) -> None:
    async with db.transaction() as tx:
        await rights.erase(tx, USER, NOW)
        await rights.note_erasure(tx, USER, NOW + timedelta(seconds=1))
        case = (await cases.of(tx, USER))[0]
        await cases.update(tx, case.id, step=2, decided_at=NOW + timedelta(days=2))
        for days, known in ((20, 1), (40, 0)):
            later = NOW + timedelta(days=days)
            await retention.destroy_old(tx, later, later.date())
            named = await tx.rows("SELECT 1 FROM cases WHERE user_id = ?", (USER,))
            assert len(named) == known
        assert await tx.rows("SELECT 1 FROM case_evidence WHERE text NOT NULL") == []


async def test_everything_old_is_destroyed_in_the_end(db: Database) -> None:
    """Nothing of the past is left after five years and a day, but for who is still there."""
    async with db.transaction() as tx:
        for case in await cases.of(tx, USER):
            await cases.update(tx, case.id, step=2, decided_at=NOW)
        await tx.write("UPDATE applications SET status = 'refused', decided_at = opened_at")
        await tx.write("UPDATE inbox SET state = 'done'")
        await tx.write("UPDATE outbox SET state = 'done', finished_at = created_at")
        await tx.write("UPDATE faq_threads SET closed_at = opened_at")
        for round_number in range(2):
            later = NOW + timedelta(days=1830 + round_number)
            await retention.destroy_old(tx, later, later.date())
        tables = await tx.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        left = {t[0] for t in tables if await tx.row(f"SELECT 1 FROM {t[0]}")}  # noqa: S608
    kept = {"secrets", "themes", "chats", "retention_counts", "audit_cuts", "faq_misses"}
    assert left <= kept
