"""The inbox rows that are no update: what came back, what is due, what happened."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram.ext import BaseHandler

from handlers.context import Context


@dataclass(frozen=True, slots=True)
class Result:
    """What a call returned, or the reason for which Telegram refused it."""

    wants: str
    ok: bool
    value: Any
    reason: str
    echo: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """Something of the agenda whose time has come; ``key`` says what it is about."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, told by one feature or by the machine to the others."""

    name: str
    content: dict[str, Any]


Row = Result | Due | Fact


class RowHandler(BaseHandler[Any, Context, None]):
    """Routes one kind of row of one name to its callback."""

    def __init__(
        self,
        kind: type[Row],
        name: str,
        callback: Callable[[Any, Context], Coroutine[Any, Any, None]],
    ) -> None:
        super().__init__(callback)
        self._kind = kind
        self._name = name

    def check_update(self, update: object) -> bool:
        """Tell whether the row is of this kind and name."""
        if not isinstance(update, self._kind):
            return False
        name = update.wants if isinstance(update, Result) else update.name
        return name == self._name


def read_row(kind: str, payload: dict[str, Any]) -> Row:
    """Return the row that an inbox payload describes."""
    match kind:
        case "result":
            return Result(
                payload["wants"],
                payload["ok"],
                payload.get("result"),
                payload.get("reason", ""),
                payload["echo"],
            )
        case "due":
            return Due(payload["due"], payload["key"])
    return Fact(payload["fact"], {k: v for k, v in payload.items() if k != "fact"})
