"""The demo's web server: the page, what it is told, what it asks. On loopback alone."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.demo import hood, visitor
from bot.demo.live import Live, Parts
from bot.demo.script import Script
from bot.demo.session import Session, opened
from bot.demo.stories import STORIES
from bot.demo.theatre import Theatre
from bot.demo.views import chat_views, town_view
from bot.simulator.errors import ImpossibleActError
from content import Content

HOST = "127.0.0.1"
PORT = 8080
OWN = re.compile(r"(127\.0\.0\.1|localhost)(:\d+)?")
"""What a browser on this machine names in Host; another name may point here (DNS rebinding)."""

PAGE = Path(__file__).parent / "page"
LANGUAGES = ("fr", "en")
PNG = b"\x89PNG\r\n\x1a\n"
LONGEST_MOVE = timedelta(days=60)
POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

Wanted = dict[str, Any]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Demo:
    """What the page acts on: the session that is open, its story, the weather."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._stack = AsyncExitStack()
        self._changing = asyncio.Lock()
        self.session: Session
        self.theatre: Theatre | None = None
        self.weather = "fair"
        self._titles = {language: _titles(content, language) for language in LANGUAGES}
        """The story bar, in the language of the page, which may not be that of the town."""

    async def open(self, language: str) -> None:
        """Open a fresh town, after closing the one there was."""
        async with self._changing:
            await self._close()
            self.weather = "fair"
            self.session = await self._stack.enter_async_context(opened(language))

    async def close(self) -> None:
        """End the bot, and remove everything."""
        async with self._changing:
            await self._close()

    async def _close(self) -> None:
        if self.theatre is not None:
            await self.theatre.stop()
            self.theatre = None
        await self._stack.aclose()

    def parts(self) -> Parts:
        """Return everything that the page shows, in parts."""
        session = self.session
        return {
            "town": town_view(session.town),
            "clock": {"now": session.town.world.now() // 15 * 15},
            "machine": {
                "robot": _standing(session),
                "weather": self.weather,
                "held": len(session.town.world.updates),
            },
            "stories": self._titles,
            "story": self.theatre.view() if self.theatre else None,
            **{f"chat:{name}": view for name, view in chat_views(session.town).items()},
        }

    async def play(self, name: str, language: str, speed: float) -> None:
        """Play a story in a fresh town. Raises KeyError for one that does not exist."""
        script = Script(self._content, language)
        story = {story.name: story for story in (make(script) for make in STORIES)}[name]
        await self.open(language)
        self.theatre = Theatre(self.session, story, speed)


def _titles(content: Content, language: str) -> list[dict[str, str]]:
    stories = (make(Script(content, language)) for make in STORIES)
    return [{"name": story.name, "title": story.title} for story in stories]


def _standing(session: Session) -> str:
    """Tell whether the bot runs, and whether it has begun to listen."""
    if not session.robot.running:
        return "stopped"
    return "listening" if session.town.world.updates.allowed is not None else "starting"


# What the page asks


async def _act(demo: Demo, wanted: Wanted) -> None:
    visitor.act(demo.session.town, wanted)


async def _reset(demo: Demo, wanted: Wanted) -> None:
    await demo.open(_language(wanted))


async def _story(demo: Demo, wanted: Wanted) -> None:
    await demo.play(str(wanted["name"]), _language(wanted), float(wanted.get("speed", 1)))


async def _pause(demo: Demo, wanted: Wanted) -> None:
    if demo.theatre is not None:
        demo.theatre.pause(paused=bool(wanted["paused"]))


async def _stop(demo: Demo, wanted: Wanted) -> None:
    if demo.theatre is not None:
        await demo.theatre.stop()


async def _speed(demo: Demo, wanted: Wanted) -> None:
    if demo.theatre is not None:
        demo.theatre.speed = float(wanted["speed"])


async def _clock(demo: Demo, wanted: Wanted) -> None:
    by = timedelta(seconds=float(wanted["seconds"]))
    demo.session.clock.move(min(by, LONGEST_MOVE))


async def _weather(demo: Demo, wanted: Wanted) -> None:
    hood.set_weather(demo.session.town, wanted["weather"])
    demo.weather = wanted["weather"]


async def _robot(demo: Demo, wanted: Wanted) -> None:
    robot = demo.session.robot
    await (robot.start() if wanted["run"] else robot.kill())


def _language(wanted: Wanted) -> str:
    if wanted["language"] not in LANGUAGES:
        raise ValueError("this language is not spoken here")
    return str(wanted["language"])


ASKED: dict[str, Callable[[Demo, Wanted], Awaitable[None]]] = {
    "act": _act,
    "reset": _reset,
    "story": _story,
    "pause": _pause,
    "stop": _stop,
    "speed": _speed,
    "clock": _clock,
    "weather": _weather,
    "robot": _robot,
}


# The server


@asynccontextmanager
async def serving(content: Content, port: int = PORT, language: str = "fr") -> AsyncIterator[str]:
    """Serve the page while the block lasts; give its address.

    A port that is taken is replaced by a free one.
    """
    demo = Demo(content)
    await demo.open(language)
    runner = web.AppRunner(application(demo), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        yield await _listen(runner, port)
    finally:
        await runner.cleanup()
        await demo.close()


async def _listen(runner: web.AppRunner, port: int) -> str:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        await web.TCPSite(runner, HOST, 0).start()
    return f"http://{HOST}:{runner.addresses[0][1]}"


def application(demo: Demo) -> web.Application:
    """The page's routes over a demo that is open."""
    door = _Door(demo)
    app = web.Application(middlewares=[_guard], client_max_size=64 * 1024)
    app.add_routes(
        [
            web.get("/", door.page),
            web.get("/events", door.events),
            web.get("/rows", door.rows),
            web.get("/file/{id}", door.file),
            web.post("/ask/{what}", door.ask),
            web.static("/page", PAGE),
        ]
    )
    return app


@web.middleware
async def _guard(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Serve this machine's own page only: another site open in the browser may not act here."""
    origin = request.headers.get("Origin")
    if not OWN.fullmatch(request.host) or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden
    try:
        response = await handler(request)
    except web.HTTPException as error:
        error.headers["Content-Security-Policy"] = POLICY
        raise
    if not response.prepared:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-cache"
    return response


class _Door:
    """The handlers of the routes."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo

    async def page(self, request: web.Request) -> web.FileResponse:
        """The page itself."""
        return web.FileResponse(PAGE / "index.html")

    async def events(self, request: web.Request) -> web.StreamResponse:
        """What the page shows, as it changes (https://html.spec.whatwg.org/#server-sent-events)."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        )
        await response.prepare(request)
        with suppress(ConnectionResetError):  # the page was closed
            async for event in Live(self.demo.parts).changes():
                await response.write(event)
        return response

    async def file(self, request: web.Request) -> web.Response:
        """A file that was sent: a picture to look at, anything else to save."""
        content = self.demo.session.town.world.files.get(request.match_info["id"])
        if content is None:
            raise web.HTTPNotFound
        is_picture = content.startswith(PNG)
        return web.Response(
            body=content,
            content_type="image/png" if is_picture else "application/octet-stream",
            headers={"X-Content-Type-Options": "nosniff"},
        )

    async def rows(self, request: web.Request) -> web.Response:
        """The rows behind what one sees."""
        return web.json_response(await hood.rows_view(self.demo.session))

    async def ask(self, request: web.Request) -> web.Response:
        """Something that the visitor asks for."""
        asked = ASKED.get(request.match_info["what"])
        if asked is None:
            raise web.HTTPNotFound
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            await asked(self.demo, await request.json())
        except ImpossibleActError:
            return web.json_response({"refused": "impossible"}, status=409)
        except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
            return web.json_response({"refused": "unknown"}, status=400)
        return web.json_response({})
