"""What members settle for themselves, and how the bot learns who is in the group."""

from __future__ import annotations

import pytest

from bot.storage import members, themes
from tests.stage import Stage


@pytest.mark.parametrize(
    ("language", "command", "stop", "resume"),
    [
        ("fr", "/silence", "Ne plus m'en envoyer", "Recevoir de nouveau les annonces"),
        ("en", "/quiet", "Stop sending them", "Receive announcements again"),
    ],
)
async def test_announcements_stop_and_come_again(
    stage: Stage, language: str, command: str, stop: str, resume: str
) -> None:
    async def is_silent() -> bool:
        async with stage.bot.db.transaction() as tx:
            person = await members.person(tx, stage.lea.id)
        assert person is not None
        return person.silent

    stage.lea.language_code = language
    await stage.says(stage.lea, command)
    assert not await is_silent()
    await stage.taps(stage.lea, stop)
    assert await is_silent()
    await stage.taps(stage.lea, resume)
    assert not await is_silent()


async def test_the_starting_themes_are_taken_in_once(stage: Stage) -> None:
    await stage.restart()
    async with stage.bot.db.transaction() as tx:
        keys = [theme.key for theme in await themes.standing(tx)]
    assert keys == list(stage.content.starting_themes)
    assert len(keys) == 9
