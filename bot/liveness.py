"""The sign of life: a small file by which other processes know when the bot last heard Telegram."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

ALIVE_FILE = "alive"
EVERY_SECONDS = 5.0
DEAF_AFTER = timedelta(minutes=2)
"""A bot that heard nothing of Telegram for so long is taken for deaf."""

_LENGTH = 256


@dataclass(frozen=True, slots=True)
class SignOfLife:
    """When the bot wrote this, last polled Telegram with success, last ended a batch of rows."""

    at: datetime
    polled_at: datetime
    worked_at: datetime
    conflict: bool
    """Whether another program polls with the same token."""


class SignWriter:
    """Writes the sign, always in the same place and the same length.

    A disk that fills up later has no say: the room is taken once, when the bot starts. Removed at
    the end, so that a bot that stopped by itself leaves none.
    """

    def __init__(self, data_dir: Path) -> None:
        """Raises OSError when the file can't be made."""
        self._path = data_dir / ALIVE_FILE
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        os.pwrite(self._file, b" " * _LENGTH, 0)

    def write(self, sign: SignOfLife) -> None:
        """Write a sign in place of the one before; a disk that refuses leaves the old one."""
        moments = {
            "at": sign.at.isoformat(),
            "polled_at": sign.polled_at.isoformat(),
            "worked_at": sign.worked_at.isoformat(),
        }
        line = json.dumps({**moments, "conflict": sign.conflict}).ljust(_LENGTH - 1) + "\n"
        with suppress(OSError):
            os.pwrite(self._file, line.encode(), 0)

    def close(self) -> None:
        """Remove the file."""
        os.close(self._file)
        self._path.unlink(missing_ok=True)


def read_sign(data_dir: Path) -> SignOfLife | None:
    """Return the last sign; None where there is none, or none that can be read."""
    try:
        known = json.loads((data_dir / ALIVE_FILE).read_bytes())
        return SignOfLife(
            at=datetime.fromisoformat(known["at"]),
            polled_at=datetime.fromisoformat(known["polled_at"]),
            worked_at=datetime.fromisoformat(known["worked_at"]),
            conflict=bool(known["conflict"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
