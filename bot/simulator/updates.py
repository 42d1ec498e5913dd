"""The queue of updates that wait for the bot, with Telegram's rules for losing them.

An update lives 24 hours, a press 150 seconds; kinds that ``allowed_updates`` leaves out are
never queued (Bot API, getUpdates).
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from itertools import islice

from bot.simulator.models import Raw

DAY = 24 * 3600
PRESS_LIFE = 150
QUIET_WEEK = 7 * DAY
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only when they are named."""

Queued = tuple[int, float, Raw]


class UpdateQueue:
    """Updates in the order they happened. ``now`` gives seconds since 1970."""

    def __init__(self, now: Callable[[], float], chance: random.Random) -> None:
        self._now = now
        self._chance = chance
        self._waiting: deque[Queued] = deque()
        self._next_id = chance.randrange(100_000_000, 900_000_000)
        self._last_at = now()
        self._confirmed: int | None = None
        self.allowed: frozenset[str] | None = None
        self.listeners: list[Callable[[], None]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def append(self, kind: str, payload: Raw) -> int | None:
        """Queues an update of this kind; returns its id, or None when the bot didn't ask for it."""
        wanted = kind not in UNASKED if self.allowed is None else kind in self.allowed
        if not wanted:
            return None
        now = self._now()
        if now - self._last_at > QUIET_WEEK:
            self._next_id = self._chance.randrange(100_000_000, 900_000_000)
        update_id = self._next_id
        life = PRESS_LIFE if kind == "callback_query" else DAY
        self.push({"update_id": update_id, kind: payload}, life)
        return update_id

    def push(self, raw: Raw, life: float = DAY) -> None:
        """Queues a whole raw update as it is, its id included."""
        self._last_at = self._now()
        self._waiting.append((raw["update_id"], self._last_at + life, raw))
        self._next_id = raw["update_id"] + 1
        for listener in self.listeners:
            listener()

    def next_id(self) -> int:
        """The id that the next update will bear."""
        return self._next_id

    def confirm(self, offset: int | None) -> None:
        """Forgets the updates before ``offset``; a negative one keeps only the last so many.

        After a quiet week ids start anew, maybe lower: an offset that was already confirmed then
        takes nothing away.
        """
        if not offset or offset - 1 == self._confirmed:
            return
        if offset < 0:
            while len(self._waiting) > -offset:
                self._confirmed = self._waiting.popleft()[0]
            return
        while self._waiting and self._waiting[0][0] < offset:
            self._confirmed = self._waiting.popleft()[0]

    def read(self, limit: int = 100) -> list[Raw]:
        """The first updates that are still alive, at most ``limit``; they stay queued."""
        now = self._now()
        while self._waiting and self._waiting[0][1] <= now:
            self._waiting.popleft()
        return [raw for _, end, raw in islice(self._waiting, limit) if end > now]

    def clear(self) -> None:
        """Drops everything that waits."""
        self._waiting.clear()
