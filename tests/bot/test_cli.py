"""``entraide run`` in its own process: its start, its end, and each thing that stops it."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from bot.crypto import KeyRing
from bot.simulator.faults import Fault
from tests.bot.terminal import Terminal, until

ROOT = Path(__file__).parents[2]
OTHER_TOKEN = "123456:TEST-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

PROMPT = 5.0
"""Seconds: two on a machine of its own; a busy one is given more."""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a data folder that matters, byte for byte."""
    names = ("entraide.db", "keys")
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}


# Its start


async def test_it_says_how_to_link_the_chats_and_links_them(terminal: Terminal) -> None:
    world, nadia = terminal.world, terminal.nadia
    async with terminal.typing("run") as bot:
        code = (await bot.hears("Code d’installation")).split(" : ")[1][:8]
        await bot.hears(f"/installer groupe {code}")
        await bot.hears(f"/installer moderation {code}")

        world.write(nadia, terminal.group, f"/installer groupe {code}")
        world.write(nadia, terminal.team, f"/installer moderation {code}")
        await until(lambda: any("reliés" in said for said in world.said(nadia, terminal.team)))
        done, _ = await bot.stop(signal.SIGINT)

    assert (done.code, done.err) == (0, "")
    async with terminal.typing("run") as again:
        await again.hears("écoute @")
        done, _ = await again.stop()
    assert "Code" not in done.out


async def test_what_is_due_runs_although_nobody_wrote_yet(terminal: Terminal) -> None:
    async with terminal.typing("run") as bot:
        await bot.hears("écoute @")
        await bot.stop()
    with contextlib.closing(sqlite3.connect(terminal.database)) as database:
        database.execute(
            "INSERT INTO agenda (name, key, due_at)"
            " VALUES ('machine.housekeeping', '2026-01-01', '2026-01-01T09:10:00.000Z')"
        )
        database.commit()

    async with terminal.typing("run") as bot:
        await bot.hears("écoute @")
        with contextlib.closing(sqlite3.connect(terminal.database)) as database:
            waiting = "SELECT 1 FROM agenda WHERE key = '2026-01-01' AND state = 'waiting'"
            await until(lambda: not database.execute(waiting).fetchone())


# Its end


async def test_it_stops_at_once_even_with_calls_under_way(terminal: Terminal) -> None:
    async with terminal.bot() as bot:
        slow = terminal.api.faults.add(Fault("sendMessage", "slow", times=5, seconds=20))
        terminal.world.start(terminal.lea)
        await until(lambda: slow.times < 5)

        done, seconds = await bot.stop()

    assert (done.code, done.err) == (0, "")
    assert seconds < PROMPT
    assert not (terminal.data / "alive").exists()


async def test_it_gives_up_a_start_that_waits_for_the_network(terminal: Terminal) -> None:
    slow = terminal.api.faults.add(Fault("getMe", "slow", seconds=20, times=2))
    async with terminal.typing("run") as bot:
        await until(lambda: slow.times < 2)

        done, seconds = await bot.stop()

    assert (done.code, done.err) == (0, "")
    assert seconds < PROMPT


# What stops it


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"BOT_TOKEN": OTHER_TOKEN}, "refuse le jeton (BOT_TOKEN)"),
        ({"BOT_TOKEN": ""}, "BOT_TOKEN manque"),
        ({"API_URL": "http://127.0.0.1:9"}, "http://127.0.0.1:9 ne répond pas"),
        ({"DATA_DIR": "/proc/entraide"}, "/proc/entraide : introuvable"),
    ],
)
async def test_a_setting_that_cannot_work_is_told(
    terminal: Terminal, settings: dict[str, str], said: str
) -> None:
    assert said in (await terminal.type("run", **settings)).refusal


async def test_another_program_on_the_same_token_is_told(terminal: Terminal) -> None:
    terminal.api.conflict = True

    done = await terminal.type("run")

    assert "Un autre programme utilise déjà ce jeton" in done.refusal


async def test_a_token_refused_while_running_ends_it_and_loses_nothing(terminal: Terminal) -> None:
    async with terminal.bot() as bot:
        await until(lambda: terminal.api.made("getChatMemberCount"))
        terminal.world.token = OTHER_TOKEN
        terminal.world.start(terminal.lea)
        done = await bot.end()

    assert "Telegram refuse le jeton" in done.refusal
    async with terminal.bot():
        await until(lambda: terminal.world.said(terminal.lea))


async def test_a_database_that_is_damaged_newer_or_without_its_key_is_left_as_it_is(
    terminal: Terminal,
) -> None:
    async with terminal.bot() as bot:
        await bot.stop()
    healthy, key_file = terminal.database.read_bytes(), terminal.data / "keys"

    async def refusal(**settings: str) -> str:
        before = contents(terminal.data)
        done = await terminal.type("run", **settings)
        assert contents(terminal.data) == before
        return done.refusal

    terminal.database.write_bytes(healthy[: len(healthy) // 2])
    assert "est endommagée. Rien n’a été modifié" in await refusal()
    terminal.database.write_bytes(healthy[:60] + (9999).to_bytes(4, "big") + healthy[64:])
    assert "est à la version 9999" in await refusal()
    terminal.database.write_bytes(healthy)
    assert "absente du trousseau" in await refusal(SECRET_KEYS=KeyRing.new().dump())
    key_file.unlink()
    assert "Aucune clé n’a été créée" in await refusal()


async def test_texts_with_faults_are_named_by_file_and_line(terminal: Terminal) -> None:
    shutil.copytree(ROOT / "content", terminal.folder / "content")
    edited = terminal.folder / "content" / "fr" / "help.toml"
    edited.write_text("title = \n" + edited.read_text("utf-8"), "utf-8")

    done = await terminal.type("run")

    assert done.code == 1
    assert "entraide : Les textes ont des fautes" in done.err
    assert "content/fr/help.toml:1: " in done.err


async def test_a_full_disk_at_the_start_is_told(terminal: Terminal) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    done = await terminal.type("run", before=full)

    assert "disque" in done.refusal


# A disk that fills up later


async def test_a_full_disk_acknowledges_nothing_still_helps_and_catches_up(
    terminal: Terminal,
) -> None:
    world, lea = terminal.world, terminal.lea
    marc = world.add_person("Marc")
    async with terminal.bot() as bot:
        world.start(lea)
        await until(lambda: world.said(lea))
        await asyncio.sleep(0.5)  # what was said is noted down
        welcomed = len(world.said(lea))

        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        world.write(lea, None, "/aide")
        world.start(marc, "adhesion")
        await until(lambda: len(world.said(lea)) > welcomed)
        assert "911" in world.said(lea)[-1]
        assert world.said(marc) == []
        assert len(world.updates.read(100)) == 2

        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, unlimited)
        await until(lambda: world.said(marc))
        await until(lambda: world.updates.read(100) == [])
        done, _ = await bot.stop()

    assert done.code == 0
    assert sum("911" in said for said in world.said(lea)) == 1
