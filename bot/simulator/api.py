"""The Bot API over a world: one call in, one result or Telegram's error out."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator import (
    methods_bot,
    methods_edits,
    methods_links,
    methods_members,
    methods_messages,
)
from bot.simulator.errors import ApiError, ConformityError, ConnectionCutError
from bot.simulator.faults import Fault, Faults, too_many
from bot.simulator.models import Raw
from bot.simulator.pace import Pace
from bot.simulator.schema import METHODS, Method, read
from bot.simulator.world import World

Handler = Callable[[World, Raw], Any]

HANDLERS: dict[str, Handler] = {
    **methods_bot.HANDLERS,
    **methods_messages.HANDLERS,
    **methods_edits.HANDLERS,
    **methods_members.HANDLERS,
    **methods_links.HANDLERS,
}
PACED = frozenset({"sendMessage", "sendPhoto", "sendDocument", "copyMessage", "forwardMessage"})
LONGEST_POLL = 50
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came, with its result or its error, and when (seconds since 1970)."""

    method: str
    params: Raw
    at: float
    result: Any = None
    error: ApiError | None = None


class Api:
    """The methods of the Bot API. ``call`` does one; the doors use ``answer``, which also waits
    for updates and lets the faults happen.

    ``strict`` raises ConformityError on what the Bot API does not document; ``instant`` makes
    getUpdates answer at once in process (over HTTP it always waits); ``conflict`` makes it
    answer 409; ``enforce_pace`` makes sending too fast answer 429.
    """

    def __init__(self, world: World, *, strict: bool = True, instant: bool = True) -> None:
        self.world = world
        self.strict = strict
        self.instant = instant
        self.enforce_pace = False
        self.conflict = False
        self.keep_calls = True
        self.calls: list[Call] = []
        self.nonconformities: list[str] = []
        self.faults = Faults()
        self.pace = Pace()
        self._arrival = asyncio.Event()
        self.polls_cut_short = 0
        self._polls = 0
        world.updates.listeners.append(self._arrival.set)

    def call(self, method: str, params: Raw | None = None) -> Any:
        """Does one call and returns what Telegram puts in ``result``.

        Raises ApiError as Telegram refuses, ConformityError for a call it doesn't document.
        """
        known = METHODS.get(method.lower())
        if known is None:
            raise ApiError(404, "Not Found")
        try:
            result = self._do(known, params or {})
        except ApiError as error:
            self._log(known, params, error=error)
            raise
        except ConformityError as error:
            self.nonconformities.append(str(error))
            raise
        if isinstance(result, dict):
            result = dict(result)
        self._log(known, params, result=result)
        return result

    def _do(self, method: Method, params: Raw) -> Any:
        typed = read(method, params, self.strict)
        if self.enforce_pace and method.name in PACED:
            chat_id = typed["chat_id"]
            wait = self.pace.check(chat_id if isinstance(chat_id, int) else 0, self.world.seconds())
            if wait is not None:
                raise too_many(wait)
        return HANDLERS[method.name](self.world, typed)

    def _log(self, method: Method, params: Raw | None, **outcome: Any) -> None:
        """Keeps the call; polls that bring nothing are not worth a line."""
        if self.keep_calls and (outcome.get("result") != []):
            now = self.world.seconds()
            self.calls.append(Call(method.name, dict(params or {}), now, **outcome))

    def made(self, method: str) -> list[Raw]:
        """The parameters of the calls of this method that succeeded, oldest first."""
        return [call.params for call in self.calls if call.method == method and not call.error]

    async def answer(self, method: str, params: Raw, *, patient: bool = True) -> tuple[int, bytes]:
        """The HTTP status and the JSON body of one call; a ``patient`` one waits for updates.

        Raises ConnectionCutError where a fault cuts the connection.
        """
        try:
            fault = self.faults.take(method)
            await self._suffer(fault)
            if method.lower() == "getupdates":
                result = await self._poll(params, patient)
            else:
                result = self.call(method, params)
        except ApiError as error:
            return error.error_code, json.dumps(error.body()).encode()
        if fault is not None and fault.kind == "cut_after":
            raise ConnectionCutError(done=True)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _suffer(self, fault: Fault | None) -> None:
        if fault is None:
            return
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if error := fault.error():
            raise error

    async def _poll(self, params: Raw, patient: bool) -> list[Raw]:
        """Holds a poll until something arrives; a second poll ends the first with a conflict."""
        if self.conflict:
            raise ApiError(409, CONFLICT)
        self._polls += 1
        poll = self._polls
        self._arrival.set()
        await asyncio.sleep(0)
        self._arrival.clear()
        updates: list[Raw] = self.call("getUpdates", params)
        wait = min(int(params.get("timeout") or 0), LONGEST_POLL) if patient else 0
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                while not updates:
                    await self._arrival.wait()
                    self._arrival.clear()
                    if poll != self._polls:
                        self.polls_cut_short += 1
                        raise ApiError(409, CONFLICT)
                    updates = self.call("getUpdates", params)
        return updates
