"""The theatre of the page: how a story goes on, and how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.demo import theatre
from bot.demo.acts import Act, Sees, Story, Writes
from bot.demo.hood import set_weather
from bot.demo.session import Session, opened
from bot.demo.theatre import Theatre

NEVER = Sees("lea", "what nobody says")


@pytest.fixture
async def session(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Session]:
    """A town whose stories are soon given up."""
    monkeypatch.setattr(theatre, "PATIENCE", 0.3)
    async with opened() as session:
        yield session


def playing(session: Session, *acts: Act) -> Theatre:
    return Theatre(session, Story("trial", "A trial", acts), speed=0)


async def until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it never came")


async def test_a_story_is_played_or_stopped(session: Session) -> None:
    played = playing(session, Writes("lea", "Bonjour"))
    await until(lambda: played.ending == "played")
    stopped = playing(session, NEVER)
    await stopped.stop()
    assert stopped.view()["ending"] == "stopped"
    await played.stop()
    assert played.view()["ending"] == "played"


async def test_what_is_done_is_not_shown_as_still_to_do(session: Session) -> None:
    story = playing(session, Writes("lea", "Bonjour"), NEVER)
    await until(lambda: story.view()["step"] == 1)
    assert story.view()["act"]["done"]
    await story.stop()


async def test_a_story_whose_next_screen_never_comes_is_cut(session: Session) -> None:
    story = playing(session, NEVER)
    await until(lambda: story.ending is not None)
    assert story.view()["ending"] == "cut"


async def test_a_story_waits_for_a_bot_that_somebody_stopped(session: Session) -> None:
    await session.robot.kill()
    story = playing(session, NEVER)
    await asyncio.sleep(1)
    assert story.ending is None
    await session.robot.start()
    await until(lambda: story.ending == "cut")


async def test_a_story_waits_for_the_weather_to_mend(session: Session) -> None:
    set_weather(session.town, "broken")
    story = playing(session, NEVER)
    await asyncio.sleep(1)
    assert story.ending is None
    set_weather(session.town, "fair")
    await until(lambda: story.ending == "cut")
