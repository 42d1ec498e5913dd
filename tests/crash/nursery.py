"""Gives birth to bots: each life is a process of its own, forked from one that has all imports.

``python -m tests.crash.nursery`` reads lines of JSON ``{"settings": ..., "fuse": ...}``; for each,
it writes the process id of the new bot, then, once that one is dead, the signal or code it left.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import bot.app
from bot.commands.run import run
from bot.delivery import sender
from bot.delivery.pace import Pace
from bot.settings import load_settings
from tests.crash.bomb import Bomb, Fuse


class Unpaced(Pace):
    """Lets everything leave at once: the pace is proved elsewhere, and here it only takes time."""

    def ready_at(self, lane: object, chat_id: int | None, flying: int = 0) -> float:
        return float("-inf")


def hurry() -> None:
    """Shorten what only waits."""
    sender.Pace = Unpaced
    sender.LONGEST_BACKOFF = 0.05
    bot.app.EVERY_SECONDS = 0.3


def live(settings: dict[str, Any], fuse: Fuse) -> None:
    """Run the real bot, from its lock to its end."""
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # standard output belongs to the nursery
    hurry()
    Bomb(fuse).lay()
    run(load_settings(env_file=None, **settings))


def main() -> None:
    """Bear one bot after the other, until the input ends."""
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                live(wanted["settings"], Fuse(**wanted["fuse"]))
                code = 0
            finally:
                os._exit(code)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
