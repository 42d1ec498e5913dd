"""The demo in a terminal: one run of the stories, as a transcript."""

from __future__ import annotations

import asyncio
import sys
import time

from bot.demo.acts import Act
from bot.demo.player import Player, StoryStopped
from bot.demo.script import Script
from bot.demo.session import opened
from bot.demo.stories import faq, screening
from bot.demo.transcript import Transcript
from content import load


async def play(*, fast: bool) -> None:
    """Play the stories to their end; raise StoryStopped with a sentence where they can't go on."""
    started = time.monotonic()
    async with opened(linked=False) as session:
        transcript = Transcript(session.town, print, coloured=sys.stdout.isatty(), fast=fast)
        transcript.unseen.add("karim")
        following = asyncio.create_task(transcript.follow())
        try:
            await _play_all(Player(session, transcript), Player(session, _Nobody()))
        finally:
            following.cancel()
            transcript.changes()
    if session.town.api.nonconformities:
        raise StoryStopped(f"Un appel n’est pas conforme : {session.town.api.nonconformities[0]}")
    transcript.chapter(f"Fin, en {time.monotonic() - started:.0f} secondes")


async def _play_all(player: Player, aside: Player) -> None:
    """Karim answers his questions while Léa's story is told: they are the same."""
    script = Script(load())
    await player.play(screening.installation(script))
    meanwhile = asyncio.create_task(aside.play(screening.coming_by_the_group(script)))
    try:
        await player.play(screening.asking_to_join(script))
        await meanwhile
    finally:
        meanwhile.cancel()
    await player.play(screening.changing_ones_mind(script))
    await player.play(faq.help_at_night(script))


class _Nobody:
    """No audience: what happens meanwhile is shown once it is done."""

    async def before(self, act: Act) -> None:
        """Leave no time."""

    def after(self, act: Act) -> None:
        """Say nothing."""
