"""Neither the token, nor a key, nor anything that people wrote, is in the logs, at any level."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logs
from bot.simulator.contents import MAKERS
from tests.stage import Stage

CANARY = "motdecanari"


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the logs say at DEBUG, of this program and of everything it uses."""
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    root = logging.getLogger()
    former, level = root.handlers[:], root.level
    set_up_logs("DEBUG", ["123456:TEST-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
    yield written
    root.handlers[:] = former
    root.setLevel(level)


async def test_no_canary_comes_out(stage: Stage, logged: io.StringIO) -> None:
    lea = stage.lea
    lea.first_name, lea.username = f"Léa{CANARY}", f"lea_{CANARY}"
    await stage.says(lea, f"/start {CANARY}")
    await stage.says(lea, f"{CANARY} où en est ma demande?")
    await stage.applies(lea)
    await stage.taps(lea, "Changer")
    await stage.says(lea, f"Je vous écris {CANARY} {CANARY}.")
    await stage.chooses(lea, "common.buttons.next")
    await stage.chooses(lea, "screening.buttons.send")
    await stage.says(lea, "/mesdonnees")
    for kind in MAKERS:
        stage.world.send(lea, None, kind, caption=CANARY)
    stage.world.press_data(lea, stage.world.seen(lea)[-1], f"door.ask:{CANARY}")
    await stage.settle()
    await stage.says(lea, "/oublier")
    await stage.chooses(lea, "privacy.buttons.forget_yes")
    await asyncio.sleep(0)

    out = logged.getvalue()
    assert "row worked" in out, "the logs say nothing at DEBUG"
    assert CANARY not in out
    assert stage.world.token not in out
    assert not [secret for secret in stage.keys.secrets if secret in out]
