"""``entraide backup`` and ``entraide restore``: a sealed copy, proven by opening it."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from bot.commands.ring import known_keys
from bot.commands.sentences import Refused
from bot.crypto import DATABASE_FILE, CryptoError, KeyRing
from bot.instance import hold_instance
from bot.settings import Settings
from bot.storage import copies
from bot.storage.copies import Inventory
from bot.storage.database import Database, looking
from bot.storage.errors import BadDatabase
from bot.storage.privacy import rights
from bot.storage.sealed_file import BadFile, open_file, seal_file

_PRIVATE = 0o600


def backup(settings: Settings, file: Path | None) -> int:
    """Write a backup, while the bot runs or not; say so only once it has been opened again."""
    database = settings.data_dir / DATABASE_FILE
    if not database.exists():
        raise Refused(f"Il n’y a rien à sauvegarder : {database} n’existe pas.")
    keys, _ = known_keys(settings)
    target = _target(settings, file)
    with _draft(settings.data_dir) as copy, _draft(target.parent) as sealed:
        taken = copies.take(database, copy)
        _seal(copy, sealed, keys)
        copy.unlink()
        _unseal(sealed, copy, keys)
        if _inspect(copy, keys, database) != taken:
            raise Refused("La sauvegarde relue diffère de la base : elle n’est pas gardée.")
        os.replace(sealed, target)
    print(f"Sauvegarde faite et relue : {target} ({_said(taken)}).")
    print(f"Elle s’ouvre avec la clé « {keys.current_id} », qui n’est pas dedans.")
    if gone := copies.forget_old(settings.data_dir, datetime.now(UTC)):
        print(f"Copies de plus de {copies.KEPT.days} jours effacées : {gone}")
    return 0


def restore(settings: Settings, file: Path) -> int:
    """Put a backup back, once it is proven; the database that was there is kept aside."""
    with hold_instance(settings.data_dir), _draft(settings.data_dir) as copy:
        keys, _ = known_keys(settings)
        _unseal(file, copy, keys)
        found = _inspect(copy, keys, file)
        copies.expect_answers_unknown(copy)
        database = settings.data_dir / DATABASE_FILE
        erased = asyncio.run(_erase_again(settings, file, copy, keys))
        _sync(copy)
        aside = database.with_name(f"entraide-avant-{_stamp()}.db")
        was_there = copies.put_in_place(copy, database, aside)
    print(f"Sauvegarde remise : {file} ({_said(found)}).")
    if was_there:
        print(f"La base qui était là est gardée : {aside}")
    if erased:
        print(f"Personnes effacées depuis cette sauvegarde, et effacées de nouveau : {erased}.")
    print("Ce qui s’est passé depuis n’y est pas.")
    return 0


async def _erase_again(settings: Settings, file: Path, copy: Path, keys: KeyRing) -> int:
    """Erase from a copy, before it is put in place, whoever was erased since it was made.

    The list of the erased is that of the database in place, and of the backups that still open:
    a database is seldom replaced while it can be read.
    """
    known: dict[bytes, str] = {}
    with _draft(settings.data_dir) as other:
        for source in (settings.data_dir / DATABASE_FILE, *_newer(settings, file)):
            for person, at in (await _erased_in(source, other, keys)).items():
                known[person] = max(at, known.get(person, ""))
    if not known:
        return 0
    db = await Database.open(copy, keys)
    try:
        async with db.transaction() as tx:
            return await rights.replay(tx, known, datetime.now(UTC))
    finally:
        await db.close()


def _newer(settings: Settings, file: Path) -> list[Path]:
    folder = settings.data_dir / copies.BACKUPS
    return [path for path in sorted(folder.glob("entraide-*.backup")) if path.name > file.name]


async def _erased_in(source: Path, draft: Path, keys: KeyRing) -> dict[bytes, str]:
    """Return the list of the erased that a database or a backup holds; none where it won't open."""
    try:
        if source.suffix == ".backup":
            draft.unlink(missing_ok=True)
            _unseal(source, draft, keys)
            source = draft
        async with looking(source, keys) as tx:
            return await rights.erasures(tx)
    except (OSError, sqlite3.Error, BadFile, CryptoError):
        return {}


def _target(settings: Settings, file: Path | None) -> Path:
    folder = settings.data_dir / copies.BACKUPS
    if file is None:
        folder.mkdir(mode=0o700, exist_ok=True)
    elif file.is_dir():
        folder = file
    target = file if file and not file.is_dir() else folder / f"entraide-{_stamp()}.backup"
    if target.exists():
        raise Refused(f"{target} existe déjà : donnez un autre nom, rien n’est remplacé.")
    return target


def _stamp() -> str:
    return f"{datetime.now(UTC):{copies.STAMP}}"


@contextmanager
def _draft(folder: Path) -> Iterator[Path]:
    """A name for a file that is not ready, gone at the end whatever happens."""
    path = folder / f"entraide-{token_hex(4)}.draft"
    try:
        yield path
    finally:
        for suffix in ("", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _private(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)


def _seal(copy: Path, sealed: Path, keys: KeyRing) -> None:
    with copy.open("rb") as plain, open(_private(sealed), "wb") as target:
        seal_file(plain, target, keys)
    _sync(sealed)


def _unseal(sealed: Path, copy: Path, keys: KeyRing) -> None:
    with sealed.open("rb") as source, open(_private(copy), "wb") as target:
        open_file(source, target, keys)


def _inspect(copy: Path, keys: KeyRing, origin: Path) -> Inventory:
    try:
        return copies.inspect(copy, keys)
    except BadDatabase as error:
        raise BadDatabase(str(error).replace(str(copy), str(origin))) from None


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _said(inventory: Inventory) -> str:
    files, people = (inventory.rows.get(table, 0) for table in ("applications", "people"))
    return f"version {inventory.version}, {files} demandes, {people} personnes"
