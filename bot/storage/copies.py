"""Copies of the database: taken while it works, opened to be proven, put in its place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.crypto import KeyRing
from bot.storage.errors import BadDatabase
from bot.storage.schema import migrations

BACKUPS = "backups"
KEPT = timedelta(days=35)
"""How long a copy holds what people have had erased since: what the privacy policy says."""
STAMP = "%Y%m%d-%H%M%S"

_PRIVATE = 0o600
_JOURNAL = "-wal"
_INDEX = "-shm"


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a database holds: the version of its schema, and how many rows each table has."""

    version: int
    rows: dict[str, int]


def take(database: Path, copy: Path) -> Inventory:
    """Copy a database, in use or not, to a new file readable by its owner alone.

    The copy is of one moment, writers go on meanwhile (https://www.sqlite.org/backup.html, in a
    single step: a read transaction of the write-ahead log). Raises sqlite3.Error or OSError.
    """
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE))
    with closing(_read_only(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without companions
        return _count(target)


def inspect(database: Path, keys: KeyRing) -> Inventory:
    """Open a database read-only, as it is, and prove it: whole, of a known version, with its key.

    Raises BadDatabase, CryptoError, or sqlite3.OperationalError where it can't be read at all.
    """
    with closing(_read_only(database)) as connection:
        try:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise BadDatabase.damaged(database)
            found = _count(connection)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            raise BadDatabase.damaged(database) from error
        newest = migrations()[-1][0]
        if found.version > newest:
            raise BadDatabase.newer(found.version, newest)
        if "secrets" in found.rows:
            _open_a_cell(connection, keys)
    return found


def expect_answers_unknown(copy: Path) -> None:
    """Take what waits to be sent in an old copy as perhaps sent since.

    The next start then sends private answers again, and asks a person about group announcements,
    which must not be repeated by themselves.
    """
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE outbox SET state = 'in_flight' WHERE state = 'waiting'")
        connection.commit()


def put_in_place(copy: Path, database: Path, aside: Path) -> bool:
    """Give a copy the name of the database; return whether one was there, now kept as ``aside``.

    At any moment of it the former database is whole, under its name or under ``aside``: a
    write-ahead log left beside the copy would be replayed into it, so that log goes first.
    """
    there = database.exists()
    if there:
        _empty_journal(database)
        os.link(database, aside)
        journal = _beside(database, _JOURNAL)
        if journal.exists():
            os.link(journal, _beside(aside, _JOURNAL))
    for suffix in (_JOURNAL, _INDEX):
        _beside(database, suffix).unlink(missing_ok=True)
    os.replace(copy, database)
    _sync(database.parent)
    return there


def forget_old(folder: Path, now: datetime) -> int:
    """Delete from a data folder the copies made more than :data:`KEPT` ago; return how many.

    Those are the backups under their usual name, and the databases that a restore put aside:
    their names say when they were made.
    """
    old = outdated(folder / BACKUPS, "entraide-{}.backup", now)
    aside = outdated(folder, "entraide-avant-{}.db", now)
    for path in (*old, *aside, *(_beside(a, s) for a in aside for s in (_JOURNAL, _INDEX))):
        path.unlink(missing_ok=True)
    return len(old) + len(aside)


def outdated(folder: Path, name: str, now: datetime) -> list[Path]:
    """Return the files of a name, whose ``{}`` is a moment, that are kept no longer."""
    oldest = name.format(f"{now - KEPT:{STAMP}}")
    shape = name.format("[0-9]" * 8 + "-" + "[0-9]" * 6)
    return sorted(path for path in folder.glob(shape) if path.name < oldest)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)


def _count(connection: sqlite3.Connection) -> Inventory:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counts = {
        name: connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for (name,) in names
    }
    return Inventory(version, counts)


def _open_a_cell(connection: sqlite3.Connection, keys: KeyRing) -> None:
    for name, sealed in connection.execute("SELECT name, sealed FROM secrets LIMIT 1"):
        keys.open(sealed, table="secrets", column="sealed", row=name)


def _empty_journal(database: Path) -> None:
    """Bring what a killed process left in the log into its database, where that can be done."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(database, timeout=1)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
