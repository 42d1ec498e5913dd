"""``entraide audit``: whether the chain of what was decided holds, line after line."""

from __future__ import annotations

import asyncio

from bot.commands.sentences import Refused
from bot.crypto import DATABASE_FILE, KeyRing
from bot.settings import Settings
from bot.storage import audit
from bot.storage.audit import Broken, Intact
from bot.storage.database import looking

_HOW = {
    "missing": "il manque des lignes juste avant elle, ou elle n’est pas à sa place",
    "changed": "elle n’est plus telle qu’elle a été écrite",
    "chain": "elle ne suit pas la ligne d’avant",
    "cut": "la chaîne s’arrête là, et l’empreinte donnée n’y est pas : la fin a été coupée",
}


def verify(settings: Settings, noted: str = "") -> int:
    """Follow the chain of the audit; return 1 where it is broken.

    ``noted`` is a head that somebody kept, from a weekly digest: the chain must still hold it.
    Raises Refused where there is no database.
    """
    path = settings.data_dir / DATABASE_FILE
    if not path.exists():
        raise Refused(f"Rien n’a encore été décidé : {path} n’existe pas.")
    found = asyncio.run(_verify(settings, noted.strip().lower()))
    if isinstance(found, Broken):
        print(f"✗ Registre rompu à la ligne {found.seq} : {_HOW[found.how]}.")
        return 1
    print(f"✓ Registre intact : {found.count} lignes, empreinte {found.head or 'aucune'}")
    if not noted:
        print("  Comparez avec le bilan de la semaine : entraide audit verify --head EMPREINTE")
    return 0


async def _verify(settings: Settings, noted: str) -> Intact | Broken:
    # What is read here is not sealed: a ring that opens nothing will do.
    async with looking(settings.data_dir / DATABASE_FILE, KeyRing.new()) as tx:
        return await audit.verify(tx, noted)
