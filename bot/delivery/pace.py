"""The pace at which Telegram accepts messages, and when the next one may leave.

Source of the figures: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
(about 30 messages a second in all, one a second in a chat, 20 a minute in a group).
"""

from __future__ import annotations

from collections import deque

from bot.storage.outbox import Lane

LIMIT, SPAN = 30, 1.0
"""Telegram counts the sends of the last second by its own clock: between the moment when a call
leaves and the moment when it is answered."""

OVERALL_PER_SECOND = 29.8
"""Announcements may take all of it: what people wait for is in a lane that leaves first."""

CATCH_UP = 8
"""How many sends may leave together after a pause, so that a busy moment costs no speed."""

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


class Window:
    """At most so many sends in any span of so many seconds."""

    def __init__(self, span: float, most: int) -> None:
        self._span = span
        self._most = most
        self._sends: deque[float] = deque(maxlen=most)

    def ready_at(self) -> float:
        """Return the first moment (seconds) at which a send is allowed."""
        full = len(self._sends) == self._most
        return self._sends[0] + self._span if full else float("-inf")

    def take(self, now: float) -> None:
        """Count one send."""
        self._sends.append(now)

    def is_idle(self, now: float) -> bool:
        """Tell whether no send counts any more."""
        return not self._sends or self._sends[-1] + self._span <= now


class Pace:
    """When a send may leave, by lane and chat; all times are seconds of the monotonic clock."""

    def __init__(self) -> None:
        self._overall = Spacing(OVERALL_PER_SECOND, burst=CATCH_UP)
        self._answered: deque[float] = deque(maxlen=LIMIT)
        self._bulk = Spacing(OVERALL_PER_SECOND, burst=CATCH_UP)
        self._chats: dict[int, Spacing] = {}
        self._groups: dict[int, Window] = {}
        self._held: dict[int, float] = {}
        self._bulk_held = float("-inf")

    def ready_at(self, lane: Lane, chat_id: int | None, flying: int = 0) -> float:
        """Return the first moment at which a send of this lane to this chat may leave.

        ``flying`` sends have left and are not answered yet: Telegram may count them at any moment.
        """
        if lane is Lane.ACTS:
            return float("-inf")
        moments = [self._overall.ready_at(), self._room_at(flying)]
        if lane is Lane.BULK:
            moments += [self._bulk.ready_at(), self._bulk_held]
        if chat_id is not None:
            moments.append(self._held.get(chat_id, float("-inf")))
            if chat_id in self._chats:
                moments.append(self._chats[chat_id].ready_at())
            if chat_id in self._groups:
                moments.append(self._groups[chat_id].ready_at())
        return max(moments)

    def _room_at(self, flying: int) -> float:
        """Return when the limit has room for one more, for all that Telegram may have counted."""
        counted = len(self._answered) + flying
        if counted < LIMIT or not self._answered:
            return float("-inf")
        return self._answered[min(counted - LIMIT, len(self._answered) - 1)] + SPAN

    def answered(self, lane: Lane, now: float) -> None:
        """Note that a send was answered: Telegram has counted it by now."""
        if lane is not Lane.ACTS:
            self._answered.append(now)

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
                self._groups.setdefault(chat_id, Window(GROUP_WINDOW, GROUP_SENDS)).take(now)

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
