"""A vote of this community is recounted from the command line, by its number."""

from __future__ import annotations

import asyncio

import pytest

from bot.cli import main
from tests.handlers.votes.hall import Hall


async def verify(hall: Hall, vote: str) -> int:
    return await asyncio.to_thread(main, ["votes", "verify", vote])


@pytest.fixture(autouse=True)
def environment(town: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", town.world.token)
    monkeypatch.setenv("DATA_DIR", str(town.folder))


async def test_by_its_number(town: Hall, capsys: pytest.CaptureFixture[str]) -> None:
    await town.opens_vote("more", "ranked")
    assert await verify(town, "1") == 1
    assert "n’a pas été compté" in capsys.readouterr().err
    for person in town.members:
        await town.votes(person, 3, 1)
    await town.ends()
    assert await verify(town, "1") == 0
    assert "✓ 6 bulletins recomptés" in capsys.readouterr().out


async def test_a_result_that_was_changed_is_told(
    town: Hall, capsys: pytest.CaptureFixture[str]
) -> None:
    await town.opens_vote()
    for person in town.members:
        await town.votes(person, 2)
    await town.ends()
    async with town.bot.db.transaction() as tx:
        await tx.write(
            "UPDATE votes SET publication = replace(publication, '\"voters\": 6', '\"voters\": 9')"
        )
    assert await verify(town, "1") == 1
    assert "✗ result.voters" in capsys.readouterr().out
