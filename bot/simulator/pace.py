"""The pace that Telegram asks of a bot: 30 sends a second, 1 a second in a chat, 20 a minute in a
group (Bot API, FAQ, "My bot is hitting limits")."""

from __future__ import annotations

import math
from collections import deque

OVERALL = 30
BURST = 3
GROUP_PER_MINUTE = 20


class Pace:
    """Counts sends by the clock. Times are seconds since 1970."""

    def __init__(self) -> None:
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._credit: dict[int, tuple[float, float]] = {}

    def check(self, chat_id: int, now: float) -> int | None:
        """Counts one send; or, when it comes too early, the whole seconds to wait."""
        waits = [_wait(self._all, now, 1.0, OVERALL), self._chat_wait(chat_id, now)]
        group = self._groups.setdefault(chat_id, deque()) if chat_id < 0 else None
        if group is not None:
            waits.append(_wait(group, now, 60.0, GROUP_PER_MINUTE))
        wait = max(waits)
        if wait > 0:
            return max(1, math.ceil(wait))
        self._all.append(now)
        self._credit[chat_id] = (self._refilled(chat_id, now) - 1, now)
        if group is not None:
            group.append(now)
        return None

    def _refilled(self, chat_id: int, now: float) -> float:
        credit, at = self._credit.get(chat_id, (float(BURST), now))
        return min(float(BURST), credit + now - at)

    def _chat_wait(self, chat_id: int, now: float) -> float:
        return max(0.0, 1.0 - self._refilled(chat_id, now))


def _wait(sent: deque[float], now: float, span: float, most: int) -> float:
    """How long until fewer than ``most`` sends lie within ``span`` seconds."""
    while sent and sent[0] <= now - span:
        sent.popleft()
    return sent[0] + span - now if len(sent) >= most else 0.0
