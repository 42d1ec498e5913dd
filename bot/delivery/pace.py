"""The pace at which Telegram accepts messages, and when the next one may leave.

Source of the figures: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
(about 30 messages a second in all, one a second in a chat, 20 a minute in a group).
"""

from __future__ import annotations

from collections import deque

from bot.storage.outbox import Lane

OVERALL_PER_SECOND = 29.0
"""Just under the limit of 30, so that clock drift between two machines earns no refusal."""

BULK_PER_SECOND = 26.0
"""What announcements may take; the rest stays free for people."""

GROUP_WINDOW, GROUP_SENDS = 60.0, 20
SLOWEST_BULK = 5.0
SLOWDOWN = 0.9
"""A refused announcement slows the following ones by a tenth."""


class Spacing:
    """Sends evenly spaced, with a short burst after a silence (generic cell rate algorithm)."""

    def __init__(self, per_second: float, burst: int) -> None:
        self.interval = 1.0 / per_second
        self.tolerance = (burst - 1) * self.interval
        self.next = float("-inf")

    def ready_at(self) -> float:
        """Return the first moment (seconds) at which a send is allowed."""
        return self.next - self.tolerance

    def take(self, now: float) -> None:
        """Count one send."""
        self.next = max(self.next, now) + self.interval


class GroupWindow:
    """At most 20 sends in any 60 seconds."""

    def __init__(self) -> None:
        self._sends: deque[float] = deque(maxlen=GROUP_SENDS)

    def ready_at(self) -> float:
        """Return the first moment (seconds) at which a send is allowed."""
        full = len(self._sends) == GROUP_SENDS
        return self._sends[0] + GROUP_WINDOW if full else float("-inf")

    def take(self, now: float) -> None:
        """Count one send."""
        self._sends.append(now)

    def is_idle(self, now: float) -> bool:
        """Tell whether no send counts any more."""
        return not self._sends or self._sends[-1] + GROUP_WINDOW <= now


class Pace:
    """When a send may leave, by lane and chat; all times are seconds of the monotonic clock."""

    def __init__(self) -> None:
        self._overall = Spacing(OVERALL_PER_SECOND, burst=2)
        self._bulk = Spacing(BULK_PER_SECOND, burst=1)
        self._chats: dict[int, Spacing] = {}
        self._groups: dict[int, GroupWindow] = {}
        self._held: dict[int, float] = {}
        self._bulk_held = float("-inf")

    def ready_at(self, lane: Lane, chat_id: int | None) -> float:
        """Return the first moment at which a send of this lane to this chat may leave."""
        if lane is Lane.ACTS:
            return float("-inf")
        moments = [self._overall.ready_at()]
        if lane is Lane.BULK:
            moments += [self._bulk.ready_at(), self._bulk_held]
        if chat_id is not None:
            moments.append(self._held.get(chat_id, float("-inf")))
            if chat_id in self._chats:
                moments.append(self._chats[chat_id].ready_at())
            if chat_id in self._groups:
                moments.append(self._groups[chat_id].ready_at())
        return max(moments)

    def take(self, lane: Lane, chat_id: int | None, now: float) -> None:
        """Count one send."""
        if lane is Lane.ACTS:
            return
        self._overall.take(now)
        if lane is Lane.BULK:
            self._bulk.take(now)
        if chat_id is not None:
            self._chats.setdefault(chat_id, Spacing(1.0, burst=3)).take(now)
            if chat_id < 0:
                self._groups.setdefault(chat_id, GroupWindow()).take(now)

    def refused(self, lane: Lane, chat_id: int | None, now: float, seconds: float) -> None:
        """Learn a 429: the chat waits, and announcements wait and slow down."""
        if chat_id is not None:
            self._held[chat_id] = now + seconds
        if lane is Lane.BULK:
            self._bulk_held = now + seconds
            self._bulk.interval = min(self._bulk.interval / SLOWDOWN, 1 / SLOWEST_BULK)

    def forget_idle(self, now: float) -> None:
        """Drop what is known of chats that may send at once anyway."""
        self._chats = {chat: s for chat, s in self._chats.items() if s.next > now}
        self._groups = {chat: g for chat, g in self._groups.items() if not g.is_idle(now)}
        self._held = {chat: until for chat, until in self._held.items() if until > now}
