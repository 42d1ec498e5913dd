"""The HTTP door: the embedded Bot API on loopback, for any bot that speaks HTTP."""

from __future__ import annotations

import contextlib
import ipaddress
import json
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from bot.simulator.api import Api
from bot.simulator.errors import ConformityError, ConnectionCutError
from bot.simulator.schema import Upload

LARGEST_BODY = 50 * 1024 * 1024


@contextlib.asynccontextmanager
async def serve(
    api: Api, host: str = "127.0.0.1", port: int = 0, *extra_routes: web.RouteDef
) -> AsyncIterator[str]:
    """Serves ``api`` while the context lasts; yields the base URL, without a final slash.

    Port 0 takes a free one. Raises ValueError for a host that is not loopback.
    """
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ValueError(f"the embedded Bot API listens on loopback only, not on {host}")
    runner = web.AppRunner(application(api, *extra_routes), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0]
        name = f"[{bound[0]}]" if ":" in bound[0] else bound[0]
        yield f"http://{name}:{bound[1]}"
    finally:
        await runner.cleanup()


def application(api: Api, *extra_routes: web.RouteDef) -> web.Application:
    """The web application over ``api``, with the routes of Telegram's own server."""
    door = _Door(api)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.add_routes(
        [
            web.get("/file/bot{token}/files/{file_id}", door.file),
            web.route("*", "/bot{token}/{method}", door.call),
            *extra_routes,
        ]
    )
    return app


class _Door:
    """The handlers of the routes."""

    def __init__(self, api: Api) -> None:
        self.api = api

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One method of the Bot API."""
        if request.method not in ("GET", "POST"):
            return _error(405, "Method Not Allowed")
        if request.match_info["token"] != self.api.world.token:
            return _error(401, "Unauthorized")
        try:
            params = await _parameters(request)
            status, body = await self.api.answer(request.match_info["method"], params)
        except ConnectionCutError:
            return _hang_up(request)
        except ConformityError as error:
            return _error(400, f"Bad Request: {error}")
        return web.Response(status=status, body=body, content_type="application/json")

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file that getFile named."""
        if request.match_info["token"] != self.api.world.token:
            return _error(401, "Unauthorized")
        content = self.api.world.files.get(request.match_info["file_id"])
        return _error(404, "Not Found") if content is None else web.Response(body=content)


def _error(code: int, description: str) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response(body, status=code)


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Closes the socket without a word: what a client meets when the network breaks."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _parameters(request: web.Request) -> dict[str, Any]:
    """The parameters of a call, wherever they stand: query, JSON or a form."""
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        raw = await request.read()
        params |= json.loads(raw) if raw else {}
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            params[name] = _form_value(value)
    return _attached(params)


def _form_value(value: Any) -> Any:
    if isinstance(value, web.FileField):
        return Upload(value.filename, value.file.read())
    return value


def _attached(params: dict[str, Any]) -> dict[str, Any]:
    """Puts the files that parameters name as ``attach://name`` in their place."""
    named = {
        name: value.removeprefix("attach://")
        for name, value in params.items()
        if isinstance(value, str) and value.startswith("attach://")
    }
    inside = {name: params[part] for name, part in named.items() if part in params}
    used = set(named.values())
    return {name: value for name, value in params.items() if name not in used} | inside
