"""The bots as processes of their own: how each starts, what it spends, how it stops."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from bench.town import Town

TICKS = os.sysconf("SC_CLK_TCK")


class Child:
    """A bot under measure, seen from outside (https://man7.org/linux/man-pages/man5/proc.5.html)."""

    def __init__(self, process: Process) -> None:
        self._proc = Path("/proc", str(process.pid))

    def cpu_seconds(self) -> float:
        """Return the processor time spent so far by all threads."""
        fields = (self._proc / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak_megabytes(self) -> float:
        """Return the largest resident memory so far."""
        lines = (self._proc / "status").read_text().splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024


def full_bot(town: Town, url: str, folder: Path) -> Sequence[str]:
    """Write the settings of the whole bot; return the command that runs it."""
    settings = {
        "BOT_TOKEN": town.world.token,
        "API_URL": url,
        "DATA_DIR": folder / "data",
        "GROUP_CHAT_ID": town.group.id,
        "MODERATORS_CHAT_ID": town.team.id,
        "LOG_LEVEL": "WARNING",
    }
    lines = (f"{name}={value}\n" for name, value in settings.items())
    (folder / ".env").write_text("".join(lines), "utf-8")
    return [sys.executable, "-m", "bot", "run"]


def bare_bot(town: Town, url: str, folder: Path, manner: str) -> Sequence[str]:
    """Return the command that runs the bare bot."""
    database = str(folder / "bare.db")
    return [sys.executable, "-m", "bench.bare", town.world.token, url, database, manner]


@contextlib.asynccontextmanager
async def running(command: Sequence[str], folder: Path) -> AsyncIterator[Child]:
    """Run a bot in a folder of its own while the block lasts; show what it said if that fails."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    said = folder / "stderr"
    with said.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=folder, env=environment, stdout=stderr, stderr=stderr
        )
    try:
        yield Child(process)
    except BaseException:
        print(said.read_text("utf-8")[-2000:], file=sys.stderr)
        raise
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), 15)
        except TimeoutError:
            process.kill()
            await process.wait()
