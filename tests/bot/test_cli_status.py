"""``entraide status``: alive, deaf, stuck or dead, seen from another process."""

from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands.status import trouble_of
from bot.instance import hold_instance
from bot.liveness import SignOfLife, SignWriter, read_sign
from bot.storage.inbox import InboxState
from tests.bot.terminal import Terminal, until

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
QUIET = InboxState(waiting=0, aside=0, oldest=None)


def sign(at: float = 1, polled: float = 1, worked: float = 1) -> SignOfLife:
    """A sign, by how many seconds ago."""
    ago = (NOW - timedelta(seconds=seconds) for seconds in (at, polled, worked))
    return SignOfLife(*ago, False)


def waiting_for(seconds: float) -> InboxState:
    return InboxState(waiting=3, aside=0, oldest=NOW - timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("seen", "rows", "trouble"),
    [
        (sign(), QUIET, None),
        (sign(polled=119), QUIET, None),
        (sign(polled=121), QUIET, "n’entend plus Telegram"),
        (sign(at=31), QUIET, "plus signe de vie"),
        (None, QUIET, "ne tourne pas"),
        (sign(worked=86_400), QUIET, None),
        (sign(worked=86_400), waiting_for(5), None),
        (sign(worked=121), waiting_for(121), "aucune n’est traitée"),
        (sign(worked=3), waiting_for(600), None),
        (sign(), None, None),
    ],
)
def test_what_troubles_it(
    seen: SignOfLife | None, rows: InboxState | None, trouble: str | None
) -> None:
    said = trouble_of(seen, rows, NOW)

    assert (said is None) if trouble is None else (trouble in (said or ""))


def test_a_sign_is_read_as_it_was_written_in_a_place_of_constant_size(tmp_path: Path) -> None:
    writer = SignWriter(tmp_path)
    writer.write(sign(polled=500))
    size = (tmp_path / "alive").stat().st_size
    writer.write(sign())

    assert read_sign(tmp_path) == sign()
    assert (tmp_path / "alive").stat().st_size == size
    assert (tmp_path / "alive").stat().st_mode & 0o777 == 0o600
    assert set(json.loads((tmp_path / "alive").read_text())) == {
        "at",
        "polled_at",
        "worked_at",
        "conflict",
    }
    writer.close()
    assert read_sign(tmp_path) is None


async def test_a_running_bot_is_seen_and_has_the_folder_for_itself(terminal: Terminal) -> None:
    async with terminal.bot() as bot:
        await until(lambda: read_sign(terminal.data))

        status = await terminal.type("status")
        second = await terminal.type("run")

        assert status.code == 0
        assert "Dernier appel réussi à Telegram : il y a " in status.out
        assert "Lignes en attente : 0 reçues, " in status.out
        assert "Prochaine échéance : 20" in status.out
        assert "Conservation : aucun passage encore" in status.out
        assert f"Entraide tourne déjà sur le dossier {terminal.data}" in second.refusal
        assert bot.process.returncode is None

        await bot.stop(signal.SIGKILL)

    killed = await terminal.type("status")
    assert killed.code == 1
    assert "✗ Le robot ne tourne pas" in killed.out
    assert read_sign(terminal.data) is not None  # left behind, and not believed


async def test_the_last_round_of_destruction_is_told_by_count(terminal: Terminal) -> None:
    async with terminal.bot() as bot:
        await until(lambda: read_sign(terminal.data))
        await bot.stop()
    with contextlib.closing(sqlite3.connect(terminal.database)) as database:
        database.executemany(
            "INSERT INTO retention_counts VALUES ('2026-11-23', ?, ?)",
            [("answers", 3), ("sent", 12), ("files", 0)],
        )
        database.commit()

    status = await terminal.type("status")

    assert "Conservation : passage du 2026-11-23, détruit : sent 12, answers 3" in status.out


async def test_a_deaf_bot_is_told_by_the_exit_code(terminal: Terminal) -> None:
    now = datetime.now(UTC)
    with hold_instance(terminal.data):
        writer = SignWriter(terminal.data)
        writer.write(SignOfLife(now, now - timedelta(minutes=3), now, conflict=True))

        status = await terminal.type("status")

    assert status.code == 1
    assert "il y a 3 min" in status.out
    assert "Un autre programme utilise le même jeton" in status.out
    assert "✗ Le robot n’entend plus Telegram" in status.out
