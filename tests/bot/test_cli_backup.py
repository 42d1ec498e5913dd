"""``entraide backup`` under load, ``restore``, and what is refused without touching anything."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import io
import signal
import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.commands.backups import backup, restore
from bot.commands.sentences import Refused, sentence
from bot.crypto import CryptoError, KeyRing, load_keys
from bot.settings import load_settings
from bot.storage.sealed_file import BadFile, open_file
from tests.bot.terminal import Terminal, until

TOKEN = "123456:TEST-cccccccccccccccccccccccccccccc"


def rows(database: Path) -> dict[str, list[Any]]:
    """Every row of every table; what waits to be sent and what is on its way count as one."""
    with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as found:
        names = found.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        every = "SELECT * FROM {} ORDER BY 1, 2"
        tables = {name: found.execute(every.format(name)).fetchall() for (name,) in names}
    tables["outbox"] = [
        tuple("open" if cell in ("waiting", "in_flight") else cell for cell in row)
        for row in tables["outbox"]
    ]
    return tables


def people(database: Path) -> int:
    with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as found:
        return int(found.execute("SELECT COUNT(*) FROM people").fetchone()[0])


def opened(backup: Path, data: Path, into: Path) -> Path:
    """What a backup hides, as a file beside."""
    plain = io.BytesIO()
    open_file(io.BytesIO(backup.read_bytes()), plain, load_keys(None, data)[0])
    into.write_bytes(plain.getvalue())
    return into


async def test_a_backup_under_load_gives_the_same_rows_back(
    terminal: Terminal, tmp_path: Path
) -> None:
    world, database = terminal.world, terminal.database
    crowd = [world.add_person(f"Personne {number}") for number in range(40)]

    async def arrive() -> None:
        for person in crowd:
            world.start(person, "adhesion")
            world.write(person, None, "Bonjour")
            await asyncio.sleep(0.02)

    async with terminal.bot() as bot:
        arriving = asyncio.create_task(arrive())
        await until(lambda: people(database) > 5)
        before = {row[:3] for row in rows(database)["inbox"]}
        done = await terminal.type("backup")
        await arriving
        await until(lambda: people(database) > len(crowd))  # with the coordinator
        refused = await terminal.type("restore", str(next((terminal.data / "backups").iterdir())))
        await bot.stop(signal.SIGKILL)  # its write-ahead log stays, with what it holds

    (backup,) = (terminal.data / "backups").iterdir()
    saved = rows(opened(backup, terminal.data, tmp_path / "saved.db"))
    last = rows(database)
    assert done.code == 0
    assert f"Sauvegarde faite et relue : {backup}" in done.out
    assert backup.stat().st_mode & 0o777 == 0o600
    assert before <= {row[:3] for row in saved["inbox"]}
    assert "Entraide tourne déjà" in refused.refusal

    restored = await terminal.type("restore", str(backup))

    assert (restored.code, restored.err) == (0, "")
    assert rows(database) == saved
    (aside,) = terminal.data.glob("entraide-avant-*.db")
    assert str(aside) in restored.out
    assert rows(aside) == last
    assert list(terminal.data.rglob("*.draft*")) == []
    async with terminal.bot() as again:
        await again.stop()


# On a small database


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A data folder with its keys and a small database, and a backup of it."""
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("SECRET_KEYS", raising=False)
    load_keys(None, tmp_path / "data")
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "entraide.db")) as database:
        database.execute("CREATE TABLE outbox (state TEXT, said TEXT)")
        database.execute("INSERT INTO outbox VALUES ('waiting', ?)", ("x" * 9000,))
        database.commit()
    backup(load_settings(None), tmp_path / "copie")
    return tmp_path / "data", tmp_path / "copie"


def test_what_waited_to_be_sent_may_have_been_sent_since(small: tuple[Path, Path]) -> None:
    data, file = small

    assert restore(load_settings(None), file) == 0

    with contextlib.closing(sqlite3.connect(data / "entraide.db")) as database:
        assert database.execute("SELECT state FROM outbox").fetchall() == [("in_flight",)]


def test_the_key_is_in_no_backup(small: tuple[Path, Path], tmp_path: Path) -> None:
    data, file = small
    [line, *_] = (data / "keys").read_text().split()
    key = line.rpartition(":")[2]
    held = (file.read_bytes(), opened(file, data, tmp_path / "plain").read_bytes())
    raw = base64.b64decode(key)
    assert len(raw) == 32
    assert [needle for needle in (key.encode(), raw) for content in held if needle in content] == []


def test_no_backup_replaces_a_file(small: tuple[Path, Path]) -> None:
    before = small[1].read_bytes()

    with pytest.raises(Refused, match="existe déjà"):
        backup(load_settings(None), small[1])

    assert small[1].read_bytes() == before


def test_backups_are_kept_thirty_five_days(small: tuple[Path, Path]) -> None:
    folder = small[0] / "backups"
    backup(load_settings(None), None)
    now = datetime.now(UTC)
    old, recent = (f"entraide-{now - timedelta(days=d):%Y%m%d-%H%M%S}.backup" for d in (36, 34))
    for name in (old, recent, "entraide-a-moi.backup"):
        (folder / name).touch()

    time.sleep(1.1)  # the name of a backup is its second
    backup(load_settings(None), None)

    left = {file.name for file in folder.iterdir()}
    assert old not in left
    assert {recent, "entraide-a-moi.backup"} < left
    assert len(left) == 4


# What is refused


def cut(data: bytes) -> bytes:
    return data[:-100]


def changed(data: bytes) -> bytes:
    return data[:500] + bytes([data[500] ^ 1]) + data[501:]


def other_file(_: bytes) -> bytes:
    return b"Bonjour" * 100


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (cut, "incomplète, abîmée ou modifiée"),
        (changed, "incomplète, abîmée ou modifiée"),
        (other_file, "n’est pas une sauvegarde d’Entraide"),
    ],
)
def test_a_spoilt_backup_is_refused_and_nothing_is_touched(
    small: tuple[Path, Path], spoil: Callable[[bytes], bytes], said: str
) -> None:
    data, file = small
    file.write_bytes(spoil(file.read_bytes()))
    refuses(data, file, said)


def test_a_backup_without_its_key_is_refused_and_nothing_is_touched(
    small: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, file = small
    monkeypatch.setenv("SECRET_KEYS", KeyRing.new().dump())
    refuses(data, file, "absente du trousseau")
    monkeypatch.delenv("SECRET_KEYS")
    (data / "keys").unlink()
    refuses(data, file, "Aucune clé de chiffrement")


def test_a_backup_that_is_not_there_is_told(small: tuple[Path, Path]) -> None:
    refuses(small[0], Path("/proc/rien"), "/proc/rien : introuvable")


def refuses(data: Path, file: Path, said: str) -> None:
    def files() -> dict[Path, bytes]:
        found = (path for path in data.iterdir() if path.name != "entraide.lock")
        return {path: path.read_bytes() for path in found}

    before, settings = files(), load_settings(None)
    with pytest.raises((BadFile, CryptoError, OSError)) as refused:
        restore(settings, file)

    assert said in (sentence(refused.value, settings) or "")
    assert files() == before
