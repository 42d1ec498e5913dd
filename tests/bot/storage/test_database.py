"""The database file: steps that are undone alone, a schema that only goes forward, sealed cells."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import aiosqlite
import pytest

from bot.crypto import CryptoError, KeyRing
from bot.storage.database import Database
from bot.storage.errors import BadDatabase
from bot.storage.schema import migrate, migrations
from tests.bot.core import Core

INSERT = "INSERT INTO secrets VALUES (?, x'00')"


async def names(core: Core) -> list[str]:
    found = await core.rows("SELECT name FROM secrets WHERE name <> 'hash_key' ORDER BY name")
    return [name for (name,) in found]


async def test_a_step_that_fails_is_undone_alone(core):
    async with core.db.batch() as batch:
        async with batch.step() as tx:
            await tx.write(INSERT, ("a",))
        with suppress(ValueError):
            async with batch.step() as tx:
                await tx.write(INSERT, ("b",))
                raise ValueError("no")
        async with batch.step() as tx:
            await tx.write(INSERT, ("c",))
    assert await names(core) == ["a", "c"]


async def test_a_batch_that_fails_leaves_nothing(core):
    with suppress(ValueError):
        async with core.db.batch() as batch:
            async with batch.step() as tx:
                await tx.write(INSERT, ("a",))
            raise ValueError("no")
    assert await names(core) == []


async def test_a_reader_sees_what_is_committed_and_cannot_write(core):
    async with core.db.transaction() as tx:
        await tx.write(INSERT, ("a",))
        assert await names(core) == []
    assert await names(core) == ["a"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await core.db.reading().write(INSERT, ("b",))


async def test_commits_survive_a_power_cut_and_deleted_bytes_are_gone(core):
    pragmas = ("journal_mode", "synchronous", "secure_delete")
    found = [
        next(iter(await core.db._writer.execute_fetchall(f"PRAGMA {name}")))[0] for name in pragmas
    ]
    assert found == ["wal", 2, 1]  # synchronous 2 is FULL


async def test_a_cell_opens_in_its_own_place_only(core):
    tx = core.db.reading()
    sealed = tx.seal("Léa", "people", "name", 5, 5)
    assert tx.unseal(sealed, "people", "name", 5, 5) == "Léa"
    for elsewhere in (
        ("answers", "name", 5, 5),
        ("people", "language", 5, 5),
        ("people", "name", 6, 5),
        ("people", "name", 5, 6),
        ("people", "name", 55, ""),
    ):
        with pytest.raises(CryptoError):
            tx.unseal(sealed, *elsewhere)


async def test_nothing_that_is_said_lies_open_in_the_file(core):
    await core.queue(core.to("Je ne vois plus mon enfant"))
    wal = core.path.with_name(core.path.name + "-wal")
    assert b"mon enfant" not in core.path.read_bytes() + wal.read_bytes()


# The schema


def shape(path: Path) -> list[tuple[str, ...]]:
    """Every table and index as SQLite keeps it, and the version."""
    with closing(sqlite3.connect(path)) as db:
        tables = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2")
        return [*tables, db.execute("PRAGMA user_version").fetchone()]


async def made(path: Path, *steps: int | None) -> list[tuple[str, ...]]:
    """The shape of a new file brought to each version in turn; None is the newest."""
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        for version in steps:
            await migrate(connection, version)
    return shape(path)


@pytest.mark.parametrize("version", [number for number, _ in migrations()])
async def test_every_version_leads_to_the_same_schema(tmp_path, version):
    fresh = await made(tmp_path / "fresh.db", None)
    assert await made(tmp_path / "old.db", version, None) == fresh


def test_migrations_are_numbered_without_a_gap():
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


async def test_what_is_awaited_of_somebody_comes_along_the_later_of_two(tmp_path):
    path = tmp_path / "old.db"
    await made(path, 12)
    with closing(sqlite3.connect(path)) as db, db:
        db.executemany(
            "INSERT INTO awaited VALUES (?, ?, ?, ?)",
            [(1, "report", 7, "12:00"), (2, "team", None, "12:05")],
        )
        db.executemany(
            "INSERT INTO vote_prompts VALUES (?, ?, ?)",
            [(1, "theme", "12:01"), (2, "day", "12:04"), (3, "day", "12:00")],
        )
    await made(path, None)
    with closing(sqlite3.connect(path)) as db:
        assert [*db.execute("SELECT user_id, what, about FROM awaited ORDER BY user_id")] == [
            (1, "theme", 0),
            (2, "team", 0),
            (3, "day", 0),
        ]


async def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "entraide.db"
    await made(path, None)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")
    before = shape(path)
    with pytest.raises(BadDatabase, match="version 999"):
        await Database.open(path, KeyRing.new())
    assert shape(path) == before


async def test_a_damaged_file_is_refused_and_left_as_it_is(core):
    await core.queue(*(core.to(f"{n}" * 500) for n in range(200)))
    await core.db.close()
    content = bytearray(core.path.read_bytes())
    content[4096 * 3 : 4096 * 9] = b"\xff" * (4096 * 6)
    core.path.write_bytes(content)
    with pytest.raises(BadDatabase, match="endommagée"):
        await Database.open(core.path, core.keys)
    assert core.path.read_bytes() == bytes(content)


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "entraide.db"
    path.write_bytes(b"This is no database. " * 500)
    with pytest.raises(BadDatabase, match="endommagée"):
        await Database.open(path, KeyRing.new())
    assert path.read_bytes() == b"This is no database. " * 500


async def test_a_database_sealed_with_another_key_is_refused(core):
    await core.db.close()
    with pytest.raises(CryptoError):
        await Database.open(core.path, KeyRing.new())
    await core.open()
