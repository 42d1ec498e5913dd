"""What can go wrong with the database, as sentences, and what must stop all work."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_STOPPING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOTADB,
    }
)


class BadDatabase(Exception):
    """La base de données ne peut pas être utilisée."""

    @classmethod
    def damaged(cls, path: Path) -> BadDatabase:
        """The file fails SQLite's own check."""
        return cls(
            f"La base de données {path} est endommagée. Rien n’a été modifié. Restaurez la "
            "dernière sauvegarde : entraide restore FICHIER."
        )

    @classmethod
    def newer(cls, found: int, known: int) -> BadDatabase:
        """The file was written by a later version of this program."""
        return cls(
            f"La base de données est à la version {found}, ce programme connaît la version "
            f"{known}. Installez la version plus récente du programme."
        )


def stops_work(error: BaseException) -> bool:
    """Tell whether an error means that the database itself cannot work now.

    Such an error (locked, full, input/output: https://www.sqlite.org/rescode.html) is nobody's
    fault but the machine's: work waits, and no attempt is counted against the row being worked.
    """
    if not isinstance(error, sqlite3.Error):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _STOPPING
