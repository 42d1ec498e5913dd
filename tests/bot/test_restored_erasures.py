"""A backup that is put back does not bring back whoever was erased since."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.backups import backup, restore
from bot.crypto import DATABASE_FILE, load_keys
from bot.settings import Settings, load_settings
from bot.storage import members, screening
from bot.storage.database import Database
from bot.storage.privacy import protection, rights
from moderation.screening.decisions import Status
from moderation.screening.steps import Answer

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LEA, SOPHIE = 5_100_000_004, 5_100_000_005


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("BOT_TOKEN", "123456:TEST-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("SECRET_KEYS", raising=False)
    return load_settings(None)


async def opened(settings: Settings) -> Database:
    keys, _ = load_keys(None, settings.data_dir)
    return await Database.open(settings.data_dir / DATABASE_FILE, keys)


async def live(settings: Settings) -> None:
    """Two people are known; each wrote an answer, and one has a private list."""
    db = await opened(settings)
    async with db.transaction() as tx:
        for user, name in ((LEA, "Léa Tremblay"), (SOPHIE, "Sophie Gagnon")):
            await members.meet(tx, user, name, NOW, private=True)
            file = await screening.open_application(tx, user, Status.SENT, NOW)
            await screening.set_answer(tx, file.id, "hopes", Answer(text="Mes mots à moi."))
        forms = protection.forms_of_name(tx, "Jean Tremblay")
        await protection.add(tx, LEA, "name", forms, NOW)
    await db.close()


async def erase(settings: Settings, user: int) -> None:
    db = await opened(settings)
    async with db.transaction() as tx:
        await rights.erase(tx, user, datetime.now(UTC))
        await rights.note_erasure(tx, user, datetime.now(UTC))
    await db.close()


async def known(settings: Settings) -> tuple[list[int], int, int, int]:
    db = await opened(settings)
    tx = db.reading()
    people = [row[0] for row in await tx.rows("SELECT user_id FROM people ORDER BY user_id")]
    answers = len(await tx.rows("SELECT * FROM answers"))
    lists = len(await tx.rows("SELECT * FROM protections"))
    erased = len(await tx.rows("SELECT * FROM erasures"))
    await db.close()
    return people, answers, lists, erased


def saved(settings: Settings) -> Path:
    time.sleep(1.1)  # the name of a backup is its second
    assert backup(settings, None) == 0
    return max((settings.data_dir / "backups").iterdir())


async def in_thread(act: object, *args: object) -> object:
    """Run a command as the command line does, with a loop of its own."""
    return await asyncio.to_thread(act, *args)  # type: ignore[arg-type]


async def test_who_was_erased_since_is_erased_again(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await live(settings)
    file = await in_thread(saved, settings)
    await erase(settings, LEA)
    assert await known(settings) == ([SOPHIE], 1, 0, 1)

    assert await in_thread(restore, settings, file) == 0

    assert "effacées de nouveau : 1" in capsys.readouterr().out
    assert await known(settings) == ([SOPHIE], 1, 0, 1)
    (database,) = settings.data_dir.glob(DATABASE_FILE)
    assert LEA.to_bytes(6) not in database.read_bytes()


async def test_the_list_is_found_in_a_newer_backup_when_the_database_is_lost(
    settings: Settings,
) -> None:
    await live(settings)
    file = await in_thread(saved, settings)
    await erase(settings, LEA)
    await in_thread(saved, settings)
    for path in settings.data_dir.glob(f"{DATABASE_FILE}*"):
        path.write_bytes(b"perdu" * 1000)

    assert await in_thread(restore, settings, file) == 0
    assert await known(settings) == ([SOPHIE], 1, 0, 1)


async def test_who_came_back_before_the_backup_stays(settings: Settings) -> None:
    await live(settings)
    await erase(settings, LEA)
    db = await opened(settings)
    async with db.transaction() as tx:
        await members.meet(tx, LEA, "Léa Tremblay", NOW, private=True)
    await db.close()
    file = await in_thread(saved, settings)

    assert await in_thread(restore, settings, file) == 0
    assert (await known(settings))[0] == [LEA, SOPHIE]


async def test_what_is_restored_is_whole(settings: Settings) -> None:
    await live(settings)
    file = await in_thread(saved, settings)
    await erase(settings, LEA)
    assert await in_thread(restore, settings, file) == 0
    with contextlib.closing(sqlite3.connect(settings.data_dir / DATABASE_FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
