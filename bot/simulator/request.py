"""The in-process door: python-telegram-bot speaks to an Api without any network."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.simulator.api import Api
from bot.simulator.errors import ConnectionCutError
from bot.simulator.schema import Upload

UNAUTHORIZED = (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}')
NOT_FOUND = (404, b'{"ok":false,"error_code":404,"description":"Not Found"}')


class SimulatorRequest(BaseRequest):
    """A transport for ``telegram.Bot`` over ``api``.

    ``cut_before`` raises NetworkError caused by ConnectionRefusedError, ``cut_after`` raises
    TimedOut caused by TimeoutError, as a real transport does.
    """

    def __init__(self, api: Api) -> None:
        self.api = api

    @property
    def read_timeout(self) -> float | None:
        """Nothing times out by itself in process."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **named_timeouts: Any,
    ) -> tuple[int, bytes]:
        """Answers the call that ``url`` and ``request_data`` describe; timeouts don't apply."""
        head, _, name = unquote(url).rpartition("/")
        if "/file/bot" in head:
            return self._file(head, name)
        if not head.endswith(f"bot{self.api.world.token}"):
            return UNAUTHORIZED
        try:
            return await self.api.answer(
                name, _parameters(request_data), patient=not self.api.instant
            )
        except ConnectionCutError as cut:
            raise _as_telegram_error(cut) from _cause(cut)

    def _file(self, head: str, name: str) -> tuple[int, bytes]:
        if f"/file/bot{self.api.world.token}/" not in f"{head}/":
            return UNAUTHORIZED
        content = self.api.world.files.get(name)
        return NOT_FOUND if content is None else (200, content)


def _parameters(data: RequestData | None) -> dict[str, Any]:
    """The parameters of a call, uploads in their place."""
    if data is None:
        return {}
    params: dict[str, Any] = dict(data.parameters)
    if data.contains_files:
        for name, (filename, content, _) in data.multipart_data.items():
            body = content if isinstance(content, bytes) else content.read()
            params[name] = Upload(filename, body)
    return params


def _as_telegram_error(cut: ConnectionCutError) -> NetworkError:
    return TimedOut() if cut.done else NetworkError("httpx.ConnectError: connection refused")


def _cause(cut: ConnectionCutError) -> OSError:
    return TimeoutError("read timed out") if cut.done else ConnectionRefusedError(111, "refused")
