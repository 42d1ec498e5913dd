"""``entraide backup`` and ``entraide restore``: a sealed copy, proven by opening it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from bot.commands.ring import known_keys
from bot.commands.sentences import Refused
from bot.crypto import DATABASE_FILE, KeyRing
from bot.instance import hold_instance
from bot.settings import Settings
from bot.storage import copies
from bot.storage.copies import Inventory
from bot.storage.errors import BadDatabase
from bot.storage.sealed_file import open_file, seal_file

FOLDER = "backups"
KEPT = timedelta(days=35)
"""How long a backup holds what people have had erased since: what the privacy policy says."""

_PRIVATE = 0o600
_STAMP = "%Y%m%d-%H%M%S"


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
    for old in _outdated(settings.data_dir / FOLDER, datetime.now(UTC)):
        old.unlink()
        print(f"Sauvegarde de plus de {KEPT.days} jours effacée : {old.name}")
    return 0


def _outdated(folder: Path, now: datetime) -> list[Path]:
    """Return the backups of the usual folder and name that are kept no longer, by their name."""
    oldest = f"entraide-{now - KEPT:{_STAMP}}.backup"
    return sorted(file for file in folder.glob("entraide-*-*.backup") if file.name < oldest)


def restore(settings: Settings, file: Path) -> int:
    """Put a backup back, once it is proven; the database that was there is kept aside."""
    with hold_instance(settings.data_dir), _draft(settings.data_dir) as copy:
        keys, _ = known_keys(settings)
        _unseal(file, copy, keys)
        found = _inspect(copy, keys, file)
        copies.expect_answers_unknown(copy)
        _sync(copy)
        database = settings.data_dir / DATABASE_FILE
        aside = database.with_name(f"entraide-avant-{_stamp()}.db")
        was_there = copies.put_in_place(copy, database, aside)
    print(f"Sauvegarde remise : {file} ({_said(found)}).")
    if was_there:
        print(f"La base qui était là est gardée : {aside}")
    print("Ce qui s’est passé depuis n’y est pas, et ce qui a été effacé depuis y est de nouveau.")
    return 0


def _target(settings: Settings, file: Path | None) -> Path:
    folder = settings.data_dir / FOLDER
    if file is None:
        folder.mkdir(mode=0o700, exist_ok=True)
    elif file.is_dir():
        folder = file
    target = file if file and not file.is_dir() else folder / f"entraide-{_stamp()}.backup"
    if target.exists():
        raise Refused(f"{target} existe déjà : donnez un autre nom, rien n’est remplacé.")
    return target


def _stamp() -> str:
    return f"{datetime.now(UTC):{_STAMP}}"


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
