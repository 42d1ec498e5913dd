"""``entraide keys``: which keys seal what, a new one in place of the old, a copy to keep."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from pathlib import Path

from bot.commands.ring import known_keys
from bot.commands.sentences import Refused
from bot.crypto import DATABASE_FILE, KEY_FILE, KeyRing, KeySource, write_keys
from bot.instance import hold_instance
from bot.settings import Settings
from bot.storage import sealed
from bot.storage.database import Database, looking


def show_list(settings: Settings) -> int:
    """Print the id of each key with how many cells it seals; never a key."""
    keys, source = known_keys(settings)
    used = asyncio.run(_used(settings.data_dir / DATABASE_FILE, keys))
    print("SECRET_KEYS" if source is KeySource.SETTINGS else settings.data_dir / KEY_FILE)
    for key_id in keys.ids:
        current = " (courante)" if key_id == keys.current_id else ""
        print(f"  {key_id} : {used[key_id]} données chiffrées{current}")
    missing = sorted(used.keys() - set(keys.ids))
    for key_id in missing:
        print(f"  {key_id} : {used[key_id]} données chiffrées, CLÉ ABSENTE DU TROUSSEAU")
    return 1 if missing else 0


def show_keys(settings: Settings, *, anyway: bool) -> int:
    """Print the keys themselves, to a terminal or where ``anyway`` asks for it."""
    keys, _ = known_keys(settings)
    _refuse_to_leak(anyway)
    print("# Gardez cette ligne ailleurs que sur cette machine : qui l’a peut tout lire.")
    print(f"SECRET_KEYS={keys.dump()}")
    return 0


def rotate(settings: Settings, *, anyway: bool) -> int:
    """Seal everything again under a new key.

    With a key file: the new key is written beside the old one, everything is sealed again in one
    transaction and opened with the new key alone, then the old one leaves the file. Killed at any
    point, the file still opens everything. With SECRET_KEYS, which only the operator can edit,
    the same in two commands.
    """
    with hold_instance(settings.data_dir):
        keys, source = known_keys(settings)
        database = settings.data_dir / DATABASE_FILE
        if not database.exists():
            raise Refused(f"Rien n’est encore chiffré : {database} n’existe pas.")
        if source is KeySource.SETTINGS:
            return _rotate_by_hand(database, keys, anyway=anyway)
        if _is_in_use(keys.current_id, database, keys):
            keys = keys.with_new_key()
            write_keys(keys, settings.data_dir)
        count = asyncio.run(_reseal(database, keys))
        write_keys(keys.without(keys.ids[1:]), settings.data_dir)
    print(f"{count} données chiffrées avec la nouvelle clé « {keys.current_id} », et relues.")
    print("L’ancienne clé n’est plus dans le fichier ; elle seule ouvre les sauvegardes d’avant :")
    print("faites une sauvegarde neuve (entraide backup) et une copie de la clé.")
    return 0


def _rotate_by_hand(database: Path, keys: KeyRing, *, anyway: bool) -> int:
    if _is_in_use(keys.current_id, database, keys) and len(keys.ids) == 1:
        _refuse_to_leak(anyway)
        print("Mettez cette ligne dans vos réglages, puis relancez entraide keys rotate :")
        print(f"SECRET_KEYS={keys.with_new_key().dump()}")
        return 0
    count = asyncio.run(_reseal(database, keys))
    print(f"{count} données chiffrées avec la clé « {keys.current_id} », et relues.")
    if others := keys.ids[1:]:
        print(f"Retirez maintenant de SECRET_KEYS : {', '.join(others)}.")
        print("Les sauvegardes d’avant ne s’ouvrent qu’avec elles : faites-en une neuve.")
    return 0


def _is_in_use(key_id: str, database: Path, keys: KeyRing) -> bool:
    """Tell whether a key seals anything: the new key of a rotation that was cut does not."""
    return asyncio.run(_used(database, keys))[key_id] > 0


async def _used(database: Path, keys: KeyRing) -> Counter[str]:
    if not database.exists():
        return Counter()
    async with looking(database, keys) as tx:
        return await sealed.key_ids(tx)


async def _reseal(database: Path, keys: KeyRing) -> int:
    db = await Database.open(database, keys)
    try:
        async with db.transaction() as tx:
            return await sealed.reseal_all(tx, keys)
    finally:
        await db.close()


def _refuse_to_leak(anyway: bool) -> None:
    if not anyway and not sys.stdout.isatty():
        raise Refused(
            "Une clé ne s’affiche que dans un terminal : ajoutez --show pour l’écrire ailleurs."
        )
