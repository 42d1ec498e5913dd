"""``entraide keys``: names but no key, a rotation that loses nothing however it is killed."""

from __future__ import annotations

import asyncio
import random
import re
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands import keys as commands
from bot.crypto import KeyRing, load_keys, write_keys
from bot.settings import Settings, load_settings
from bot.storage import inbox, sealed
from bot.storage.database import Database
from tests.bot.terminal import Terminal

KILLS = 5
CELLS = 6000
TOKEN = "123456:TEST-cccccccccccccccccccccccccccccc"


async def fill(data: Path, cells: int) -> None:
    """Make a database with its key file and that many rows waiting."""
    ring, _ = load_keys(None, data)
    db = await Database.open(data / "entraide.db", ring)
    async with db.transaction() as tx:
        entries = [(str(number), {"said": f"mots {number}"}) for number in range(cells)]
        await inbox.put_many(tx, "update", entries, datetime.now(UTC))
    await db.close()


async def everything_opens(data: Path, ring: KeyRing | None = None, cells: int = CELLS) -> bool:
    """Tell whether the keys at hand open every cell."""
    db = await Database.open(data / "entraide.db", ring or load_keys(None, data)[0])
    try:
        said = [row.payload["said"] for row in await inbox.waiting(db.reading(), cells)]
        return said == [f"mots {number}" for number in range(cells)]
    finally:
        await db.close()


async def test_killed_anywhere_a_rotation_loses_nothing(terminal: Terminal) -> None:
    await fill(terminal.data, CELLS)
    first = load_keys(None, terminal.data)[0].current_id
    chance = random.Random(2)

    for _ in range(KILLS):
        before = (terminal.data / "keys").read_bytes()
        async with terminal.typing("keys", "rotate") as rotation:
            while (terminal.data / "keys").read_bytes() == before:
                if rotation.process.returncode is not None or len(before) > 60:
                    break  # a former one had written its new key already
                await asyncio.sleep(0.002)
            await asyncio.sleep(chance.uniform(0, 0.4 if len(before) <= 60 else 0.9))
            if rotation.process.returncode is None:
                rotation.process.send_signal(signal.SIGKILL)
            await rotation.end()
        assert await everything_opens(terminal.data)

    done = await terminal.type("keys", "rotate")

    ring, _ = load_keys(None, terminal.data)
    assert f"{CELLS + 1} données chiffrées avec la nouvelle clé « {ring.current_id} »" in done.out
    assert len(ring.ids) == 1
    assert ring.current_id != first
    assert await everything_opens(terminal.data)
    listed = await terminal.type("keys", "list")
    assert f"{ring.current_id} : {CELLS + 1} données chiffrées (courante)" in listed.out
    for output in (done, listed):
        assert not any(key in output.out + output.err for key in ring.secrets)


async def test_no_key_is_shown_outside_a_terminal_unless_asked(terminal: Terminal) -> None:
    await fill(terminal.data, 1)
    ring, _ = load_keys(None, terminal.data)

    refused = await terminal.type("keys", "backup")
    shown = await terminal.type("keys", "backup", "--show")

    assert "ajoutez --show" in refused.refusal
    assert refused.out == ""
    assert f"SECRET_KEYS={ring.dump()}" in shown.out


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in ("SECRET_KEYS", "API_URL"):
        monkeypatch.delenv(name, raising=False)
    asyncio.run(fill(tmp_path, 3))
    return load_settings(None, bot_token=TOKEN, data_dir=tmp_path)


class Killed(Exception):
    """The process ends here."""


@pytest.mark.parametrize("writing", [1, 2])
def test_cut_at_each_writing_of_the_keys_it_can_be_done_again(
    settings: Settings, writing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the new key is written, and before the old one is dropped."""
    writings = 0

    def killed(ring: KeyRing, data_dir: Path) -> None:
        nonlocal writings
        writings += 1
        if writings == writing:
            raise Killed
        write_keys(ring, data_dir)

    monkeypatch.setattr(commands, "write_keys", killed)
    with pytest.raises(Killed):
        commands.rotate(settings, anyway=False)
    assert asyncio.run(everything_opens(settings.data_dir, cells=3))

    assert commands.rotate(settings, anyway=False) == 0
    assert len(load_keys(None, settings.data_dir)[0].ids) == 1
    assert asyncio.run(everything_opens(settings.data_dir, cells=3))


def test_keys_from_the_settings_are_changed_by_hand_in_two_steps(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    data = settings.data_dir
    old, _ = load_keys(None, data)
    (data / "keys").unlink()

    def rotate(ring: KeyRing) -> str:
        given = load_settings(None, bot_token=TOKEN, data_dir=data, secret_keys=ring.dump())
        assert commands.rotate(given, anyway=True) == 0
        return capsys.readouterr().out

    first = rotate(old)
    line = re.search(r"SECRET_KEYS=(\S+)", first)
    assert line is not None
    both = KeyRing.parse(line[1])
    assert both.ids[1:] == old.ids
    assert asyncio.run(everything_opens(data, old, 3))

    second = rotate(both)
    assert f"Retirez maintenant de SECRET_KEYS : {old.current_id}" in second
    assert asyncio.run(everything_opens(data, both.without(old.ids), 3))
    assert not (data / "keys").exists()


def test_a_cell_under_a_key_that_is_gone_is_listed(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    old, _ = load_keys(None, settings.data_dir)
    write_keys(KeyRing.new(), settings.data_dir)

    assert commands.show_list(settings) == 1

    assert f"{old.current_id} : 4 données chiffrées, CLÉ ABSENTE" in capsys.readouterr().out


def test_it_counts_every_sealed_column(settings: Settings) -> None:
    async def counted() -> int:
        ring, _ = load_keys(None, settings.data_dir)
        db = await Database.open(settings.data_dir / "entraide.db", ring)
        try:
            return sum((await sealed.key_ids(db.reading())).values())
        finally:
            await db.close()

    assert asyncio.run(counted()) == 4  # three rows, and the key of keyed hashes
