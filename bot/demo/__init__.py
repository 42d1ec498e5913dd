"""The demo: the real bot, on the embedded Bot API, in a town of invented people."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Coroutine

from bot.demo import terminal
from bot.demo.player import StoryStopped
from bot.demo.web import serving
from content import load


def main(*, transcript: bool = False, fast: bool = False) -> int:
    """Serve the page until Ctrl-C; or, as a ``transcript``, play the stories in the terminal.

    Returns 0, or 1 when a story did not come to its end, after a sentence that says why.
    ``fast``, or an output that is no terminal, leaves no time to read.
    """
    demo = terminal.play(fast=fast or not sys.stdout.isatty()) if transcript else _page()
    try:
        ended = asyncio.run(_until_told(demo))
    except StoryStopped as stopped:
        print(f"\nLa démonstration s’arrête là. {stopped}", file=sys.stderr)
        return 1
    return 0 if ended or not transcript else 1


async def _until_told(demo: Coroutine[None, None, None]) -> bool:
    """Run, but end tidily on Ctrl-C, SIGTERM or a closed terminal: the bot and its data go.

    Returns whether it ended by itself.
    """
    task = asyncio.create_task(demo)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(name, task.cancel)
    await asyncio.wait([task])
    if task.cancelled():
        return False
    task.result()
    return True


async def _page() -> None:
    async with serving(load()) as address:
        print(f"\n  La démonstration est ouverte : {address}\n")
        print("  Le vrai robot, une ville inventée, rien ne sort de cette machine.")
        print("  Ctrl-C pour fermer. Sans écran : make demo TRANSCRIPT=1\n", flush=True)
        await asyncio.Event().wait()
