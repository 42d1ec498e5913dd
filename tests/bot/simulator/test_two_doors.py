"""The door in process and the door over HTTP: same answers, same broken connections."""

from __future__ import annotations

import asyncio
import socket
from time import monotonic

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.simulator.faults import Fault
from bot.simulator.request import SimulatorRequest
from bot.simulator.server import serve


def inner(scene, token=None):
    door = SimulatorRequest(scene.api)
    return Bot(token or scene.world.token, request=door, get_updates_request=door)


@pytest.fixture
async def url(scene):
    async with serve(scene.api) as url:
        yield url


@pytest.fixture
async def web():
    async with aiohttp.ClientSession() as session:
        yield session


def outer(scene, url, token=None):
    return Bot(token or scene.world.token, base_url=f"{url}/bot")


async def test_a_wrong_token_opens_neither_door(scene, url, web):
    with pytest.raises(InvalidToken):
        await inner(scene, "123456:WRONG").get_me()
    async with web.get(f"{url}/bot123456:WRONG/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


@pytest.mark.parametrize("way", ["query", "json", "form", "multipart"])
async def test_parameters_come_in_four_ways(scene, url, web, way):
    scene.world.start(scene.marc)
    markup = '{"inline_keyboard": [[{"text": "Oui", "callback_data": "o"}]]}'
    params = {"chat_id": str(scene.marc.id), "text": "Café ☕", "reply_markup": markup}
    address = f"{url}/bot{scene.world.token}/sendMessage"
    multipart = aiohttp.FormData(params, default_to_multipart=True)
    ways = {
        "query": lambda: web.get(address, params=params),
        "json": lambda: web.post(address, json=params),
        "form": lambda: web.post(address, data=params),
        "multipart": lambda: web.post(address, data=multipart),
    }

    async with ways[way]() as answer:
        assert (await answer.json())["ok"] is True

    seen = scene.world.seen(scene.marc)[-1]
    assert (seen.text, seen.labels) == ("Café ☕", ["Oui"])


async def test_a_nonconforming_call_over_http_is_refused_and_remembered(scene, url, web):
    async with web.get(f"{url}/bot{scene.world.token}/getMe?colour=red") as answer:
        assert answer.status == 400
    assert "colour" in scene.api.nonconformities[0]


async def test_only_loopback_is_served(scene):
    with pytest.raises(ValueError, match="loopback"):
        async with serve(scene.api, host="0.0.0.0"):  # noqa: S104
            pass


@pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize(
    ("kind", "error", "cause", "told"),
    [
        ("cut_before", NetworkError, ConnectionRefusedError, []),
        ("cut_after", TimedOut, TimeoutError, ["Bonjour"]),
        ("500", NetworkError, None, []),
        ("429", RetryAfter, None, []),
        ("slow", None, None, ["Bonjour"]),
    ],
)
async def test_faults_in_process(scene, kind, error, cause, told):
    scene.world.start(scene.marc)
    scene.api.faults.add(Fault("sendMessage", kind, seconds=0.01))
    sending = inner(scene).send_message(scene.marc.id, "Bonjour")

    if error is None:
        await sending
    else:
        with pytest.raises(error) as caught:
            await sending
        assert type(caught.value.__cause__) is (cause or type(None))
    assert scene.world.said(scene.marc) == told


@pytest.mark.parametrize(
    ("kind", "status", "told"),
    [
        ("cut_before", None, []),
        ("cut_after", None, ["Bonjour"]),
        ("500", 500, []),
        ("429", 429, []),
        ("slow", 200, ["Bonjour"]),
    ],
)
async def test_faults_over_http(scene, url, web, kind, status, told):
    scene.world.start(scene.marc)
    scene.api.faults.add(Fault("sendMessage", kind, seconds=0.05))
    address = f"{url}/bot{scene.world.token}/sendMessage"
    params = {"chat_id": scene.marc.id, "text": "Bonjour"}
    began = monotonic()

    if status is None:
        with pytest.raises(aiohttp.ClientConnectionError):
            await web.post(address, json=params)
    else:
        async with web.post(address, json=params) as answer:
            assert answer.status == status
    assert scene.world.said(scene.marc) == told
    assert (monotonic() - began >= 0.05) is (kind == "slow")


async def test_a_long_poll_waits_for_what_comes(scene, url):
    async with outer(scene, url) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.1)
        assert not poll.done()
        scene.world.write(scene.marc, None, "allô")
        (update,) = await asyncio.wait_for(poll, 8)
    assert update.message.text == "allô"


async def test_a_long_poll_ends_empty_handed(scene, url):
    async with outer(scene, url) as bot:
        assert await bot.get_updates(timeout=1) == ()


async def test_what_the_first_poll_asks_for_counts_while_it_waits(scene, url):
    scene.api.call("getUpdates", {"allowed_updates": []})
    async with outer(scene, url) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=10, allowed_updates=["chat_member"]))
        await asyncio.sleep(0.1)
        scene.world.add_member(scene.group, scene.marc)
        (update,) = await asyncio.wait_for(poll, 8)
    assert update.chat_member.new_chat_member.user.id == scene.marc.id


async def test_a_second_poll_ends_the_first(scene, url):
    async with outer(scene, url) as one, outer(scene, url) as two:
        first = asyncio.create_task(one.get_updates(timeout=10))
        await asyncio.sleep(0.1)
        second = asyncio.create_task(two.get_updates(timeout=10))
        with pytest.raises(Conflict, match="only one bot instance"):
            await asyncio.wait_for(first, 8)
        scene.world.write(scene.marc, None, "allô")
        assert len(await asyncio.wait_for(second, 8)) == 1


async def test_the_poll_of_a_dead_bot_takes_nothing_away(scene, url):
    async with aiohttp.ClientSession() as dying:
        poll = asyncio.create_task(
            dying.get(f"{url}/bot{scene.world.token}/getUpdates", params={"timeout": 10})
        )
        await asyncio.sleep(0.1)
        poll.cancel()
    scene.world.write(scene.marc, None, "allô")
    await asyncio.sleep(0.05)

    async with outer(scene, url) as bot:
        assert [u.message.text for u in await bot.get_updates(timeout=5)] == ["allô"]
        scene.world.write(scene.marc, None, "encore")
        assert len(await bot.get_updates(timeout=5)) == 2


async def test_a_conflict_and_a_webhook_on_demand(scene):
    bot = inner(scene)
    scene.api.conflict = True
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await bot.get_updates()
    scene.api.conflict = False
    scene.world.webhook_url = "https://exemple.org"
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()


async def test_in_process_the_poll_answers_at_once_unless_told_otherwise(scene):
    bot = inner(scene)
    assert await asyncio.wait_for(bot.get_updates(timeout=30), 20) == ()

    scene.api.instant = False
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    scene.world.write(scene.marc, None, "allô")
    assert len(await asyncio.wait_for(poll, 20)) == 1


async def test_the_port_is_free_again_afterwards(scene):
    async with serve(scene.api) as url:
        port = int(url.rsplit(":", 1)[1])
    with socket.socket() as free, pytest.raises(ConnectionRefusedError):
        free.connect(("127.0.0.1", port))
