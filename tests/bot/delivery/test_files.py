"""Files that the outbox keeps as text arrive as files, by both doors of the Bot API."""

from __future__ import annotations

import pytest
from telegram import Bot

from bot.delivery import AiohttpRequest
from bot.delivery.files import with_uploads
from bot.simulator.server import serve
from bot.storage.outbox import Call, attachment
from tests.bot.core import Core

CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n".encode()


@pytest.mark.parametrize(("method", "kind"), [("sendDocument", "document"), ("sendPhoto", "photo")])
async def test_a_file_leaves_the_outbox_as_it_was(core: Core, method: str, kind: str) -> None:
    params = {"chat_id": core.lea.id, kind: attachment("café.ics", CALENDAR), "caption": "Voici"}
    await core.queue(Call(method, params, core.lea.id))
    await core.deliver()
    assert list(core.world.files.values()) == [CALENDAR]
    (message,) = [m for m in core.world.seen(core.lea) if m.sender is core.world.bot]
    assert message.raw["caption"] == "Voici"
    if kind == "document":
        assert message.raw["document"]["file_name"] == "café.ics"


async def test_a_file_travels_over_http(core: Core) -> None:
    params = {"chat_id": core.lea.id, "document": attachment("café.ics", CALENDAR)}
    async with serve(core.api) as url:
        bot = Bot(core.world.token, base_url=f"{url}/bot", request=AiohttpRequest())
        async with bot:
            await bot.do_api_request("sendDocument", api_kwargs=with_uploads(params))
    assert list(core.world.files.values()) == [CALENDAR]


def test_what_is_no_file_stays_as_it_is() -> None:
    params = {"text": "file_name", "reply_markup": {"force_reply": True}, "chat_id": 7}
    assert with_uploads(params) == params
