"""The link to join, pressed by somebody who is in already: a member is greeted, nothing begins."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.simulator.models import Person
from bot.storage import members
from tests.stage import Stage

languages = pytest.mark.parametrize("language", ["fr", "en"])


def member_of_before(stage: Stage, language: str) -> Person:
    """Somebody who was in the group before the bot, and of whom it never heard."""
    sophie = stage.world.add_person("Sophie", language_code=language)
    stage.world.add_member(stage.group, sophie, by=stage.nadia)
    stage.world.updates.clear()
    return sophie


@languages
async def test_a_member_of_before_is_greeted_by_the_link_to_join(
    stage: Stage, language: str
) -> None:
    sophie = member_of_before(stage, language)
    await stage.starts(sophie, "adhesion")
    assert stage.is_told(sophie, "screening.status.member")
    assert await stage.rows("SELECT 1 FROM applications") == []


@languages
async def test_so_she_is_by_an_old_button_to_ask(stage: Stage, language: str) -> None:
    eve = stage.world.add_person("Ève", language_code=language)
    await stage.starts(eve, None)
    async with stage.bot.db.transaction() as tx:
        await members.forget_left(tx, stage.clock.time + timedelta(days=1))
    stage.world.add_member(stage.group, eve, by=stage.nadia)
    stage.world.updates.clear()  # the bot was away when she was let in
    await stage.chooses(eve, "screening.buttons.ask_to_join")
    assert stage.is_told(eve, "screening.status.member")
    assert await stage.rows("SELECT 1 FROM applications") == []


@languages
async def test_whoever_is_not_in_begins_a_request(stage: Stage, language: str) -> None:
    stage.lea.language_code = language
    await stage.starts(stage.lea, "adhesion")
    assert [row["status"] for row in await stage.rows("SELECT status FROM applications")] == [
        "draft"
    ]
    await stage.chooses(stage.lea, "screening.buttons.begin")
