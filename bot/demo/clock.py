"""The clock of the town, which starts on a chosen evening and is moved forward at will."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

TIMEZONE = "America/Toronto"
START = datetime(2026, 11, 24, 18, 30, tzinfo=ZoneInfo(TIMEZONE))
"""A Tuesday evening, before the hour from which cards are silent."""


class TownClock:
    """The machine's time, moved; the bot reads by how much in ``file`` (CLOCK_OFFSET_FILE)."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._offset = START - datetime.now(UTC)
        self._write()

    def now(self) -> datetime:
        """Return the time in the town, in UTC."""
        return datetime.now(UTC) + self._offset

    def move(self, by: timedelta) -> None:
        """Move forward; time never goes back."""
        if by < timedelta(0):
            raise ValueError("time never goes back")
        self._offset += by
        self._write()

    def _write(self) -> None:
        """Replace the file at once: the bot may be reading it."""
        draft = self._file.with_suffix(".new")
        draft.write_text(str(self._offset.total_seconds()), "ascii")
        os.replace(draft, self._file)
