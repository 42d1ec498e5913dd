"""Bad weather on demand: limits, server errors, lost connections, slowness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.simulator.errors import ApiError, ConnectionCutError

Kind = Literal["429", "500", "refuse", "cut_before", "cut_after", "slow"]


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next ``times`` calls of ``method`` (any method when None).

    ``429`` asks to wait ``retry_after`` seconds; ``500`` fails without doing anything; ``refuse``
    answers ``error_code`` and ``description``; ``cut_before`` refuses the connection;
    ``cut_after`` does the thing and loses the answer; ``slow`` answers after ``seconds``.
    """

    method: str | None = None
    kind: Kind = "500"
    times: int = 1
    retry_after: int = 5
    seconds: float = 0.0
    error_code: int = 400
    description: str = "Bad Request: refused"

    def error(self) -> Exception | None:
        """What to raise before anything is done, if anything."""
        if self.kind == "429":
            return too_many(self.retry_after)
        if self.kind == "500":
            return ApiError(500, "Internal Server Error")
        if self.kind == "refuse":
            return ApiError(self.error_code, self.description)
        if self.kind == "cut_before":
            return ConnectionCutError(done=False)
        return None


def too_many(retry_after: int) -> ApiError:
    """The error 429 of Telegram."""
    parameters = {"retry_after": retry_after}
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", parameters)


class Faults:
    """The faults that wait for a call to hit."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Lets this happen to the next calls it matches; returns the fault."""
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        """Good weather again."""
        self._waiting.clear()

    def __bool__(self) -> bool:
        """Whether some call may still be hit."""
        return bool(self._waiting)

    def take(self, method: str) -> Fault | None:
        """The fault that hits a call of ``method`` now, used up once."""
        for fault in self._waiting:
            if fault.method is None or fault.method.lower() == method.lower():
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
