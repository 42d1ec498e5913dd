"""The theatre of the page: a story played at reading speed, which can be paused and stopped."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Any, Literal

from bot.demo.acts import Act, Chapter, Passes, Sees, Story, Taps, Writes
from bot.demo.player import Player, StoryStopped
from bot.demo.reading import Reader
from bot.demo.session import Session

READING = 1 / 40
"""Seconds that one character leaves to be read: twice as fast as one reads aloud."""

LONGEST_PAUSE = 7.0
TYPING = 0.03
AIMING = 0.9
"""Seconds during which a button shows that it is about to be pressed."""

CHAPTER = 1.8

PATIENCE = 60.0
"""Seconds after which somebody has changed what follows; a sending is tried again sooner."""

Ending = Literal["played", "cut", "stopped"]


class Theatre:
    """Plays one story for the page.

    ``speed`` divides the time to read, from the next act on; 0 leaves none. Its ``ending`` is how
    the story ended: to its end, cut by somebody who changed what follows, or stopped.
    """

    def __init__(self, session: Session, story: Story, speed: float) -> None:
        self._story = story
        self.speed = speed
        self.ending: Ending | None = None
        self._reader = Reader(session.town)
        self._going = asyncio.Event()
        self._going.set()
        self._chapter = ""
        self._act: dict[str, Any] | None = None
        self._step = 0
        player = Player(session, self, PATIENCE, forgiving=True)
        self._playing = asyncio.create_task(self._play(player))

    def view(self) -> dict[str, Any]:
        """Return what the story bar shows."""
        return {
            "name": self._story.name,
            "chapter": self._chapter,
            "act": self._act,
            "step": self._step,
            "steps": len(self._story.acts),
            "paused": not self._going.is_set(),
            "ending": self.ending,
        }

    def pause(self, *, paused: bool) -> None:
        """Hold the story before its next act, or let it go on."""
        self._going.clear() if paused else self._going.set()

    async def stop(self) -> None:
        """End it where it is; the chats stay as they are."""
        if self.ending is None:
            self.ending = "stopped"
            self._act = None
        self._playing.cancel()
        await asyncio.wait([self._playing])

    async def _play(self, player: Player) -> None:
        try:
            await player.play(self._story)
            self.ending = "played"
        except StoryStopped:
            self.ending = "cut"
        self._act = None

    # The audience of the player

    async def before(self, act: Act) -> None:
        """Leave the time to read, then show what is about to be done."""
        if not isinstance(act, Sees):
            await self._wait(min(self._reader.unread() * READING, LONGEST_PAUSE))
        await self._going.wait()
        if isinstance(act, Chapter):
            self._chapter = act.title
        shown = _seconds(act) / self.speed if self.speed > 0 else 0.0
        self._act = {"do": type(act).__name__, "seconds": shown, "done": False, **asdict(act)}
        await self._wait(_seconds(act))
        await self._going.wait()

    def after(self, act: Act) -> None:
        """Count it done; it stays before the eyes until the next."""
        self._step += 1
        self._act = {**(self._act or {}), "done": True}

    async def _wait(self, seconds: float) -> None:
        if self.speed > 0:
            await asyncio.sleep(seconds / self.speed)


def _seconds(act: Act) -> float:
    match act:
        case Writes(text=text):
            return 0.6 + TYPING * len(text)
        case Taps() | Passes():
            return AIMING
        case Chapter():
            return CHAPTER
        case Sees():
            return 0.0
    return AIMING
