"""The demo's server: for this machine's own page alone, wherever a port is free."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.session import Session, opened
from bot.demo.web import Demo, application, serving
from content import load

ASK = {"do": "write", "who": "lea", "place": "private", "text": "Bonjour"}


@pytest.fixture
async def page() -> object:
    """The address of a page, served in this process."""
    async with serving(load(), port=0) as address:
        yield address


async def asked(address: str, what: str, wanted: object, **headers: str) -> int:
    async with aiohttp.ClientSession() as web:
        body = json.dumps(wanted)
        headers = {"Content-Type": "application/json", **headers}
        async with web.post(f"{address}/ask/{what}", data=body, headers=headers) as answer:
            return answer.status


async def test_the_page_may_act_and_other_sites_may_not(page: str) -> None:
    assert await asked(page, "act", ASK) == 200
    assert await asked(page, "act", ASK, Origin=page) == 200
    assert await asked(page, "act", ASK, Origin="https://elsewhere.example") == 403
    assert await asked(page, "act", ASK, Host="elsewhere.example") == 403
    assert await asked(page, "act", ASK, Host="[") == 403
    assert await asked(page, "act", ASK, **{"Content-Type": "text/plain"}) == 415


@pytest.mark.parametrize(
    ("what", "wanted", "status"),
    [
        ("act", {**ASK, "who": "nobody"}, 400),
        ("act", {**ASK, "place": "elsewhere"}, 400),
        ("act", {**ASK, "do": "explode"}, 400),
        ("act", {**ASK, "text": "  "}, 409),
        ("act", {**ASK, "text": "half of a smile: \ud83d"}, 400),
        ("act", {**ASK, "place": "team"}, 409),
        ("act", {**ASK, "do": "press", "message": 999, "label": "Oui"}, 409),
        ("act", {"do": "send", "who": "lea", "place": "private", "kind": "dice"}, 400),
        ("story", {"name": "unknown", "language": "fr"}, 400),
        ("reset", {"language": "tlh"}, 400),
        ("clock", {"seconds": -1}, 400),
        ("clock", {"seconds": 1e300}, 400),
        ("weather", {"weather": "frogs"}, 400),
        ("fortune", {}, 404),
        ("act", [], 400),
    ],
)
async def test_what_the_page_never_asks_is_refused(
    page: str, what: str, wanted: object, status: int
) -> None:
    assert await asked(page, what, wanted) == status


async def test_a_port_that_is_taken_is_replaced() -> None:
    async with serving(load(), port=0) as first:
        port = int(first.rpartition(":")[2])
        async with serving(load(), port=port) as second:
            assert first != second
            assert second.startswith("http://127.0.0.1:")


async def test_nothing_of_the_page_comes_from_elsewhere(page: str) -> None:
    async with aiohttp.ClientSession() as web:
        for path in ("/", "/page/app.js", "/page/style.css", "/page/phone.js", "/page/words.js"):
            async with web.get(page + path) as answer:
                assert answer.status == 200
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'self'" in policy
                assert "frame-ancestors 'none'" in policy
                text = await answer.text()
                assert "https://" not in text


async def test_a_bot_that_is_restarted_twice_at_once_is_one_bot() -> None:
    async with opened() as session:
        await session.robot.kill()
        await asyncio.gather(session.robot.start(), session.robot.start())
        await session.robot.kill()
        assert not _bots(session)


def _bots(session: Session) -> list[Path]:
    """The processes that live in the folder of a session."""
    folder = session.database.parents[1].resolve()
    return [known for known in Path("/proc").glob("[0-9]*/cwd") if known.resolve() == folder]


def test_both_languages_of_the_page_say_the_same_things() -> None:
    source = (Path(__file__).parents[3] / "bot/demo/page/words.js").read_text()
    french, english = source.split("\n  en: {")
    keys = [
        [
            line.split(":")[0].strip()
            for line in part.splitlines()
            if line.startswith("    ") and ":" in line
        ]
        for part in (french.split("\n  fr: {")[1], english)
    ]
    assert keys[0] == keys[1]
    assert len(keys[0]) > 50


async def test_a_file_is_looked_at_or_saved_and_never_run() -> None:
    demo = Demo(load())
    await demo.open("fr")
    store = demo.session.town.world.store_file
    picture = store(b"\x89PNG\r\n\x1a\n...")["file_id"]
    script = store(b"<script>alert(1)</script>")["file_id"]
    try:
        async with TestClient(TestServer(application(demo), host="127.0.0.1")) as client:
            seen = await client.get(f"/file/{picture}")
            saved = await client.get(f"/file/{script}")
            assert seen.content_type == "image/png"
            assert saved.content_type == "application/octet-stream"
            assert saved.headers["X-Content-Type-Options"] == "nosniff"
            assert (await client.get("/file/other")).status == 404
    finally:
        await demo.close()
