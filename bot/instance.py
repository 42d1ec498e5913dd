"""The lock by which one process at a time works on a data folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK_FILE = "entraide.lock"


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
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"Entraide tourne déjà sur le dossier {data_dir} : arrêtez d’abord l’autre "
                "processus, ou donnez un autre DATA_DIR."
            ) from None
        yield
