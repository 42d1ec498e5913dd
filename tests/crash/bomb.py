"""What kills a bot: at the n-th commit or call, just before or just after, or at any moment."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import aiosqlite

from bot.delivery import AiohttpRequest


@dataclass(frozen=True)
class Fuse:
    """Where a life ends.

    ``point`` is ``commit``, ``call`` (to the Bot API), ``served`` (a poll that brought updates),
    ``moment`` (``after`` counts seconds) or ``never``.
    """

    point: str = "never"
    after: float = 1
    """Which one, counted from the start."""
    side: str = "after"
    """``before`` it is done, or ``after``."""


class Bomb:
    """Counts what passes and kills this process, without warning, where its fuse says."""

    def __init__(self, fuse: Fuse) -> None:
        self._fuse = fuse
        self._passed: Counter[str] = Counter()

    @contextlib.contextmanager
    def around(self, point: str) -> Iterator[None]:
        """Count something the process does, and die before or after it if it is the one."""
        self._passed[point] += 1
        number = self._passed[point]
        self._die_at(point, number, "before")
        yield
        self._die_at(point, number, "after")

    def _die_at(self, *moment: object) -> None:
        if moment == (self._fuse.point, self._fuse.after, self._fuse.side):
            os.kill(os.getpid(), signal.SIGKILL)

    def lay(self) -> None:
        """Lay the bomb under the database and the transport."""
        self._under_commits()
        self._under_calls()
        if self._fuse.point == "moment":
            kill = threading.Timer(self._fuse.after, os.kill, (os.getpid(), signal.SIGKILL))
            kill.daemon = True
            kill.start()

    def _under_commits(self) -> None:
        commit = aiosqlite.Connection.commit

        async def commit_or_die(connection: aiosqlite.Connection) -> None:
            with self.around("commit"):
                await commit(connection)

        aiosqlite.Connection.commit = commit_or_die

    def _under_calls(self) -> None:
        do_request = AiohttpRequest.do_request

        async def do_or_die(request: AiohttpRequest, url: str, *args: Any, **kwargs: Any) -> Any:
            if not url.endswith("/getUpdates"):
                with self.around("call"):
                    return await do_request(request, url, *args, **kwargs)
            answer = await do_request(request, url, *args, **kwargs)
            if b"update_id" in answer[1]:
                with self.around("served"):
                    pass
            return answer

        AiohttpRequest.do_request = do_or_die
