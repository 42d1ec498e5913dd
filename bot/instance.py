"""The lock by which one process at a time works on a data folder."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK_FILE = "entraide.lock"

_ATTEMPTS = 4
_REST = 0.05
"""Seconds. Whoever asks if the folder is held has the lock for an instant: a start outlasts it."""


class AlreadyRunning(Exception):
    """Entraide tourne déjà sur ce dossier de données."""


@contextmanager
def hold_instance(data_dir: Path) -> Iterator[None]:
    """Hold the data folder, made if absent, until the end of the block or of the process.

    The kernel frees the lock with the process, however it dies (flock(2)): there is never a
    stale lock to remove by hand. Raises AlreadyRunning when another process holds it.
    """
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data_dir / LOCK_FILE).open("ab") as file:
        if not any(_lock(file, fcntl.LOCK_EX, attempt) for attempt in range(_ATTEMPTS)):
            raise AlreadyRunning(
                f"Entraide tourne déjà sur le dossier {data_dir} : arrêtez d’abord l’autre "
                "processus, ou donnez un autre DATA_DIR."
            )
        yield


def is_held(data_dir: Path) -> bool:
    """Tell whether a process holds the data folder; the question makes no file."""
    try:
        with (data_dir / LOCK_FILE).open("rb") as file:
            return not _lock(file, fcntl.LOCK_SH)
    except FileNotFoundError:
        return False


def _lock(file: IO[bytes], kind: int, attempt: int = 0) -> bool:
    """Try to take the lock; from the second attempt on, after a rest."""
    time.sleep(_REST if attempt else 0)
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
